#pragma once
// Which way a clause looks, and how far that is to be trusted.

namespace isnad::timing {

/// A bare weekday lies 0 to 6 days back or 1 to 7 ahead. Of 270 in 196 news items none lay six days off either way:
/// news calls tomorrow "Friday" and last week's "last Friday". So a word that looks the other way is believed for so
/// many days only.
struct ClauseTense {
    int way = 0;           ///< -1 past, +1 future, 0 when no word says so; -2 and +2 when there is no doubt
    int trust = all_week;  ///< days from the anchor within which a weekday is looked for that way first

    static constexpr int all_week = 7;  ///< a verb that has the weekday beside it
    static constexpr int far_verb = 5;  ///< a verb further off, or behind a comma
    static constexpr int no_verb = 4;   ///< a noun or preposition that looks one way ("the planned", "after")
    static constexpr int silent = 5;    ///< no word at all: back, unless tomorrow is nearer by far
};

}  // namespace isnad::timing
