#pragma once
// Civil days, intervals and publication times, on Howard Hinnant's date library.

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

using Day = date::sys_days;

/// A closed interval of civil days; an end that is not known, or open, is empty.
struct Interval {
    std::optional<Day> from;
    std::optional<Day> to;

    friend bool operator==(const Interval&, const Interval&) = default;
};

[[nodiscard]] inline Interval one_day(Day day) { return {day, day}; }

/// True when some day may lie in both (open ends count as unbounded).
[[nodiscard]] bool may_overlap(const Interval& a, const Interval& b);

/// When a document was published: the civil day and clock at the outlet, and the outlet's offset from UTC.
/// The grain says how much of it is known.
struct PublicationTime {
    enum class Grain : std::uint8_t { day, second };

    Day day{};
    std::chrono::seconds clock{0};                   ///< since local midnight; 0 when the grain is day
    std::optional<std::chrono::minutes> utc_offset;  ///< empty when not given
    Grain grain = Grain::day;

    friend bool operator==(const PublicationTime&, const PublicationTime&) = default;
};

/// "2016-07-14" to a day; empty for anything else, and for days that do not exist.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// ISO 8601 date, or date and time with optional seconds, fraction and offset ("Z", "+03:00", "+0300", "+03").
/// Empty when malformed or when the day or clock time does not exist.
[[nodiscard]] std::optional<PublicationTime> parse_publication_time(std::string_view text);

[[nodiscard]] std::string to_string(Day day);
[[nodiscard]] std::string to_string(const PublicationTime& time);

/// ISO 8601 week of a day: year, week 1..53, as "2016-W28".
[[nodiscard]] std::string iso_week(Day day);

/// Monday of the ISO week that holds the day.
[[nodiscard]] Day iso_week_start(Day day);

}  // namespace isnad
