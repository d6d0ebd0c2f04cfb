// Places in the calendar, from whichever slots are filled: months, years and other periods.

#include "point_resolver.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace isnad::timing {

std::optional<Point> PointResolver::resolve() {
    if (!place()) return std::nullopt;
    return std::move(m_out);
}

bool PointResolver::use(std::optional<Period> period, std::string arithmetic) {
    if (!period) return false;
    m_out.period = std::move(*period);
    if (!arithmetic.empty()) m_out.arithmetic = std::move(arithmetic);
    return true;
}

bool PointResolver::place() {
    const bool has_day = m_f.has(Slot::day);
    if (m_f.has(Slot::deictic)) return deictic();
    if (m_f.has(Slot::nth)) return nth();
    if (m_f.has(Slot::hijri_month) || (m_f.get(Slot::hijri) == 1 && m_f.has(Slot::year))) return hijri();
    if (m_f.has(Slot::feast)) return feast();
    if (has_day) return day();
    if (m_f.has(Slot::weekday)) return weekday();
    if (m_f.has(Slot::month)) return month();
    if (m_f.has(Slot::season)) return of_year(Slot::season, season_period);
    if (m_f.has(Slot::quarter)) return of_year(Slot::quarter, quarter_period);
    if (m_f.has(Slot::half_year)) return of_year(Slot::half_year, half_period);
    if (m_f.has(Slot::decade)) return decade();
    if (m_f.has(Slot::century)) return use(century_period(m_f.get(Slot::century)));
    if (m_f.has(Slot::unit)) return unit();
    if (const auto y = year()) return use(year_period(*y));
    if (m_f.has(Slot::hour) || m_f.has(Slot::minute) || m_f.has(Slot::day_part))
        return use(day_period(m_c.base), anchor_words(m_c));
    return false;
}

std::optional<int> PointResolver::year() const {
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

int PointResolver::direction() const {
    if (m_c.options.direction == TimeDirection::past) return -1;
    if (m_c.options.direction == TimeDirection::future) return 1;
    return m_c.tense().way;
}

std::string PointResolver::with_rel(int rel, const char* what) const {
    return fmt::format("{}, {} {}", anchor_words(m_c), rel < 0 ? "the last" : rel > 0 ? "the next" : "this", what);
}

bool PointResolver::deictic() {
    const int n = m_f.get(Slot::deictic);
    if (const auto day = named_day()) {
        const bool same = *day == m_c.base + date::days{n};
        return use(day_period(*day),
                   same ? anchor_words(m_c) : fmt::format("{}, corrected by its date", anchor_words(m_c)));
    }
    if (m_f.has(Slot::year) && !m_f.has(Slot::month)) {  // "on the same day of 1869"
        const auto on = civil(m_c.base + date::days{n});
        const auto day = make_day(m_f.get(Slot::year), month_of(m_c.base + date::days{n}),
                                  static_cast<int>(static_cast<unsigned>(on.day())));
        return day && use(day_period(*day), fmt::format("{}, in another year", anchor_words(m_c)));
    }
    if (m_f.has(Slot::weekday)) {  // a text published a day late says so by its weekday
        const Day day = m_c.base + date::days{n};
        const Day last = last_weekday_until(day + date::days{3}, weekday_of(m_f.get(Slot::weekday)));
        if (last != day) return use(day_period(last), fmt::format("{}, corrected by its weekday", anchor_words(m_c)));
    }
    return use(day_period(m_c.base + date::days{n}),
               n == 0 ? anchor_words(m_c)
                      : fmt::format("{} {} {} day{}", anchor_words(m_c), n < 0 ? '-' : '+', std::abs(n),
                                    std::abs(n) == 1 ? "" : "s"));
}

std::optional<Day> PointResolver::named_day() const {
    constexpr date::days near{7};  // a date further off is another's
    if (!m_f.has(Slot::day) || !m_f.has(Slot::month)) return std::nullopt;
    Frame date = m_f;
    date.clear(Slot::deictic);
    const auto point = PointResolver(date, m_c).resolve();
    if (!point || point->certainty == Certainty::invalid) return std::nullopt;
    const auto off = point->period.from - (m_c.base + date::days{m_f.get(Slot::deictic)});
    return off <= near && -off <= near ? std::optional(point->period.from) : std::nullopt;
}

bool PointResolver::month() {
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
    const Day chosen = past_year == next_year ? past->from : choose(past->from, next->from, 240, 62);
    return use(month_period(year_of(chosen), month),
               fmt::format("{}, the {} such month", anchor_words(m_c), chosen <= m_c.base ? "last" : "next"));
}

bool PointResolver::of_year(Slot slot, std::optional<Period> (*make)(int, int)) {
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

bool PointResolver::decade() {
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

bool PointResolver::unit() {
    const TimeGrain grain = unit_of(m_f);
    const int rel = m_f.get(Slot::rel, 0);
    if (grain == TimeGrain::hour || grain == TimeGrain::minute || grain == TimeGrain::second) return false;
    const bool weekend = m_f.get(Slot::part) == symbol::weekend;
    if (weekend && !m_f.has(Slot::rel)) {  // told early in a week of the past, it is the last one
        const auto last = period_of(m_c.base, grain, -1, m_c.options.week_start);
        const bool early = last && m_c.base - last->to <= date::days{4};
        return use(early && direction() < 0 ? last : period_of(m_c.base, grain, 0, m_c.options.week_start),
                   fmt::format("{}, the nearest weekend", anchor_words(m_c)));
    }
    if (m_f.has(Slot::hour)) {  // "at the beginning of next week, from six": its first day
        const auto period = period_of(m_c.base, grain, rel, m_c.options.week_start);
        return period && use(day_period(period->from), with_rel(rel, "period's first day"));
    }
    return use(period_of(m_c.base, grain, rel, m_c.options.week_start),
               fmt::format("{} {} {} {}", anchor_words(m_c), rel < 0 ? '-' : '+', std::abs(rel), unit_name(grain)));
}

std::string anchor_words(const Context& context) {
    const char* what = context.anchor.kind == TimeAnchor::Kind::expression ? "an expression before"
                       : context.own_day                                   ? "publication, corrected by a weekday"
                                                                           : "publication";
    return fmt::format("{} ({})", to_string(context.base), what);
}

std::optional<Point> resolve_point(const Frame& frame, const Context& context) {
    Frame named = frame;
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
