#pragma once
// Sentences, as ranges of tokens.

#include "isnad/extract/tokens.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace isnad {

struct Sentence {
    std::uint32_t begin = 0;  ///< token
    std::uint32_t end = 0;
    bool headline = false;       ///< the title (without one, the text's first line), or a copy of it
    bool new_paragraph = false;  ///< a blank line, or a line break after a closed sentence, stands before it
};

/// Furniture tokens belong to no sentence. In wrapped text a line break inside a running sentence does not end it; the
/// 400th token does. `title` is the headline that came with the text; empty when the text holds its own.
[[nodiscard]] std::vector<Sentence> find_sentences(const TokenizedText& text, std::span<const Span> furniture,
                                                   std::string_view title = {});

}  // namespace isnad
