#pragma once
// A view as a Boost.Graph: event nodes joined to the actors that take part in them, and the algorithms over it.

#include "isnad/graph/view.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace isnad {

struct GraphVertex {
    enum class Kind : std::uint8_t { actor, event };
    Kind kind = Kind::actor;
    std::size_t index = 0;  ///< into View::actors or View::events
};

struct GraphEdge {
    enum class Kind : std::uint8_t { plays, at, part_of };
    Kind kind = Kind::plays;
    Role role = Role::agent;  ///< when kind is plays
};

/// No two edges join the same pair of vertices.
using EventGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, GraphVertex, GraphEdge>;
using GraphVertexId = boost::graph_traits<EventGraph>::vertex_descriptor;

/// Which edges a graph has besides those from events to who takes part in them.
struct GraphParts {
    bool places = true;  ///< from events to where they happened
    bool wholes = true;  ///< from parts to the wholes they belong to
};

/// Vertices: first the actors of the view in their order, then its events in theirs.
[[nodiscard]] EventGraph build_graph(const View& view, const GraphParts& parts = {});

/// Figures of each vertex, in vertex order.
struct GraphMeasures {
    std::vector<std::size_t> component;  ///< numbered from 0 in order of their first vertex
    std::size_t components = 0;
    std::vector<std::size_t> degree;
    std::vector<double> page_rank;    ///< sums to 1
    std::vector<double> betweenness;  ///< estimated from `betweenness_sources` vertices; empty when 0 were asked for
};

struct MeasureOptions {
    std::size_t page_rank_rounds = 40;
    std::size_t betweenness_sources = 0;  ///< evenly spaced vertices, so that the result is always the same
};

[[nodiscard]] GraphMeasures measure(const EventGraph& graph, const MeasureOptions& options = {});

/// The shortest chain actor - event - actor ... between two actors, both included; empty when there is none.
[[nodiscard]] std::vector<GraphVertexId> shortest_path(const EventGraph& graph, GraphVertexId from, GraphVertexId to);

/// How far each vertex lies from one, and over how many shortest chains.
struct Reach {
    static constexpr std::size_t never = static_cast<std::size_t>(-1);
    std::vector<std::size_t> distance;  ///< edges; never where there is no chain
    std::vector<double> chains;
    std::vector<GraphVertexId> order;  ///< those that are reached, nearest first
};

[[nodiscard]] Reach reach(const EventGraph& graph, GraphVertexId from);

[[nodiscard]] std::optional<GraphVertexId> find_vertex(const View& view, const ActorKey& key);

}  // namespace isnad
