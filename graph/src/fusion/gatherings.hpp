#pragma once
// The encounters of one day, or those of one pair without a day: who was together in which.

#include "fusion/fusion.hpp"

namespace isnad::graph {

/// Of mentions of one kind that are settled on one day, or on none. Nested parties and fitting places are one
/// gathering; a party that few of its documents name takes no part in it.
[[nodiscard]] std::vector<Draft> gather(const FusionBlock& block, const std::vector<MentionRank>& mentions);

/// The days of an encounter, voted by its members: the tight interval around its day that most documents state.
[[nodiscard]] Interval days_of(const FusionBlock& block, const std::vector<MentionRank>& members, Day day);

/// Its place, voted likewise; a town of a country that is named as well goes before it.
[[nodiscard]] std::optional<ActorRank> voted_place(const FusionBlock& block, const std::vector<MentionRank>& members);

}  // namespace isnad::graph
