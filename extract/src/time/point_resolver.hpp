#pragma once
// How resolve_point works: which slots are filled decides what kind of place in the calendar is meant. The methods
// answer whether there is one; then it stands in m_out. Days are in point_days.cpp, the Hijri calendar and feasts in
// point_hijri.cpp, the rest in point.cpp.

#include "hijri.hpp"
#include "resolve.hpp"

#include <optional>
#include <string>

namespace isnad::timing {

[[nodiscard]] inline TimeGrain unit_of(const Frame& frame) { return static_cast<TimeGrain>(frame.get(Slot::unit)); }
[[nodiscard]] inline date::weekday weekday_of(int iso) { return date::weekday{static_cast<unsigned>(iso % 7)}; }

class PointResolver {
public:
    PointResolver(const Frame& frame, const Context& context) : m_f(frame), m_c(context) {}

    std::optional<Point> resolve();

private:
    bool use(std::optional<Period> period, std::string arithmetic = {});
    bool place();
    /// The civil year the words name, if they do.
    [[nodiscard]] std::optional<int> year() const;
    [[nodiscard]] int direction() const;
    [[nodiscard]] std::string with_rel(int rel, const char* what) const;
    bool deictic();
    /// The date beside "today" or "yesterday".
    [[nodiscard]] std::optional<Day> named_day() const;
    bool weekday();
    /// A weekday whose week no word tells: in the way its clause looks, as far as that is to be trusted.
    bool open_weekday(date::weekday wanted);
    /// Value of a day that does not exist: as it was written.
    bool invalid(int year, int month, int day);
    /// Year and month of a "month_rel" away from the base.
    [[nodiscard]] date::year_month relative_month(int rel) const;
    bool day();
    /// "Tuesday the third of May", when the third is no Tuesday, is the month's third Tuesday: another rule's business.
    [[nodiscard]] bool is_nth_weekday(Day day) const;
    /// "Tuesday 19", "the second Wednesday": a number and a weekday without a month.
    bool numbered_weekday(int day);
    /// Marks a date whose weekday is another.
    void compare_weekday(Day day);
    /// The last day with this month and number on or before a day, or the first on or after it. Empty for 31 April.
    [[nodiscard]] std::optional<Day> such_day(Day from, int month, int day, int step) const;
    bool yearless_day(int month, int day);
    [[nodiscard]] Day nearer(Day past, Day next) const;
    /// Between the last and the next: the last, unless the clause looks ahead, or says nothing and the next is much
    /// nearer. A past clause may well speak of what comes soon ("it said that the vote is on 5 June") when the last one
    /// is long gone, and the other way round.
    [[nodiscard]] Day choose(Day past, Day next, int long_gone, int soon) const;
    bool month();
    /// A named part of a year: explicit year, "last/next", or the nearest in the clause's way.
    bool of_year(Slot slot, std::optional<Period> (*make)(int, int));
    bool decade();
    bool unit();
    [[nodiscard]] std::optional<Period> container() const;
    bool nth();
    /// "The first five months of the year": from one end of a period.
    bool first_units(const Period& in, bool last);
    bool hijri();
    bool hijri_month_in_civil_year(int month, int civil_year);
    bool hijri_day_of(HijriDate now, std::optional<int> year, int month);
    [[nodiscard]] std::optional<int> nearest_hijri_year(HijriDate now, int month, int day) const;
    bool hijri_period(int year, int first_month, int last_month);
    bool feast();

    const Frame& m_f;
    const Context& m_c;
    Point m_out;
};

}  // namespace isnad::timing
