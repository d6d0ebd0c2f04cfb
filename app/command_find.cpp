// isnad find: words in the texts, whatever their Arabic spelling.

#include "commands.hpp"
#include "options.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

class FindCommand : public Command {
public:
    std::string name() const override { return "find"; }
    std::string summary() const override { return "Find words in the texts, whatever their Arabic spelling"; }
    std::string example() const override {
        return "isnad find Kerry Lavrov --from 2016-07-01 --limit 5\n"
               "  isnad find ceasefire --as-of 2016-07-14 --format json";
    }

    void setup(CLI::App& app) override {
        app.add_option("words", m_words, "Words that must all occur; a phrase in \"...\"")
            ->required()
            ->type_name("WORDS...");
        add_db_option(app, m_db);
        m_window.add_to(app);
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        app.add_option("--format", m_format, "table or json")
            ->capture_default_str()
            ->check(CLI::IsMember({"table", "json"}));
        app.add_option("--limit", m_limit, "Passages to print at most")->type_name("N")->capture_default_str();
    }

    int run(Terminal& terminal) override {
        FindQuery query;
        for (const std::string& word : m_words) query.words += (query.words.empty() ? "" : " ") + word;
        query.published = m_window.window();
        if (const auto as_of = day_option(m_as_of, "--as-of");
            as_of && (!query.published.to || *as_of < *query.published.to))
            query.published.to = as_of;
        query.limit = m_limit;
        const Store store = Store::open(m_db);
        const std::vector<FoundPassage> found = find(store, query);
        if (m_format == "json") {
            write_json(found, terminal.out());
            return exit_done;
        }
        for (const FoundPassage& passage : found) {
            terminal.out() << fmt::format("{}{}  {}  {}\n    {}\n", to_string(passage.document.published.day),
                                          passage.document.inferred ? " (inferred)" : "",
                                          visible(passage.document.id.text()), visible(passage.document.outlet),
                                          one_line(passage.passage, 300));
        }
        if (found.empty()) terminal.note("nothing found");
        return exit_done;
    }

private:
    static void write_json(const std::vector<FoundPassage>& found, std::ostream& out) {
        Json all = Json::array();
        for (const FoundPassage& passage : found) {
            const SourceDocument& document = passage.document;
            all.push_back({{"document", document.id.text()},
                           {"published", to_string(document.published)},
                           {"published_inferred", document.inferred.has_value()},
                           {"source", document.outlet},
                           {"title", document.title},
                           {"url", document.url},
                           {"passage", passage.passage},
                           {"hit", std::string(passage.hit.of(passage.passage))}});
        }
        out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    }

    std::vector<std::string> m_words;
    std::string m_db = "story.db";
    WindowOptions m_window;
    std::string m_as_of;
    std::string m_format = "table";
    std::size_t m_limit = 20;
};

}  // namespace

std::unique_ptr<Command> make_find_command() { return std::make_unique<FindCommand>(); }

}  // namespace isnad::app
