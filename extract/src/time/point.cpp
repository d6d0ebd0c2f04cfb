// Places in the calendar: days, weekdays, months, years and the rest, from whichever slots are filled.

#include "hijri.hpp"
#include "resolve.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace isnad::timing {

namespace {

TimeGrain unit_of(const Frame& f) { return static_cast<TimeGrain>(f.get(Slot::unit)); }

date::weekday weekday_of(int iso) { return date::weekday{static_cast<unsigned>(iso % 7)}; }

class PointResolver {
public:
    PointResolver(const Frame& frame, const Context& context) : m_f(frame), m_c(context) {}

    std::optional<Point> resolve() {
        if (!place()) return std::nullopt;
        return std::move(m_out);
    }

private:
    bool use(std::optional<Period> period, std::string arithmetic = {}) {
        if (!period) return false;
        m_out.period = std::move(*period);
        if (!arithmetic.empty()) m_out.arithmetic = std::move(arithmetic);
        return true;
    }

    bool place() {
        const bool has_day = m_f.has(Slot::day);
        if (m_f.has(Slot::deictic)) return deictic();
        if (m_f.has(Slot::nth)) return nth();
        if (m_f.has(Slot::hijri_month) || (m_f.get(Slot::hijri) == 1 && m_f.has(Slot::year))) return hijri();
        if (m_f.has(Slot::feast)) return feast();
        if (has_day) return day();
        if (m_f.has(Slot::weekday)) return weekday();
        if (m_f.has(Slot::month)) return month();
        if (m_f.has(Slot::season)) return of_year(Slot::season, season_period, TimeGrain::season);
        if (m_f.has(Slot::quarter)) return of_year(Slot::quarter, quarter_period, TimeGrain::quarter);
        if (m_f.has(Slot::half_year)) return of_year(Slot::half_year, half_period, TimeGrain::quarter);
        if (m_f.has(Slot::decade)) return decade();
        if (m_f.has(Slot::century)) return use(century_period(m_f.get(Slot::century)));
        if (m_f.has(Slot::unit)) return unit();
        if (const auto y = year()) return use(year_period(*y));
        if (m_f.has(Slot::hour) || m_f.has(Slot::minute) || m_f.has(Slot::day_part))
            return use(day_period(m_c.base), anchor_words(m_c));
        return false;
    }

    /// The civil year the words name, if they do.
    [[nodiscard]] std::optional<int> year() const {
        if (m_f.has(Slot::year)) {
            const int y = m_f.get(Slot::year);
            const bool short_form = y < 100 && m_f.has(Slot::month) && m_f.has(Slot::day);
            if (!short_form) return y;
            const int century = year_of(m_c.base) / 100 * 100;
            return y <= year_of(m_c.base) % 100 + 10 ? century + y : century - 100 + y;
        }
        if (m_f.has(Slot::year_rel)) return year_of(m_c.base) + m_f.get(Slot::year_rel);
        return std::nullopt;
    }

    [[nodiscard]] int direction() const {
        if (m_c.options.direction == TimeDirection::past) return -1;
        if (m_c.options.direction == TimeDirection::future) return 1;
        return m_c.tense();
    }

    [[nodiscard]] std::string with_rel(int rel, const char* what) const {
        return fmt::format("{}, {} {}", anchor_words(m_c), rel < 0 ? "the last" : rel > 0 ? "the next" : "this", what);
    }

    bool deictic() {
        const int n = m_f.get(Slot::deictic);
        if (m_f.has(Slot::weekday)) {  // a text published a day late says so by its weekday
            const Day day = m_c.base + date::days{n};
            const Day last = last_weekday_until(day + date::days{3}, weekday_of(m_f.get(Slot::weekday)));
            if (last != day)
                return use(day_period(last), fmt::format("{}, corrected by its weekday", anchor_words(m_c)));
        }
        return use(day_period(m_c.base + date::days{n}),
                   n == 0 ? anchor_words(m_c)
                          : fmt::format("{} {} {} day{}", anchor_words(m_c), n < 0 ? '-' : '+', std::abs(n),
                                        std::abs(n) == 1 ? "" : "s"));
    }

