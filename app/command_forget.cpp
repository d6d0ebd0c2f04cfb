// isnad forget: takes articles out of the store, with just what hung on them.

#include "commands.hpp"
#include "options.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

class ForgetCommand : public Command {
public:
    std::string name() const override { return "forget"; }
    std::string summary() const override { return "Take articles out of the store, with just what hung on them"; }
    std::string example() const override {
        return "isnad forget s01 s02\n\n"
               "An article is named by its id, as isnad find prints it.";
    }

    void setup(CLI::App& app) override {
        app.add_option("articles", m_articles, "Ids of articles")->type_name("ID...");
        app.add_flag("--scrub", m_scrub,
                     "Write the whole file anew, so that nothing is left in it of what earlier versions took out");
        add_db_option(app, m_db);
    }

    int run(Terminal& terminal) override {
        if (m_articles.empty() && !m_scrub) throw UsageError("give the ids of articles, or --scrub");
        Store store = Store::open(m_db, {OpenMode::read_write, {}});
        std::size_t forgotten = 0;
        for (const std::string& id : m_articles) {
            if (store.forget(DocumentKey(id)))
                ++forgotten;
            else
                terminal.error(fmt::format("there is no article \"{}\" in {}", id, m_db));
        }
        if (forgotten > 0 || m_scrub) store.scrub(m_scrub);
        const Store::Size size = store.size();
        terminal.note(fmt::format("{} forgotten; {} now holds {} articles and {} events", forgotten, m_db,
                                  size.documents, size.events));
        return forgotten == m_articles.size() ? exit_done : exit_failed;
    }

private:
    std::vector<std::string> m_articles;
    std::string m_db = "story.db";
    bool m_scrub = false;
};

}  // namespace

std::unique_ptr<Command> make_forget_command() { return std::make_unique<ForgetCommand>(); }

}  // namespace isnad::app
