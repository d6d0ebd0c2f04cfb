#include "isnad/export/graphml.hpp"

#include "layout.hpp"
#include "sentences.hpp"
#include "xml.hpp"

#include "isnad/graph/event_graph.hpp"

#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace isnad {

namespace {

constexpr std::size_t flush_at = 64 * 1024;

struct Attribute {
    const char* name;  ///< id and name in one
    const char* type;
};

constexpr std::array node_attributes{
    Attribute{"label", "string"},       Attribute{"kind", "string"},      Attribute{"type", "string"},
    Attribute{"key", "string"},         Attribute{"label_en", "string"},  Attribute{"label_ar", "string"},
    Attribute{"sentence", "string"},    Attribute{"from", "string"},      Attribute{"to", "string"},
    Attribute{"certainty", "string"},   Attribute{"modality", "string"},  Attribute{"polarity", "string"},
    Attribute{"disputed", "boolean"},   Attribute{"place", "string"},     Attribute{"topic", "string"},
    Attribute{"plover", "string"},      Attribute{"cameo", "string"},     Attribute{"sources", "int"},
    Attribute{"documents", "string"},   Attribute{"outlets", "string"},   Attribute{"urls", "string"},
    Attribute{"description", "string"}, Attribute{"country", "string"},   Attribute{"wikidata", "string"},
    Attribute{"degree", "int"},         Attribute{"page_rank", "double"}, Attribute{"size", "double"},
    Attribute{"color", "string"},       Attribute{"x", "double"},         Attribute{"y", "double"},
};

/// None of a node attribute's name: the ids of keys are unique in the file.
constexpr std::array edge_attributes{
    Attribute{"role", "string"},
    Attribute{"weight", "double"},
};

const char* colour_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "#1f77b4";
        case NodeType::country: return "#2ca02c";
        case NodeType::organization: return "#17becf";
        case NodeType::armed_group: return "#8c564b";
        case NodeType::media: return "#9467bd";
        case NodeType::place: return "#bcbd22";
        case NodeType::group: return "#7f7f7f";
    }
    return "#7f7f7f";
}

const char* colour_of(const EventInstance& event) {
    if (event.disputed) return "#e377c2";
    switch (event.modality) {
        case Modality::asserted: return "#d62728";
        case Modality::denied: return "#4d4d4d";
        default: return "#ffb277";
    }
}

class GraphmlWriter {
public:
    GraphmlWriter(const View& view, std::ostream& out, const ExportOptions& options)
        : m_view(view), m_out(out), m_options(options), m_graph(build_graph(view)), m_measures(measure(m_graph)) {
        m_points = lay_out(m_graph, m_measures);
        for (const double rank : m_measures.page_rank) m_top_rank = std::max(m_top_rank, rank);
    }

    void run() {
        head();
        for (GraphVertexId v = 0; v < boost::num_vertices(m_graph); ++v) node(v);
        std::size_t number = 0;
        for (auto [it, end] = boost::edges(m_graph); it != end; ++it) edge(*it, number++);
        m_text += "  </graph>\n</graphml>\n";
        flush();
    }

private:
    void head() {
        m_text +=
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
        for (const Attribute& attribute : node_attributes) key("node", attribute);
        for (const Attribute& attribute : edge_attributes) key("edge", attribute);
        m_text += "  <graph edgedefault=\"undirected\">\n";
    }

    void key(const char* of, const Attribute& attribute) {
        m_text += "    <key id=\"";
        m_text += attribute.name;
        m_text += "\" for=\"";
        m_text += of;
        m_text += "\" attr.name=\"";
        m_text += attribute.name;
        m_text += "\" attr.type=\"";
        m_text += attribute.type;
        m_text += "\"/>\n";
    }

    void data(const char* name, std::string_view value) {
        open(name);
        append_xml_text(m_text, value);
        m_text += "</data>\n";
    }
    void data(const char* name, double value) {
        open(name);
        append_double(m_text, value);
        m_text += "</data>\n";
    }
    void data(const char* name, std::size_t value) {
        open(name);
        m_text += std::to_string(value);
        m_text += "</data>\n";
    }
    void open(const char* name) {
        m_text += "      <data key=\"";
        m_text += name;
        m_text += "\">";
    }

    [[nodiscard]] static std::string day(const std::optional<Day>& value) { return value ? to_string(*value) : ""; }

    void actor(const Actor& actor) {
        data("label", name_in(actor, m_options.tongue));
        data("kind", std::string_view("actor"));
        data("type", std::string_view(to_string(actor.type)));
        data("key", actor.key.text());
        data("label_en", actor.name_en);
        data("label_ar", actor.name_ar);
        for (const char* name : {"sentence", "from", "to", "certainty", "modality", "polarity"})
            data(name, std::string_view());
        data("disputed", std::string_view("false"));
        for (const char* name : {"place", "topic", "plover", "cameo"}) data(name, std::string_view());
        data("sources", std::size_t{0});
        for (const char* name : {"documents", "outlets", "urls"}) data(name, std::string_view());
        data("description", actor.description);
        data("country", actor.country);
        data("wikidata", actor.wikidata);
    }

