#include "events/discourse.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t remembered_events = 12;
constexpr std::size_t lead_sentences = 2;
constexpr std::size_t lead_size = 3;

}  // namespace

void Discourse::survey(const std::vector<SentenceItems>& sentences) {
    std::vector<std::pair<std::uint32_t, NodeIndex>> counts;
    for (const auto& sentence : sentences)
        for (const auto& actor : sentence.actors)
            for (const auto node : actor.nodes) {
                while (counts.size() <= node.value()) counts.emplace_back(0, NodeIndex(counts.size()));
                if (!actor.place) ++counts[node.value()].first;
            }
    std::erase_if(counts, [](const auto& c) { return c.first < 2; });
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < std::min(counts.size(), unranked); ++i) m_ranked.push_back(counts[i].second);
}

std::size_t Discourse::rank(NodeIndex node) const {
    const auto found = std::find(m_ranked.begin(), m_ranked.end(), node);
    return found == m_ranked.end() ? unranked : static_cast<std::size_t>(found - m_ranked.begin());
}

void Discourse::open_sentence(const SentenceView& s, const TokenizedText& text) {
    ++m_sentence;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!s.is(i, ItemKind::actor)) continue;
        const auto& item = s.item(i);
        Span words = text.span_without(item.begin, item.clitics.size);
        words.end = text.tokens[item.end - 1].span.end;
        for (const auto node : s.actor(i).nodes) {
            if (node.value() >= m_known.size()) m_known.resize(node.value() + 1);
            auto& known = m_known[node.value()];
            known.last = words;
            ++known.times;
            known.lead = known.lead || (m_sentence <= lead_sentences && !s.actor(i).place);
        }
    }
}

void Discourse::close_sentence(const SentenceView& s, const ClauseTree& tree,
                               const std::vector<EventMention>& mentions) {
    for (const auto& clause : tree.nodes()) {
        const bool own = clause.from == SubjectFrom::behind || clause.from == SubjectFrom::before;
        if (!own || clause.kind == ClauseKind::relative || clause.kind == ClauseKind::aside) continue;
        m_subject = clause.subject;
        m_subject_sentence = m_sentence;
        if (clause.kind == ClauseKind::main) break;
    }
    for (const auto& m : mentions) {
        if (!m.told || !m.type) continue;
        ToldEvent event{*m.type, {}, m.when, m.time, m.place, m.modality, m_sentence};
        for (const auto& p : m.parties) event.parties.push_back(p.node);
        if (m.trigger->speech && !m.noun() && !m.parties.empty() && tree.at(m.item).kind != ClauseKind::quote) {
            m_speaker = m.agents();
            m_speaker_sentence = m_sentence;
        }
        if (s.is(m.item, ItemKind::trigger)) remember(std::move(event));
    }
}

void Discourse::remember(ToldEvent event) {
    if (m_events.size() == remembered_events) m_events.erase(m_events.begin());
    m_events.push_back(std::move(event));
}

std::vector<NodeIndex> Discourse::lead() const {
    std::vector<NodeIndex> out;
    for (std::size_t i = 0; i < m_known.size(); ++i)
        if (m_known[i].lead) out.emplace_back(i);
    std::stable_sort(out.begin(), out.end(),
                     [&](NodeIndex a, NodeIndex b) { return m_known[a.value()].times > m_known[b.value()].times; });
    if (out.size() > lead_size) out.resize(lead_size);
    return out;
}

Span Discourse::last_words(NodeIndex node) const {
    return node.value() < m_known.size() ? m_known[node.value()].last : Span{};
}

std::size_t Discourse::times_named(NodeIndex node) const {
    return node.value() < m_known.size() ? m_known[node.value()].times : 0;
}

}  // namespace isnad
