#pragma once
// When things are there, for timelines that play.

#include "isnad/core/calendar.hpp"

#include <optional>
#include <vector>

namespace isnad {

/// The days of an event, both ends known: one that is known by one end only is taken at that end.
[[nodiscard]] std::optional<Interval> spell_of(const Interval& when);

/// Sorts, and joins those that overlap or touch.
void unite(std::vector<Interval>& spells);

}  // namespace isnad
