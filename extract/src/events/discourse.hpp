#pragma once
// What the text has told so far, for words that lean on it: who acted and spoke last, which events were told, who opens
// the text. Grows with every sentence, by what was decided.

#include "events/clause_tree.hpp"
#include "events/event_mention.hpp"

#include <optional>
#include <vector>

namespace isnad {

/// An event as later sentences may mean it.
struct ToldEvent {
    EventType type = EventType::meeting;
    std::vector<NodeIndex> parties;
    Interval when;
    std::optional<TimeIndex> time;
    std::optional<NodeIndex> place;
    Modality modality = Modality::asserted;
    std::size_t sentence = 0;
};

class Discourse {
public:
    /// Before the first sentence: counts the actors of all.
    void survey(const std::vector<SentenceItems>& sentences);
    /// Begins the next sentence: counts the actors it names.
    void open_sentence(const SentenceView& sentence, const TokenizedText& text);
    /// Ends it: remembers who acted, spoke, and what was told.
    void close_sentence(const SentenceView& sentence, const ClauseTree& tree,
                        const std::vector<EventMention>& mentions);

    [[nodiscard]] std::size_t sentence() const { return m_sentence; }
    [[nodiscard]] const std::vector<NodeIndex>& subject() const { return m_subject; }
    [[nodiscard]] std::size_t subject_age() const { return m_sentence - m_subject_sentence; }
    [[nodiscard]] const std::vector<NodeIndex>& speaker() const { return m_speaker; }
    [[nodiscard]] std::size_t speaker_age() const { return m_sentence - m_speaker_sentence; }
    /// The last ones, the latest at the end.
    [[nodiscard]] const std::vector<ToldEvent>& events() const { return m_events; }
    /// Those who act in the first sentences, the most often named first.
    [[nodiscard]] std::vector<NodeIndex> lead() const;
    /// The words that named a node last; empty when none did.
    [[nodiscard]] Span last_words(NodeIndex node) const;
    /// The place of a node among those that the whole text names most often, from 0; at most `unranked`.
    [[nodiscard]] std::size_t rank(NodeIndex node) const;
    static constexpr std::size_t unranked = 8;
    /// How often the text named a node so far.
    [[nodiscard]] std::size_t times_named(NodeIndex node) const;

private:
    struct Known {
        Span last;
        std::uint32_t times = 0;
        bool lead = false;
    };
    void remember(ToldEvent event);

    std::size_t m_sentence = 0;
    std::vector<NodeIndex> m_subject;
    std::size_t m_subject_sentence = 0;
    std::vector<NodeIndex> m_speaker;
    std::size_t m_speaker_sentence = 0;
    std::vector<ToldEvent> m_events;
    std::vector<Known> m_known;       ///< by node
    std::vector<NodeIndex> m_ranked;  ///< the most often named first
};

}  // namespace isnad
