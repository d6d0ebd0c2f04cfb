#pragma once
// The JSON timeline (docs/timeline.md; its schema is docs/timeline.schema.json).

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_json_timeline(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
