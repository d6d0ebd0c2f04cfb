#pragma once
// JSON-LD: schema.org's Event, Person, NewsArticle and Quotation; where each was read as Web Annotation selectors.

#include "isnad/export/exporter.hpp"

namespace isnad {

void write_jsonld(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
