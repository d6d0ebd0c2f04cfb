#pragma once
// The places of a sentence that may tell of an event or a statement: words of triggers.tsv in their setting, headline
// speakers at a colon, "according to".

#include "events/reading.hpp"

namespace isnad {

/// Finds the mentions of a sentence in order of item. Those of "according to" and of a headline's colon have their
/// speakers already.
[[nodiscard]] std::vector<EventMention> find_mentions(const SentenceView& sentence, const ClauseTree& tree,
                                                      bool headline, ActorFinder& actors);

}  // namespace isnad
