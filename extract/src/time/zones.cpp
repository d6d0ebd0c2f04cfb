// Zones with summer time, by the rules that hold since 1996 in Europe and since 2007 in the United States (IANA tz
// database 2022g). Before 2007 American summers were shorter: the weeks between are an hour off.

#include "resolve.hpp"

namespace isnad::timing {

namespace {

constexpr int hour = 60;

struct Zone {
    int winter;  ///< minutes east of UTC
    bool american;
};

Zone zone_info(int zone) {
    switch (zone) {
        case symbol::us_eastern: return {-5 * hour, true};
        case symbol::us_central: return {-6 * hour, true};
        case symbol::us_pacific: return {-8 * hour, true};
        case symbol::british: return {0, false};
        case symbol::central_european: return {hour, false};
        default: return {2 * hour, false};
    }
}

/// First and last day of summer time.
Interval summer(int year, bool american) {
    const date::year y{year};
    if (american)
        return {Day{y / date::March / date::Sunday[2]}, Day{y / date::November / date::Sunday[1]} - date::days{1}};
    return {Day{y / date::March / date::Sunday[date::last]},
            Day{y / date::October / date::Sunday[date::last]} - date::days{1}};
}

}  // namespace

int zone_offset(int zone, Day day) {
    if (zone < symbol::us_eastern) return zone;
    const auto info = zone_info(zone);
    const auto time = summer(year_of(day), info.american);
    return info.winter + (day >= *time.from && day <= *time.to ? hour : 0);
}

}  // namespace isnad::timing
