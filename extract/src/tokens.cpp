#include "isnad/extract/tokens.hpp"

#include "isnad/core/utf8.hpp"

namespace isnad {

namespace {

enum class Kind : std::uint8_t { space, line_break, letter, digit, mark };

/// Of a code point of folded text.
Kind kind_of(char32_t c) {
    if (c < 0x80) {
        if (c == '\n') return Kind::line_break;
        if (c <= ' ' || c == 0x7F) return Kind::space;
        if (c >= '0' && c <= '9') return Kind::digit;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return Kind::letter;
        return Kind::mark;
    }
    const bool marks = (c >= 0x80 && c <= 0xBF) || c == 0xD7 || c == 0xF7 || (c >= 0x600 && c <= 0x61F) ||
                       (c >= 0x66A && c <= 0x66D) || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
                       (c >= 0xFD3E && c <= 0xFD3F) || c == 0xFFFD;
    return marks ? Kind::mark : Kind::letter;
}

/// Teh marbuta stands only at the end of a word.
bool ends_word(std::string_view raw, std::uint32_t offset) { return decode(raw, offset).value == 0x629; }

TokenKind token_kind(Kind kind) {
    switch (kind) {
        case Kind::letter: return TokenKind::word;
        case Kind::digit: return TokenKind::number;
        case Kind::line_break: return TokenKind::line_break;
        default: return TokenKind::mark;
    }
}

}  // namespace

TokenizedText tokenize(std::string_view raw) {
    TokenizedText out;
    out.raw = raw;
    out.folded = fold_with_origin(raw);
    const std::string_view text = out.folded.text;
    out.tokens.reserve(text.size() / 9 + 8);
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        auto cp = decode(text, i);
        const Kind kind = kind_of(cp.value);
        const std::size_t begin = i;
        i += cp.size;
        if (kind == Kind::space) {
            space = true;
            continue;
        }
        bool closed = kind == Kind::letter && ends_word(raw, out.folded.raw(begin));
        while ((kind == Kind::letter || kind == Kind::digit) && !closed && i < text.size()) {
            cp = decode(text, i);
            if (kind_of(cp.value) != kind) break;
            closed = kind == Kind::letter && ends_word(raw, out.folded.raw(i));
            i += cp.size;
        }
        // The raw end is where the next folded letter begins, less any space that was dropped or follows.
        std::uint32_t raw_end = out.folded.raw(i - 1);
        raw_end += decode(raw, raw_end).size;
        while (raw_end < out.folded.raw(i)) raw_end += decode(raw, raw_end).size;
        out.tokens.push_back({{out.folded.raw(begin), raw_end},
                              static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(i),
                              token_kind(kind),
                              space});
        space = kind == Kind::line_break;
    }
    return out;
}

}  // namespace isnad
