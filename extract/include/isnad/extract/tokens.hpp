#pragma once
// Tokens: runs of letters, runs of digits, single punctuation marks and line breaks, over the folded text.

#include "isnad/core/fold.hpp"
#include "isnad/core/span.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

enum class TokenKind : std::uint8_t { word, number, mark, line_break };

struct Token {
    Span span;                ///< in the raw text
    std::uint32_t begin = 0;  ///< in the folded text
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::word;
    bool space_before = false;  ///< white space or a line break stands before it
    bool paragraph = false;     ///< a line break beside a line too long to be wrapped text: no sentence runs over it
};

struct TokenizedText {
    std::string_view raw;
    Folded folded;
    std::vector<Token> tokens;

    /// The folded form of a token.
    [[nodiscard]] std::string_view text(const Token& token) const {
        return {folded.text.data() + token.begin, token.end - token.begin};
    }
    [[nodiscard]] std::string_view text(std::size_t i) const { return text(tokens[i]); }
    /// Whether a token is this punctuation mark.
    [[nodiscard]] bool is_mark(std::size_t i, char c) const {
        const auto& token = tokens[i];
        return token.kind == TokenKind::mark && token.end == token.begin + 1 && folded.text[token.begin] == c;
    }
    /// The raw span of a token without its first `skip` folded bytes (a clitic).
    [[nodiscard]] Span span_without(std::size_t i, std::size_t skip) const {
        return {folded.raw(tokens[i].begin + skip), tokens[i].span.end};
    }
};

/// `raw` must outlive the result. A word ends after a teh marbuta even when the next word is glued to it.
[[nodiscard]] TokenizedText tokenize(std::string_view raw);

}  // namespace isnad
