// Weekdays, days of a month, and the n-th day, weekday or week of a period.

#include "point_resolver.hpp"

#include <fmt/format.h>

namespace isnad::timing {

bool PointResolver::weekday() {
    const auto wanted = weekday_of(m_f.get(Slot::weekday));
    const Day base = m_c.base;
    if (m_f.has(Slot::week_rel)) {
        const int rel = m_f.get(Slot::week_rel);
        const Day start = last_weekday_until(base, m_c.options.week_start) + date::days{7 * rel};
        return use(day_period(first_weekday_from(start, wanted)), with_rel(rel, "week's weekday"));
    }
    if (m_f.has(Slot::rel) && m_f.get(Slot::rel) != 0) {
        const int rel = m_f.get(Slot::rel);
        const Day day = rel < 0 ? last_weekday_until(base - date::days{1}, wanted) + date::days{7 * (rel + 1)}
                                : first_weekday_from(base + date::days{1}, wanted) + date::days{7 * (rel - 1)};
        return use(day_period(day), with_rel(rel, "such weekday"));
    }
    if (m_c.options.direction == TimeDirection::future && !m_f.has(Slot::rel))
        return use(day_period(first_weekday_from(base + date::days{1}, wanted)), with_rel(1, "such weekday"));
    return open_weekday(wanted);
}

bool PointResolver::open_weekday(date::weekday wanted) {
    const Day last = last_weekday_until(m_c.base, wanted);
    const Day next = first_weekday_from(m_c.base, wanted);
    const bool told = m_c.options.direction != TimeDirection::tense;
    const ClauseTense tense = told ? ClauseTense{direction(), ClauseTense::all_week} : m_c.tense();
    int way = tense.way;
    if (way == 0) way = m_f.has(Slot::rel) ? 1 : -1;
    const auto far = way < 0 ? m_c.base - last : next - m_c.base;
    const bool flipped = !m_f.has(Slot::rel) && far.count() > tense.trust;
    if (flipped) way = -way;
    if (flipped || (tense.way == 0 && last != next)) m_out.certainty = Certainty::approximate;
    return use(day_period(way < 0 ? last : next),
               fmt::format("{}, the nearest such weekday {}{}", anchor_words(m_c), way < 0 ? "until then" : "from then",
                           m_out.certainty == Certainty::exact ? "" : ", which its clause leaves open"));
}

bool PointResolver::invalid(int year, int month, int day) {
    m_out.certainty = Certainty::invalid;
    m_out.period = {TimeGrain::day, Day{}, Day{}, fmt::format("{:04}-{:02}-{:02}", year, month, day)};
    m_out.arithmetic = "no such day";
    return true;
}

date::year_month PointResolver::relative_month(int rel) const {
    const auto ymd = civil(m_c.base);
    return date::year_month{ymd.year(), ymd.month()} + date::months{rel};
}

bool PointResolver::day() {
    const int day = m_f.get(Slot::day);
    if (!m_f.has(Slot::month) && !m_f.has(Slot::month_rel) && m_f.has(Slot::weekday)) return numbered_weekday(day);
    if (m_f.has(Slot::month_rel)) {
        const int rel = m_f.get(Slot::month_rel, 0);
        const auto ym = relative_month(rel);
        const int y = static_cast<int>(ym.year());
        const int m = static_cast<int>(static_cast<unsigned>(ym.month()));
        const auto found = make_day(y, m, day);
        if (found) compare_weekday(*found);
        return found ? use(day_period(*found), with_rel(rel, "month's day")) : invalid(y, m, day);
    }
    if (!m_f.has(Slot::month)) return false;
    const int month = m_f.get(Slot::month);
    if (const auto y = year()) {
        const auto found = make_day(*y, month, day);
        if (found && is_nth_weekday(*found)) return false;
        if (found) compare_weekday(*found);
        return found ? use(day_period(*found)) : *y <= last_year && invalid(*y, month, day);
    }
    return yearless_day(month, day);
}

bool PointResolver::is_nth_weekday(Day day) const {
    return m_f.has(Slot::weekday) && m_f.has(Slot::vague) && m_f.get(Slot::day) <= 5 &&
           date::weekday{day} != weekday_of(m_f.get(Slot::weekday));
}

void PointResolver::compare_weekday(Day day) {
    if (!m_f.has(Slot::weekday) || date::weekday{day} == weekday_of(m_f.get(Slot::weekday))) return;
    m_out.certainty = Certainty::approximate;
    m_out.arithmetic = "its weekday is another";
}

bool PointResolver::numbered_weekday(int day) {
    const auto wanted = weekday_of(m_f.get(Slot::weekday));
    for (const int months : {0, -1, 1}) {
        const auto ym = relative_month(months);
        const auto found =
            make_day(static_cast<int>(ym.year()), static_cast<int>(static_cast<unsigned>(ym.month())), day);
        if (found && date::weekday{*found} == wanted)
            return use(day_period(*found), with_rel(months, "month in which the weekday has that number"));
    }
    constexpr int weeks_of_month = 5;
    if (!m_f.has(Slot::vague) || day > weeks_of_month) return false;
    const auto ym = relative_month(0);
    const Day first = first_weekday_from(Day{ym / 1}, wanted) + date::days{7 * (day - 1)};
    return month_of(first) == month_of(m_c.base) &&
           use(day_period(first), with_rel(0, "month's weekday of that number"));
}

std::optional<Day> PointResolver::such_day(Day from, int month, int day, int step) const {
    constexpr int years_for_weekday = 2;
    const bool any_weekday = !m_f.has(Slot::weekday);
    std::optional<Day> any;
    for (int n = -1; n <= 8; ++n) {
        const auto found = make_day(year_of(from) + step * n, month, day);
        if (!found || (step < 0 ? *found > from : *found < from)) continue;
        if (!any) any = found;
        if (any_weekday) return found;
        if (n < years_for_weekday && date::weekday{*found} == weekday_of(m_f.get(Slot::weekday))) return found;
    }
    return any;
}

bool PointResolver::yearless_day(int month, int day) {
    const Day base = m_c.base;
    if (const auto now = make_day(year_of(base), month, day); now && !m_f.has(Slot::rel) && is_nth_weekday(*now))
        return false;
    const auto past = such_day(base, month, day, -1);
    const auto next = such_day(base, month, day, 1);
    if (!past || !next) return invalid(year_of(base), month, day);
    if (m_f.has(Slot::rel)) {
        const int rel = m_f.get(Slot::rel);
        if (rel == 0) {
            const auto found = make_day(year_of(base), month, day);
            return found ? use(day_period(*found), with_rel(0, "year's day")) : invalid(year_of(base), month, day);
        }
        auto found =
            rel < 0 ? such_day(base - date::days{1}, month, day, -1) : such_day(base + date::days{1}, month, day, 1);
        if (found && (rel < -1 || rel > 1)) found = add_months(*found, rel < 0 ? -12 : 12);
        return found && use(day_period(*found), with_rel(rel, "such day"));
    }
    if (m_f.has(Slot::weekday)) {  // the weekday tells the year
        const auto wanted = weekday_of(m_f.get(Slot::weekday));
        const bool past_fits = date::weekday{*past} == wanted;
        const bool next_fits = date::weekday{*next} == wanted;
        if (past_fits != next_fits || past_fits)
            return use(day_period(nearer(past_fits ? *past : *next, next_fits ? *next : *past)),
                       "the year in which the weekday is right");
        m_out.certainty = Certainty::approximate;
    }
    const bool this_month = month == month_of(base) && m_c.options.direction == TimeDirection::future;
    const Day chosen = this_month && year_of(*past) == year_of(base) ? *past : choose(*past, *next, 300, 45);
    return use(day_period(chosen),
               fmt::format("{}, the {} such day", anchor_words(m_c), chosen <= base ? "last" : "next"));
}

Day PointResolver::nearer(Day past, Day next) const {
    if (m_c.options.direction == TimeDirection::past) return past;
    if (m_c.options.direction == TimeDirection::future) return next;
    return m_c.base - past <= next - m_c.base ? past : next;
}

namespace {

/// What looks ahead may report what is just over as well ("it reaches a thousand at the end of July"): so many days
/// more.
constexpr int told_after = 45;

}  // namespace

Day PointResolver::choose(Day past, Day next, int long_gone, int soon) const {
    const int way = direction();
    const auto since = (m_c.base - past).count();
    const auto until = (next - m_c.base).count();
    if (m_c.options.direction == TimeDirection::future) return next;
    if (way < -1 || way > 1) return way < 0 ? past : next;
    if (way > 0) return until >= long_gone && since <= soon + told_after ? past : next;
    if (m_c.options.direction == TimeDirection::past) return past;
    constexpr int very_soon = 45;  // what is announced for so soon keeps its day though the verb is of the past
    if (way < 0 && m_c.tense().trust == ClauseTense::all_week && until > very_soon) return past;
    if (way == 0) return 2 * until <= since ? next : past;
    return since >= long_gone && until <= soon ? next : past;
}

std::optional<Period> PointResolver::container() const {
    Frame f = m_f;
    f.clear(Slot::nth);
    f.clear(Slot::weekday);
    f.clear(Slot::unit);
    f.clear(Slot::day_part);
    f.clear(Slot::hour);
    f.clear(Slot::number);
    if (m_f.has(Slot::month_rel) && !m_f.has(Slot::month)) {
        f.clear(Slot::month_rel);
        const auto ym = relative_month(m_f.get(Slot::month_rel));
        return month_period(static_cast<int>(ym.year()), static_cast<int>(static_cast<unsigned>(ym.month())));
    }
    const auto point = PointResolver(f, m_c).resolve();
    if (!point || point->certainty == Certainty::invalid) return std::nullopt;
    return point->period;
}

bool PointResolver::nth() {
    const int n = m_f.get(Slot::nth);
    const auto in = container();
    if (!in || n == 0 || n > 400 || n < -400) return false;
    m_out.arithmetic = fmt::format("number {} in {}", n, in->value);
    const bool last = n < 0;
    if (m_f.has(Slot::number)) return first_units(*in, last);
    if (m_f.has(Slot::weekday)) {
        const auto wanted = weekday_of(m_f.get(Slot::weekday));
        const bool after_feast = m_f.has(Slot::feast) && m_f.get(Slot::dir) > 0;
        const Day first = first_weekday_from(after_feast ? in->from + date::days{1} : in->from, wanted);
        const Day day =
            last ? last_weekday_until(in->to, wanted) + date::days{7 * (n + 1)} : first + date::days{7 * (n - 1)};
        return (after_feast || (day >= in->from && day <= in->to)) && use(day_period(day));
    }
    switch (unit_of(m_f)) {
        case TimeGrain::day: {
            const Day day = last ? in->to + date::days{n + 1} : in->from + date::days{n - 1};
            const bool feast = m_f.has(Slot::feast);  // its days go on beyond the first
            return (feast || (day >= in->from && day <= in->to)) && use(day_period(day));
        }
        case TimeGrain::week: {  // whole weeks: the first begins in the period, the last ends in it
            const Day first = first_weekday_from(in->from, m_c.options.week_start);
            const Day final = last_weekday_until(in->to - date::days{6}, m_c.options.week_start);
            return use(week_period(last ? final + date::days{7 * (n + 1)} : first + date::days{7 * (n - 1)},
                                   m_c.options.week_start));
        }
        case TimeGrain::month:
            return in->grain == TimeGrain::year && use(month_period(year_of(in->from), last ? 13 + n : n));
        default: return false;
    }
}

bool PointResolver::first_units(const Period& in, bool last) {
    const auto unit = unit_of(m_f);
    const int count = m_f.get(Slot::number);
    const bool months = unit == TimeGrain::month && in.grain == TimeGrain::year;
    if (count < 1 || count > 31 || (!months && unit != TimeGrain::day)) return false;
    const auto edge = [&](Day day, int by) { return add_units(day, unit, by); };
    const auto from = last ? edge(in.to + date::days{1}, -count) : std::optional(in.from);
    const auto to = last ? std::optional(in.to + date::days{1}) : edge(in.from, count);
    if (!from || !to || *from < in.from || *to > in.to + date::days{1}) return false;
    const auto first = period_of(*from, unit, 0, m_c.options.week_start);
    const auto final = period_of(*to - date::days{1}, unit, 0, m_c.options.week_start);
    if (!first || !final) return false;
    return use(Period{unit, first->from, final->to, first->value + "/" + final->value});
}

}  // namespace isnad::timing