    // ---- weekdays

    bool weekday() {
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
        int way = direction();
        if (way == 0) way = m_f.has(Slot::rel) ? 1 : -1;
        return use(
            day_period(way < 0 ? last_weekday_until(base, wanted) : first_weekday_from(base, wanted)),
            fmt::format("{}, the nearest such weekday {}", anchor_words(m_c), way < 0 ? "until then" : "from then"));
    }

    // ---- days of a month

    /// Value of a day that does not exist: as it was written.
    bool invalid(int year, int month, int day) {
        m_out.certainty = Certainty::invalid;
        m_out.period = {TimeGrain::day, Day{}, Day{}, fmt::format("{:04}-{:02}-{:02}", year, month, day)};
        m_out.arithmetic = "no such day";
        return true;
    }

    /// Year and month of a "month_rel" away from the base.
    [[nodiscard]] date::year_month relative_month(int rel) const {
        const auto ymd = civil(m_c.base);
        return date::year_month{ymd.year(), ymd.month()} + date::months{rel};
    }

    bool day() {
        const int day = m_f.get(Slot::day);
        if (m_f.has(Slot::month_rel) || (!m_f.has(Slot::month) && m_f.has(Slot::weekday))) {
            const int rel = m_f.get(Slot::month_rel, 0);
            const auto ym = relative_month(rel);
            const int y = static_cast<int>(ym.year());
            const int m = static_cast<int>(static_cast<unsigned>(ym.month()));
            const auto found = make_day(y, m, day);
            return found ? use(day_period(*found), with_rel(rel, "month's day")) : invalid(y, m, day);
        }
        if (!m_f.has(Slot::month)) return false;
        const int month = m_f.get(Slot::month);
        if (const auto y = year()) {
            const auto found = make_day(*y, month, day);
            if (found && is_nth_weekday(*found)) return false;
            return found ? use(day_period(*found)) : *y <= last_year && invalid(*y, month, day);
        }
        return yearless_day(month, day);
    }

    /// "Tuesday the third of May", when the third is no Tuesday, is the month's third Tuesday: another rule's business.
    [[nodiscard]] bool is_nth_weekday(Day day) const {
        return m_f.has(Slot::weekday) && m_f.has(Slot::vague) && m_f.get(Slot::day) <= 5 &&
               date::weekday{day} != weekday_of(m_f.get(Slot::weekday));
    }

    /// The last day with this month and number on or before a day, or the first on or after it. Empty for 31 April.
    [[nodiscard]] std::optional<Day> such_day(Day from, int month, int day, int step) const {
        constexpr int years_for_weekday = 2;
        const auto weekday = m_f.has(Slot::weekday) ? std::optional(weekday_of(m_f.get(Slot::weekday))) : std::nullopt;
        std::optional<Day> any;
        for (int n = -1; n <= 8; ++n) {
            const auto found = make_day(year_of(from) + step * n, month, day);
            if (!found || (step < 0 ? *found > from : *found < from)) continue;
            if (!any) any = found;
            if (!weekday || (n < years_for_weekday && date::weekday{*found} == *weekday)) return found;
        }
        return any;
    }

    bool yearless_day(int month, int day) {
        const Day base = m_c.base;
        const auto past = such_day(base, month, day, -1);
        const auto next = such_day(base, month, day, 1);
        if (!past || !next) return invalid(year_of(base), month, day);
        if (m_f.has(Slot::rel)) {
            const int rel = m_f.get(Slot::rel);
            if (rel == 0) {
                const auto found = make_day(year_of(base), month, day);
                return found ? use(day_period(*found), with_rel(0, "year's day")) : invalid(year_of(base), month, day);
            }
            auto found = rel < 0 ? such_day(base - date::days{1}, month, day, -1)
                                 : such_day(base + date::days{1}, month, day, 1);
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
        }
        const bool this_month = month == month_of(base) && m_c.options.direction == TimeDirection::future;
        const Day chosen = this_month && year_of(*past) == year_of(base) ? *past : choose(*past, *next, 300, 45);
        return use(day_period(chosen),
                   fmt::format("{}, the {} such day", anchor_words(m_c), chosen <= base ? "last" : "next"));
    }

