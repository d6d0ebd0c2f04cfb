#pragma once
// What of a page is not the article: navigation, counters, comment forms, rights, lists of other headlines.

#include "isnad/core/span.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "isnad/extract/time.hpp"
#include "isnad/extract/tokens.hpp"
#include "lexicon/word_index.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class FurnitureWords {
public:
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);

    enum class Scope : std::uint8_t { none, line, brief, always, whole, form, also };
    struct Found {
        Scope scope = Scope::none;
        std::size_t rest = 0;  ///< folded bytes of the line after the words found
    };
    /// What a folded line says of itself by its first words; by all of them for scope whole.
    [[nodiscard]] Found look_up(std::string_view folded_line) const;
    /// A word that stands beside the date of a page: "GMT".
    [[nodiscard]] bool stamp_word(std::string_view folded) const { return m_stamp_words.contains(folded); }

private:
    struct Opening {
        std::string text;  ///< folded
        Scope scope = Scope::line;
    };
    std::map<std::string, std::vector<Opening>, std::less<>> m_openings;  ///< by their first bytes; the longest first
    WordIndex m_stamp_words;
};

/// The furniture of a text as spans of whole lines, in order. Beside the lines that say what they are, these are
/// furniture: a line without a single Arabic letter in a text that is Arabic; a line of nothing but a date; headlines
/// that stand in a list with their dates; one or two short lines without a full stop between two paragraphs (headings
/// and links to other articles).
[[nodiscard]] std::vector<Span> find_furniture(const TokenizedText& text, const FurnitureWords& words,
                                               const TimeGrammar& times);

}  // namespace isnad
