#include "events/attachments.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t reach = 16;  // items between a trigger and its time or place

bool datable(const TimeExpression& t) {
    return (t.type == TimexType::date || t.type == TimexType::time) && t.interval.from && t.interval.to &&
           t.certainty != Certainty::vague && t.certainty != Certainty::invalid;
}

/// Whether a new content clause begins between two items: what stands in it does not date the verb of saying.
bool crosses_content(const SentenceItems& s, std::size_t from, std::size_t to) {
    for (std::size_t i = from + 1; i < to; ++i)
        if (s.items[i].kind == ItemKind::word && s.items[i].word == WordClass::that) return true;
    return false;
}

/// "... when X did": the clause shares the time of the one before it.
bool opens_when_clause(const SentenceItems& s, std::size_t item) {
    return item > 0 && s.items[item - 1].kind == ItemKind::word && s.items[item - 1].word == WordClass::when;
}

/// The trigger an item leans on: the nearest before it, else the nearest after it.
Found* owner(const SentenceItems& s, std::vector<Found>& found, std::size_t item, bool events_only) {
    Found* before = nullptr;
    Found* after = nullptr;
    for (auto& f : found) {
        if (f.trigger->bare && events_only) continue;
        if (events_only && f.trigger->type == EventType::statement) continue;
        if (f.participle()) continue;
        if (f.item < item)
            before = &f;
        else if (after == nullptr)
            after = &f;
    }
    const bool near = before != nullptr && item - before->item <= reach && !crosses_content(s, before->item, item);
    if (near) return before;
    if (after != nullptr && after->item - item <= reach) return after;
    return nullptr;
}

}  // namespace

void attach_times(const SentenceItems& s, const std::vector<TimeExpression>& times, std::vector<Found>& found) {
    for (std::size_t i = 0; i < s.items.size(); ++i) {
        if (s.items[i].kind != ItemKind::time || !datable(times[s.items[i].index])) continue;
        auto* f = owner(s, found, i, false);
        if (f != nullptr && !f->time) f->time = TimeIndex(s.items[i].index);
    }
    // A light verb's time is its noun's; a noun without time in the object of a dated verb shares it.
    for (std::size_t i = 1; i < found.size(); ++i) {
        auto& f = found[i];
        const auto& verb = found[i - 1];
        if (f.time || !verb.time) continue;
        const bool same = verb.trigger->light() && f.item - verb.item <= reach;
        if (same || opens_when_clause(s, f.item)) f.time = verb.time;
    }
}

void attach_places(const SentenceItems& s, std::vector<Found>& found) {
    for (std::size_t i = 0; i < s.items.size(); ++i) {
        if (s.items[i].kind != ItemKind::actor || !s.actors[s.items[i].index].place) continue;
        const bool in = s.items[i].clitics.preposition == 'b' ||
                        (i > 0 && s.items[i - 1].kind == ItemKind::word &&
                         (s.items[i - 1].word == WordClass::in || s.items[i - 1].word == WordClass::city));
        if (!in) continue;
        auto* f = owner(s, found, i, true);
        if (f == nullptr) f = owner(s, found, i, false);
        if (f != nullptr && !f->place) f->place = s.actors[s.items[i].index].nodes.front();
    }
}

}  // namespace isnad
