#include "isnad/graph/graph_view.hpp"

namespace isnad::graph {

namespace {

std::string text(const std::optional<Day>& day) { return day ? to_string(*day) : std::string(); }

std::string event_label(const EventInstance& event) {
    const auto day = event.when.from ? event.when.from : event.when.to;
    return std::string(info(event.type).name) + (day ? " " + to_string(*day) : std::string());
}

}  // namespace

View::View(const isnad::View& story) : m_story(&story), m_graph(build_graph(story)), m_measures(measure(m_graph)) {}

const Actor* View::actor(Vertex v) const {
    const GraphVertex& vertex = m_graph[v];
    return vertex.kind == GraphVertex::Kind::actor ? &m_story->actors[vertex.index] : nullptr;
}

const EventInstance* View::event(Vertex v) const {
    const GraphVertex& vertex = m_graph[v];
    return vertex.kind == GraphVertex::Kind::event ? &m_story->events[vertex.index] : nullptr;
}

View::OfVertex<std::string> View::key() const {
    return {[this](Vertex v) { return actor(v) != nullptr ? actor(v)->key.text() : event(v)->key.text(); }};
}

View::OfVertex<std::string> View::kind() const {
    return {[this](Vertex v) -> std::string { return actor(v) != nullptr ? "actor" : "event"; }};
}

View::OfVertex<std::string> View::type() const {
    return {[this](Vertex v) {
        return actor(v) != nullptr ? std::string(to_string(actor(v)->type)) : std::string(info(event(v)->type).name);
    }};
}

View::OfVertex<std::string> View::label_en() const {
    return {[this](Vertex v) { return actor(v) != nullptr ? actor(v)->any_name() : event_label(*event(v)); }};
}

View::OfVertex<std::string> View::label_ar() const {
    return {[this](Vertex v) {
        if (actor(v) == nullptr) return event_label(*event(v));
        return actor(v)->name_ar.empty() ? actor(v)->name_en : actor(v)->name_ar;
    }};
}

View::OfVertex<std::string> View::from() const {
    return {[this](Vertex v) { return event(v) != nullptr ? text(event(v)->when.from) : std::string(); }};
}

View::OfVertex<std::string> View::to() const {
    return {[this](Vertex v) { return event(v) != nullptr ? text(event(v)->when.to) : std::string(); }};
}

View::OfVertex<std::string> View::modality() const {
    return {
        [this](Vertex v) { return event(v) != nullptr ? std::string(to_string(event(v)->modality)) : std::string(); }};
}

View::OfVertex<std::size_t> View::sources() const {
    return {[this](Vertex v) { return event(v) != nullptr ? event(v)->independent_sources : std::size_t{0}; }};
}

View::OfVertex<std::size_t> View::degree() const {
    return {[this](Vertex v) { return m_measures.degree[v]; }};
}

View::OfVertex<double> View::page_rank() const {
    return {[this](Vertex v) { return m_measures.page_rank[v]; }};
}

View::OfEdge<std::string> View::role() const {
    return {[this](Edge e) -> std::string {
        const GraphEdge& edge = m_graph[e];
        if (edge.kind == GraphEdge::Kind::plays) return to_string(edge.role);
        return edge.kind == GraphEdge::Kind::at ? "at" : "part_of";
    }};
}

boost::dynamic_properties View::properties() const {
    boost::dynamic_properties out;
    out.property("key", key());
    out.property("kind", kind());
    out.property("type", type());
    out.property("label_en", label_en());
    out.property("label_ar", label_ar());
    out.property("from", from());
    out.property("to", to());
    out.property("modality", modality());
    out.property("sources", sources());
    out.property("degree", degree());
    out.property("page_rank", page_rank());
    out.property("role", role());
    return out;
}

}  // namespace isnad::graph
