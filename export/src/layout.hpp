#pragma once
// Positions for the vertices of a graph: the same graph gives the same picture.

#include "isnad/graph/event_graph.hpp"

#include <vector>

namespace isnad {

struct Point {
    double x = 0;
    double y = 0;
};

/// Force-directed up to a few hundred vertices; larger graphs lie on a sunflower, the most joined in the middle.
[[nodiscard]] std::vector<Point> lay_out(const EventGraph& graph, const GraphMeasures& measures);

}  // namespace isnad
