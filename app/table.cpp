#include "table.hpp"

#include "visible.hpp"

#include "isnad/core/utf8.hpp"
#include "isnad/export/csv.hpp"

#include <algorithm>

namespace isnad::app {

namespace {

bool takes_no_room(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::size_t width(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (!takes_no_room(c.value)) ++count;
    }
    return count;
}

void write_row(std::ostream& out, const Row& row, const std::vector<std::size_t>& widths) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        out << row[i];
        if (i + 1 < row.size()) out << std::string(widths[i] - width(row[i]) + 2, ' ');
    }
    out << '\n';
}

void write_csv_row(std::ostream& out, const Row& row) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) line += ',';
        append_csv_cell(line, row[i]);
    }
    out << line << '\n';
}

}  // namespace

void write_table(std::ostream& out, const Row& head, const std::vector<Row>& raw_rows) {
    std::vector<std::size_t> widths;
    for (const std::string& cell : head) widths.push_back(width(cell));
    std::vector<Row> rows = raw_rows;
    for (Row& row : rows) {
        for (std::string& cell : row) cell = visible(cell);
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
    }
    write_row(out, head, widths);
    for (const Row& row : rows) write_row(out, row, widths);
}

void write_csv(std::ostream& out, const Row& head, const std::vector<Row>& rows) {
    write_csv_row(out, head);
    for (const Row& row : rows) write_csv_row(out, row);
}

std::string one_line(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t count = 0;
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (c.value <= 0x20 || c.value == 0x7F || (c.value >= 0x80 && c.value <= 0xA0) || c.value == 0x2028 ||
            c.value == 0x2029) {
            space = count > 0;
            continue;
        }
        if (count == most) return out + "\u2026";
        if (space) out += ' ';
        space = false;
        append_utf8(out, c.value);
        ++count;
    }
    return out;
}

}  // namespace isnad::app
