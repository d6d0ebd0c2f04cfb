#pragma once
// iCalendar (RFC 5545): events of known days as all-day entries.

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_icalendar(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