    [[nodiscard]] Day nearer(Day past, Day next) const {
        if (m_c.options.direction == TimeDirection::past) return past;
        if (m_c.options.direction == TimeDirection::future) return next;
        return m_c.base - past <= next - m_c.base ? past : next;
    }

    /// Between the last and the next: the last, unless the clause looks ahead, or says nothing and the next is much
    /// nearer. A past clause may well
    /// speak of what comes soon ("it said that the vote is on 5 June") when the last one is long gone.
    [[nodiscard]] Day choose(Day past, Day next, int long_gone, int soon) const {
        const int way = direction();
        if (way > 0) return next;
        const auto since = (m_c.base - past).count();
        const auto until = (next - m_c.base).count();
        if (m_c.options.direction == TimeDirection::past) return past;
        if (way == 0) return 2 * until <= since ? next : past;
        return since >= long_gone && until <= soon ? next : past;
    }

    // ---- months, seasons, years

    bool month() {
        const int month = m_f.get(Slot::month);
        if (month < 1 || month > 12) return false;
        if (const auto y = year()) return use(month_period(*y, month));
        const int this_year = year_of(m_c.base);
        const int this_month = month_of(m_c.base);
        if (m_f.has(Slot::rel)) {
            const int rel = m_f.get(Slot::rel);
            int y = this_year;
            if (rel < 0) y += (month < this_month ? 0 : -1) + rel + 1;
            if (rel > 0) y += (month > this_month ? 0 : 1) + rel - 1;
            return use(month_period(y, month), with_rel(rel, "such month"));
        }
        const int past_year = month <= this_month ? this_year : this_year - 1;
        const int next_year = month >= this_month ? this_year : this_year + 1;
        const auto past = month_period(past_year, month);
        const auto next = month_period(next_year, month);
        if (!past || !next) return false;
        const Day chosen = past_year == next_year ? past->from : choose(past->from, next->from, 240, 100);
        return use(month_period(year_of(chosen), month),
                   fmt::format("{}, the {} such month", anchor_words(m_c), chosen <= m_c.base ? "last" : "next"));
    }

    /// A named part of a year: explicit year, "last/next", or the nearest in the clause's way.
    bool of_year(Slot slot, std::optional<Period> (*make)(int, int), TimeGrain) {
        const int which = m_f.get(slot);
        if (const auto y = year()) return use(make(*y, which));
        const auto current = make(year_of(m_c.base), which);
        if (!current) return false;
        const int rel = m_f.get(Slot::rel, 0);
        int offset = 0;
        if (m_f.has(Slot::rel) && rel < 0) offset = (current->to < m_c.base ? 0 : -1) + rel + 1;
        if (m_f.has(Slot::rel) && rel > 0) offset = (current->from > m_c.base ? 0 : 1) + rel - 1;
        const bool part_of_accounts = slot == Slot::quarter || slot == Slot::half_year;  // told when it is over
        if (!m_f.has(Slot::rel) && part_of_accounts) {
            if (current->from > m_c.base) offset = -1;
        } else if (!m_f.has(Slot::rel)) {
            const int way = direction();
            if (way < 0 && current->from > m_c.base) offset = -1;
            if (way > 0 && current->to < m_c.base) offset = 1;
            if (way == 0 && current->from > m_c.base + date::days{180}) offset = -1;
        }
        return use(make(year_of(m_c.base) + offset, which), with_rel(rel, "such part of a year"));
    }

    bool decade() {
        int first = m_f.get(Slot::decade);
        if (first < 100) {  // "the eighties": of the named century, or of the last one they are over in
            int century = year_of(m_c.base) / 100 * 100;
            if (m_f.has(Slot::century))
                century = 100 * (m_f.get(Slot::century) - 1);
            else if (m_f.has(Slot::rel) || century + first + 9 >= year_of(m_c.base))
                century -= 100;
            first += century;
        }
        return use(decade_period(first));
    }

