#pragma once
// The page: one HTML file with the whole story in it, for people to look at. It asks no network for anything.

#include "isnad/export/exporter.hpp"

namespace isnad {

/// The view needs its texts (ViewFilter::texts). Throws InputError when the page was left out of this build.
void write_page(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
