#include "visible.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::app {

namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// How many bytes at the beginning are UTF-8.
std::size_t well_formed(std::string_view text) { return find_malformed_utf8(text).value_or(text.size()); }

void append_byte(std::string& out, unsigned value) { out += fmt::format("\\x{:02x}", value); }

void append_visible(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (is_control(c.value))
            append_byte(out, static_cast<unsigned>(c.value));
        else
            out += text.substr(i, c.size);
        i += c.size;
    }
}

}  // namespace

std::string visible(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto good = well_formed(text);
        append_visible(out, text.substr(0, good));
        text.remove_prefix(good);
        if (text.empty()) break;
        append_byte(out, static_cast<unsigned char>(text.front()));
        text.remove_prefix(1);
    }
    return out;
}

}  // namespace isnad::app
