#include "json_writer.hpp"

#include "isnad/core/utf8.hpp"

#include <array>
#include <charconv>

namespace isnad {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The letter that stands behind the backslash of a short escape; 0 when there is none.
constexpr char short_escape(char c) {
    switch (c) {
        case '"': return '"';
        case '\\': return '\\';
        case '\b': return 'b';
        case '\f': return 'f';
        case '\n': return 'n';
        case '\r': return 'r';
        case '\t': return 't';
        default: return 0;
    }
}

void escape(char c, std::string& out) {
    if (const char letter = short_escape(c); letter != 0) {
        out += '\\';
        out += letter;
        return;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
}

/// Appends well-formed text; runs without escapes at once.
void append_text(std::string_view text, std::string& out) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, from, i - from);
        escape(c, out);
        from = i + 1;
    }
    out.append(text, from);
}

}  // namespace

void JsonWriter::part() {
    if (!m_first) m_out += ',';
    m_first = false;
}

void JsonWriter::open(char bracket) {
    part();
    m_out += bracket;
    m_first = true;
}

void JsonWriter::close(char bracket) {
    m_out += bracket;
    m_first = false;
}

void JsonWriter::key(std::string_view name) {
    part();
    m_out += '"';
    m_out += name;
    m_out += "\":";
    m_first = true;
}

void JsonWriter::value(std::string_view text) {
    part();
    m_out += '"';
    while (const auto bad = find_malformed_utf8(text)) {
        append_text(text.substr(0, *bad), m_out);
        m_out += replacement;
        text.remove_prefix(*bad + 1);
    }
    append_text(text, m_out);
    m_out += '"';
}

void JsonWriter::value(std::uint64_t number) {
    part();
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    m_out.append(digits.data(), end);
}

void JsonWriter::null() {
    part();
    m_out += "null";
}

}  // namespace isnad
