#pragma once
// What of a page is not the article: navigation, counters, comment forms, rights, lists of other headlines.

#include "isnad/core/span.hpp"
#include "isnad/extract/lexicon_files.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class FurnitureWords {
public:
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);

    enum class Scope : std::uint8_t { none, line, form, also };
    /// What a folded line says of itself.
    [[nodiscard]] Scope scope_of(std::string_view folded_line) const;

private:
    struct Opening {
        std::string text;  ///< folded
        Scope scope = Scope::line;
    };
    std::vector<Opening> m_openings;
};

/// The furniture of a text as spans of whole lines, in order. A line without a single Arabic letter in a text that is
/// Arabic is furniture too.
[[nodiscard]] std::vector<Span> find_furniture(std::string_view text, const FurnitureWords& words);

}  // namespace isnad
