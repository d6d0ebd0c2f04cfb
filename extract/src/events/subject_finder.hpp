#pragma once
// Who acts in a clause, by the order of its words.

#include "events/clause_tree.hpp"
#include "events/event_mention.hpp"

namespace isnad {

/// The first item of the topic that stands before a verb ("X and Y met"), or the verb itself when none does.
[[nodiscard]] std::size_t topic_begin(const SentenceView& sentence, std::size_t verb);

/// A stretch of items; empty when `end` is 0.
struct ItemRange {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// "A taxi driver said that", "Xname, a lawyer, said:": somebody whom no list knows behind a verb of saying, whose
/// words follow.
[[nodiscard]] ItemRange unnamed_speaker(const SentenceView& sentence, const EventMention& speech);

/// Fills the subject of a clause. The clauses before it must have theirs.
void find_subject(const SentenceView& sentence, const ClauseTree& tree, std::size_t clause, ClauseNode& node);

}  // namespace isnad
