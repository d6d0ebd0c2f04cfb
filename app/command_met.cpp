// isnad met: who met whom, when, where, and who says so.

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

std::string days(const Interval& when) {
    const auto day = [](const std::optional<Day>& value) { return value ? to_string(*value) : std::string("?"); };
    return when.from == when.to ? day(when.from) : day(when.from) + ".." + day(when.to);
}

/// Names of those who take part, each once.
std::vector<std::string> names(const View& view, const EventInstance& event, Tongue tongue) {
    std::vector<std::string> out;
    for (const Played& played : event.participants) {
        const std::string name = name_in(view.actor(played.actor), tongue);
        if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    }
    return out;
}

Json to_json(const View& view, const EventInstance& event, Tongue tongue) {
    const auto day = [](const std::optional<Day>& value) { return value ? Json(to_string(*value)) : Json(nullptr); };
    Json documents = Json::array();
    for (const DocumentKey& id : view.documents_of(event)) documents.push_back(id.text());
    Json history = Json::array();
    for (const Telling& telling : event.tellings) {
        const SourceDocument& document = view.document(telling.document);
        Json entry{{"document", document.id.text()},
                   {"published", to_string(document.published)},
                   {"modality", to_string(telling.modality)},
                   {"text", telling.words}};
        if (document.inferred) entry["published_inferred"] = true;
        // A page may print its text twice.
        if (std::find(history.begin(), history.end(), entry) == history.end()) history.push_back(std::move(entry));
    }
    return {{"event", event.key.text()},
            {"type", info(event.type).name},
            {"from", day(event.when.from)},
            {"to", day(event.when.to)},
            {"place", event.place ? Json(name_in(view.actor(*event.place), tongue)) : Json(nullptr)},
            {"modality", to_string(event.modality)},
            {"support", event.support / 100.0},
            {"participants", names(view, event, tongue)},
            {"documents", std::move(documents)},
            {"history", std::move(history)}};
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : separator) + part;
    return out;
}

/// "s01 (planned), s02"
std::string told_by(const View& view, const EventInstance& event) {
    std::vector<std::string> parts;
    for (const DocumentKey& id : view.documents_of(event)) {
        std::string text = id.text();
        const auto tells = [&](Modality modality) {
            return std::any_of(event.tellings.begin(), event.tellings.end(), [&](const Telling& telling) {
                return view.document(telling.document).id == id && telling.modality == modality;
            });
        };
        std::vector<std::string> ways;
        for (const Modality modality :
             {Modality::planned, Modality::possible, Modality::conditional, Modality::denied}) {
            if (tells(modality)) ways.emplace_back(to_string(modality));
        }
        if (!tells(Modality::asserted)) text += " (" + joined(ways, ", ") + ")";
        parts.push_back(std::move(text));
    }
    return joined(parts, ", ");
}

class MetCommand : public Command {
public:
    std::string name() const override { return "met"; }
    std::string summary() const override { return "Who met whom, when and where, and who says so"; }
    std::string example() const override {
        return "isnad met \"John Kerry\" --with \"Vladimir Putin\"\n"
               "  isnad met Lavrov --from 2016-07-01 --to 2016-07-31 --format json\n"
               "  isnad met                                the pairs of people that met most often\n"
               "  isnad met Kerry --as-of 2016-07-14       what was known on the evening of that day";
    }

    void setup(CLI::App& app) override {
        auto* name = app.add_option("name", m_query.name,
                                    "A person, body or country, in Arabic or Latin letters; without one, the pairs of "
                                    "people that met most often")
                         ->type_name("NAME");
        app.add_option("--with", m_query.with, "Only meetings with this one")->type_name("NAME")->needs(name);
        m_window.add_to(app);
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        app.add_flag("--possible", m_query.possible, "Those as well that are only possible, or hang on a condition");
        m_support.add_to(app);
        app.add_option("--format", m_format, "table, json or csv")
            ->capture_default_str()
            ->check(CLI::IsMember({"table", "json", "csv"}));
        add_db_option(app, m_db);
        m_language.add_to(app);
        m_output.add_to(app);
    }

