#pragma once
// Positions for the vertices of a graph: the same graph gives the same picture.

#include "links.hpp"

#include <cstddef>
#include <vector>

namespace isnad {

struct Point {
    double x = 0;
    double y = 0;
};

/// Force-directed (edges pull, vertices push, a weak pull to the middle), in time n log n a round; large graphs get
/// fewer rounds. The middle is at 0,0, y grows upwards, two decimals.
[[nodiscard]] std::vector<Point> lay_out(const Links& links);

}  // namespace isnad
