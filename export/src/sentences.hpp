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

/// What somebody said, as a line shows it.
struct SpokenWords {
    std::string kind;     ///< of saying: "say", "deny", ...
    bool direct = false;  ///< a quotation; else the clause behind the word of saying
    std::string words;
    std::string about;  ///< events in it; may be empty
};

/// "A said: ..." or "A said that ...".
[[nodiscard]] std::string statement_sentence(const View& view, const StatementNode& statement,
                                             const SpokenWords& spoken, Tongue tongue);

/// "planned", "denied", ... of a report; empty for a plain one.
[[nodiscard]] std::string how_words(Modality how, Tongue tongue);

/// The name as a sentence has it: with its article in English, with its honours in Arabic. `oblique`: behind a
/// preposition.
[[nodiscard]] std::string spelled_name(const Actor& actor, Tongue tongue, bool oblique = false);

}  // namespace isnad
