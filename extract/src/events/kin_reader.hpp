#pragma once
// What the mentions of one text know of one another: a day that one sentence leaves open stands in another, before or
// after it. "The summit", "the talks", a first sentence whose day comes in the second.

#include "events/draft.hpp"
#include "isnad/extract/trace.hpp"

namespace isnad {

class KinReader {
public:
    /// `trace` may be null.
    KinReader(std::vector<MentionDraft>& drafts, const std::vector<TimeExpression>& times, Day published,
              const ClueWeights& weights, Trace* trace)
        : m_drafts(drafts), m_times(times), m_published(published), m_weights(weights), m_trace(trace) {}

    /// "They discussed ... today. ... in the phone call": what was told as talks of the two was the call.
    void settle_calls();
    /// Lends days to mentions that have none.
    void read_days();

private:
    /// The other mentions that may tell of the same event, or stand near: the nearest first.
    [[nodiscard]] std::vector<std::size_t> kin(std::size_t draft) const;
    [[nodiscard]] bool alike(const EventMention& a, const EventMention& b) const;
    void read_pair(std::size_t draft, std::size_t other, Clues& out) const;
    void trace(const MentionDraft& draft, const TimeExpression& time, float score, const Clues& clues) const;

    std::vector<MentionDraft>& m_drafts;
    const std::vector<TimeExpression>& m_times;
    Day m_published;
    const ClueWeights& m_weights;
    Trace* m_trace;
};

}  // namespace isnad
