// isnad who: one actor: names, descriptions, deeds and words.

#include "commands.hpp"
#include "options.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include "isnad/export/briefing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

class WhoCommand : public Command {
public:
    std::string name() const override { return "who"; }
    std::string summary() const override { return "One actor: names, offices, what was done and said"; }
    std::string example() const override {
        return "isnad who \"Sergey Lavrov\" --lang ar\n"
               "  isnad who --doubtful        pairs of actors that may be one; isnad merge judges them";
    }

    void setup(CLI::App& app) override {
        app.add_option("name", m_name, "A person, body or country, in Arabic or Latin letters")->type_name("NAME");
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        app.add_flag("--doubtful", m_doubtful, "List pairs of actors that may be one, instead");
        app.add_option("--limit", m_limit, "Pairs to list at most")->type_name("N")->capture_default_str();
        app.add_option("--format", m_format, "table or json")
            ->capture_default_str()
            ->check(CLI::IsMember({"table", "json"}));
        add_db_option(app, m_db);
        m_language.add_to(app);
    }

    int run(Terminal& terminal) override {
        if (m_name.empty() != m_doubtful) throw UsageError("a name or --doubtful is needed, one of them");
        if (m_doubtful) return list_doubtful(terminal);
        const auto as_of = day_option(m_as_of, "--as-of");
        const Store store = Store::open(m_db);
        const WhoAnswer answer = who(store, m_name, as_of);
        if (!known(answer.name, terminal)) return exit_failed;
        if (m_format == "json") {
            terminal.out() << to_json(answer).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
            return exit_done;
        }
        const Actor& actor = *answer.name.actor;
        std::ostream& out = terminal.out();
        const auto line = [&](const char* label, const std::string& text) {
            if (!text.empty()) out << fmt::format("{:<14}{}\n", label, visible(text));
        };
        line("name", actor.any_name());
        if (!actor.name_en.empty()) line("in Arabic", actor.name_ar);
        line("type", to_string(actor.type));
        line("country", actor.country);
        line("description", actor.description);
        line("Wikidata", actor.wikidata);
        line("key", actor.key.text());
        list(out, "called", answer.namings);
        list(out, "described as", answer.descriptions);
        out << '\n';
        BriefingOptions options;
        options.tongue = m_language.tongue();
        options.about = name_in(actor, options.tongue);
        write_markdown(make_briefing(answer.view, options), out);
        return exit_done;
    }

private:
    static Json to_json(const Actor& actor) {
        return {{"key", actor.key.text()},   {"type", to_string(actor.type)}, {"name_en", actor.name_en},
                {"name_ar", actor.name_ar},  {"country", actor.country},      {"description", actor.description},
                {"wikidata", actor.wikidata}};
    }

    static Json to_json(const std::vector<Naming>& namings) {
        Json out = Json::array();
        for (const Naming& naming : namings) out.push_back({{"text", naming.text}, {"times", naming.times}});
        return out;
    }

    static Json to_json(const WhoAnswer& answer) {
        const auto day = [](const std::optional<Day>& d) { return d ? Json(to_string(*d)) : Json(nullptr); };
        Json out = to_json(*answer.name.actor);
        out["called"] = to_json(answer.namings);
        out["described_as"] = to_json(answer.descriptions);
        Json events = Json::array();
        for (const EventInstance& event : answer.view.events) {
            events.push_back({{"event", event.key.text()},
                              {"type", info(event.type).name},
                              {"from", day(event.when.from)},
                              {"to", day(event.when.to)},
                              {"modality", to_string(event.modality)}});
        }
        out["events"] = std::move(events);
        Json statements = Json::array();
        for (const StatementNode& statement : answer.view.statements) {
            statements.push_back(
                {{"document", answer.view.document(statement.document).id.text()}, {"text", statement.words}});
        }
        out["statements"] = std::move(statements);
        return out;
    }

    [[nodiscard]] int list_doubtful(Terminal& terminal) const {
        const Store store = Store::open(m_db);
        const auto pairs = doubtful_pairs(store, m_limit);
        if (m_format == "json") {
            Json out = Json::array();
            for (const DoubtfulPair& pair : pairs) {
                out.push_back(
                    {{"first", to_json(pair.first)}, {"second", to_json(pair.second)}, {"reason", pair.reason}});
            }
            terminal.out() << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
            return exit_done;
        }
        std::vector<Row> rows;
        for (const DoubtfulPair& pair : pairs) {
            rows.push_back(
                {pair.first.key.text(), pair.second.key.text(), pair.reason,
                 name_in(pair.first, m_language.tongue()) + " / " + name_in(pair.second, m_language.tongue())});
        }
        if (rows.empty())
            terminal.note("no pair is doubtful");
        else
            write_table(terminal.out(), {"FIRST", "SECOND", "WHY", "NAMES"}, rows);
        return exit_done;
    }

    static void list(std::ostream& out, const char* label, const std::vector<Naming>& namings) {
        constexpr std::size_t most = 8;
        for (std::size_t i = 0; i < std::min(namings.size(), most); ++i) {
            out << fmt::format("{:<14}{} ({})\n", i == 0 ? label : "", visible(namings[i].text), namings[i].times);
        }
    }

    std::string m_name;
    std::string m_as_of;
    bool m_doubtful = false;
    std::size_t m_limit = 100;
    std::string m_format = "table";
    std::string m_db = "story.db";
    LanguageOption m_language;
};

}  // namespace

std::unique_ptr<Command> make_who_command() { return std::make_unique<WhoCommand>(); }

}  // namespace isnad::app
