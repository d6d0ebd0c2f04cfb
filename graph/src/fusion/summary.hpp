#pragma once
// What an event is, told from its tellings.

#include "fusion/fusion.hpp"
#include "isnad/core/time_expression.hpp"
#include "isnad/graph/view.hpp"

#include <map>
#include <string>
#include <vector>

namespace isnad::graph {

struct Summary {
    EventType type = EventType::meeting;
    Interval when;
    Certainty certainty = Certainty::exact;
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    std::optional<ActorRank> place;
    std::string topic;
    std::vector<Party> parties;  ///< each actor once, with the weightiest role that a telling gives it
    Accounts accounts;
    std::size_t independent_sources = 0;
    int support = 0;  ///< percent; docs/store.md, "Support"
};

[[nodiscard]] Summary summarise(const FusionBlock& block, const Draft& draft);

/// An event anew from a part of its tellings: all mentions of the block.
[[nodiscard]] Draft redraft(const FusionBlock& block);

/// All events of a block, ready to be written: drafts with their summaries, keys and digests, in step.
struct FusedBlock {
    std::vector<Draft> drafts;
    std::vector<Summary> summaries;
    std::vector<EventKey> keys;
    std::vector<std::int64_t> digests;  ///< over everything that is stored of the event
};

[[nodiscard]] FusedBlock fuse_and_summarise(const FusionBlock& block);

/// "20160714-meeting-1f6a09c24e55"; content-derived, ASCII.
[[nodiscard]] EventKey event_key(const FusionBlock& block, const Draft& draft, const Summary& summary);

}  // namespace isnad::graph
