#pragma once
// Which of its trigger readings a word has in its place: a verb or the noun written alike, alone or with its tail.

#include "lexicon/triggers.hpp"
#include "text/units.hpp"

#include <vector>

namespace isnad {

/// The reading of units[i] as a trigger, or nullptr when it is none there: a verb cannot stand behind a preposition,
/// and a verb with a tail ("decline ... to comment") needs it in its clause.
[[nodiscard]] const Entry* trigger_reading(const TokenizedText& text, const std::vector<Unit>& units, std::size_t i,
                                           const std::vector<Trigger>& triggers);

}  // namespace isnad
