#include "graph_shapes.hpp"
#include "node_looks.hpp"
#include "spells.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <vector>

namespace isnad {

namespace {

using Type = GraphAttribute::Type;

constexpr std::array of_nodes{
    GraphAttribute{"type"},
    GraphAttribute{"key"},
    GraphAttribute{"label_en"},
    GraphAttribute{"label_ar"},
    GraphAttribute{"description"},
    GraphAttribute{"country"},
    GraphAttribute{"wikidata"},
    GraphAttribute{"degree", Type::whole},
    GraphAttribute{"page_rank", Type::number},
};

constexpr std::array of_edges{
    GraphAttribute{"events", Type::whole},
    GraphAttribute{"encounters", Type::whole},
    GraphAttribute{"happened", Type::whole},
    GraphAttribute{"expected", Type::whole},
    GraphAttribute{"denied", Type::whole},
    GraphAttribute{"first"},
    GraphAttribute{"last"},
    GraphAttribute{"types"},
    GraphAttribute{"keys"},
};

bool is_encounter(EventType type) {
    return type == EventType::meeting || type == EventType::talks || type == EventType::visit ||
           type == EventType::call;
}

/// Two actors and one event that both take part in.
struct Shared {
    Link pair;
    std::uint32_t event = 0;
    friend bool operator<(const Shared& x, const Shared& y) {
        return std::tie(x.pair.a, x.pair.b, x.event) < std::tie(y.pair.a, y.pair.b, y.event);
    }
};

std::vector<Shared> shared_events(const View& view) {
    std::vector<Shared> out;
    std::vector<std::uint32_t> actors;
    for (std::uint32_t i = 0; i < view.events.size(); ++i) {
        actors.clear();
        for (const Played& played : view.events[i].participants) {
            actors.push_back(static_cast<std::uint32_t>(played.actor.value()));
        }
        std::sort(actors.begin(), actors.end());
        actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
        for (std::size_t a = 0; a < actors.size(); ++a) {
            for (std::size_t b = a + 1; b < actors.size(); ++b) out.push_back({{actors[a], actors[b]}, i});
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// What all events of one pair come to.
struct Bond {
    std::size_t events = 0;
    std::size_t encounters = 0;
    std::size_t happened = 0;
    std::size_t expected = 0;
    std::size_t denied = 0;
    std::vector<Interval> spells;
    std::string types;  ///< each once, as they come
    std::string keys;

    void add(const EventInstance& event) {
        ++events;
        if (is_encounter(event.type)) ++encounters;
        ++(event.modality == Modality::asserted ? happened : event.modality == Modality::denied ? denied : expected);
        if (const auto spell = spell_of(event.when)) spells.push_back(*spell);
        const std::string type(info(event.type).name);
        if ((" " + types + " ").find(" " + type + " ") == std::string::npos) types += (types.empty() ? "" : " ") + type;
        keys += (keys.empty() ? "" : " ") + event.key.text();
    }
};

class PeopleGraphWriter {
public:
    PeopleGraphWriter(const View& view, const ExportOptions& options, GraphSink& sink)
        : m_view(view), m_options(options), m_sink(sink), m_shared(shared_events(view)) {
        number_actors();
        m_points = lay_out(m_links);
        m_figures = figures_of(m_links, options.size_by);
    }

    void run() {
        m_sink.begin(of_nodes, of_edges);
        for (std::size_t vertex = 0; vertex < m_actors.size(); ++vertex) node(vertex);
        std::size_t number = 0;
        for (auto it = m_shared.cbegin(); it != m_shared.cend();) it = edge(it, number++);
        m_sink.finish();
    }

private:
    using Run = std::vector<Shared>::const_iterator;

    [[nodiscard]] Run end_of(Run first) const {
        return std::find_if(first, m_shared.end(), [&](const Shared& shared) {
            return shared.pair.a != first->pair.a || shared.pair.b != first->pair.b;
        });
    }

    /// Vertices are the actors that share an event, in the order of the view.
    void number_actors() {
        std::vector<std::uint32_t> vertex_of(m_view.actors.size(), 0);
        for (const Shared& shared : m_shared) vertex_of[shared.pair.a] = vertex_of[shared.pair.b] = 1;
        for (std::uint32_t i = 0; i < vertex_of.size(); ++i) {
            if (vertex_of[i] == 0) continue;
            vertex_of[i] = static_cast<std::uint32_t>(m_actors.size());
            m_actors.push_back(i);
        }
        m_links.vertices = m_actors.size();
        m_spells.resize(m_actors.size());
        for (auto it = m_shared.cbegin(); it != m_shared.cend(); it = end_of(it)) {
            m_links.pairs.push_back({vertex_of[it->pair.a], vertex_of[it->pair.b]});
        }
        for (const Shared& shared : m_shared) {
            const auto spell = spell_of(m_view.events[shared.event].when);
            if (!spell) continue;
            m_spells[vertex_of[shared.pair.a]].push_back(*spell);
            m_spells[vertex_of[shared.pair.b]].push_back(*spell);
        }
        for (std::vector<Interval>& spells : m_spells) unite(spells);
    }

    void node(std::size_t vertex) {
        const Actor& actor = m_view.actors[m_actors[vertex]];
        m_sink.begin_node(actor.key.text(), name_in(actor, m_options.tongue),
                          {m_points[vertex], 10 + 40 * m_figures.share[vertex], colour_of(actor.type)},
                          m_spells[vertex]);
        m_sink.text(to_string(actor.type));
        m_sink.text(actor.key.text());
        m_sink.text(actor.name_en);
        m_sink.text(actor.name_ar);
        m_sink.text(actor.description);
        m_sink.text(actor.country);
        m_sink.text(actor.wikidata);
        m_sink.whole(static_cast<std::int64_t>(m_figures.degree[vertex]));
        m_sink.number(m_figures.page_rank[vertex]);
        m_sink.end_node();
    }

    Run edge(Run first, std::size_t number) {
        const Run end = end_of(first);
        Bond bond;
        for (Run it = first; it != end; ++it) bond.add(m_view.events[it->event]);
        unite(bond.spells);
        m_sink.begin_edge(number, m_view.actors[first->pair.a].key.text(), m_view.actors[first->pair.b].key.text(),
                          static_cast<double>(bond.events), bond.spells);
        for (const std::size_t count : {bond.events, bond.encounters, bond.happened, bond.expected, bond.denied}) {
            m_sink.whole(static_cast<std::int64_t>(count));
        }
        m_sink.text(bond.spells.empty() ? std::string() : to_string(*bond.spells.front().from));
        m_sink.text(bond.spells.empty() ? std::string() : to_string(*bond.spells.back().to));
        m_sink.text(bond.types);
        m_sink.text(bond.keys);
        m_sink.end_edge();
        return end;
    }

    const View& m_view;
    const ExportOptions& m_options;
    GraphSink& m_sink;
    std::vector<Shared> m_shared;
    std::vector<std::uint32_t> m_actors;  ///< of each vertex
    std::vector<std::vector<Interval>> m_spells;
    Links m_links;
    std::vector<Point> m_points;
    NodeFigures m_figures;
};

}  // namespace

void write_people_graph(const View& view, const ExportOptions& options, GraphSink& sink) {
    PeopleGraphWriter(view, options, sink).run();
}

}  // namespace isnad
