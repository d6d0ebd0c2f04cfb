#pragma once
// GEXF 1.3, dynamic: the graph of graphml.hpp with the days of every node and edge, so that Gephi's timeline plays it.

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_gexf(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
