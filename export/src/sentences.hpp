#pragma once
// Events and actors in words.

#include "isnad/export/tongue.hpp"
#include "isnad/graph/view.hpp"

#include <string>
#include <vector>

namespace isnad {

[[nodiscard]] std::string type_words(EventType type, Tongue tongue);

/// "A", "A and B", "A, B and C", "A, B and 4 others"
[[nodiscard]] std::string list_words(const std::vector<std::string>& names, Tongue tongue, std::size_t most = 6);

/// What an event is in a sentence, and whether the sentence has a verb (Arabic marks differ).
struct EventSentence {
    std::string text;
    bool has_verb = false;
};

[[nodiscard]] EventSentence event_sentence(const View& view, const EventInstance& event, Tongue tongue);

/// What stands before the sentence of an event that is disputed or no plain fact: "Planned:"; empty for plain facts.
[[nodiscard]] std::string mark_of(const EventInstance& event, bool has_verb, Tongue tongue);

/// The sentence with its mark, as one line.
[[nodiscard]] std::string marked_sentence(const View& view, const EventInstance& event, Tongue tongue);

/// A short label for a node: "Meeting, 2016-07-14".
[[nodiscard]] std::string event_label(const EventInstance& event, Tongue tongue);

/// What somebody said: "A said: ...", or "A, as the report has it: ..." when the words are not the speaker's own.
[[nodiscard]] std::string statement_sentence(const View& view, const StatementNode& statement, const std::string& words,
                                             bool own_words, Tongue tongue);

}  // namespace isnad
