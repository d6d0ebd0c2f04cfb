#pragma once
// Plain tables for a terminal, and CSV.

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::app {

using Row = std::vector<std::string>;

/// Columns padded to their widest cell, two blanks apart. Widths count code points without combining marks. Texts that
/// may run from right to left should stand in the last column: a terminal turns them round as it likes. Control
/// characters are made visible.
void write_table(std::ostream& out, const Row& head, const std::vector<Row>& rows);

/// RFC 4180 with \n. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
void write_csv(std::ostream& out, const Row& head, const std::vector<Row>& rows);

/// The text on one line, cut after `most` code points.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t most);

}  // namespace isnad::app
