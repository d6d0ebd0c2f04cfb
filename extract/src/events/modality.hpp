#pragma once
// Fact, plan, possibility, condition or denial: from the words before a trigger and from who tells it.

#include "events/clause.hpp"
#include "events/found.hpp"

namespace isnad {

/// What the clause itself says of a trigger (negation, future, "it is planned", "may", "if", "next").
[[nodiscard]] Modality clause_modality(const Clause& clause, const Found& found);

/// The same under the speech whose content it stands in.
[[nodiscard]] Modality governed_modality(const Clause& clause, const Found& found, const Found& speech);

}  // namespace isnad
