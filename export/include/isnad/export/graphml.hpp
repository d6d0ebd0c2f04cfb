#pragma once
// GraphML in the dialect that Gephi reads (docs/formats.md): event nodes joined to those who take part.

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_graphml(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
