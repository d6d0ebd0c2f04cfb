#pragma once
// A consultation takes two: what the sentence and the text so far add to meetings, talks and calls that name fewer.

#include "events/clause.hpp"
#include "events/found.hpp"

#include <vector>

namespace isnad {

/// The item of the consultation that a part ("a round of ...") belongs to, or 0.
[[nodiscard]] std::size_t whole_of_part(const Clause& clause, std::size_t item);

/// Gives a consultation that names one person or state its other side: the one who acts in the sentence.
void complete_pair(Found& found, const Clause& clause, const Discourse& discourse);

/// Consultations of one sentence that name nobody take the participants of the one they lean on ("was not discussed in
/// the talks of X and Y"; "the talks of X and Y did not touch on"). A verb that only tells what a meeting just named
/// was about is marked as told by it.
void share_participants(std::vector<Found>& found, const Clause& clause);

/// "This meeting comes less than a month after an earlier meeting": the same met, at a time counted from this one.
void lend_to_earlier(std::vector<Found>& found, const Clause& clause, const std::vector<TimeExpression>& times);

/// "They agreed": two who act without a name are those of the consultation just told.
void lend_to_pair(Found& found, const Clause& clause, const std::vector<Found>& before, const Discourse& discourse);

/// A definite noun without participants ("the meeting", "Thursday's talks") means one told before.
void lend_from_context(Found& found, const Clause& clause, const Discourse& discourse,
                       const std::vector<TimeExpression>& times);

}  // namespace isnad
