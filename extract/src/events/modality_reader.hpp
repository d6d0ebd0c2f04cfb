#pragma once
// Fact, plan, possibility, condition or denial: what the words before an event's word, its clause and whoever tells it
// make of it.

#include "events/reading.hpp"

namespace isnad {

class ModalityReader {
public:
    explicit ModalityReader(SentenceReading& reading) : m_r(reading) {}

    /// Sets the modality of a mention. Its day and the speech that governs it must be known.
    void read(std::size_t mention) const;

private:
    [[nodiscard]] Clues clues(std::size_t mention) const;
    [[nodiscard]] bool aside(const EventMention& e) const;
    [[nodiscard]] bool called_off(const EventMention& e) const;
    void read_words(const EventMention& e, Clues& out) const;
    void read_relative(const EventMention& e, Clues& out) const;
    void read_discourse(const EventMention& e, Clues& out) const;

    SentenceReading& m_r;
};

}  // namespace isnad
