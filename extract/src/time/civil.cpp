#include "civil.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::timing {

namespace {

bool in_range(int year) { return year >= first_year && year <= last_year; }

std::optional<Period> months_period(TimeGrain grain, int year, int first, int count, std::string value) {
    const auto from = make_day(year, first, 1);
    if (!from) return std::nullopt;
    const auto next = add_months(*from, count);
    const Day to = next ? *next - date::days{1} : Day{date::year{last_year} / 12 / 31};
    return Period{grain, *from, to, std::move(value)};
}

char unit_letter(TimeGrain unit) {
    switch (unit) {
        case TimeGrain::second: return 'S';
        case TimeGrain::minute: return 'M';
        case TimeGrain::hour: return 'H';
        case TimeGrain::week: return 'W';
        case TimeGrain::month: return 'M';
        case TimeGrain::quarter: return 'Q';
        case TimeGrain::year: return 'Y';
        default: return 'D';
    }
}

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
    if (!in_range(year) || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                   date::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Day{ymd};
}

std::optional<Day> add_months(Day day, int months) {
    if (months > 12 * last_year || months < -12 * last_year) return std::nullopt;
    const auto ymd = civil(day);
    const auto moved = date::year_month{ymd.year(), ymd.month()} + date::months{months};
    const int year = static_cast<int>(moved.year());
    if (!in_range(year)) return std::nullopt;
    const date::year_month_day same{moved.year(), moved.month(), ymd.day()};
    return same.ok() ? Day{same} : Day{moved / date::last};
}

std::optional<Day> add_units(Day day, TimeGrain unit, int count) {
    constexpr int too_many = 200'000;  // months or weeks: beyond every year that is written
    if (count > 4'000'000 || count < -4'000'000) return std::nullopt;
    const auto days = [&](int n) -> std::optional<Day> {
        const Day moved = day + date::days{n};
        if (!in_range(year_of(moved))) return std::nullopt;
        return moved;
    };
    if (unit == TimeGrain::day) return days(count);
    if (count > too_many || count < -too_many) return std::nullopt;
    switch (unit) {
        case TimeGrain::week: return days(7 * count);
        case TimeGrain::month: return add_months(day, count);
        case TimeGrain::quarter: return add_months(day, 3 * count);
        case TimeGrain::year: return add_months(day, 12 * count);
        case TimeGrain::decade: return add_months(day, 120 * count);
        case TimeGrain::century: return add_months(day, 1200 * count);
        default: return day;
    }
}

Period day_period(Day day) { return {TimeGrain::day, day, day, to_string(day)}; }

Period week_period(Day any_day, date::weekday week_start) {
    const Day from = last_weekday_until(any_day, week_start);
    const Day to = from + date::days{6};
    if (week_start == date::Monday) return {TimeGrain::week, from, to, iso_week(from)};
    return {TimeGrain::week, from, to, to_string(from) + "/" + to_string(to)};
}

std::optional<Period> month_period(int year, int month) {
    return months_period(TimeGrain::month, year, month, 1, fmt::format("{:04}-{:02}", year, month));
}

std::optional<Period> quarter_period(int year, int quarter) {
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return months_period(TimeGrain::quarter, year, 3 * quarter - 2, 3, fmt::format("{:04}-Q{}", year, quarter));
}

std::optional<Period> half_period(int year, int half) {
    if (half < 1 || half > 2) return std::nullopt;
    return months_period(TimeGrain::quarter, year, 6 * half - 5, 6, fmt::format("{:04}-H{}", year, half));
}

std::optional<Period> season_period(int year, int season) {
    if (season < 1 || season > 4) return std::nullopt;
    constexpr const char* names[] = {"SP", "SU", "FA", "WI"};  // March to May, and so on; winter ends in February
    return months_period(TimeGrain::season, year, 3 * season, 3, fmt::format("{:04}-{}", year, names[season - 1]));
}

std::optional<Period> year_period(int year) {
    return months_period(TimeGrain::year, year, 1, 12, fmt::format("{:04}", year));
}

std::optional<Period> decade_period(int first) {
    if (!in_range(first) || !in_range(first / 10 * 10 + 9)) return std::nullopt;
    return Period{TimeGrain::decade, *make_day(first, 1, 1), *make_day(first + 9, 12, 31),
                  fmt::format("{:03}", first / 10)};
}

std::optional<Period> century_period(int century) {
    if (century < 1 || century > 100) return std::nullopt;
    const int first = 100 * (century - 1) + 1;
    if (!in_range(first) || !in_range(first + 98)) return std::nullopt;
    return Period{TimeGrain::century, *make_day(first, 1, 1), *make_day(std::min(first + 99, last_year), 12, 31),
                  fmt::format("{:02}", century - 1)};
}

std::optional<Period> period_of(Day day, TimeGrain grain, int count, date::weekday week_start) {
    switch (grain) {
        case TimeGrain::decade: return decade_period(year_of(day) / 10 * 10 + 10 * count);
        case TimeGrain::century: return century_period((year_of(day) + 99) / 100 + count);
        default: break;
    }
    const auto moved = add_units(day, grain, count);
    if (!moved) return std::nullopt;
    switch (grain) {
        case TimeGrain::week: return week_period(*moved, week_start);
        case TimeGrain::month: return month_period(year_of(*moved), month_of(*moved));
        case TimeGrain::quarter: return quarter_period(year_of(*moved), (month_of(*moved) + 2) / 3);
        case TimeGrain::year: return year_period(year_of(*moved));
        default: return day_period(*moved);
    }
}

Day first_weekday_from(Day day, date::weekday weekday) { return day + (weekday - date::weekday{day}); }

Day last_weekday_until(Day day, date::weekday weekday) { return day - (date::weekday{day} - weekday); }

std::string duration_value(TimeGrain unit, int count) {
    const std::string number = count == 0 ? "X" : fmt::format("{}", count);
    if (unit == TimeGrain::decade) return count == 0 ? "PXDE" : fmt::format("P{}Y", 10 * count);
    if (unit == TimeGrain::century) return count == 0 ? "PXCE" : fmt::format("P{}Y", 100 * count);
    const char* prefix = unit == TimeGrain::second || unit == TimeGrain::minute || unit == TimeGrain::hour ? "PT" : "P";
    return prefix + number + unit_letter(unit);
}

const char* unit_name(TimeGrain unit) { return to_string(unit); }

std::string clock_value(std::chrono::minutes clock, std::optional<int> seconds) {
    const auto n = clock.count();
    return seconds ? fmt::format("T{:02}:{:02}:{:02}", n / 60, n % 60, *seconds)
                   : fmt::format("T{:02}:{:02}", n / 60, n % 60);
}

}  // namespace isnad::timing
