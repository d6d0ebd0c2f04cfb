#pragma once
// What a text tells twice: a paragraph printed again, a headline and the sentence that says it in full.

#include "isnad/core/extraction.hpp"
#include "text/sentences.hpp"

#include <span>

namespace isnad {

/// Marks the events and statements that only repeat others of the document: those of a sentence that stands in the text
/// before, word by word after folding; and those of the headline that the body tells, of the same family, with at least
/// its participants. Events and statements are found by their sentence spans.
void mark_repeats(const TokenizedText& text, std::span<const Sentence> sentences, Extraction& extraction);

}  // namespace isnad
