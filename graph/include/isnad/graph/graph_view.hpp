#pragma once
// A view as a graph with named properties, for programs of one's own: every algorithm of Boost.Graph runs on it.
//
//     const isnad::Store store = isnad::Store::open("story.db");
//     const isnad::View story = isnad::load_view(store);
//     const isnad::graph::View view(story);
//     for (const auto v : boost::make_iterator_range(vertices(view.graph())))
//         std::cout << get(view.label_en(), v) << '\n';
//
// docs/library.md has a whole program.

#include "isnad/graph/event_graph.hpp"

#include <boost/property_map/dynamic_property_map.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <functional>
#include <string>

namespace isnad::graph {

/// A property of a vertex or an edge, worked out when it is asked for: boost::get(map, v).
template <class Key, class Value>
using Property = boost::function_property_map<std::function<Value(Key)>, Key, Value>;

/// Refers to the isnad::View that it is made from, which must outlive it and every map of it.
class View {
public:
    using Graph = EventGraph;
    using Vertex = GraphVertexId;
    using Edge = boost::graph_traits<Graph>::edge_descriptor;
    template <class Value>
    using OfVertex = Property<Vertex, Value>;
    template <class Value>
    using OfEdge = Property<Edge, Value>;

    explicit View(const isnad::View& story);
    View(isnad::View&&) = delete;

    /// First the actors of the story in their order, then its events in theirs. Undirected, no parallel edges.
    [[nodiscard]] const Graph& graph() const { return m_graph; }
    [[nodiscard]] const isnad::View& story() const { return *m_story; }

    /// The actor or the event of a vertex; null for a vertex of the other kind.
    [[nodiscard]] const Actor* actor(Vertex v) const;
    [[nodiscard]] const EventInstance* event(Vertex v) const;

    [[nodiscard]] OfVertex<std::string> key() const;
    [[nodiscard]] OfVertex<std::string> kind() const;      ///< "actor", "event"
    [[nodiscard]] OfVertex<std::string> type() const;      ///< "person", ..., "meeting", ...
    [[nodiscard]] OfVertex<std::string> label_en() const;  ///< events: type and day, "meeting 2016-07-14"
    [[nodiscard]] OfVertex<std::string> label_ar() const;  ///< the name in Arabic; for events as label_en
    [[nodiscard]] OfVertex<std::string> from() const;      ///< ISO day; empty for actors and where open
    [[nodiscard]] OfVertex<std::string> to() const;
    [[nodiscard]] OfVertex<std::string> modality() const;  ///< empty for actors
    [[nodiscard]] OfVertex<std::size_t> sources() const;   ///< independent ones of an event; 0 for actors
    [[nodiscard]] OfVertex<std::size_t> degree() const;
    [[nodiscard]] OfVertex<double> page_rank() const;
    [[nodiscard]] OfEdge<std::string> role() const;  ///< "agent", ..., "at", "part_of"

    /// All of them under their names, as boost::write_graphviz_dp and its like take them.
    [[nodiscard]] boost::dynamic_properties properties() const;

private:
    const isnad::View* m_story;
    Graph m_graph;
    GraphMeasures m_measures;
};

}  // namespace isnad::graph
