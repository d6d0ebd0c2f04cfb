#pragma once
// The lines of a text and how each looks, which is what tells an article from its page.

#include "text/furniture.hpp"

#include <vector>

namespace isnad {

struct TextLine {
    Span span;  ///< of the raw text, from the first token to the last
    FurnitureWords::Scope scope = FurnitureWords::Scope::none;
    bool names_more = false;   ///< words follow those that give the scope
    bool arabic = false;       ///< holds an Arabic word
    bool latin = false;        ///< holds a Latin word
    bool long_enough = false;  ///< longer than lines of navigation are
    bool middling = false;     ///< long enough for a paragraph that is closed
    bool closed = false;       ///< ends with a full stop, or with a quotation that does
    bool brief = false;        ///< a few words that no full stop, "?" or "!" closes
    bool stamp = false;        ///< nothing but a date and what stands beside one
    bool heading = false;      ///< short, and does not end as a sentence of an article does
    bool furniture = false;

    /// A paragraph of an article.
    [[nodiscard]] bool body() const { return long_enough || (middling && closed); }
};

/// Lines without a token are left out.
[[nodiscard]] std::vector<TextLine> text_lines(const TokenizedText& text, const FurnitureWords& words,
                                               const TimeGrammar& times);

}  // namespace isnad
