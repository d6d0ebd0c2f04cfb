#pragma once
// Events and statements of a text, sentence by sentence.

#include "actors/actor_finder.hpp"
#include "events/clause.hpp"
#include "events/found.hpp"
#include "text/sentences.hpp"

#include <vector>

namespace isnad {

class EventFinder {
public:
    EventFinder(const TokenizedText& text, const Document& document, const Language::Parts& language,
                ActorFinder& actors, Extraction& out);

    void read(const Sentence& sentence, const SentenceItems& items);

private:
    [[nodiscard]] bool names_actor(const SentenceItems& items) const;
    [[nodiscard]] bool in_tail(const Clause& clause, std::size_t item) const;
    void find_triggers(const Clause& clause);
    void read_trigger(const Clause& clause, Found found);
    [[nodiscard]] bool inside_speech(const Clause& clause, const Found& found) const;
    void give_due_owners(const Clause& clause, const std::vector<NodeIndex>& owner);
    [[nodiscard]] bool tells_of_noun(const Clause& clause, const Found& verb);
    void lend(const Clause& clause, Found& noun);
    void find_headline_speaker(const Sentence& sentence, const Clause& clause);
    void find_according(const Clause& clause);
    void find_his_saying(const Clause& clause, std::size_t item);
    void settle_relays();
    void govern(const Clause& clause);
    [[nodiscard]] const Found* postposed_speech(const Clause& clause, std::size_t k) const;
    void emit(const Sentence& sentence, const Clause& clause);
    void make_call(const Event& call);
    void emit_event(const Sentence& sentence, const Clause& clause, const Found& found);
    void emit_statement(const Sentence& sentence, const Clause& clause, const Found& found, NodeIndex speaker);
    [[nodiscard]] bool silent(const Clause& clause, std::size_t k) const;
    [[nodiscard]] std::string topic_of(const Clause& clause, const Found& found) const;
    [[nodiscard]] Interval when(const Found& found, bool speech) const;
    [[nodiscard]] Span span_of(const Clause& clause, std::size_t item) const;
    [[nodiscard]] Span sentence_span(const Sentence& sentence) const;

    const TokenizedText& m_text;
    const Document& m_document;
    const Language::Parts& m_language;
    ActorFinder& m_actors;
    Extraction& m_out;
    Discourse m_discourse;
    std::vector<Found> m_found;
    std::vector<NodeIndex> m_according;    ///< on whose word the whole sentence stands
    std::optional<std::size_t> m_lender;   ///< the light verb that waits for its noun, in m_found
    bool m_acted = false;                  ///< the sentence names an actor
    bool m_acted_before = false;           ///< the one before did
    std::vector<std::size_t> m_owner_due;  ///< nouns whose pronoun points ahead to the sentence's subject
};

}  // namespace isnad
