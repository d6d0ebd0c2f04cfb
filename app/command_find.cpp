// isnad find: words in the texts, whatever their Arabic spelling.

#include "commands.hpp"
#include "options.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

class FindCommand : public Command {
public:
    std::string name() const override { return "find"; }
    std::string summary() const override { return "Find words in the texts, whatever their Arabic spelling"; }
    std::string example() const override { return "isnad find Kerry Lavrov --from 2016-07-01 --limit 5"; }

    void setup(CLI::App& app) override {
        app.add_option("words", m_words, "Words that must all occur; a phrase in \"...\"")
            ->required()
            ->type_name("WORDS...");
        add_db_option(app, m_db);
        m_window.add_to(app);
        app.add_option("--limit", m_limit, "Passages to print at most")->type_name("N")->capture_default_str();
    }

    int run(Terminal& terminal) override {
        FindQuery query;
        for (const std::string& word : m_words) query.words += (query.words.empty() ? "" : " ") + word;
        query.published = m_window.window();
        query.limit = m_limit;
        const Store store = Store::open(m_db);
        const std::vector<FoundPassage> found = find(store, query);
        for (const FoundPassage& passage : found) {
            terminal.out() << fmt::format("{}  {}  {}\n    {}\n", to_string(passage.document.published.day),
                                          passage.document.id.text(), passage.document.outlet,
                                          one_line(passage.passage, 300));
        }
        if (found.empty()) terminal.note("nothing found");
        return exit_done;
    }

private:
    std::vector<std::string> m_words;
    std::string m_db = "story.db";
    WindowOptions m_window;
    std::size_t m_limit = 20;
};

}  // namespace

std::unique_ptr<Command> make_find_command() { return std::make_unique<FindCommand>(); }

}  // namespace isnad::app
