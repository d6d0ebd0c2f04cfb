#pragma once
// What the reading of a text weighed: its clauses, the places that may tell of events, and every decision with its
// clues. For people (`isnad extract --tree`) and for the training of weights (scripts/train_weights).

#include "isnad/core/extraction.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct TracedClause {
    std::string_view kind;  ///< "main", "content", "relative", ...
    std::size_t parent = 0;
    Span words;
    std::optional<Span> predicate;
    std::vector<NodeIndex> subject;
    std::string_view subject_from;  ///< "behind", "before", "antecedent", "above", "none"
};

/// One yes or no, or one answer of several.
struct TracedDecision {
    std::string_view question;    ///< "party", "carried", "day", "kin_day", "modality", "event"
    std::size_t mention = 0;      ///< in TracedSentence::mentions
    std::vector<Node> nodes;      ///< of "party" and "carried"
    std::optional<Interval> day;  ///< of "day" and "kin_day"
    std::optional<Span> words;    ///< of the party or the day
    std::string_view answer;      ///< of "modality"
    float score = 0;
    bool taken = false;
    std::vector<std::string> clues;
};

struct TracedMention {
    Span trigger;
    std::string rule;
    std::string_view form;  ///< "noun", "verb", "present", "future", "participle"
    std::optional<EventType> type;
    std::size_t clause = 0;
    std::vector<Participant> parties;
    Interval when;
    DayBasis day_basis = DayBasis::none;
    Modality modality = Modality::asserted;
    bool told = false;  ///< it became an event or a statement
};

struct TracedSentence {
    Span words;
    std::vector<TracedClause> clauses;
    std::vector<TracedMention> mentions;
    std::vector<TracedDecision> decisions;
};

struct Trace {
    std::vector<TracedSentence> sentences;
};

}  // namespace isnad
