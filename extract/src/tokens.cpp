#include "isnad/extract/tokens.hpp"

#include "isnad/core/utf8.hpp"

#include <array>

namespace isnad {

namespace {

enum class Kind : std::uint8_t { space, line_break, letter, digit, mark, depends };

/// Of an ASCII character, or of every code point that begins with a lead byte; `depends` where these differ.
constexpr Kind kind_of_lead(unsigned c) {
    if (c == '\n') return Kind::line_break;
    if (c <= ' ' || c == 0x7F || c == '_') return Kind::space;  // "#The_White_House" has several words
    if (c >= '0' && c <= '9') return Kind::digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Kind::letter;
    if (c < 0x80 || c == 0xC2) return Kind::mark;
    const bool mixed = c == 0xC3 || c == 0xD8 || c == 0xD9 || c == 0xE2 || c == 0xE3 || c == 0xEF;
    return mixed ? Kind::depends : Kind::letter;
}

constexpr auto lead_kinds = [] {
    std::array<Kind, 256> out{};
    for (unsigned c = 0; c < out.size(); ++c) out[c] = kind_of_lead(c);
    return out;
}();

constexpr std::array<std::uint8_t, 16> sizes_by_lead{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4};

constexpr bool is_mark(char32_t c) {
    return c == 0xD7 || c == 0xF7 || (c >= 0x600 && c <= 0x61F) || (c >= 0x66A && c <= 0x66D) ||
           (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFD3E && c <= 0xFD3F) || c == 0xFFFD;
}

/// Folded bytes; an Arabic letter has two. Text is wrapped at 60 to 100 letters, and paragraphs of news are longer.
constexpr std::size_t longest_wrapped = 300;

constexpr unsigned heh_lead = 0xD9;
constexpr unsigned heh_second = 0x87;
constexpr bool arabic_lead(unsigned c) { return (c & 0xFEU) == 0xD8U; }

constexpr std::uint8_t is_letter = 1;
constexpr std::uint8_t is_heh = 2;

/// Of the code points U+0600 to U+067F: 0 for marks.
constexpr auto arabic_letters = [] {
    std::array<std::uint8_t, 128> out{};
    for (char32_t c = 0; c < out.size(); ++c) out[c] = is_mark(0x600 + c) ? 0 : is_letter;
    out[((heh_lead & 1U) << 6U) | (heh_second & 0x3FU)] |= is_heh;
    return out;
}();

/// Raw places of folded ones that are asked for in order.
class Origin {
public:
    Origin(std::string_view raw, const Folded& folded) : m_raw(raw), m_pieces(folded.pieces) {}

    [[nodiscard]] std::uint32_t raw(std::size_t offset) {
        while (m_piece + 1 < m_pieces.size() && m_pieces[m_piece + 1].begin <= offset) ++m_piece;
        const auto& piece = m_pieces[m_piece];
        return piece.one_letter ? piece.raw : piece.raw + static_cast<std::uint32_t>(offset) - piece.begin;
    }
    /// Where a range ends: after the last letter's marks. A letter that folds to several is taken whole.
    [[nodiscard]] std::uint32_t raw_end(std::size_t offset) {
        const auto end = raw(offset);
        const auto& piece = m_pieces[m_piece];
        return piece.one_letter && piece.begin < offset ? end + decode(m_raw, end).size : end;
    }

private:
    std::string_view m_raw;
    const std::vector<FoldedPiece>& m_pieces;
    std::size_t m_piece = 0;
};

/// Reads folded text, which is well-formed.
class Reader {
public:
    explicit Reader(TokenizedText& out) : m_out(out), m_text(out.folded.text), m_origin(out.raw, out.folded) {}

    void run() {
        bool space = false;
        for (std::size_t i = 0; i < m_text.size();) {
            const std::size_t begin = i;
            const Kind kind = kind_at(i);
            if (kind == Kind::space) {
                space = true;
                ++i;
                continue;
            }
            const auto raw_begin = m_origin.raw(begin);
            if (kind == Kind::letter)
                i = end_of_word(i);
            else if (kind == Kind::digit)
                i = end_of_number(i);
            else
                i += sizes_by_lead[byte(i) >> 4U];
            m_out.tokens.push_back({{raw_begin, m_origin.raw_end(i)},
                                    static_cast<std::uint32_t>(begin),
                                    static_cast<std::uint32_t>(i),
                                    token_kind(kind),
                                    space,
                                    false});
            space = kind == Kind::line_break;
            if (kind == Kind::line_break) end_line(begin);
        }
        end_line(m_text.size());
    }

private:
    /// Marks the line breaks on both sides of a long line.
    void end_line(std::size_t end) {
        const bool is_long = end - m_line > longest_wrapped;
        if (is_long && m_break != none) m_out.tokens[m_break].paragraph = true;
        m_line = end + 1;
        if (end == m_text.size()) return;
        m_break = m_out.tokens.size() - 1;
        m_out.tokens[m_break].paragraph = is_long;
    }

    [[nodiscard]] unsigned byte(std::size_t i) const { return static_cast<unsigned char>(m_text[i]); }

    [[nodiscard]] Kind kind_at(std::size_t i) const {
        const Kind kind = lead_kinds[byte(i)];
        if (kind != Kind::depends) return kind;
        return is_mark(decode(m_text, i).value) ? Kind::mark : Kind::letter;
    }

    static TokenKind token_kind(Kind kind) {
        switch (kind) {
            case Kind::letter: return TokenKind::word;
            case Kind::digit: return TokenKind::number;
            case Kind::line_break: return TokenKind::line_break;
            default: return TokenKind::mark;
        }
    }

    [[nodiscard]] std::size_t end_of_number(std::size_t i) const {
        while (i < m_text.size() && lead_kinds[byte(i)] == Kind::digit) ++i;
        return i;
    }

    std::size_t end_of_word(std::size_t i) {
        const std::size_t begin = i;
        unsigned heh_before = 0;  // one with a letter after it
        unsigned heh = 0;
        while (i < m_text.size()) {
            const unsigned lead = byte(i);
            if (arabic_lead(lead)) {
                const auto letter = arabic_letters[((lead & 1U) << 6U) | (byte(i + 1) & 0x3FU)];
                if (letter == 0) break;
                heh_before |= heh;
                heh = letter & is_heh;
                i += 2;
            } else if (kind_at(i) == Kind::letter) {
                heh_before |= heh;
                heh = 0;
                i += sizes_by_lead[lead >> 4U];
            } else {
                break;
            }
        }
        return heh_before != 0 ? end_at_teh_marbuta(begin, i) : i;
    }

    /// Teh marbuta, a heh when folded, stands only at the end of a word.
    std::size_t end_at_teh_marbuta(std::size_t i, std::size_t end) {
        for (; i < end; i += sizes_by_lead[byte(i) >> 4U]) {
            const bool folded_heh = byte(i) == heh_lead && byte(i + 1) == heh_second;
            if (folded_heh && decode(m_out.raw, m_origin.raw(i)).value == 0x629) return i + 2;
        }
        return end;
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    TokenizedText& m_out;
    std::string_view m_text;
    Origin m_origin;
    std::size_t m_line = 0;      ///< where the line began
    std::size_t m_break = none;  ///< the last line break's token
};

}  // namespace

TokenizedText tokenize(std::string_view raw) {
    TokenizedText out;
    out.raw = raw;
    out.folded = fold_with_origin(raw);
    out.tokens.reserve(out.folded.text.size() / 9 + 8);
    Reader(out).run();
    return out;
}

}  // namespace isnad