    bool unit() {
        const TimeGrain grain = unit_of(m_f);
        const int rel = m_f.get(Slot::rel, 0);
        if (grain == TimeGrain::hour || grain == TimeGrain::minute || grain == TimeGrain::second) return false;
        if (m_f.has(Slot::hour)) {  // "at the beginning of next week, from six": its first day
            const auto period = period_of(m_c.base, grain, rel, m_c.options.week_start);
            return period && use(day_period(period->from), with_rel(rel, "period's first day"));
        }
        return use(period_of(m_c.base, grain, rel, m_c.options.week_start),
                   fmt::format("{} {} {} {}", anchor_words(m_c), rel < 0 ? '-' : '+', std::abs(rel), unit_name(grain)));
    }

    // ---- the n-th weekday, day or week of something

    [[nodiscard]] std::optional<Period> container() const {
        Frame f = m_f;
        f.clear(Slot::nth);
        f.clear(Slot::weekday);
        f.clear(Slot::unit);
        f.clear(Slot::day_part);
        f.clear(Slot::hour);
        if (m_f.has(Slot::month_rel) && !m_f.has(Slot::month)) {
            f.clear(Slot::month_rel);
            const auto ym = relative_month(m_f.get(Slot::month_rel));
            return month_period(static_cast<int>(ym.year()), static_cast<int>(static_cast<unsigned>(ym.month())));
        }
        const auto point = PointResolver(f, m_c).resolve();
        if (!point || point->certainty == Certainty::invalid) return std::nullopt;
        return point->period;
    }

