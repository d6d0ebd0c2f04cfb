#pragma once
// What the small words before a verb or event noun make of it: negation, "may", "if", "it is planned", "next".

#include "events/sentence_view.hpp"

namespace isnad {

/// The modality that the words around an item say, `asserted` when they say nothing. `features` are the item's.
[[nodiscard]] Modality operator_at(const SentenceView& sentence, std::size_t item);

}  // namespace isnad
