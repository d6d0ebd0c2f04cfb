#pragma once
// Events and statements of a text, sentence by sentence.

#include "actors/actor_finder.hpp"
#include "events/found.hpp"
#include "events/roles.hpp"
#include "text/sentences.hpp"

#include <vector>

namespace isnad {

class EventFinder {
public:
    EventFinder(const TokenizedText& text, const Document& document, const Language::Parts& language,
                ActorFinder& actors, Extraction& out);

    void read(const Sentence& sentence, const SentenceItems& items);

private:
    void find_triggers(const SentenceItems& items, const RoleReader& roles);
    void find_according(const SentenceItems& items, const RoleReader& roles);
    void govern(const SentenceItems& items);
    void lend_from_context(Found& found) const;
    void emit(const Sentence& sentence, const SentenceItems& items);
    void emit_event(const Sentence& sentence, const SentenceItems& items, const Found& found);
    void emit_statement(const Sentence& sentence, const SentenceItems& items, const Found& found);
    void update_discourse(const SentenceItems& items);
    [[nodiscard]] Interval when(const Found& found, bool speech) const;
    [[nodiscard]] Span span_of(const SentenceItems& items, std::size_t item) const;
    [[nodiscard]] Span sentence_span(const Sentence& sentence) const;

    const TokenizedText& m_text;
    const Document& m_document;
    const Language::Parts& m_language;
    ActorFinder& m_actors;
    Extraction& m_out;
    Discourse m_discourse;
    std::vector<Found> m_found;
    std::vector<NodeIndex> m_according;  ///< on whose word the whole sentence stands
};

}  // namespace isnad
