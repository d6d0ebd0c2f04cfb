// Clock times, parts of the day and portions of periods.

#include "resolve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace isnad::timing {

namespace {

using std::chrono::minutes;

struct DayPartInfo {
    const char* code;  ///< of TIMEX3
    int from;          ///< minutes since midnight
    int to;
};

/// TIMEX3 knows no dawn: it is the morning.
DayPartInfo day_part_info(int part) {
    switch (part) {
        case symbol::morning: return {"TMO", 6 * 60, 12 * 60 - 1};
        case symbol::dawn: return {"TMO", 3 * 60, 6 * 60 - 1};
        case symbol::forenoon: return {"TMO", 9 * 60, 12 * 60 - 1};
        case symbol::noon: return {"TMI", 12 * 60, 14 * 60 - 1};
        case symbol::afternoon: return {"TAF", 12 * 60, 18 * 60 - 1};
        case symbol::evening: return {"TEV", 18 * 60, 24 * 60 - 1};
        case symbol::midnight: return {"TNI", 0, 24 * 60 - 1};
        default: return {"TNI", 18 * 60, 24 * 60 - 1};
    }
}

/// The hour of a twelve-hour clock in that part of the day; 24 for twelve at night.
int hour_in_part(int hour, int part, bool minutes_off) {
    switch (part) {
        case symbol::afternoon:
        case symbol::evening: return hour < 12 ? hour + 12 : hour;
        case symbol::noon: return hour < 6 ? hour + 12 : hour;
        case symbol::night:
            if (hour == 12) return 24;
            return hour >= 6 && hour < 12 ? hour + 12 : hour;
        case symbol::midnight: return hour == 12 ? 24 : hour;
        case symbol::forenoon: return hour;
        default: return hour == 12 && !minutes_off ? 0 : hour;
    }
}

}  // namespace

bool set_clock(const Frame& f, const Context& c, Point& point) {
    const bool minute_alone = f.has(Slot::minute) && !f.has(Slot::hour);  // of the hour of publication
    if (minute_alone && c.published.grain != PublicationTime::Grain::second) return false;
    if (!f.has(Slot::hour) && !minute_alone) {
        if (!f.has(Slot::day_part)) return true;
        const auto info = day_part_info(f.get(Slot::day_part));
        point.period.grain = TimeGrain::day_part;
        point.period.value += info.code;
        point.clock_from = minutes{info.from};
        point.clock_to = minutes{info.to};
        return true;
    }
    int hour = minute_alone ? static_cast<int>(c.published.clock.count() / 3600) : f.get(Slot::hour);
    int minute = f.get(Slot::minute, 0);
    const bool four_digits = hour >= 100;  // 1730
    if (four_digits) {
        minute = hour % 100;
        hour /= 100;
    }
    const bool off = f.get(Slot::minute_sign, 1) < 0;
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || f.get(Slot::second, 0) > 59) return false;
    if (f.has(Slot::day_part)) hour = hour_in_part(hour, f.get(Slot::day_part), off);
    int total = hour * 60 + (off ? -minute : minute);
    const bool today = point.period.from == c.published.day;
    if (c.options.direction == TimeDirection::future && !f.has(Slot::day_part) && today && hour < 12 &&
        c.published.grain == PublicationTime::Grain::second &&
        total * 60 < static_cast<int>(c.published.clock.count()) && !f.has(Slot::zone))
        total += 12 * 60;
    if (total < 0 || total > 24 * 60) return false;
    if (f.has(Slot::zone) && c.options.convert_zones && c.published.utc_offset) {
        const int own = static_cast<int>(c.published.utc_offset->count());
        const int there = zone_offset(f.get(Slot::zone), point.period.from);
        total += own - there;
        point.arithmetic += fmt::format("{}clock moved from UTC{:+} to UTC{:+} minutes",
                                        point.arithmetic.empty() ? "" : "; ", there, own);
    }
    int days = 0;
    while (total < 0) {
        total += 24 * 60;
        --days;
    }
    while (total >= 24 * 60) {
        total -= 24 * 60;
        ++days;
    }
    if (days != 0) point.period = day_period(point.period.from + date::days{days});
    point.clock_from = point.clock_to = minutes{total};
    const bool seconds = f.has(Slot::second);
    point.period.grain = seconds                              ? TimeGrain::second
                         : f.has(Slot::minute) || four_digits ? TimeGrain::minute
                                                              : TimeGrain::hour;
    point.period.value += clock_value(minutes{total}, seconds ? std::optional(f.get(Slot::second)) : std::nullopt);
    const bool moved = c.options.convert_zones && c.published.utc_offset;
    if (f.has(Slot::zone) && f.get(Slot::zone) == 0 && !moved) point.period.value += 'Z';
    return true;
}

void set_part(int part, Point& point) {
    Period& p = point.period;
    const auto days = (p.to - p.from).count() + 1;
    const auto cut = [&](long from, long to) {  // in days from the first
        p.to = p.from + date::days{static_cast<int>(to - 1)};
        p.from += date::days{static_cast<int>(from)};
    };
    if (part == symbol::weekend) {
        p.from = last_weekday_until(p.to, date::Saturday);
        p.to = p.from + date::days{1};
        p.value += "-WE";
        return;
    }
    if (part == symbol::first_half || part == symbol::second_half) {
        const bool first = part == symbol::first_half;
        if (p.grain == TimeGrain::year) {
            p = *half_period(year_of(p.from), first ? 1 : 2);
            return;
        }
        point.mod = first ? "START" : "END";
        return first ? cut(0, days / 2) : cut(days / 2, days);
    }
    point.mod = part == symbol::start ? "START" : part == symbol::middle ? "MID" : "END";
    point.certainty = Certainty::approximate;
    if (p.grain == TimeGrain::day) return;
    if (p.grain == TimeGrain::month) {  // thirds of ten days, as Arabic reckons them
        const long middle = std::min<long>(20, days);
        return part == symbol::start ? cut(0, 10) : part == symbol::middle ? cut(10, middle) : cut(20, days);
    }
    if (p.grain == TimeGrain::year) {  // thirds of four months
        const int year = year_of(p.from);
        const int first = part == symbol::start ? 1 : part == symbol::middle ? 5 : 9;
        p.from = *make_day(year, first, 1);
        p.to = first == 9 ? *make_day(year, 12, 31) : *make_day(year, first + 4, 1) - date::days{1};
        return;
    }
    if (p.grain == TimeGrain::decade || p.grain == TimeGrain::century) {  // thirds of whole years
        const int years = p.grain == TimeGrain::decade ? 10 : 100;
        const int third = years / 3;
        const int year = year_of(p.from);
        const int first = part == symbol::start ? 0 : part == symbol::middle ? third : years - third;
        const int last = part == symbol::start ? third : part == symbol::middle ? years - third : years;
        p.from = *make_day(year + first, 1, 1);
        p.to = *make_day(std::min(year + last - 1, last_year), 12, 31);
        return;
    }
    const long third = days / 3;
    const long two = days - third;
    return part == symbol::start ? cut(0, third) : part == symbol::middle ? cut(third, two) : cut(two, days);
}

const char* mod_name(int mod) {
    switch (mod) {
        case symbol::approx: return "APPROX";
        case symbol::less_than: return "LESS_THAN";
        case symbol::more_than: return "MORE_THAN";
        case symbol::equal_or_more: return "EQUAL_OR_MORE";
        case symbol::equal_or_less: return "EQUAL_OR_LESS";
        case symbol::before: return "BEFORE";
        case symbol::after: return "AFTER";
        default: return "";
    }
}

}  // namespace isnad::timing
