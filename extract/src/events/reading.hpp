#pragma once
// One sentence while it is read: what the stages look at, and what they fill.

#include "events/clause_tree.hpp"
#include "events/clues.hpp"
#include "events/discourse.hpp"
#include "events/event_mention.hpp"
#include "isnad/extract/trace.hpp"

#include <vector>

namespace isnad {

/// Sums over the items of a sentence, so that what stands between two of them is known without looking again.
class Between {
public:
    struct Counts {
        std::uint16_t predicates = 0;  ///< finite verbs and participles
        std::uint16_t event_nouns = 0;
        std::uint16_t actors = 0;
        std::uint16_t others = 0;  ///< words that no list knows
        std::uint16_t commas = 0;
        std::uint16_t quotes = 0;
        std::uint16_t openers = 0;  ///< "that", "who", "when", colons
        std::uint16_t conjunctions = 0;
    };

    explicit Between(const SentenceView& sentence);
    /// What stands strictly between two items, in either order.
    [[nodiscard]] Counts of(std::size_t a, std::size_t b) const;
    /// The nearest trigger before an item; the item itself when there is none.
    [[nodiscard]] std::size_t trigger_before(std::size_t item) const { return m_trigger_before[item]; }

private:
    std::vector<Counts> m_sums;
    std::vector<std::size_t> m_trigger_before;
};

struct SentenceReading {
    const SentenceView& view;
    const ClauseTree& tree;
    const Between& between;
    const Discourse& discourse;
    const ClueWeights& weights;
    const std::vector<TimeExpression>& times;
    Day published;
    bool headline = false;
    std::vector<EventMention>& mentions;
    TracedSentence* trace = nullptr;

    [[nodiscard]] bool traced() const { return trace != nullptr; }
    [[nodiscard]] Span words_of(std::size_t item) const;
};

}  // namespace isnad
