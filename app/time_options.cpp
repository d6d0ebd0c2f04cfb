#include "time_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace isnad::app {

namespace {

const std::vector<std::string> weekdays{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/// "+03:00", as in a publication time.
std::chrono::minutes offset_of(const std::string& zone) {
    const auto time = parse_publication_time("2000-01-01T00:00:00" + zone);
    if (!time || !time->utc_offset)
        throw UsageError(fmt::format("--zone {}: expected an offset from UTC, as +03:00 or Z", zone));
    return *time->utc_offset;
}

}  // namespace

void TimeCommandOptions::add_to(CLI::App& app) {
    app.add_option("--week-start", m_week_start, "First day of the week, for \"last week\"")
        ->type_name("DAY")
        ->capture_default_str()
        ->check(CLI::IsMember(weekdays));
    app.add_option("--direction", m_direction,
                   "Which way a weekday or date without a year points: tense (of its clause), past or future")
        ->type_name("WAY")
        ->capture_default_str()
        ->check(CLI::IsMember({"tense", "past", "future"}));
    app.add_option("--calendar", m_calendar, "Calendar of dates that name none: gregorian or hijri")
        ->type_name("NAME")
        ->capture_default_str()
        ->check(CLI::IsMember({"gregorian", "hijri"}));
    app.add_option("--zone", m_zone, "The outlet's offset from UTC, as +03:00: days are counted in it")
        ->type_name("OFFSET");
    app.add_flag("--keep-clocks", m_keep_clocks, "Leave clock times of a named zone in that zone");
}

TimeOptions TimeCommandOptions::options() const {
    TimeOptions out;
    const auto day = std::find(weekdays.begin(), weekdays.end(), m_week_start) - weekdays.begin();
    out.week_start = date::weekday{static_cast<unsigned>(day)};
    if (m_direction == "past") out.direction = TimeDirection::past;
    if (m_direction == "future") out.direction = TimeDirection::future;
    if (m_calendar == "hijri") out.calendar = TimeCalendar::hijri;
    out.convert_zones = !m_keep_clocks;
    return out;
}

PublicationTime TimeCommandOptions::in_zone(PublicationTime published) const {
    if (m_zone.empty()) return published;
    const auto offset = offset_of(m_zone);
    if (published.utc_offset && published.grain == PublicationTime::Grain::second) {
        const auto moved = published.day.time_since_epoch() + published.clock + (offset - *published.utc_offset);
        published.day = Day{date::floor<date::days>(moved)};
        published.clock = std::chrono::duration_cast<std::chrono::seconds>(moved - published.day.time_since_epoch());
    }
    published.utc_offset = offset;
    return published;
}

}  // namespace isnad::app
