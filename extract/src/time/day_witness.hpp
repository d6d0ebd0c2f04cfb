#pragma once
// What a text's weekdays tell of the day it was written on: pages are dated in other zones than their articles.

#include "grammar.hpp"
#include "resolve.hpp"

namespace isnad::timing {

/// Hears the expressions of a text that are counted from its publication. "Today, Wednesday" in a text of Tuesday says
/// that its today is Wednesday; so do two sentences that tell of Wednesday as over, when none names the day before.
class DayWitness {
public:
    void hear(const Rule& rule, const Frame& frame, const TimeExpression& time, const Context& context);
    /// Days to be added to the publication day: -1, 0 or +1.
    [[nodiscard]] int shift() const;

private:
    int m_told = 0;            ///< by "today", "yesterday" or "tomorrow" with a weekday
    bool m_confirmed = false;  ///< that today is the publication day
    bool m_conflict = false;
    int m_over_tomorrow = 0;  ///< sentences that tell of the next day as over
};

}  // namespace isnad::timing
