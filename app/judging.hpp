#pragma once
// What merge and split share: two names, who judges, when, and why.

#include "command.hpp"
#include "isnad/graph/query.hpp"

#include <cstddef>
#include <string>

namespace isnad::app {

class JudgingCommand : public Command {
public:
    void setup(CLI::App& app) override;
    int run(Terminal& terminal) override;

protected:
    explicit JudgingCommand(Judgement::Kind kind) : m_kind(kind) {}

private:
    [[nodiscard]] int judge(Terminal& terminal) const;
    [[nodiscard]] int undo(Terminal& terminal) const;
    [[nodiscard]] int list(Terminal& terminal) const;
    void store(Store& store, Judgement judgement, Terminal& terminal) const;
    [[nodiscard]] Judgement signed_judgement() const;

    Judgement::Kind m_kind;
    std::string m_first;
    std::string m_second;
    std::string m_author;
    std::string m_at;
    std::string m_note;
    std::string m_format = "table";
    std::string m_db = "story.db";
    std::size_t m_undo = 0;
    bool m_list = false;
};

}  // namespace isnad::app
