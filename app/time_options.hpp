#pragma once
// How isnad time is told to reckon: the week's first day, the way of bare weekdays, the calendar, the zone.

#include "command.hpp"

#include "isnad/core/calendar.hpp"
#include "isnad/extract/time.hpp"

#include <string>

namespace isnad::app {

class TimeCommandOptions {
public:
    void add_to(CLI::App& app);
    [[nodiscard]] TimeOptions options() const;
    /// A publication time in the zone asked for: moved there when it tells its own, else taken to be told in it.
    [[nodiscard]] PublicationTime in_zone(PublicationTime published) const;

private:
    std::string m_week_start = "monday";
    std::string m_direction = "tense";
    std::string m_calendar = "gregorian";
    std::string m_zone;
    bool m_keep_clocks = false;
};

}  // namespace isnad::app
