#include "day_witness.hpp"

namespace isnad::timing {

void DayWitness::hear(const Rule& rule, const Frame& frame, const TimeExpression& time, const Context& context) {
    if (rule.production != Production::point || !frame.has(Slot::weekday) || !time.interval.from) return;
    if (time.interval.from != time.interval.to || frame.has(Slot::nth) || frame.has(Slot::day)) return;
    const int days = (*time.interval.from - context.base).count();
    if (frame.has(Slot::deictic)) {
        const int told = days - frame.get(Slot::deictic);
        if (told == 0) m_confirmed = true;
        if (told != 1 && told != -1) return;
        m_conflict = m_conflict || (m_told != 0 && m_told != told);
        m_told = told;
        return;
    }
    if (frame.has(Slot::rel) || frame.has(Slot::week_rel)) return;
    if (days == 0) m_confirmed = true;
    constexpr int week = 7;
    if ((days == 1 || days == 1 - week) && context.tense().way == -1) ++m_over_tomorrow;
}

int DayWitness::shift() const {
    if (m_conflict) return 0;
    if (m_told != 0) return m_told;
    return !m_confirmed && m_over_tomorrow > 1 ? 1 : 0;
}

}  // namespace isnad::timing
