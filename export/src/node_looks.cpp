#include "node_looks.hpp"

#include <algorithm>

namespace isnad {

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

NodeFigures figures_of(const Links& links, SizeBy size_by) {
    NodeFigures out{degrees(links), page_ranks(links), std::vector<double>(links.vertices, 0.0)};
    for (std::size_t i = 0; i < links.vertices; ++i) {
        out.share[i] = size_by == SizeBy::degree ? static_cast<double>(out.degree[i]) : out.page_rank[i];
    }
    const auto top = std::max_element(out.share.begin(), out.share.end());
    const double most = top != out.share.end() && *top > 0 ? *top : 1;
    for (double& share : out.share) share /= most;
    return out;
}

}  // namespace isnad
