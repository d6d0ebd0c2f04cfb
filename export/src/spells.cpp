#include "spells.hpp"

#include <algorithm>

namespace isnad {

std::optional<Interval> spell_of(const Interval& when) {
    if (!when.from && !when.to) return std::nullopt;
    const Day from = when.from ? *when.from : *when.to;
    const Day to = when.to ? *when.to : *when.from;
    return Interval{std::min(from, to), std::max(from, to)};
}

void unite(std::vector<Interval>& spells) {
    std::sort(spells.begin(), spells.end(), [](const Interval& a, const Interval& b) {
        return *a.from != *b.from ? *a.from < *b.from : *a.to < *b.to;
    });
    std::size_t kept = 0;
    for (const Interval& spell : spells) {
        if (kept > 0 && *spell.from <= *spells[kept - 1].to + date::days{1}) {
            spells[kept - 1].to = std::max(*spells[kept - 1].to, *spell.to);
        } else {
            spells[kept++] = spell;
        }
    }
    spells.resize(kept);
}

}  // namespace isnad
