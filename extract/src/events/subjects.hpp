#pragma once
// Who acts in a clause: named before or behind the verb, or understood from what stands before.

#include "events/clause.hpp"
#include "events/found.hpp"

namespace isnad {

class SubjectReader {
public:
    SubjectReader(const Clause& clause, const Discourse& discourse) : m_clause(clause), m_discourse(discourse) {}

    /// Fills subject and subject_named of a verb or participle; returns the item after the words they took.
    std::size_t read(Found& found) const;
    /// The last person named before an item in the sentence: the antecedent of "where" and "who".
    [[nodiscard]] std::vector<NodeIndex> person_before(std::size_t item) const;
    /// Whether the verb opens a clause that hangs on a word before it ("who met", "where he met").
    [[nodiscard]] bool relative(std::size_t item) const;

private:
    [[nodiscard]] bool of_relative(Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> before(const Found& found) const;
    std::size_t behind(Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> understood(const Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> of_speech(const Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> of_participle(const Found& found) const;
    [[nodiscard]] std::vector<NodeIndex> first_actor(std::size_t until) const;
    [[nodiscard]] bool unknown_topic(const Found& found) const;
    std::size_t unnamed_speaker(Found& found, std::size_t next) const;
    [[nodiscard]] bool noun(std::size_t i) const;
    [[nodiscard]] bool disagrees(const Found& found, std::size_t i) const;
    [[nodiscard]] bool agrees(const Found& found, const std::vector<NodeIndex>& nodes) const;
    [[nodiscard]] bool particle(std::size_t i) const;
    [[nodiscard]] bool after_that(std::size_t item) const;

    const Clause& m_clause;
    const Discourse& m_discourse;
};

}  // namespace isnad
