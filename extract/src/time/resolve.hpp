#pragma once
// From what a rule has captured to a time: the closed set of productions.

#include "civil.hpp"
#include "clause_tense.hpp"
#include "isnad/extract/time.hpp"
#include "slots.hpp"

#include <array>
#include <functional>
#include <optional>
#include <string>

namespace isnad::timing {

/// What an expression is resolved against.
struct Context {
    const PublicationTime& published;
    const TimeOptions& options;
    Day base{};  ///< the anchor's day
    TimeAnchor anchor;
    const std::function<ClauseTense()>& tense;  ///< of the clause
    bool own_day = false;                       ///< the base is a day that the text tells of itself
};

/// A point of the calendar, perhaps with a clock.
struct Point {
    Period period;
    std::string mod;
    Certainty certainty = Certainty::exact;
    std::optional<std::chrono::minutes> clock_from;
    std::optional<std::chrono::minutes> clock_to;
    std::string arithmetic;
};

/// Empty when the captures name no place in the calendar. A day that does not exist gives a point whose certainty is
/// invalid; its period then has a value only.
[[nodiscard]] std::optional<Point> resolve_point(const Frame& frame, const Context& context);

/// Captures without a calendar: lengths, vague references, repetitions, shifts by units.
[[nodiscard]] std::optional<TimeExpression> resolve_amount(Production production, const Frame& frame,
                                                           const Context& context);

/// The productions put together. Empty when the match turns out not to be an expression.
[[nodiscard]] std::optional<TimeExpression> resolve(Production production, const std::array<Frame, 2>& frames,
                                                    const Context& context);

/// "January (December)": months have two names, and the second is written wrongly now and then.
[[nodiscard]] inline bool months_differ(const std::array<Frame, 2>& frames) {
    const auto differ = [](const Frame& f) {
        return f.has(Slot::month_alt) && f.get(Slot::month_alt) != f.get(Slot::month);
    };
    return differ(frames[0]) || differ(frames[1]);
}

/// "2016-07-20 (publication)".
[[nodiscard]] std::string anchor_words(const Context& context);

/// Minutes east of UTC on a day.
[[nodiscard]] int zone_offset(int zone, Day day);
/// Puts clock and part of day onto a point of day grain. False when the clock does not exist.
[[nodiscard]] bool set_clock(const Frame& frame, const Context& context, Point& point);
/// Narrows a period to its beginning, middle or end.
void set_part(int part, Point& point);

/// No later year of the Hijri calendar is written yet, and no feast of an earlier civil one is told.
constexpr int hijri_years = 1700;
/// The day of a feast in a civil year, the first of two in the rare years that hold two; or in a Hijri year.
[[nodiscard]] std::optional<Day> feast_day(int feast, int civil_year);

[[nodiscard]] const char* mod_name(int mod);

}  // namespace isnad::timing
