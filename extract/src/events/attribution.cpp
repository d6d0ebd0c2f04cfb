// Who says it: speakers at a headline's colon, "according to", relays with "his saying", and what their words make of
// the events told in them.

#include "events/event_finder.hpp"
#include "events/modality.hpp"
#include "events/roles.hpp"

#include <algorithm>
#include <utility>

namespace isnad {

namespace {

Trigger speech_cue(const char* id) {
    Trigger t;
    t.id = id;
    t.type = EventType::statement;
    t.speech = true;
    return t;
}

const Trigger& according_cue() {
    static const Trigger trigger = speech_cue("according");
    return trigger;
}

const Trigger& colon_cue() {
    static const Trigger trigger = speech_cue("colon");
    return trigger;
}

/// A clause that leaves what was said: "..., while Y said".
bool turns(const Clause& clause, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (clause.is(i, WordClass::when) && i > 0 && clause.mark(i - 1, ',')) return true;
    return false;
}

void append_new(std::vector<NodeIndex>& list, const std::vector<NodeIndex>& more) {
    for (const auto n : more)
        if (std::find(list.begin(), list.end(), n) == list.end()) list.push_back(n);
}

}  // namespace

/// "Kerry: we are working with Moscow": the headline's first words say it.
void EventFinder::find_headline_speaker(const Sentence& sentence, const Clause& clause) {
    if (!sentence.headline || !clause.free_actor(0)) return;
    const auto type = m_out.node(clause.actor(0).nodes.front()).type;
    if (type == NodeType::place || type == NodeType::media || (type == NodeType::country && !clause.actor(0).capital))
        return;  // a headline's topic
    std::size_t next = 0;
    const auto speakers = clause.coordination(0, next);
    if (!clause.mark(next, ':')) return;
    Found found;
    found.trigger = &colon_cue();
    found.type = EventType::statement;
    found.features = WordForm::verb;
    found.subject = speakers;
    found.subject_named = true;
    found.content = next + 1;
    for (const auto n : speakers) found.add(Role::agent, n);
    m_discourse.follow(found, false);
    m_found.push_back(std::move(found));
}

/// "According to X" makes X the source of the whole sentence; "his saying" opens the words a relay verb passes on.
void EventFinder::find_according(const Clause& clause) {
    for (std::size_t i = 0; i < clause.size(); ++i) {
        if (clause.is(i, WordClass::his_saying)) find_his_saying(clause, i);
        if (!clause.is(i, WordClass::according)) continue;
        Found found;
        found.item = i;
        found.trigger = &according_cue();
        found.type = EventType::statement;
        found.features = WordForm::verb;
        found.subject = RoleReader(clause, m_discourse).read_according(i, found.content);
        if (found.subject.empty()) continue;
        append_new(m_according, found.subject);
        for (const auto n : found.subject) found.add(Role::agent, n);
        m_found.push_back(std::move(found));
    }
}

void EventFinder::find_his_saying(const Clause& clause, std::size_t item) {
    Found found;
    found.item = item;
    found.trigger = &according_cue();
    found.type = EventType::statement;
    found.features = WordForm::verb;
    found.content = item + 1;
    for (auto& f : m_found)
        if (f.trigger->relay && f.item < item && f.relayed) {
            found.sources = f.subject;
            found.subject = {*f.relayed};
            f.trigger = nullptr;
        }
    std::erase_if(m_found, [](const Found& f) { return f.trigger == nullptr; });
    if (found.subject.empty()) return;
    for (std::size_t j = item + 1; j < clause.size() && j < item + 4; ++j)
        if (clause.is(j, ItemKind::actor) && clause.item(j).clitics.preposition == 'l') {
            append_new(found.sources, clause.actor(j).nodes);
            found.content = j + 1;
        }
    for (const auto n : found.subject) found.add(Role::agent, n);
    m_found.push_back(std::move(found));
}

/// "X quoted Y": Y speaks, X passes it on.
void EventFinder::settle_relays() {
    for (auto& f : m_found) {
        if (!f.trigger->relay || !f.relayed) continue;
        f.sources = f.subject;
        f.subject = {*f.relayed};
        f.participants.clear();
        f.add(Role::agent, *f.relayed);
    }
}

/// "..., X said.": the speech whose words stand before it.
const Found* EventFinder::postposed_speech(const Clause& clause, std::size_t k) const {
    for (std::size_t j = k + 1; j < m_found.size(); ++j) {
        const auto& speech = m_found[j];
        const bool closes = speech.content + 1 >= clause.size() || clause.closing_mark(speech.content);
        if (speech.verb() && speech.content != 0 && closes && clause.mark(speech.item - 1, ',') &&
            !speech.participants.empty())
            return &speech;
    }
    return nullptr;
}

/// Sets who tells each trigger, and what that makes of its modality.
void EventFinder::govern(const Clause& clause) {
    for (std::size_t k = 0; k < m_found.size(); ++k) {
        auto& f = m_found[k];
        for (std::size_t j = k; j > 0; --j) {
            const auto& speech = m_found[j - 1];
            if (speech.content == 0 || speech.content > f.item || speech.participants.empty()) continue;
            if (f.trigger->speech && (f.participle() || f.subject == speech.subject)) continue;
            if (turns(clause, speech.content, f.item)) continue;
            f.governor = &speech;
            break;
        }
        if (f.governor == nullptr) f.governor = postposed_speech(clause, k);
        if (f.sources.empty() && f.trigger != &according_cue()) f.sources = m_according;
        if (f.governor == nullptr) continue;
        if (f.trigger->must)
            for (const auto n : f.governor->subject) f.add(Role::agent, n);
        f.modality = governed_modality(clause, f, *f.governor);
        append_new(f.sources, f.governor->sources);
        append_new(f.sources, f.governor->subject);
    }
}

}  // namespace isnad
