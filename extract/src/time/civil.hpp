#pragma once
// Periods of the civil calendar and how TIMEX3 writes them.

#include "isnad/core/time_expression.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace isnad::timing {

/// A stretch of days of some grain, with its TIMEX3 value.
struct Period {
    TimeGrain grain = TimeGrain::day;
    Day from{};
    Day to{};  ///< inclusive
    std::string value;
};

constexpr int first_year = 1;
constexpr int last_year = 9999;

[[nodiscard]] inline date::year_month_day civil(Day day) { return date::year_month_day{day}; }
[[nodiscard]] inline int year_of(Day day) { return static_cast<int>(civil(day).year()); }
[[nodiscard]] inline int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }

/// Empty when the day does not exist or its year is not 1 to 9999.
[[nodiscard]] std::optional<Day> make_day(int year, int month, int day);

/// Adds months; the day becomes the month's last where it does not exist. Empty beyond the years 1 to 9999.
[[nodiscard]] std::optional<Day> add_months(Day day, int months);
/// Adds units of day, week, month or longer; for shorter ones the day stays.
[[nodiscard]] std::optional<Day> add_units(Day day, TimeGrain unit, int count);

[[nodiscard]] Period day_period(Day day);
[[nodiscard]] Period week_period(Day any_day, date::weekday week_start);
/// Empty beyond the years 1 to 9999, as for all below.
[[nodiscard]] std::optional<Period> month_period(int year, int month);
[[nodiscard]] std::optional<Period> quarter_period(int year, int quarter);
[[nodiscard]] std::optional<Period> half_period(int year, int half);
[[nodiscard]] std::optional<Period> season_period(int year, int season);
[[nodiscard]] std::optional<Period> year_period(int year);
[[nodiscard]] std::optional<Period> decade_period(int first_year_of_decade);
[[nodiscard]] std::optional<Period> century_period(int century);
/// The period of a grain that holds the day, `count` periods on.
[[nodiscard]] std::optional<Period> period_of(Day day, TimeGrain grain, int count, date::weekday week_start);

[[nodiscard]] Day first_weekday_from(Day day, date::weekday weekday);  ///< the day itself counts
[[nodiscard]] Day last_weekday_until(Day day, date::weekday weekday);  ///< the day itself counts

/// "P3D", "PT2H"; a count of 0 writes X, for a number that is not known. Decades and centuries of a known number are
/// told in years, as "a quarter of a century" is.
[[nodiscard]] std::string duration_value(TimeGrain unit, int count);
[[nodiscard]] const char* unit_name(TimeGrain unit);

/// "T16:30", with seconds when given.
[[nodiscard]] std::string clock_value(std::chrono::minutes clock, std::optional<int> seconds);

}  // namespace isnad::timing
