#pragma once
// Days and stretches of days in words.

#include "isnad/core/calendar.hpp"
#include "isnad/export/tongue.hpp"

#include <string>

namespace isnad {

/// "14 July" or "14 July 2016"
[[nodiscard]] std::string day_words(Day day, Tongue tongue, bool with_year);

/// "Thursday 14 July 2016"
[[nodiscard]] std::string weekday_words(Day day, Tongue tongue);

/// "Thursday 14 July 2016", "July 2016", "2011", "12-20 July 2016", "by 14 July 2016", "from ..."; a phrase for no
/// date.
[[nodiscard]] std::string interval_words(const Interval& when, Tongue tongue);

/// "Thursday 14 July", "12-20 July 2016": for a line under a heading that has the year. The phrase for no date.
[[nodiscard]] std::string short_interval_words(const Interval& when, Tongue tongue);

}  // namespace isnad
