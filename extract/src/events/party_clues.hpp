#pragma once
// What speaks for and against an actor of the sentence taking part in an event.

#include "events/reading.hpp"

namespace isnad {

/// How an actor stands to the word that tells of an event.
enum class Relation : std::uint8_t {
    subject,         ///< acts in its clause, and the word is the clause's verb
    antecedent,      ///< before the relative pronoun of its clause
    clause_subject,  ///< acts in the clause in which a noun stands
    inherited,       ///< acts in the clause above
    object,          ///< behind the subject, under no preposition
    genitive,        ///< right behind a noun
    adjective,       ///< a nationality behind it
    teller,          ///< acts in the clause that tells of the noun: "the talks that X held"
    joined_owner,    ///< owns the noun before, to which "and his meeting" is joined
    behind,          ///< under the preposition that the slot says
    owner_behind,    ///< owns a noun behind it
    free_behind,
    before,  ///< under a preposition, before it
    owner_before,
    free_before,
};

struct PartyCandidate {
    std::size_t item = 0;
    std::vector<NodeIndex> nodes;  ///< empty for a nationality until it is taken
    Relation relation = Relation::free_before;
    Slot slot = Slot::count;         ///< count: none, or a preposition that gives no slot
    SlotRole role = SlotRole::none;  ///< what the trigger's frame says of it
    NodeType type = NodeType::person;
};

/// What was decided of the actors of the sentence so far, by item.
enum class Taken : std::uint8_t { open, yes, no };

[[nodiscard]] Clues party_clues(const SentenceReading& reading, const EventMention& mention,
                                const PartyCandidate& candidate, const std::vector<Taken>& taken);

/// The word that leads a noun in: its preposition, a clitic or a word of its own.
[[nodiscard]] ClueWord leading_word(const SentenceView& sentence, std::size_t item);
/// What kind of verb the clause of an item has.
[[nodiscard]] ClueWord host_word(const SentenceReading& reading, std::size_t item);

}  // namespace isnad
