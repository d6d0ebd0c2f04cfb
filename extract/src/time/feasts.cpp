#include "hijri.hpp"
#include "resolve.hpp"

namespace isnad::timing {

namespace {

/// Easter of the Gregorian calendar, by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8).
std::optional<Day> western_easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int month = (h + l - 7 * m + 90) / 25;
    const int day = (h + l - 7 * m + 33 * month + 19) % 32;
    return make_day(year, month, day);
}

/// Easter of the Julian calendar, as the civil day of the years 1900 to 2099 (13 days later).
std::optional<Day> eastern_easter(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const auto julian = make_day(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1);
    if (!julian) return std::nullopt;
    return *julian + date::days{13};
}

struct HijriFeast {
    int feast;
    int month;
    int day;
};

constexpr HijriFeast hijri_feasts[] = {{symbol::fitr, 10, 1},   {symbol::adha, 12, 10},
                                       {symbol::arafa, 12, 9},  {symbol::hijri_new_year, 1, 1},
                                       {symbol::ashura, 1, 10}, {symbol::mawlid, 3, 12}};

std::optional<Day> in_civil_year(const HijriFeast& feast, int civil_year) {
    const auto first = make_day(civil_year, 1, 1);
    const auto start = first ? to_hijri(*first) : std::nullopt;
    if (!start) return std::nullopt;
    for (int year = start->year; year <= start->year + 1; ++year)
        if (const auto found = hijri_day({year, feast.month, feast.day}); found && year_of(*found) == civil_year)
            return found;
    return std::nullopt;
}

}  // namespace

std::optional<Day> feast_day(int feast, int year) {
    for (const auto& hijri : hijri_feasts)
        if (hijri.feast == feast)
            return year < hijri_years ? hijri_day({year, hijri.month, hijri.day}) : in_civil_year(hijri, year);
    switch (feast) {
        case symbol::christmas: return make_day(year, 12, 25);
        case symbol::christmas_eve: return make_day(year, 12, 24);
        case symbol::new_year: return make_day(year, 1, 1);
        case symbol::new_year_eve: return make_day(year, 12, 31);
        case symbol::labour_day: return make_day(year, 5, 1);
        case symbol::valentine: return make_day(year, 2, 14);
        case symbol::easter: return western_easter(year);
        case symbol::orthodox_easter: return eastern_easter(year);
        default: return std::nullopt;
    }
}

}  // namespace isnad::timing
