// isnad path: the shortest chain of events between two actors, and who mediates.

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include "isnad/graph/network.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

bool is_encounter(EventType type) {
    return type == EventType::meeting || type == EventType::talks || type == EventType::call ||
           type == EventType::visit;
}

class PathCommand : public Command {
public:
    std::string name() const override { return "path"; }
    std::string summary() const override { return "The shortest chain of events between two actors, and who mediates"; }
    std::string example() const override {
        return "isnad path \"Staffan de Mistura\" \"Vladimir Putin\"\n"
               "  isnad path Kerry Assad --from 2016-07-01 --to 2016-07-31 --meetings --format json\n\n"
               "Neighbours in the chain take part in one event. A mediator stands on one of the shortest chains, with\n"
               "the share of them that pass through. What is denied joins nobody.";
    }

    void setup(CLI::App& app) override {
        app.add_option("first", m_first, "A person, body or country")->required()->type_name("NAME");
        app.add_option("second", m_second, "Another one")->required()->type_name("NAME");
        m_window.add_to(app);
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        app.add_flag("--meetings", m_meetings, "Only over meetings, talks, calls and visits");
        app.add_option("--format", m_format, "table or json")
            ->capture_default_str()
            ->check(CLI::IsMember({"table", "json"}));
        add_db_option(app, m_db);
        m_language.add_to(app);
        m_output.add_to(app);
    }

    int run(Terminal& terminal) override {
        ViewFilter filter;
        filter.window = m_window.window();
        filter.as_of = day_option(m_as_of, "--as-of");
        filter.statements = false;
        filter.tellings = false;
        const Store store = Store::open(m_db);
        const NameLookup first = find_actor(store, m_first);
        const NameLookup second = find_actor(store, m_second);
        if (!known(first, terminal) || !known(second, terminal)) return exit_failed;
        if (first.actor->key == second.actor->key) {
            throw UsageError(fmt::format("both names are {}", first.actor->any_name()));
        }
        View view = load_view(store, filter);
        if (m_meetings) std::erase_if(view.events, [](const auto& event) { return !is_encounter(event.type); });
        const Chain chain = find_chain(view, first.actor->key, second.actor->key);
        Output output(m_output.path, m_output.force, terminal.out());
        if (m_format == "json") {
            output.stream() << to_json(view, chain).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        } else {
            write(view, chain, output.stream());
        }
        output.finish();
        if (chain.actors.empty()) {
            terminal.note(
                fmt::format("no chain of events joins {} and {}", first.actor->any_name(), second.actor->any_name()));
        }
        return exit_done;
    }

private:
    [[nodiscard]] std::string name_of(const View& view, ActorRef actor) const {
        return name_in(view.actor(actor), m_language.tongue());
    }

    static std::string days(const Interval& when) {
        const auto day = [](const std::optional<Day>& value) { return value ? to_string(*value) : std::string("?"); };
        return when.from == when.to ? day(when.from) : day(when.from) + ".." + day(when.to);
    }

    void write(const View& view, const Chain& chain, std::ostream& out) const {
        for (std::size_t i = 0; i < chain.actors.size(); ++i) {
            if (i > 0) {
                const EventInstance& event = view.event(chain.events[i - 1]);
                out << fmt::format("    {}  {}, {}  {}\n", days(event.when), info(event.type).name,
                                   to_string(event.modality), event.key.text());
            }
            out << visible(name_of(view, chain.actors[i])) << '\n';
        }
        if (chain.mediators.empty()) return;
        std::vector<Row> rows;
        for (const Mediator& mediator : chain.mediators) {
            rows.push_back({fmt::format("{:.0f}%", 100 * mediator.share), name_of(view, mediator.actor)});
        }
        out << '\n';
        write_table(out, {fmt::format("OF {:.0f}", chain.chains), "MEDIATOR"}, rows);
    }

    [[nodiscard]] Json to_json(const View& view, const Chain& chain) const {
        Json steps = Json::array();
        for (std::size_t i = 0; i < chain.actors.size(); ++i) {
            if (i > 0) {
                const EventInstance& event = view.event(chain.events[i - 1]);
                const auto day = [](const std::optional<Day>& d) { return d ? Json(to_string(*d)) : Json(nullptr); };
                steps.push_back({{"event", event.key.text()},
                                 {"type", info(event.type).name},
                                 {"from", day(event.when.from)},
                                 {"to", day(event.when.to)},
                                 {"modality", to_string(event.modality)}});
            }
            const ActorRef actor = chain.actors[i];
            steps.push_back({{"actor", view.actor(actor).key.text()}, {"name", name_of(view, actor)}});
        }
        Json mediators = Json::array();
        for (const Mediator& mediator : chain.mediators) {
            mediators.push_back({{"actor", view.actor(mediator.actor).key.text()},
                                 {"name", name_of(view, mediator.actor)},
                                 {"share", mediator.share}});
        }
        return {{"chain", std::move(steps)}, {"shortest_chains", chain.chains}, {"mediators", std::move(mediators)}};
    }

    std::string m_first;
    std::string m_second;
    WindowOptions m_window;
    std::string m_as_of;
    bool m_meetings = false;
    std::string m_format = "table";
    std::string m_db = "story.db";
    LanguageOption m_language;
    OutputOptions m_output;
};

}  // namespace

std::unique_ptr<Command> make_path_command() { return std::make_unique<PathCommand>(); }

}  // namespace isnad::app
