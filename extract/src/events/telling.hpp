#pragma once
// Whether a mention is enough to tell of an event: a noun may only name a subject of talk, a second word may tell of
// the same event, a word may be a figure.

#include "events/draft.hpp"
#include "events/reading.hpp"

namespace isnad {

/// The clues of a mention that its sentence gives, whoever takes part and whenever it was.
[[nodiscard]] Clues telling_clues(const SentenceReading& reading, std::size_t mention);

/// Decides for a draft with what is known of its parties, day and modality. `drafts` are those of the text so far, the
/// twin of the draft among them decided. `out`, when given, takes the decision.
void read_telling(MentionDraft& draft, const std::vector<MentionDraft>& drafts, const ClueWeights& weights,
                  const ActorFinder& actors, TracedDecision* out);

}  // namespace isnad
