#include "graph_shapes.hpp"
#include "node_looks.hpp"
#include "sentences.hpp"
#include "spells.hpp"
#include "xml.hpp"

#include <array>
#include <string>
#include <vector>

namespace isnad {

namespace {

using Type = GraphAttribute::Type;

constexpr std::array of_nodes{
    GraphAttribute{"kind"},
    GraphAttribute{"type"},
    GraphAttribute{"key"},
    GraphAttribute{"label_en"},
    GraphAttribute{"label_ar"},
    GraphAttribute{"sentence"},
    GraphAttribute{"from"},
    GraphAttribute{"to"},
    GraphAttribute{"certainty"},
    GraphAttribute{"modality"},
    GraphAttribute{"polarity"},
    GraphAttribute{"disputed", Type::flag},
    GraphAttribute{"place"},
    GraphAttribute{"topic"},
    GraphAttribute{"plover"},
    GraphAttribute{"cameo"},
    GraphAttribute{"sources", Type::whole},
    GraphAttribute{"documents"},
    GraphAttribute{"outlets"},
    GraphAttribute{"urls"},
    GraphAttribute{"description"},
    GraphAttribute{"country"},
    GraphAttribute{"wikidata"},
    GraphAttribute{"degree", Type::whole},
    GraphAttribute{"page_rank", Type::number},
};

constexpr std::array of_edges{GraphAttribute{"role"}};

const char* role_of(const GraphEdge& edge) {
    switch (edge.kind) {
        case GraphEdge::Kind::plays: return to_string(edge.role);
        case GraphEdge::Kind::at: return "at";
        case GraphEdge::Kind::part_of: return "part_of";
    }
    return "part_of";
}

class EventGraphWriter {
public:
    EventGraphWriter(const View& view, const ExportOptions& options, GraphSink& sink)
        : m_view(view),
          m_tongue(options.tongue),
          m_sink(sink),
          m_links(link_events(view)),
          m_points(lay_out(m_links.links)),
          m_figures(figures_of(m_links.links, options.size_by)) {}

    void run() {
        m_sink.begin(of_nodes, of_edges);
        const std::vector<std::vector<Interval>> spells = actor_spells();
        for (std::size_t i = 0; i < m_view.actors.size(); ++i) {
            if (m_figures.degree[i] > 0) actor(i, spells[i]);
        }
        for (std::size_t i = 0; i < m_view.events.size(); ++i) event(i);
        for (std::size_t i = 0; i < m_links.edges.size(); ++i) edge(i);
        m_sink.finish();
    }

private:
    /// The days of the events that each actor, or place, is joined to.
    [[nodiscard]] std::vector<std::vector<Interval>> actor_spells() const {
        std::vector<std::vector<Interval>> out(m_view.actors.size());
        for (const Link& link : m_links.links.pairs) {
            const auto spell = spell_of(m_view.events[link.a - m_view.actors.size()].when);
            if (spell && link.b < out.size()) out[link.b].push_back(*spell);
        }
        for (std::vector<Interval>& spells : out) unite(spells);
        return out;
    }

    void actor(std::size_t index, const std::vector<Interval>& spells) {
        const Actor& actor = m_view.actors[index];
        m_sink.begin_node(actor.key.text(), name_in(actor, m_tongue),
                          {m_points[index], 10 + 40 * m_figures.share[index], colour_of(actor.type)}, spells);
        m_sink.text("actor");
        m_sink.text(to_string(actor.type));
        m_sink.text(actor.key.text());
        m_sink.text(actor.name_en);
        m_sink.text(actor.name_ar);
        nothing(6);  // sentence to polarity
        m_sink.flag(false);
        nothing(4);  // place to cameo
        m_sink.whole(0);
        nothing(3);  // documents to urls
        m_sink.text(actor.description);
        m_sink.text(actor.country);
        m_sink.text(actor.wikidata);
        end_node(index);
    }

    void event(std::size_t index) {
        const EventInstance& event = m_view.events[index];
        const std::size_t vertex = m_view.actors.size() + index;
        m_sink.begin_node(event.key.text(), event_label(event, m_tongue),
                          {m_points[vertex], 6 + 14 * m_figures.share[vertex], colour_of(event)}, days(event));
        m_sink.text("event");
        m_sink.text(info(event.type).name);
        m_sink.text(event.key.text());
        m_sink.text(event_label(event, Tongue::en));
        m_sink.text(event_label(event, Tongue::ar));
        m_sink.text(event_sentence(m_view, event, m_tongue).text);
        m_sink.text(event.when.from ? to_string(*event.when.from) : std::string());
        m_sink.text(event.when.to ? to_string(*event.when.to) : std::string());
        m_sink.text(to_string(event.certainty));
        m_sink.text(to_string(event.modality));
        m_sink.text(to_string(event.polarity));
        m_sink.flag(event.disputed);
        m_sink.text(event.place ? name_in(m_view.actor(*event.place), m_tongue) : std::string());
        m_sink.text(event.topic);
        m_sink.text(info(event.type).plover);
        m_sink.text(info(event.type).cameo);
        m_sink.whole(static_cast<std::int64_t>(event.independent_sources));
        documents(event);
        nothing(3);  // description to wikidata
        end_node(vertex);
    }

    void documents(const EventInstance& event) {
        m_ids.clear();
        m_outlets.clear();
        m_urls.clear();
        const auto add = [](std::string& list, const char* separator, const std::string& item) {
            if (item.empty()) return;
            if (!list.empty()) list += separator;
            list += item;
        };
        const SourceDocument* last = nullptr;
        for (const Telling& telling : event.tellings) {
            const SourceDocument& document = m_view.document(telling.document);
            if (&document == last) continue;
            last = &document;
            add(m_ids, " ", document.id.text());
            add(m_outlets, "; ", document.outlet);
            add(m_urls, " ", gephi_safe_url(document.url));
        }
        m_sink.text(m_ids);
        m_sink.text(m_outlets);
        m_sink.text(m_urls);
    }

    void nothing(int values) {
        for (int i = 0; i < values; ++i) m_sink.text({});
    }

    void end_node(std::size_t vertex) {
        m_sink.whole(static_cast<std::int64_t>(m_figures.degree[vertex]));
        m_sink.number(m_figures.page_rank[vertex]);
        m_sink.end_node();
    }

    void edge(std::size_t index) {
        const Link& link = m_links.links.pairs[index];
        const EventInstance& event = m_view.events[link.a - m_view.actors.size()];
        const bool to_event = link.b >= m_view.actors.size();
        const std::string& other =
            to_event ? m_view.events[link.b - m_view.actors.size()].key.text() : m_view.actors[link.b].key.text();
        m_sink.begin_edge(index, event.key.text(), other, 1, days(event));
        m_sink.text(role_of(m_links.edges[index]));
        m_sink.end_edge();
    }

    /// None, or one.
    std::span<const Interval> days(const EventInstance& event) {
        const auto spell = spell_of(event.when);
        if (!spell) return {};
        m_days = *spell;
        return {&m_days, 1};
    }

    const View& m_view;
    Tongue m_tongue;
    GraphSink& m_sink;
    EventLinks m_links;
    std::vector<Point> m_points;
    NodeFigures m_figures;
    Interval m_days;
    std::string m_ids;
    std::string m_outlets;
    std::string m_urls;
};

}  // namespace

void write_event_graph(const View& view, const ExportOptions& options, GraphSink& sink) {
    EventGraphWriter(view, options, sink).run();
}

}  // namespace isnad
