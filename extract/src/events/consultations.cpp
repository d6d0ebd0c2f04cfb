#include "events/consultations.hpp"

#include "events/subjects.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t part_reach = 6;
constexpr std::size_t share_reach = 12;

bool mutual(const Found& f) { return f.consultation() && f.type != EventType::visit && f.type != EventType::mediation; }

/// A body that meets alone ("the council met") needs no other side.
bool one_sided(const Found& f, const Clause& clause) {
    if (f.participants.size() != 1) return false;
    const auto type = clause.finder().node(f.participants.front().node).type;
    return type == NodeType::person || type == NodeType::country;
}

bool closed_between(const Clause& clause, std::size_t from, std::size_t to) {
    for (std::size_t i = from + 1; i < to; ++i)
        if (clause.closing_mark(i)) return true;
    return false;
}

bool told(const Modality m) { return m == Modality::asserted || m == Modality::denied; }

bool same_day(const Event& e, const Found& f, const std::vector<TimeExpression>& times) {
    if (!f.time) return true;
    return may_overlap(times[f.time->value()].interval, e.when);
}

}  // namespace

std::size_t whole_of_part(const Clause& clause, std::size_t item) {
    for (std::size_t i = item + 1; i < clause.size() && i <= item + part_reach && !clause.stops(i); ++i)
        if (clause.is(i, ItemKind::trigger) && clause.trigger(i).type && is_consultation(*clause.trigger(i).type) &&
            !clause.trigger(i).part)
            return i;
    return 0;
}

void complete_pair(Found& f, const Clause& clause, const Discourse& discourse) {
    if (!mutual(f) || (f.noun() && f.subject_named) || !one_sided(f, clause)) return;
    const SubjectReader subjects(clause, discourse);
    const auto& finder = clause.finder();
    const auto first = f.participants.front().node;
    const auto other = [&](const std::vector<NodeIndex>& nodes) {
        return !nodes.empty() && nodes.front() != first && finder.node(nodes.front()).type == finder.node(first).type;
    };
    std::vector<NodeIndex> side;
    if (f.verb() && subjects.relative(f.item)) side = subjects.person_before(f.item);
    if (!other(side)) side = discourse.subject_here;
    if (!other(side) && f.noun()) side = subjects.person_before(f.item);
    if (!other(side) && (f.noun() || clause.item(f.item).clitics.conjunction)) side = discourse.subject;
    if (!other(side)) return;
    for (const auto n : side) f.add(Role::agent, n);
    if (f.verb()) f.subject = side;
}

void share_participants(std::vector<Found>& found, const Clause& clause) {
    for (std::size_t k = 0; k < found.size(); ++k) {
        auto& f = found[k];
        // "... and discussed with him": with those of the meeting before.
        if (k > 0 && mutual(f) && f.verb() && clause.is(f.item + 1, WordClass::resumptive) && mutual(found[k - 1]) &&
            found[k - 1].participants.size() > 1 && f.participants.size() < 2 &&
            !closed_between(clause, found[k - 1].item, f.item))
            f.add(found[k - 1].participants);
        if (!mutual(f) || !f.participants.empty()) continue;
        const auto share = [&](const Found& other) {
            f.participants = other.participants;
            if (!f.time) f.time = other.time;
        };
        const auto near = [&](const Found& other) {
            const auto [from, to] = std::minmax(f.item, other.item);
            return mutual(other) && other.noun() && other.participants.size() > 1 && to - from <= share_reach &&
                   !closed_between(clause, from, to);
        };
        if (k > 0 && f.noun() && !f.definite() && found[k - 1].verb() && mutual(found[k - 1]) &&
            f.item - found[k - 1].item <= share_reach && !closed_between(clause, found[k - 1].item, f.item)) {
            share(found[k - 1]);  // "they discussed it in a phone call"
        } else if (k > 0 && f.verb() && near(found[k - 1])) {
            share(found[k - 1]);
            if (f.modality == found[k - 1].modality) f.told_by_noun = true;
        } else if (k + 1 < found.size() && near(found[k + 1]) && clause.slot_at(found[k + 1].item - 1)) {
            share(found[k + 1]);
        }
    }
}

void lend_to_earlier(std::vector<Found>& found, const Clause& clause, const std::vector<TimeExpression>& times) {
    for (std::size_t k = 1; k < found.size(); ++k) {
        auto& f = found[k];
        const auto& other = found[k - 1];
        if (!f.noun() || f.definite() || !mutual(f) || !f.participants.empty()) continue;
        if (!clause.is(f.item + 1, WordClass::previous) || f.item - other.item > share_reach) continue;
        if (!mutual(other) || other.participants.size() < 2 || closed_between(clause, other.item, f.item)) continue;
        for (auto i = other.item + 1; i < f.item; ++i) {
            if (!clause.is(i, ItemKind::time)) continue;
            const auto& time = times[clause.item(i).index];
            if (time.anchor.kind != TimeAnchor::Kind::event || time.interval.from || time.interval.to) continue;
            f.participants = other.participants;
            f.time = TimeIndex(clause.item(i).index);
        }
    }
}

void lend_to_pair(Found& f, const Clause& clause, const std::vector<Found>& before, const Discourse& discourse) {
    const bool two = f.verb() && !f.trigger->weak && clause.dual(f.item);
    const bool together = f.type == EventType::agreement || mutual(f);
    if (!two || !together || !f.participants.empty() || f.item_named) return;
    const std::vector<Participant>* pair = nullptr;
    for (const auto& other : before)
        if (other.item < f.item && mutual(other) && other.participants.size() == 2) pair = &other.participants;
    if (pair == nullptr && !discourse.consultations.empty() && discourse.consultations.back().participants.size() == 2)
        pair = &discourse.consultations.back().participants;
    if (pair == nullptr) return;
    for (const auto& p : *pair) f.add(Role::agent, p.node);
}

void lend_from_context(Found& f, const Clause& clause, const Discourse& discourse,
                       const std::vector<TimeExpression>& times) {
    if (!f.noun() || !f.consultation() || !f.participants.empty() || !told(f.modality)) return;
    const bool dated = clause.is(f.item + 1, ItemKind::time);
    if (f.trigger->part || f.trigger->weak) return;
    if ((!f.definite() && !dated) || clause.is(f.item + 1, ItemKind::other)) return;
    if (f.item > 0 && clause.is(f.item - 1, WordClass::sidelines)) return;  // another one, beside which it was
    const auto kind = [](EventType t) { return t == EventType::call ? 1 : t == EventType::visit ? 2 : 0; };
    for (auto e = discourse.consultations.rbegin(); e != discourse.consultations.rend(); ++e) {
        if (kind(e->type) != kind(*f.type) || !same_day(*e, f, times)) continue;
        f.participants = e->participants;
        if (!f.time && e->time) f.time = e->time;
        if (!f.place) f.place = e->place;
        return;
    }
}

}  // namespace isnad
