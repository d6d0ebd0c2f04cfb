#include "fusion_encounter.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace isnad::graph {

namespace {

constexpr date::days longest_dated{45};  // what precision() calls wide
constexpr date::days undated_reach{7};
constexpr int longest_hull = 5;  // days of a visit put together from single days

bool meet(const Interval& a, const Interval& b, date::days slack) {
    return *a.from <= *b.to + slack && *b.from <= *a.to + slack;
}

}  // namespace

bool looks_ahead(const FusionMention& mention) {
    return mention.modality == Modality::planned || mention.modality == Modality::possible ||
           mention.modality == Modality::conditional;
}

std::optional<ActorRank> EncounterShelf::place_of(MentionRank mention) const {
    const auto& m = m_block.mentions[mention];
    if (m.place || m_kind != Kind::journey) return m.place;
    const auto hosts = actors_in(m, {Role::host, Role::patient});
    if (hosts.empty()) return std::nullopt;
    return hosts.front();
}

EncounterShelf::Slot EncounterShelf::add(MentionRank mention, const std::vector<ActorRank>& core) {
    const auto& m = m_block.mentions[mention];
    const Slot slot = m_all.size();
    Encounter encounter;
    encounter.draft = {
        .members = {mention}, .core = core, .when = m.when, .place = place_of(mention), .wholes = {}, .seed = mention};
    encounter.documents.insert(m.document);
    if (m.earlier) encounter.earlier_in.insert(m.document);
    encounter.published = m.published;
    encounter.ahead = looks_ahead(m);
    m_all.push_back(std::move(encounter));
    auto& shelf = m_by_core[core];
    if (precision(m.when) == Precision::vague) {
        shelf.undated.emplace(m.published, slot);
    } else {
        shelf.dated.emplace(*m.when.from, slot);
        m_by_day.emplace(*m.when.from, slot);
    }
    m_by_document.emplace(m.document, slot);
    return slot;
}

void EncounterShelf::settle_place(Draft& draft, std::optional<ActorRank> place) const {
    if (!place) return;
    const bool more_exact = draft.place && m_block.actors[*draft.place].type != NodeType::place &&
                            m_block.actors[*place].type == NodeType::place;
    if (!draft.place || more_exact) draft.place = place;
}

void EncounterShelf::join(Slot slot, MentionRank mention) {
    const auto& m = m_block.mentions[mention];
    auto& encounter = m_all[slot];
    auto& draft = encounter.draft;
    draft.members.push_back(mention);
    if (encounter.documents.insert(m.document).second) m_by_document.emplace(m.document, slot);
    if (m.earlier) encounter.earlier_in.insert(m.document);
    settle_place(draft, place_of(mention));
    if (precision(m.when) == Precision::vague || precision(draft.when) == Precision::vague) return;
    const Interval hull{std::min(*draft.when.from, *m.when.from), std::max(*draft.when.to, *m.when.to)};
    const bool both_tight = precision(draft.when) == Precision::tight && precision(m.when) == Precision::tight;
    if (m_kind == Kind::journey && both_tight && m.dated && (*hull.to - *hull.from).count() < longest_hull) {
        draft.when = hull;  // an entry by first day stays findable: lookups reach back by longest_dated
        return;
    }
    const auto common = intersection(draft.when, m.when);
    if (*common.from <= *common.to) draft.when = common;
}

void EncounterShelf::absorb(Slot into, Slot from) {
    m_all[from].absorbed = true;
    for (const auto member : m_all[from].draft.members) join(into, member);
}

std::vector<EncounterShelf::Slot> EncounterShelf::dated(const std::vector<ActorRank>& core, const Interval& when,
                                                        int slack) const {
    std::vector<Slot> out;
    const auto shelf = m_by_core.find(core);
    if (shelf == m_by_core.end()) return out;
    const auto& by_day = shelf->second.dated;
    for (auto it = by_day.lower_bound(*when.from - longest_dated); it != by_day.end(); ++it) {
        if (it->first > *when.to + longest_dated) break;
        if (!m_all[it->second].absorbed && meet(m_all[it->second].draft.when, when, date::days{slack}))
            out.push_back(it->second);
    }
    return out;
}

std::vector<EncounterShelf::Slot> EncounterShelf::undated(const std::vector<ActorRank>& core,
                                                          MentionRank mention) const {
    std::vector<Slot> out;
    const auto& m = m_block.mentions[mention];
    const auto shelf = m_by_core.find(core);
    if (shelf == m_by_core.end()) return out;
    const auto& by_day = shelf->second.undated;
    for (auto it = by_day.lower_bound(m.published - undated_reach); it != by_day.end(); ++it) {
        if (it->first > m.published + undated_reach) break;
        if (m_all[it->second].ahead == looks_ahead(m)) out.push_back(it->second);
    }
    return out;
}

std::vector<EncounterShelf::Slot> EncounterShelf::on(const Interval& when) const {
    std::vector<Slot> out;
    for (auto it = m_by_day.lower_bound(*when.from - longest_dated); it != m_by_day.end(); ++it) {
        if (it->first > *when.to + longest_dated) break;
        if (!m_all[it->second].absorbed && meet(m_all[it->second].draft.when, when, date::days{0}))
            out.push_back(it->second);
    }
    return out;
}

std::vector<EncounterShelf::Slot> EncounterShelf::told_in(std::string_view document) const {
    std::vector<Slot> out;
    const auto [first, last] = m_by_document.equal_range(document);
    for (auto it = first; it != last; ++it)
        if (!m_all[it->second].absorbed) out.push_back(it->second);
    std::sort(out.begin(), out.end());
    return out;
}

bool EncounterShelf::turn_fits(Slot slot, MentionRank mention) const {
    const auto& m = m_block.mentions[mention];
    const auto& encounter = m_all[slot];
    return !encounter.documents.contains(m.document) || encounter.earlier_in.contains(m.document) == m.earlier;
}

bool EncounterShelf::place_fits(Slot slot, MentionRank mention) const {
    return places_fit(m_block, m_all[slot].draft.place, place_of(mention));
}

EncounterShelf::Slot EncounterShelf::best(const std::vector<Slot>& slots, MentionRank mention, Day near) const {
    const auto& m = m_block.mentions[mention];
    const auto place = place_of(mention);
    const auto rank = [&](Slot slot) {
        const auto& encounter = m_all[slot];
        const bool same_place = place && encounter.draft.place == place;
        const bool same_document = encounter.documents.contains(m.document);
        const auto day = encounter.draft.when.from.value_or(encounter.published);
        return std::tuple(same_place ? 0 : 1, same_document ? 0 : 1, std::abs((day - near).count()), slot);
    };
    return *std::min_element(slots.begin(), slots.end(), [&](Slot a, Slot b) { return rank(a) < rank(b); });
}

}  // namespace isnad::graph
