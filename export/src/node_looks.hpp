#pragma once
// Colours by type, and sizes by what a node weighs.

#include "isnad/export/exporter.hpp"
#include "links.hpp"

#include <vector>

namespace isnad {

[[nodiscard]] const char* colour_of(NodeType type);
[[nodiscard]] const char* colour_of(const EventInstance& event);

/// What the graph says of each vertex.
struct NodeFigures {
    std::vector<std::size_t> degree;
    std::vector<double> page_rank;
    std::vector<double> share;  ///< of the heaviest vertex, 0 to 1, by SizeBy
};

[[nodiscard]] NodeFigures figures_of(const Links& links, SizeBy size_by);

}  // namespace isnad
