#pragma once
// A temporal expression found in a text and what it stands for (TimeML's TIMEX3).

#include "isnad/core/calendar.hpp"
#include "isnad/core/span.hpp"
#include "isnad/core/strong_index.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace isnad {

enum class TimexType : std::uint8_t { date, time, duration, set };
enum class TimeGrain : std::uint8_t {
    second,
    minute,
    hour,
    day_part,
    day,
    week,
    month,
    season,
    quarter,
    year,
    decade,
    century,
    none
};
enum class Certainty : std::uint8_t { exact, approximate, vague, invalid };

/// What an expression was counted from.
struct TimeAnchor {
    enum class Kind : std::uint8_t { none, publication, expression, event };
    Kind kind = Kind::none;
    std::optional<TimeIndex> expression;  ///< set when kind is expression
};

struct TimeExpression {
    Span span;
    TimexType type = TimexType::date;
    std::string value;  ///< TIMEX3 value: "2016-07-14", "2016-W28", "P5Y", "PAST_REF", "2016-07-19TEV"
    std::string mod;    ///< TIMEX3 mod: "MID", "LESS_THAN", ...; often empty
    TimeGrain grain = TimeGrain::none;
    Interval interval;  ///< civil days in the outlet's zone; both empty for an expression without a calendar place
    std::optional<std::chrono::minutes> clock_from;  ///< since midnight of interval.from, when the text gives a clock
    std::optional<std::chrono::minutes> clock_to;    ///< inclusive
    Certainty certainty = Certainty::exact;
    TimeAnchor anchor;
    std::string rule;        ///< id of the rule that made it
    std::string arithmetic;  ///< how the value was computed, in words of ASCII: "2016-07-20 (publication) - 1 day"
};

[[nodiscard]] const char* to_string(TimexType type);  ///< "DATE", "TIME", "DURATION", "SET"
[[nodiscard]] const char* to_string(Certainty certainty);
[[nodiscard]] const char* to_string(TimeGrain grain);
[[nodiscard]] const char* to_string(TimeAnchor::Kind kind);

}  // namespace isnad
