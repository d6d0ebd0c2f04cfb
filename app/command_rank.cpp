// isnad rank: who stands in the middle of what happened, over a window.

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include "isnad/graph/network.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

const std::map<std::string, RankBy> orders{
    {"pagerank", RankBy::page_rank}, {"betweenness", RankBy::betweenness}, {"events", RankBy::events}};

class RankCommand : public Command {
public:
    std::string name() const override { return "rank"; }
    std::string summary() const override { return "Who stands in the middle: PageRank and betweenness of actors"; }
    std::string example() const override {
        return "isnad rank --from 2016-07-01 --to 2016-07-31\n"
               "  isnad rank --by betweenness --type person --limit 10 --format json\n\n"
               "PageRank: whose events the events of others lead to. Betweenness: over whom the shortest chains of\n"
               "events between others run, in pairs of actors and events. GROUP: actors joined by some chain.";
    }

    void setup(CLI::App& app) override {
        app.add_option("--by", m_by, "pagerank, betweenness or events")
            ->capture_default_str()
            ->check(CLI::IsMember({"pagerank", "betweenness", "events"}));
        app.add_option("--type", m_type, "Only these actors: person, organization, country, ...")->type_name("TYPE");
        app.add_option("--limit", m_limit, "Actors to print at most")->type_name("N")->capture_default_str();
        m_window.add_to(app);
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        app.add_option("--about", m_about, "Only what this person, body or country takes part in")->type_name("NAME");
        app.add_option("--format", m_format, "table, json or csv")
            ->capture_default_str()
            ->check(CLI::IsMember({"table", "json", "csv"}));
        add_db_option(app, m_db);
        m_language.add_to(app);
        m_output.add_to(app);
    }

    int run(Terminal& terminal) override {
        if (!m_type.empty() && !parse_node_type(m_type)) {
            throw UsageError(fmt::format("--type {}: no such type of actor", m_type));
        }
        const Store store = Store::open(m_db);
        ViewFilter filter;
        filter.window = m_window.window();
        filter.as_of = day_option(m_as_of, "--as-of");
        filter.statements = false;
        filter.tellings = false;
        if (!m_about.empty()) {
            if (!known(find_actor(store, m_about), terminal)) return exit_failed;
            filter.about = m_about;
        }
        const View view = load_view(store, filter);
        auto ranks = rank_actors(view, {.by = orders.at(m_by)});
        if (!m_type.empty()) {
            std::erase_if(ranks, [&](const auto& rank) { return to_string(view.actor(rank.actor).type) != m_type; });
        }
        if (ranks.size() > m_limit) ranks.resize(m_limit);
        Output output(m_output.path, m_output.force, terminal.out());
        write(view, ranks, output.stream());
        output.finish();
        if (ranks.empty()) terminal.note("nobody takes part in anything then");
        return exit_done;
    }

private:
    void write(const View& view, const std::vector<RankedActor>& ranks, std::ostream& out) const {
        if (m_format == "json") {
            Json all = Json::array();
            for (std::size_t i = 0; i < ranks.size(); ++i) all.push_back(to_json(view, ranks[i], i + 1));
            out << all.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
            return;
        }
        std::vector<Row> rows;
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            const Actor& actor = view.actor(ranks[i].actor);
            rows.push_back({std::to_string(i + 1), fmt::format("{:.4f}", ranks[i].page_rank),
                            fmt::format("{:.1f}", ranks[i].betweenness), std::to_string(ranks[i].events),
                            std::to_string(ranks[i].component + 1), to_string(actor.type),
                            name_in(actor, m_language.tongue())});
        }
        if (m_format == "csv") {
            write_csv(out, {"rank", "pagerank", "betweenness", "events", "group", "type", "name"}, rows);
        } else if (!rows.empty()) {
            write_table(out, {"RANK", "PAGERANK", "BETWEENNESS", "EVENTS", "GROUP", "TYPE", "NAME"}, rows);
        }
    }

    [[nodiscard]] Json to_json(const View& view, const RankedActor& rank, std::size_t place) const {
        const Actor& actor = view.actor(rank.actor);
        return {{"rank", place},
                {"actor", actor.key.text()},
                {"name", name_in(actor, m_language.tongue())},
                {"type", to_string(actor.type)},
                {"pagerank", std::round(rank.page_rank * 1e6) / 1e6},
                {"betweenness", std::round(rank.betweenness * 1e3) / 1e3},
                {"events", rank.events},
                {"group", rank.component + 1}};
    }

    std::string m_by = "pagerank";
    std::string m_type;
    std::size_t m_limit = 20;
    WindowOptions m_window;
    std::string m_as_of;
    std::string m_about;
    std::string m_format = "table";
    std::string m_db = "story.db";
    LanguageOption m_language;
    OutputOptions m_output;
};

}  // namespace

std::unique_ptr<Command> make_rank_command() { return std::make_unique<RankCommand>(); }

}  // namespace isnad::app