    bool nth() {
        const int n = m_f.get(Slot::nth);
        const auto in = container();
        if (!in || n == 0 || n > 400 || n < -400) return false;
        m_out.arithmetic = fmt::format("number {} in {}", n, in->value);
        const bool last = n < 0;
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

    // ---- Hijri dates and feasts

    bool hijri() {
        const auto now = to_hijri(m_c.base);
        if (!now) return false;
        const int month = m_f.get(Slot::hijri_month);
        std::optional<int> year;
        if (m_f.has(Slot::year)) year = m_f.get(Slot::year);
        if (m_f.has(Slot::year_rel)) year = now->year + m_f.get(Slot::year_rel);
        if (year && *year > 1700) return hijri_month_in_civil_year(month, *year);
        if (!m_f.has(Slot::hijri_month)) return year && hijri_period(*year, 1, 12);
        if (m_f.has(Slot::day)) return hijri_day_of(*now, year, month);
        if (!year && m_f.has(Slot::rel)) {
            const int rel = m_f.get(Slot::rel);
            year = now->year;
            if (rel < 0) *year += (month < now->month ? 0 : -1) + rel + 1;
            if (rel > 0) *year += (month > now->month ? 0 : 1) + rel - 1;
        }
        if (!year) year = nearest_hijri_year(*now, month, 1);
        return year && hijri_period(*year, month, month);
    }

    bool hijri_month_in_civil_year(int month, int civil_year) {
        const auto start = make_day(civil_year, 1, 1);
        const auto first = start ? to_hijri(*start) : std::nullopt;
        if (!first || month == 0) return false;
        for (int y = first->year; y <= first->year + 1; ++y) {
            const auto day = hijri_day({y, month, m_f.get(Slot::day, 1)});
            if (day && year_of(*day) == civil_year)
                return m_f.has(Slot::day) ? use(day_period(*day), "Umm al-Qura calendar")
                                          : hijri_period(y, month, month);
        }
        return false;
    }

    bool hijri_day_of(HijriDate now, std::optional<int> year, int month) {
        const int day = m_f.get(Slot::day);
        if (!year && m_f.has(Slot::rel)) {
            const int rel = m_f.get(Slot::rel);
            const bool before = std::pair(month, day) < std::pair(now.month, now.day);
            const bool after = std::pair(month, day) > std::pair(now.month, now.day);
            year = now.year + (rel < 0 && !before ? -1 : 0) + (rel > 0 && !after ? 1 : 0);
        }
        if (!year) year = nearest_hijri_year(now, month, day);
        if (!year) return false;
        if (const auto found = hijri_day({*year, month, day}))
            return use(day_period(*found), fmt::format("{} {} {} of the Umm al-Qura calendar", *year, month, day));
        m_out.certainty = Certainty::invalid;
        m_out.period = {TimeGrain::day, Day{}, Day{}, fmt::format("{:04}-{:02}-{:02}", *year, month, day)};
        m_out.arithmetic = "no such day of the Umm al-Qura calendar";
        return true;
    }

    [[nodiscard]] std::optional<int> nearest_hijri_year(HijriDate now, int month, int day) const {
        const int way = direction();
        std::optional<int> best;
        std::optional<long> distance;
        for (int y = now.year - 1; y <= now.year + 1; ++y) {
            const auto found = hijri_day({y, month, day});
            if (!found) continue;
            const bool same_month = y == now.year && month == now.month;
            const long away = (*found - m_c.base).count();
            if (!same_month && ((way < 0 && away > 30) || (way > 0 && away < 0))) continue;
            const long size = same_month ? 0 : std::abs(away);
            if (!distance || size < *distance) {
                best = y;
                distance = size;
            }
        }
        return best;
    }

    bool hijri_period(int year, int first_month, int last_month) {
        const auto from = hijri_day({year, first_month, 1});
        const auto length = hijri_month_length(year, last_month);
        const auto last = hijri_day({year, last_month, 1});
        if (!from || !length || !last) return false;
        const Day to = *last + date::days{*length - 1};
        return use(Period{first_month == last_month ? TimeGrain::month : TimeGrain::year, *from, to,
                          to_string(*from) + "/" + to_string(to)},
                   fmt::format("{}-{:02} of the Umm al-Qura calendar", year, first_month));
    }

    bool feast() {
        const int feast = m_f.get(Slot::feast);
        std::optional<Day> day;
        if (const auto y = year()) {
            day = *y > 0 && *y < last_year ? feast_day(feast, *y) : std::nullopt;
            return day && use(day_period(*day));
        }
        std::optional<Day> past;
        std::optional<Day> next;
        for (int y = year_of(m_c.base) - 1; y <= year_of(m_c.base) + 1; ++y) {
            const auto found = feast_day(feast, y);
            if (!found) continue;
            if (*found <= m_c.base) past = found;
            if (*found >= m_c.base && !next) next = found;
        }
        if (!past || !next) return false;
        if (m_f.get(Slot::rel, 0) != 0) return use(day_period(m_f.get(Slot::rel) < 0 ? *past : *next));
        return use(day_period(choose(*past, *next, 240, 60)), fmt::format("{}, the nearest", anchor_words(m_c)));
    }

    const Frame& m_f;
    const Context& m_c;
    Point m_out;
};

}  // namespace

std::string anchor_words(const Context& context) {
    const char* what = context.anchor.kind == TimeAnchor::Kind::expression ? "an expression before" : "publication";
    return fmt::format("{} ({})", to_string(context.base), what);
}

std::optional<Point> resolve_point(const Frame& frame, const Context& context) {
    Frame named = frame;
    constexpr int hijri_years = 1700;  // no later year of that calendar is written yet
    if (context.options.calendar == TimeCalendar::hijri && frame.has(Slot::year) &&
        frame.get(Slot::year) < hijri_years) {
        named.set(Slot::hijri, 1);
        if (frame.has(Slot::month)) named.set(Slot::hijri_month, frame.get(Slot::month));
    }
    auto out = PointResolver(named, context).resolve();
    if (!out) return std::nullopt;
    const int year = out->certainty == Certainty::invalid ? first_year : year_of(out->period.from);
    if (year < first_year || year > last_year) return std::nullopt;
    if (out->certainty == Certainty::invalid) return out;
    if (frame.has(Slot::part)) set_part(frame.get(Slot::part), *out);
    if (out->period.grain == TimeGrain::day && !set_clock(frame, context, *out)) return std::nullopt;
    if (frame.has(Slot::mod)) {
        if (out->mod.empty()) out->mod = mod_name(frame.get(Slot::mod));
        out->certainty = Certainty::approximate;
    }
    return out;
}

}  // namespace isnad::timing
