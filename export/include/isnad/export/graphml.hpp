#pragma once
// GraphML in the dialect that Gephi reads (docs/formats.md): event nodes joined to those who take part, or actors
// joined to actors. Written as it is made: memory holds the positions and the ranks, not the file.

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_graphml(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
