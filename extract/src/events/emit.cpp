// What was found in a sentence becomes events and statements of the extraction.

#include "events/event_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

EventIndex EventReader::emit_event(const MentionDraft& d) {
    const auto& m = d.mention;
    Event e;
    e.id = fmt::format("{}-e{}", m_document.id, m_out.events.size() + 1);
    e.type = *m.type;
    for (const auto& p : m.parties) e.participants.push_back({p.role, p.node, p.basis, p.words});
    e.when = m.when;
    e.time = m.time;
    e.day_basis = m.day_basis;
    e.told_by = m.told_by;
    e.place = m.place;
    e.topic = d.topic;
    e.modality = m.modality;
    e.polarity = m.modality == Modality::denied ? Polarity::negative : Polarity::positive;
    e.sources = m.sources;
    e.trigger = d.trigger;
    e.sentence = d.sentence;
    e.rule = m.trigger->id;
    e.headline = d.headline;
    m_out.events.push_back(std::move(e));
    return EventIndex(m_out.events.size() - 1);
}

void EventReader::emit_statement(const MentionDraft& d, NodeIndex speaker) {
    const auto& m = d.mention;
    Statement s;
    s.id = fmt::format("{}-s{}", m_document.id, m_out.statements.size() + 1);
    s.speaker = speaker;
    for (const auto& p : m.parties)
        if (p.role == Role::addressee) s.addressee = p.node;
    s.cue = d.trigger;
    s.sentence = d.sentence;
    s.content = d.content;
    s.time = m.time;
    s.when = m.when;
    s.day_basis = m.day_basis;
    s.modality = m.modality;
    s.sources = m.sources;
    for (const auto n : m.agents())
        if (std::find(s.sources.begin(), s.sources.end(), n) == s.sources.end()) s.sources.push_back(n);
    s.rule = m.trigger->id;
    s.headline = d.headline;
    m_out.statements.push_back(std::move(s));
}

void EventReader::emit() {
    std::vector<std::pair<std::size_t, StatementIndex>> speeches;  // of the running sentence, by draft
    for (std::size_t k = 0; k < m_drafts.size(); ++k) {
        const auto& d = m_drafts[k];
        if (k > 0 && d.sentence_number != m_drafts[k - 1].sentence_number) speeches.clear();
        if (!d.mention.told) continue;
        const bool statement = d.mention.type == EventType::statement;
        if (d.mention.trigger->speech && (!d.mention.noun() || statement))
            for (const auto speaker : d.mention.agents()) {
                speeches.emplace_back(k, StatementIndex(m_out.statements.size()));
                emit_statement(d, speaker);
            }
        if (statement) continue;
        const auto event = emit_event(d);
        for (const auto& [speech, index] : speeches)
            if (speech == k || d.governor == speech)
                m_out.statements[index.value()].about.push_back(
                    {event, d.mention.modality == Modality::denied ? Stance::denies : Stance::asserts});
    }
}

}  // namespace isnad
