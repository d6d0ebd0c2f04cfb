#pragma once
// Which time expression and which place belong to which trigger of a sentence.

#include "events/clause.hpp"
#include "events/found.hpp"
#include "isnad/core/extraction.hpp"

#include <vector>

namespace isnad {

/// Whether a noun is what the verb right before it (and its subject) acts on: "crushed demonstrations".
[[nodiscard]] bool direct_object(const Clause& clause, const Found& verb, const Found& noun);

/// Gives each calendar time to the trigger it stands nearest behind, else to the first one after it.
void attach_times(const Clause& clause, const std::vector<TimeExpression>& times, std::vector<Found>& found);

/// Gives each place after "in" to the event it stands nearest behind.
void attach_places(const Clause& clause, std::vector<Found>& found);

}  // namespace isnad
