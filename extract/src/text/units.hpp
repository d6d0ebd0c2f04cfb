#pragma once
// The units of a sentence: phrases the lexicon knows (the longest first), times, marks, and words it does not know.

#include "isnad/core/time_expression.hpp"
#include "isnad/extract/tokens.hpp"
#include "lexicon/phrase_table.hpp"
#include "lexicon/word_class.hpp"
#include "text/sentences.hpp"

#include <optional>
#include <span>
#include <vector>

namespace isnad {

struct Unit {
    std::uint32_t begin = 0;  ///< tokens
    std::uint32_t end = 0;
    Clitics clitics;
    std::span<const Entry> entries;  ///< empty for unknown words, marks and times
    TokenKind kind = TokenKind::word;
    std::optional<TimeIndex> time;

    [[nodiscard]] const Entry* entry(EntryKind wanted) const {
        for (const auto& e : entries)
            if (e.kind == wanted) return &e;
        return nullptr;
    }
    [[nodiscard]] WordClass word_class() const {
        const auto* e = entry(EntryKind::word);
        return e == nullptr ? WordClass::none : static_cast<WordClass>(e->index);
    }
    [[nodiscard]] bool unknown_word() const { return entries.empty() && !time && kind == TokenKind::word; }
};

/// Reads one sentence. `numbers` are those of the text's tokens in the table's index. `times` are the expressions of
/// the whole text; line breaks inside the sentence leave no unit. `out` is cleared first; `scratch` saves allocations
/// between calls.
void find_units(const TokenizedText& text, std::span<const std::uint32_t> numbers, const Sentence& sentence,
                const PhraseTable& table, std::span<const TimeExpression> times, std::vector<Match>& scratch,
                std::vector<Unit>& out);

}  // namespace isnad
