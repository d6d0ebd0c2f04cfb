#pragma once
// Which way a clause looks, from its nearest verb or other word that says so.

#include "grammar.hpp"

#include <cstdint>
#include <vector>

namespace isnad::timing {

/// -1 past, +1 future, 0 when no word says so, -2 and +2 when there is no doubt, for the expression of tokens [begin,
/// end). The nearest word before it in its clause decides; without one, the nearest after it. `words` holds the word of
/// each token.
[[nodiscard]] int clause_tense(const TokenizedText& text, const TimeGrammar::Parts& grammar,
                               const std::vector<std::uint32_t>& words, std::uint32_t begin, std::uint32_t end);

/// True when a sentence ends between two tokens.
[[nodiscard]] bool sentence_break(const TokenizedText& text, std::uint32_t from, std::uint32_t to);

/// True when a quotation opened between two tokens is still open at the second.
[[nodiscard]] bool opens_quote(const TokenizedText& text, std::uint32_t from, std::uint32_t to);

}  // namespace isnad::timing
