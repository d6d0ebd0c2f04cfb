#pragma once
// The shelf on which encounters in the making stand, by who met, and how a telling finds the one it tells of.

#include "fusion.hpp"

#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace isnad::graph {

/// An encounter in the making.
struct Encounter {
    Draft draft;
    std::set<std::string_view> documents;
    std::set<std::string_view> earlier_in;  ///< those of them that tell of it as one before another
    Day published{};                        ///< of the seed
    bool ahead = false;                     ///< seed told before it was to happen
    bool absorbed = false;                  ///< turned out to be another one
};

class EncounterShelf {
public:
    using Slot = std::size_t;

    EncounterShelf(const FusionBlock& block, Kind kind) : m_block(block), m_kind(kind) {}

    Slot add(MentionRank mention, const std::vector<ActorRank>& core);
    void join(Slot slot, MentionRank mention);
    /// A telling that names one side only adds neither a place nor a date.
    void join_one_sided(Slot slot, MentionRank mention) { m_all[slot].draft.members.push_back(mention); }
    void absorb(Slot into, Slot from);

    /// The encounters of just these actors whose days, widened by `slack`, meet the interval; both ends must be set.
    [[nodiscard]] std::vector<Slot> dated(const std::vector<ActorRank>& core, const Interval& when, int slack) const;
    /// The undated ones told at most a week before or after, looking the same way in time.
    [[nodiscard]] std::vector<Slot> undated(const std::vector<ActorRank>& core, MentionRank mention) const;
    /// All dated ones, of whomever, with a day in the interval.
    [[nodiscard]] std::vector<Slot> on(const Interval& when) const;
    [[nodiscard]] bool knows(const std::vector<ActorRank>& core) const { return m_by_core.contains(core); }
    [[nodiscard]] std::vector<Slot> told_in(std::string_view document) const;

    /// "An earlier meeting" is not the one that its document tells of otherwise.
    [[nodiscard]] bool turn_fits(Slot slot, MentionRank mention) const;
    [[nodiscard]] bool place_fits(Slot slot, MentionRank mention) const;
    /// The best of several for a telling: place named by both, then told in the same document, then nearest to `near`.
    [[nodiscard]] Slot best(const std::vector<Slot>& slots, MentionRank mention, Day near) const;

    [[nodiscard]] Encounter& operator[](Slot slot) { return m_all[slot]; }
    [[nodiscard]] const Encounter& operator[](Slot slot) const { return m_all[slot]; }
    [[nodiscard]] std::size_t size() const { return m_all.size(); }

    /// Where a telling has it happen: for a visit without a place, the host.
    [[nodiscard]] std::optional<ActorRank> place_of(MentionRank mention) const;

private:
    struct OfCore {
        std::multimap<Day, Slot> dated;
        std::multimap<Day, Slot> undated;  ///< by publication
    };

    void settle_place(Draft& draft, std::optional<ActorRank> place) const;

    const FusionBlock& m_block;
    Kind m_kind;
    std::vector<Encounter> m_all;
    std::map<std::vector<ActorRank>, OfCore> m_by_core;
    std::multimap<Day, Slot> m_by_day;
    std::multimap<std::string_view, Slot> m_by_document;
};

/// True for a telling of what is still to come.
[[nodiscard]] bool looks_ahead(const FusionMention& mention);

}  // namespace isnad::graph
