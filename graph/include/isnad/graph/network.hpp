#pragma once
// Who stands in the middle: actors ranked by the events that join them, and the chains of events between two of them.
// Places join nobody, and neither does what did not happen.

#include "isnad/graph/view.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace isnad {

struct RankedActor {
    ActorRef actor;
    std::size_t events = 0;     ///< that the actor takes part in
    double page_rank = 0;       ///< over actors and events sums to 1
    double betweenness = 0;     ///< pairs of vertices whose shortest chains pass here, by the share of their chains
    std::size_t component = 0;  ///< actors of one number are joined by some chain; numbered from 0
};

enum class RankBy : std::uint8_t { page_rank, betweenness, events };

struct RankOptions {
    RankBy by = RankBy::page_rank;
    std::size_t betweenness_sources = 256;  ///< vertices that betweenness is estimated from: exact when there are fewer
};

/// Every actor of the view that takes part in an event, the first in rank first; equal ones by key. A view without
/// tellings is enough.
[[nodiscard]] std::vector<RankedActor> rank_actors(const View& view, const RankOptions& options = {});

struct Mediator {
    ActorRef actor;
    double share = 0;  ///< of the shortest chains, those that pass through this actor: above 0, at most 1
};

/// The shortest way from one actor to another over events in which both neighbours take part.
struct Chain {
    std::vector<ActorRef> actors;     ///< from first to last, both included; empty when no chain joins the two
    std::vector<InstanceRef> events;  ///< between them: one fewer than actors
    double chains = 0;                ///< as many chains are as short
    std::vector<Mediator> mediators;  ///< actors on one of them, by share, then key
};

[[nodiscard]] Chain find_chain(const View& view, const ActorKey& from, const ActorKey& to);

}  // namespace isnad
