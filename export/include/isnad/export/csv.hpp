#pragma once
// CSV: RFC 4180 with line feeds, UTF-8, safe to open in a spreadsheet.

#include "isnad/export/exporter.hpp"

#include <string>
#include <string_view>

namespace isnad {

/// Appends a cell, quoted where needed. One that a spreadsheet would take for a formula (=, +, -, @, a tab or a
/// carriage return in front) or that begins with an apostrophe gets an apostrophe in front: taking one leading
/// apostrophe away gives every text back.
void append_csv_cell(std::string& out, std::string_view text);

/// The nodes of the graph for `neo4j-admin database import` (--multiline-fields=true): actors, documents, events,
/// statements.
void write_csv_nodes(const View& view, std::ostream& out, const ExportOptions& options = {});

/// The relationships between those nodes.
void write_csv_relationships(const View& view, std::ostream& out, const ExportOptions& options = {});

}  // namespace isnad
