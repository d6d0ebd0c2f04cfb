#pragma once
// Meetings, talks, calls and visits: who must be there, and the pairs of them by which mentions are held together.

#include "fusion/fusion.hpp"

#include <optional>
#include <string>
#include <vector>

namespace isnad::graph {

[[nodiscard]] bool is_consultation(EventType type);

/// Who met or travelled: of a meeting or call the persons, where two or more are named, else whoever is named; hosts
/// and countries take no part in what persons do there. Of a visit the travellers. Sorted.
[[nodiscard]] std::vector<ActorRank> core_of(const FusionBlock& block, const FusionMention& mention);

/// Where a visit goes: its place, else its host.
[[nodiscard]] std::optional<ActorRank> place_of(const FusionMention& mention);

/// Where a mention of a document belongs before anything is known of others.
struct Placement {
    std::int64_t block = 0;               ///< 0 of a consultation whose day its pairs have to settle
    std::vector<std::string> pairs;       ///< of whom a consultation tells; empty when it names nobody
    std::optional<MentionRank> leans_on;  ///< "the meeting", "his talks": the mention of its document that says more
};

/// For all mentions of one document, in their order.
[[nodiscard]] std::vector<Placement> place_mentions(const FusionBlock& document);

}  // namespace isnad::graph
