#pragma once
// Events and statements of a text. Sentence by sentence: clauses, mentions, who takes part, when, whether it is fact,
// who says so. At the end: what the mentions know of one another, which of them are told; only then events and
// statements of the extraction are made.

#include "actors/actor_finder.hpp"
#include "events/draft.hpp"
#include "events/reading.hpp"
#include "text/sentences.hpp"

namespace isnad {

class EventReader {
public:
    /// `trace` may be null.
    EventReader(const TokenizedText& text, const Document& document, const Language::Parts& language,
                ActorFinder& actors, Extraction& out, Trace* trace);

    /// Before the first sentence: who is named how often in all of them.
    void survey(const std::vector<SentenceItems>& sentences) { m_discourse.survey(sentences); }
    void read(const Sentence& sentence, SentenceItems& items);
    /// After the last sentence.
    void finish();

private:
    void read_parties(SentenceReading& reading, std::size_t mention) const;
    void keep(const SentenceReading& reading, Span sentence);
    [[nodiscard]] MentionDraft draft(const SentenceReading& reading, std::size_t mention, Span sentence) const;
    void trace(const SentenceReading& reading, Span words) const;
    void tell(MentionDraft& draft, bool last) const;

    // emit.cpp
    void emit();
    EventIndex emit_event(const MentionDraft& draft);
    void emit_statement(const MentionDraft& draft, NodeIndex speaker);

    const TokenizedText& m_text;
    const Document& m_document;
    const Language::Parts& m_language;
    ActorFinder& m_actors;
    Extraction& m_out;
    Discourse m_discourse;
    std::vector<MentionDraft> m_drafts;
    Trace* m_trace;
};

}  // namespace isnad
