#pragma once
// Which time expression and which place belong to which trigger of a sentence.

#include "events/found.hpp"
#include "isnad/core/extraction.hpp"

#include <vector>

namespace isnad {

/// Gives each calendar time to the trigger it stands nearest behind, else to the first one after it.
void attach_times(const SentenceItems& sentence, const std::vector<TimeExpression>& times, std::vector<Found>& found);

/// Gives each place after "in" to the event it stands nearest behind.
void attach_places(const SentenceItems& sentence, std::vector<Found>& found);

}  // namespace isnad
