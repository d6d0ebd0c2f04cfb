#include "line_text.hpp"

#include "isnad/core/utf8.hpp"

namespace isnad {

namespace {

bool is_direction_mark(char32_t c) {
    return (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_space(char32_t c) { return c <= 0x20 || c == 0x7F || (c >= 0x80 && c <= 0xA0) || c == 0x2028 || c == 0x2029; }

}  // namespace

std::string isolated(std::string_view text, std::size_t most) {
    std::string out = "\u2068";
    std::size_t count = 0;
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (is_direction_mark(c.value)) continue;
        if (is_space(c.value)) {
            space = count > 0;
            continue;
        }
        if (space && count >= most) {
            out += "\u2026";
            break;
        }
        if (space) out += ' ';
        space = false;
        append_utf8(out, c.value);
        ++count;
    }
    return out + "\u2069";
}

std::string_view without_leading_stops(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = decode(text, 0);
        const bool stop = is_space(c.value) || c.value == ',' || c.value == ':' || c.value == ';' || c.value == '.' ||
                          c.value == 0x060C || c.value == 0x061B;
        if (!stop) break;
        text.remove_prefix(c.size);
    }
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

}  // namespace isnad
