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
bool crosses_content(const Clause& s, std::size_t from, std::size_t to) {
    for (std::size_t i = from + 1; i < to; ++i)
        if (s.is(i, WordClass::that)) return true;
    return false;
}

/// "Moscow, 15 July (agency) - ...": a dash or bracket parts the dateline from the text.
bool dateline(const Clause& s, std::size_t item, std::size_t trigger) {
    for (std::size_t i = item + 1; i < trigger; ++i)
        if (s.mark(i, '-') || s.mark(i, ')') || s.mark(i, ':')) return true;
    return false;
}

/// "Since 2011": what has been so since then does not happen then.
bool since(const Clause& s, std::size_t item) {
    constexpr std::size_t longest = 6;  // items: "since the outbreak of the crisis in Syria in 2011"
    for (std::size_t i = item; i > 0 && item - i < longest; --i) {
        if (s.is(i - 1, WordClass::since)) return true;
        if (s.is(i - 1, ItemKind::mark) || s.verb(i - 1) || s.is(i - 1, WordClass::that)) return false;
    }
    return false;
}

/// Whether the second of two items stands in a quotation that opens between them: its words date and place nothing
/// outside of it. A word or two in quotes are the sentence's own.
bool into_quote(const Clause& s, std::size_t from, std::size_t to) {
    constexpr std::size_t shortest = 6;
    std::size_t open = to - 1;
    while (open > from && !s.mark(open, '"')) --open;
    if (open == from || !s.opens_quote(open)) return false;
    std::size_t close = to;
    while (close < s.size() && !s.mark(close, '"')) ++close;
    return close - open > shortest;
}

/// "... when X did": the clause shares the time of the one before it.
bool opens_when_clause(const Clause& s, std::size_t item) { return item > 0 && s.is(item - 1, WordClass::when); }

/// "On the sidelines of the summit": the summit is but where it happened.
bool on_sidelines(const Clause& s, std::size_t item) { return item > 0 && s.is(item - 1, WordClass::sidelines); }

/// A light verb that found no noun.
bool idle(const Found& f) { return f.trigger->light() && !f.supported; }

/// "X, who arrived on Wednesday, met Y yesterday": what follows the closing comma is not the inner clause's.
bool in_closed_clause(const Clause& s, std::size_t trigger, std::size_t item) {
    constexpr std::size_t opening = 3;
    bool relative = false;
    for (std::size_t i = trigger; i > 0 && trigger - i < opening; --i)
        relative = relative || (s.is(i - 1, WordClass::relative));
    if (!relative) return false;
    for (std::size_t i = trigger + 1; i < item; ++i)
        if (s.mark(i, ',')) return true;
    return false;
}

/// A noun close behind a finite verb that tells of an event: what follows dates the verb.
bool object_of(const Clause& s, const Found& verb, const Found& noun) {
    constexpr std::size_t near = 5;
    if (!verb.verb() || verb.trigger->light() || verb.trigger->lends || verb.trigger->speech) return false;
    if (!noun.noun() || !noun.definite() || noun.item - verb.item > near) return false;
    return !crosses_content(s, verb.item, noun.item);
}

std::int64_t length(const TimeExpression& t) { return (*t.interval.to - *t.interval.from).count(); }

/// The trigger an item leans on: the nearest before it, else the nearest after it.
Found* owner(const Clause& s, std::vector<Found>& found, std::size_t item, bool events_only) {
    Found* before = nullptr;
    Found* after = nullptr;
    for (auto& f : found) {
        if (f.trigger->bare && events_only) continue;
        if (events_only && f.type == EventType::statement) continue;
        if (f.participle() || on_sidelines(s, f.item) || idle(f) || in_closed_clause(s, f.item, item)) continue;
        if (f.item < item) {
            if (!events_only && before != nullptr && object_of(s, *before, f)) continue;
            before = &f;
        } else if (after == nullptr)
            after = &f;
    }
    if (before != nullptr && into_quote(s, before->item, item)) before = nullptr;
    const bool near = before != nullptr && item - std::max(before->item, before->teller) <= reach &&
                      !crosses_content(s, before->item, item);
    if (near) return before;
    if (after != nullptr && after->item - item <= reach && !dateline(s, item, after->item)) return after;
    return nullptr;
}

}  // namespace

bool direct_object(const Clause& s, const Found& verb, const Found& noun) {
    constexpr std::size_t near = 4;
    if (!verb.verb() || verb.trigger->speech || !noun.noun() || noun.item - verb.item > near) return false;
    if (s.item(noun.item).clitics.preposition != 0) return false;
    for (auto i = verb.item + 1; i < noun.item; ++i)
        if (!s.is(i, ItemKind::actor) && !s.is(i, ItemKind::time)) return false;
    return true;
}

void attach_times(const Clause& s, const std::vector<TimeExpression>& times, std::vector<Found>& found) {
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!s.is(i, ItemKind::time) || !datable(times[s.item(i).index]) || since(s, i)) continue;
        auto* f = owner(s, found, i, false);
        if (f != nullptr && !f->time) f->time = TimeIndex(s.item(i).index);
    }
    // A light verb's time is its noun's; a noun without time in the object of a dated verb shares it.
    for (std::size_t i = 1; i < found.size(); ++i) {
        auto& f = found[i];
        const auto& verb = found[i - 1];
        if (!verb.time) continue;
        const bool lent = (verb.trigger->light() || verb.told_by_noun) && f.item - verb.item <= reach;
        const bool finer = f.time && length(times[verb.time->value()]) < length(times[f.time->value()]);
        const bool made = f.type == EventType::truce && verb.type == EventType::agreement && verb.trigger->lends;
        const bool same = opens_when_clause(s, f.item) || direct_object(s, verb, f) || made;
        if (lent ? !f.time || finer : !f.time && same) f.time = verb.time;
    }
}

void attach_places(const Clause& s, std::vector<Found>& found) {
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!s.is(i, ItemKind::actor) || !s.actor(i).place) continue;
        const bool in = s.item(i).clitics.preposition == 'b' ||
                        (i > 0 && s.item(i - 1).kind == ItemKind::word &&
                         (s.item(i - 1).word == WordClass::in || s.item(i - 1).word == WordClass::city));
        if (!in || (i > 1 && s.is(i - 2, WordClass::topic))) continue;  // "the situation in X" is spoken of
        auto* f = owner(s, found, i, true);
        if (f == nullptr) f = owner(s, found, i, false);
        if (f != nullptr && !f->place) f->place = s.actor(i).nodes.front();
    }
}

}  // namespace isnad
