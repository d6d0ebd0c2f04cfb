#pragma once
// The Hijri calendar of Umm al-Qura, by ICU; its data is opened when the first Hijri date is met.

#include "isnad/core/calendar.hpp"

#include <optional>

namespace isnad::timing {

struct HijriDate {
    int year = 1;
    int month = 1;
    int day = 1;
};

/// Empty when ICU cannot open the calendar or the day does not exist.
[[nodiscard]] std::optional<Day> hijri_day(HijriDate date);
[[nodiscard]] std::optional<int> hijri_month_length(int year, int month);
[[nodiscard]] std::optional<HijriDate> to_hijri(Day day);

}  // namespace isnad::timing
