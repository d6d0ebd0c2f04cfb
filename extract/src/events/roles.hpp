#pragma once
// Who does what to whom: participants from the words around a trigger and the slots its lexicon line gives.

#include "events/clause.hpp"
#include "events/found.hpp"

#include <vector>

namespace isnad {

class RoleReader {
public:
    RoleReader(const Clause& clause, const Discourse& discourse) : m_clause(clause), m_discourse(discourse) {}

    /// Fills subject, participants and content of a finite verb or participle.
    void read_verb(Found& found) const;
    /// Fills the participants of a noun; `lender` is the verb it depends on, if any.
    void read_noun(Found& found, const Found* lender) const;
    /// The actors after "according to", and the first item past them.
    [[nodiscard]] std::vector<NodeIndex> read_according(std::size_t item, std::size_t& next) const;
    /// Whether a pronoun stands for the owner of a noun: "his visit", "a visit of his".
    [[nodiscard]] bool owned_by_pronoun(const Found& noun) const;
    /// Whether a pronoun's owner is not told yet: "on his visit to Moscow, X said".
    [[nodiscard]] bool awaits_owner(const Found& noun) const;
    /// What a pronoun on a noun owns goes to the noun's owner.
    void give_owner(Found& found, const std::vector<NodeIndex>& nodes) const { give(found, Slot::genitive, nodes); }

private:
    void read_objects(Found& found, std::size_t from, bool object_open) const;
    void read_object(Found& found, std::size_t i, bool behind_noun, bool& object_open, std::size_t& next) const;
    void read_state(Found& found, std::size_t i) const;
    [[nodiscard]] bool goes(const Found& found) const;
    /// The participants of an item under a slot; nothing when it stands there as a mere place.
    [[nodiscard]] std::vector<NodeIndex> taken(Found& found, std::size_t i, std::optional<Slot> slot,
                                               std::size_t& next) const;
    void read_addressee(Found& found, std::size_t from) const;
    void read_adjectives(Found& found) const;
    std::size_t read_owner(Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> owner_of(const Found& noun) const;
    void settle_type(Found& found) const;
    void give(Found& found, Slot slot, const std::vector<NodeIndex>& nodes) const;
    [[nodiscard]] std::size_t past_relative_clause(std::size_t i) const;

    const Clause& m_clause;
    const Discourse& m_discourse;
};

}  // namespace isnad