    int run(Terminal& terminal) override {
        m_query.window = m_window.window();
        m_query.as_of = day_option(m_as_of, "--as-of");
        m_query.min_support = m_support.percent(m_query.min_support);
        const Store store = Store::open(m_db);
        if (m_query.name.empty()) return list_pairs(store, terminal);
        const MetAnswer answer = met(store, m_query);
        const bool name_known = known(answer.name, terminal);
        if (!name_known || (answer.with && !known(*answer.with, terminal))) return exit_failed;
        Output output(m_output.path, m_output.force, terminal.out());
        if (m_format == "json") {
            Json events = Json::array();
            for (const EventInstance& event : answer.view.events) {
                events.push_back(to_json(answer.view, event, m_language.tongue()));
            }
            output.stream() << events.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        } else {
            write_rows(answer, output.stream());
        }
        output.finish();
        if (answer.view.events.empty()) terminal.note(nothing(answer));
        if (answer.possible > 0)
            terminal.note(fmt::format("{} more {} only possible: --possible shows {}", answer.possible,
                                      answer.possible == 1 ? "is" : "are", answer.possible == 1 ? "it" : "them"));
        if (answer.weak > 0)
            terminal.note(fmt::format("{} more {} told too weakly to be listed: --min-support 0 shows {}", answer.weak,
                                      answer.weak == 1 ? "is" : "are", answer.weak == 1 ? "it" : "them"));
        if (answer.undated > 0)
            terminal.note(fmt::format("{} {} of these meetings {} no day", answer.undated,
                                      answer.undated == 1 ? "mention" : "mentions",
                                      answer.undated == 1 ? "gives" : "give"));
        return exit_done;
    }

private:
    int list_pairs(const Store& store, Terminal& terminal) const {
        if (m_query.as_of) throw UsageError("--as-of: expected a name with it");
        const auto pairs = met_pairs(store, m_query);
        Output output(m_output.path, m_output.force, terminal.out());
        std::vector<app::Row> rows;
        Json all = Json::array();
        for (const MetPair& pair : pairs) {
            const auto& first = name_in(pair.first, m_language.tongue());
            const auto& second = name_in(pair.second, m_language.tongue());
            rows.push_back({std::to_string(rows.size() + 1), first, second, std::to_string(pair.meetings),
                            std::to_string(pair.calls), to_string(pair.last)});
            all.push_back({{"pair", {first, second}},
                           {"meetings", pair.meetings},
                           {"calls", pair.calls},
                           {"last", to_string(pair.last)}});
        }
        if (m_format == "json")
            output.stream() << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        else if (m_format == "csv")
            write_csv(output.stream(), {"rank", "one", "other", "meetings", "calls", "last"}, rows);
        else if (!rows.empty())
            write_table(output.stream(), {"", "ONE", "OTHER", "MEETINGS", "CALLS", "LAST"}, rows);
        output.finish();
        if (pairs.empty()) terminal.note("no two people are told to have met on a day");
        return exit_done;
    }

    void write_rows(const MetAnswer& answer, std::ostream& out) const {
        std::vector<app::Row> rows;
        for (const EventInstance& event : answer.view.events) {
            rows.push_back({days(event.when), info(event.type).name.data(), to_string(event.modality),
                            event.place ? name_in(answer.view.actor(*event.place), m_language.tongue()) : "",
                            told_by(answer.view, event), joined(names(answer.view, event, m_language.tongue()), ", ")});
        }
        if (m_format == "csv") {
            write_csv(out, {"days", "type", "modality", "place", "told_by", "participants"}, rows);
        } else if (!rows.empty()) {
            write_table(out, {"DAYS", "TYPE", "MODALITY", "PLACE", "TOLD BY", "PARTICIPANTS"}, rows);
        }
    }

    [[nodiscard]] static std::string nothing(const MetAnswer& answer) {
        std::string text = "no meeting of " + answer.name.actor->any_name();
        if (answer.with) text += " with " + answer.with->actor->any_name();
        return text + " is told of";
    }

    MetQuery m_query;
    WindowOptions m_window;
    SupportOption m_support;
    std::string m_as_of;
    std::string m_format = "table";
    std::string m_db = "story.db";
    LanguageOption m_language;
    OutputOptions m_output;
};

}  // namespace

std::unique_ptr<Command> make_met_command() { return std::make_unique<MetCommand>(); }

}  // namespace isnad::app
