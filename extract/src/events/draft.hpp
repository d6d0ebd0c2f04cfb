#pragma once
// A mention as it waits for the end of the text: what its sentence made of it, without the sentence.

#include "events/clues.hpp"
#include "events/event_mention.hpp"

#include <optional>
#include <string>
#include <vector>

namespace isnad {

struct MentionDraft {
    EventMention mention;
    Span trigger;
    Span sentence;
    Span content;  ///< of what is said; of a speech only
    std::string topic;
    std::size_t sentence_number = 0;  ///< from 1
    std::size_t traced_sentence = 0;  ///< in the trace, when there is one
    std::size_t traced_mention = 0;
    bool headline = false;
    bool figure = false;                  ///< its neighbours make a figure of its word
    std::optional<std::size_t> governor;  ///< the draft of the speech that tells it
    std::optional<std::size_t> twin;      ///< the draft before it in its clause
    std::size_t twin_distance = 0;        ///< items between the two
    ClueWord form;                        ///< "noun", "verb", ...
    ClueWord lead;                        ///< the word that leads a noun in
    ClueWord clause;                      ///< kind of its clause
    Clues telling;                        ///< clues of whether it is told that its sentence alone gives
    bool timed = false;                   ///< a time stands in its clause, its own or not
};

}  // namespace isnad