    void event(const EventInstance& event) {
        data("label", event_label(event, m_options.tongue));
        data("kind", std::string_view("event"));
        data("type", info(event.type).name);
        data("key", event.key.text());
        data("label_en", event_label(event, Tongue::en));
        data("label_ar", event_label(event, Tongue::ar));
        data("sentence", event_sentence(m_view, event, m_options.tongue).text);
        data("from", day(event.when.from));
        data("to", day(event.when.to));
        data("certainty", std::string_view(to_string(event.certainty)));
        data("modality", std::string_view(to_string(event.modality)));
        data("polarity", std::string_view(to_string(event.polarity)));
        data("disputed", std::string_view(event.disputed ? "true" : "false"));
        data("place", event.place ? name_in(m_view.actor(*event.place), m_options.tongue) : std::string());
        data("topic", event.topic);
        data("plover", info(event.type).plover);
        data("cameo", info(event.type).cameo);
        data("sources", event.independent_sources);
        documents(event);
        for (const char* name : {"description", "country", "wikidata"}) data(name, std::string_view());
    }

    void documents(const EventInstance& event) {
        std::string ids;
        std::string outlets;
        std::string urls;
        const auto add = [](std::string& list, const std::string& item) {
            if (item.empty()) return;
            if (!list.empty()) list += ' ';
            list += item;
        };
        const SourceDocument* last = nullptr;
        for (const Telling& telling : event.tellings) {
            const SourceDocument& document = m_view.document(telling.document);
            if (&document == last) continue;
            last = &document;
            add(ids, document.id.text());
            if (!document.outlet.empty()) outlets += (outlets.empty() ? "" : "; ") + document.outlet;
            add(urls, gephi_safe_url(document.url));
        }
        data("documents", ids);
        data("outlets", outlets);
        data("urls", urls);
    }

    void node(GraphVertexId v) {
        const GraphVertex& vertex = m_graph[v];
        const bool is_actor = vertex.kind == GraphVertex::Kind::actor;
        m_text += "    <node id=\"";
        append_xml_attribute(m_text, id(v));
        m_text += "\">\n";
        if (is_actor) {
            actor(m_view.actors[vertex.index]);
        } else {
            event(m_view.events[vertex.index]);
        }
        data("degree", m_measures.degree[v]);
        data("page_rank", m_measures.page_rank[v]);
        const double share = m_top_rank > 0 ? m_measures.page_rank[v] / m_top_rank : 0;
        data("size", is_actor ? 10 + 40 * share : 6 + 14 * share);
        data("color", std::string_view(is_actor ? colour_of(m_view.actors[vertex.index].type)
                                                : colour_of(m_view.events[vertex.index])));
        data("x", m_points[v].x);
        data("y", m_points[v].y);
        m_text += "    </node>\n";
        if (m_text.size() > flush_at) flush();
    }

    /// Actors and events have keys of their own forms, so that ids do not clash.
    [[nodiscard]] const std::string& id(GraphVertexId v) const {
        const GraphVertex& vertex = m_graph[v];
        return vertex.kind == GraphVertex::Kind::actor ? m_view.actors[vertex.index].key.text()
                                                       : m_view.events[vertex.index].key.text();
    }

    void edge(const boost::graph_traits<EventGraph>::edge_descriptor& e, std::size_t number) {
        const GraphEdge& edge = m_graph[e];
        m_text += "    <edge id=\"e";
        m_text += std::to_string(number);
        m_text += "\" source=\"";
        append_xml_attribute(m_text, id(boost::source(e, m_graph)));
        m_text += "\" target=\"";
        append_xml_attribute(m_text, id(boost::target(e, m_graph)));
        m_text += "\">\n";
        const char* role = edge.kind == GraphEdge::Kind::plays ? to_string(edge.role)
                           : edge.kind == GraphEdge::Kind::at  ? "at"
                                                               : "part_of";
        data("role", std::string_view(role));
        data("weight", 1.0);
        m_text += "    </edge>\n";
        if (m_text.size() > flush_at) flush();
    }

    void flush() {
        m_out.write(m_text.data(), static_cast<std::streamsize>(m_text.size()));
        m_text.clear();
    }

    const View& m_view;
    std::ostream& m_out;
    ExportOptions m_options;
    EventGraph m_graph;
    GraphMeasures m_measures;
    std::vector<Point> m_points;
    double m_top_rank = 0;
    std::string m_text;
};

}  // namespace

void write_graphml(const View& view, std::ostream& out, const ExportOptions& options) {
    GraphmlWriter(view, out, options).run();
}

}  // namespace isnad
