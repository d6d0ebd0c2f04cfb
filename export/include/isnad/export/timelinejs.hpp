#pragma once
// What TimelineJS3 (timeline.knightlab.com) reads: docs/formats.md.

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_timelinejs(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
