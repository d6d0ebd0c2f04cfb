#pragma once
// A graph as nothing but who is joined to whom: eight bytes an edge, for layout and ranks.

#include "isnad/graph/event_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace isnad {

struct Link {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

struct Links {
    std::size_t vertices = 0;
    std::vector<Link> pairs;
};

/// The edges of build_graph, in its order of vertices: pair i joins an event (a) to what `edges[i]` says.
struct EventLinks {
    Links links;
    std::vector<GraphEdge> edges;
};

[[nodiscard]] EventLinks link_events(const View& view);

[[nodiscard]] std::vector<std::size_t> degrees(const Links& links);

/// Boost's page rank over edges in both directions, summing to 1.
[[nodiscard]] std::vector<double> page_ranks(const Links& links);

}  // namespace isnad
