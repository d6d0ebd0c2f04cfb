#pragma once
// Who takes part in an event: the actors of its sentence, each with how it stands to the event's word, then those that
// earlier sentences left behind. Weights decide; what they decide on is grammar.

#include "events/party_clues.hpp"

namespace isnad {

class PartyReader {
public:
    PartyReader(SentenceReading& reading, ActorFinder& actors) : m_r(reading), m_actors(actors) {}

    /// Fills the parties of a mention from its sentence.
    void read_sentence(std::size_t mention) const;
    /// Adds those that earlier sentences left behind.
    void read_discourse(std::size_t mention) const;

private:
    /// Somebody of earlier sentences, and why they may be meant: bits of the places where they stand.
    struct Carried {
        NodeIndex node;
        std::uint32_t from = 0;
        std::size_t age = 0;    ///< sentences since
        std::size_t group = 0;  ///< how many stood together there
    };

    [[nodiscard]] std::vector<PartyCandidate> candidates(const EventMention& e) const;
    [[nodiscard]] PartyCandidate candidate(const EventMention& e, std::size_t item) const;
    [[nodiscard]] Relation relation(const EventMention& e, std::size_t item, bool prepositional) const;
    [[nodiscard]] bool tells_of(const EventMention& e, std::size_t item) const;
    void take(EventMention& e, PartyCandidate& c) const;
    [[nodiscard]] Role role(const EventMention& e, const PartyCandidate& c, NodeType type) const;
    [[nodiscard]] std::vector<Carried> carried(const EventMention& e) const;
    [[nodiscard]] Clues carried_clues(const EventMention& e, const Carried& c, const Carried* rival) const;
    void trace(std::string_view question, std::size_t mention, const Node& node, Span words, float score,
               const Clues& clues) const;

    SentenceReading& m_r;
    ActorFinder& m_actors;
};

}  // namespace isnad
