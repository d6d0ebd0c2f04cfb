#pragma once
// Which way a clause looks, from its nearest verb or other word that says so.

#include "clause_tense.hpp"
#include "grammar.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace isnad::timing {

/// Tokens [begin, end).
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What a clause is read from: the text, the word of each token, and the expressions found before, in order, whose own
/// words ("in the afternoon of ...") tell nothing of the tense.
struct ClauseWords {
    const TokenizedText& text;
    const TimeGrammar::Parts& grammar;
    const std::vector<std::uint32_t>& words;
    std::span<const TokenRange> found;
};

/// Which way the clause of an expression looks. Right behind a word that opens a clause ("said that on Friday ..."),
/// and behind "and" of its own, the verb after it decides; else the nearest word before it in its clause, and without
/// one the nearest after it.
[[nodiscard]] ClauseTense clause_tense(const ClauseWords& clause, TokenRange expression, bool opens);

/// True when a sentence ends between two tokens.
[[nodiscard]] bool sentence_break(const TokenizedText& text, std::uint32_t from, std::uint32_t to);

/// True when a paragraph ends between two tokens.
[[nodiscard]] bool paragraph_break(const TokenizedText& text, std::uint32_t from, std::uint32_t to);

/// True when a quotation opened between two tokens is still open at the second.
[[nodiscard]] bool opens_quote(const TokenizedText& text, std::uint32_t from, std::uint32_t to);

}  // namespace isnad::timing
