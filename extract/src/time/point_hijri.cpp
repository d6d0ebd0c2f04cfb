// Dates of the Hijri calendar, and feasts.

#include "point_resolver.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

namespace isnad::timing {

bool PointResolver::hijri() {
    const auto now = to_hijri(m_c.base);
    if (!now) return false;
    const int month = m_f.get(Slot::hijri_month);
    std::optional<int> year;
    if (m_f.has(Slot::year)) year = m_f.get(Slot::year);
    if (m_f.has(Slot::year_rel)) year = now->year + m_f.get(Slot::year_rel);
    if (year && *year > hijri_years) return hijri_month_in_civil_year(month, *year);
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

bool PointResolver::hijri_month_in_civil_year(int month, int civil_year) {
    const auto start = make_day(civil_year, 1, 1);
    const auto first = start ? to_hijri(*start) : std::nullopt;
    if (!first || month == 0) return false;
    for (int y = first->year; y <= first->year + 1; ++y) {
        const auto day = hijri_day({y, month, m_f.get(Slot::day, 1)});
        if (day && year_of(*day) == civil_year)
            return m_f.has(Slot::day) ? use(day_period(*day), "Umm al-Qura calendar") : hijri_period(y, month, month);
    }
    return false;
}

bool PointResolver::hijri_day_of(HijriDate now, std::optional<int> year, int month) {
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

std::optional<int> PointResolver::nearest_hijri_year(HijriDate now, int month, int day) const {
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

bool PointResolver::hijri_period(int year, int first_month, int last_month) {
    const auto from = hijri_day({year, first_month, 1});
    const auto length = hijri_month_length(year, last_month);
    const auto last = hijri_day({year, last_month, 1});
    if (!from || !length || !last) return false;
    const Day to = *last + date::days{*length - 1};
    return use(Period{first_month == last_month ? TimeGrain::month : TimeGrain::year, *from, to,
                      to_string(*from) + "/" + to_string(to)},
               fmt::format("{}-{:02} of the Umm al-Qura calendar", year, first_month));
}

bool PointResolver::feast() {
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

}  // namespace isnad::timing
