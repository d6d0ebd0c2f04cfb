#pragma once
// Verbs that tell of no event (lexicon/LANG/events/verbs.tsv): where one stands a clause has its verb, and who acts in
// it may act in the next.

#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/word_index.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

class PlainVerbs {
public:
    /// Rows of past, present (third person masculine singular, '-' for one that is written like other words) and flags:
    /// "auxiliary" for a verb that only says how far another has come.
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);

    /// The WordForm bits of a folded word without its clitics; 0 for any other word.
    [[nodiscard]] std::uint16_t features(std::string_view word) const;

private:
    WordIndex m_words;
    std::vector<std::uint16_t> m_features;
};

}  // namespace isnad
