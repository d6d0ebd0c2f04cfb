#pragma once
// Events of the view as the briefing tells them: what one line tells, where it stands, how important it is.

#include "importance.hpp"

#include "isnad/export/briefing.hpp"

#include <cstdint>
#include <set>
#include <vector>

namespace isnad {

enum class Standing : std::uint8_t { happened, disputed, ahead, annex };

/// One real event with whatever else in the view tells of the same.
struct Happening {
    std::vector<const EventInstance*> events;  ///< the one that the line is made of first
    Standing standing = Standing::happened;
    Interval day;  ///< where it stands
    double importance = 0;
    double news = 0;

    [[nodiscard]] const EventInstance& first() const { return *events.front(); }
};

/// Who counts as a party: everybody but unnamed groups that English cannot name, and a country or body beside people
/// of its own.
[[nodiscard]] std::vector<ActorRef> parties_of(const View& view, const EventInstance& event);

/// One side of an event: countries stand for everybody of theirs.
[[nodiscard]] std::set<std::string> sides_of(const View& view, const EventInstance& event, bool acting);

/// Two events of one sort, on days that meet within `apart`, whose sides and places do not speak against each other.
[[nodiscard]] bool tells_the_same(const View& view, const EventInstance& a, const EventInstance& b, int apart);

/// Whether an event says enough for a line: docs/briefing.md. With `all` whatever has a party or a place.
[[nodiscard]] bool is_told(const View& view, const EventInstance& event, bool all);

/// Planned by some, and then denied, with nobody who says that it happened.
[[nodiscard]] bool was_called_off(const EventInstance& event);

struct Wanted {
    bool all = false;    ///< those as well that say little
    bool annex = false;  ///< those as well that stand in the annex
};

/// Everything of the view in the period, the important first; what lies outside of it in the annex. Plans that
/// were reported as done are with what they became.
[[nodiscard]] std::vector<Happening> happenings_of(const View& view, const Importance& importance,
                                                   const Interval& period, const Wanted& wanted);

}  // namespace isnad
