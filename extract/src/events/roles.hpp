#pragma once
// Who does what to whom: participants from the words around a trigger and the slots its lexicon line gives.

#include "actors/actor_finder.hpp"
#include "events/found.hpp"

#include <vector>

namespace isnad {

/// What earlier sentences leave behind for words that lean on them.
struct Discourse {
    std::vector<NodeIndex> subject;    ///< of the last main clause
    std::vector<NodeIndex> speaker;    ///< of the last speech
    std::vector<Event> consultations;  ///< the last meetings, calls, visits with their participants
};

class RoleReader {
public:
    RoleReader(const TokenizedText& text, const SentenceItems& sentence, ActorFinder& actors)
        : m_text(text), m_items(sentence.items), m_actors(sentence.actors), m_finder(actors) {}

    /// Fills subject, participants and content of a finite verb or participle.
    void read_verb(Found& found, const Discourse& discourse) const;
    /// Fills the participants of a noun; `lender` is the light verb it depends on, if any.
    void read_noun(Found& found, const Found* lender, const Discourse& discourse) const;
    /// The actors after "according to", and the first item past them.
    [[nodiscard]] std::vector<NodeIndex> read_according(std::size_t item, std::size_t& next) const;

private:
    [[nodiscard]] bool mark(std::size_t i, std::string_view text) const;
    [[nodiscard]] bool stops(std::size_t i) const;
    [[nodiscard]] std::optional<Slot> preposition(std::size_t i) const;
    [[nodiscard]] bool bare_actor(std::size_t i) const;
    [[nodiscard]] std::vector<NodeIndex> coordination(std::size_t i, std::size_t& next) const;
    [[nodiscard]] std::vector<NodeIndex> left_subject(const Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> participants_of(std::size_t actor_item) const;
    void read_objects(Found& found, std::size_t from, bool object_open) const;
    void give(Found& found, Slot slot, const std::vector<NodeIndex>& nodes) const;
    void find_content(Found& found, std::size_t from) const;

    const TokenizedText& m_text;
    const std::vector<Item>& m_items;
    const std::vector<NamedActor>& m_actors;
    ActorFinder& m_finder;
};

}  // namespace isnad
