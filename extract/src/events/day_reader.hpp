#pragma once
// Which day an event has by its own sentence, and the bounds of one that has none.

#include "events/reading.hpp"

namespace isnad {

class DayReader {
public:
    explicit DayReader(SentenceReading& reading);

    /// Sets time, interval and basis of a mention that has a day in its sentence.
    void read(std::size_t mention) const;

private:
    struct Choice {
        std::optional<TimeIndex> time;
        float score = 0;  ///< only what is above counts
    };

    [[nodiscard]] Choice stated(std::size_t mention) const;
    [[nodiscard]] std::optional<TimeIndex> earlier(const EventMention& e) const;
    [[nodiscard]] Clues stated_clues(const EventMention& e, std::size_t item) const;
    void trace(std::size_t mention, TimeIndex time, const Clues& clues, float score) const;

    SentenceReading& m_r;
    std::size_t m_dated = 0;  ///< times of the sentence that give days
};

/// The bounds that the day of publication gives an event without a day: the day before at the earliest for what is said
/// or is `fresh` news, else by its modality.
void bound_day(EventMention& mention, Day published, bool fresh);

/// Whether an expression gives days: a date or clock time with both ends, not a vague one.
[[nodiscard]] bool datable(const TimeExpression& time);

}  // namespace isnad
