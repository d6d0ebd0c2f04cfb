#include "events/event_finder.hpp"

#include "events/attachments.hpp"
#include "events/consultations.hpp"
#include "events/modality.hpp"
#include "events/roles.hpp"

#include <algorithm>
#include <utility>

namespace isnad {

namespace {

constexpr std::size_t light_reach = 12;  // items between a light verb and its noun

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

void append_new(std::vector<NodeIndex>& list, const std::vector<NodeIndex>& more) {
    for (const auto n : more)
        if (std::find(list.begin(), list.end(), n) == list.end()) list.push_back(n);
}

}  // namespace

EventFinder::EventFinder(const TokenizedText& text, const Document& document, const Language::Parts& language,
                         ActorFinder& actors, Extraction& out)
    : m_text(text), m_document(document), m_language(language), m_actors(actors), m_out(out) {}

void EventFinder::read(const Sentence& sentence, const SentenceItems& items) {
    const Clause clause(m_text, items, m_language.triggers, m_actors);
    m_found.clear();
    m_according.clear();
    m_lender.reset();
    m_owner_due.clear();
    m_discourse.open_sentence();
    find_headline_speaker(sentence, clause);
    find_triggers(clause);
    find_according(clause);
    settle_relays();
    if (m_found.empty()) return;
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) { return a.item < b.item; });
    attach_times(items, m_out.times, m_found);
    attach_places(items, m_found);
    govern();
    emit(sentence, clause);
}

/// "Kerry: we are working with Moscow": the headline's first words say it.
void EventFinder::find_headline_speaker(const Sentence& sentence, const Clause& clause) {
    if (!sentence.headline || !clause.free_actor(0)) return;
    std::size_t next = 0;
    const auto speakers = clause.coordination(0, next);
    if (!clause.mark(next, ":")) return;
    Found found;
    found.trigger = &colon_cue();
    found.features = WordForm::verb;
    found.subject = speakers;
    found.subject_named = true;
    found.content = next + 1;
    for (const auto n : speakers) found.add(Role::agent, n);
    m_discourse.follow(found);
    m_found.push_back(std::move(found));
}

void EventFinder::find_triggers(const Clause& clause) {
    bool quoted = false;
    bool speech = false;
    bool direct = false;  // past the colon of a speech
    std::size_t absorbed = clause.size();
    for (std::size_t i = 0; i < clause.size(); ++i) {
        if (clause.mark(i, "\"")) quoted = !quoted;
        direct = direct || (speech && clause.mark(i, ":"));
        if (!clause.is(i, ItemKind::trigger) || i == absorbed) continue;
        Found found;
        found.item = i;
        found.trigger = &clause.trigger(i);
        found.features = clause.item(i).features;
        if (found.noun() && found.trigger->light()) continue;
        speech = speech || (found.trigger->speech && !found.noun());
        if (const auto whole = found.trigger->part ? whole_of_part(clause, i) : 0; whole != 0) {
            absorbed = whole;
            found.supported = true;
        }
        // Inside quoted words only a named speaker makes another statement.
        if ((quoted || direct) && found.trigger->type == EventType::statement && !found.noun()) {
            Found trial = found;
            RoleReader(clause, Discourse{}).read_verb(trial);
            if (trial.subject.empty()) continue;
        }
        read_trigger(clause, std::move(found));
    }
}

/// The light verb of a noun gives it its subject and its modality.
void EventFinder::lend(const Clause& clause, Found& noun) {
    const bool near = m_lender && noun.item - m_found[*m_lender].item <= light_reach;
    const Found* lender = near ? &m_found[*m_lender] : nullptr;
    const auto item = noun.item;
    if (noun.trigger->part)
        if (const auto whole = whole_of_part(clause, item); whole != 0) noun.item = whole;
    RoleReader(clause, m_discourse).read_noun(noun, lender);
    noun.item = item;
    if (lender == nullptr) return;
    noun.modality = clause_modality(clause, *lender);
    m_lender.reset();
}

void EventFinder::read_trigger(const Clause& clause, Found found) {
    const RoleReader roles(clause, m_discourse);
    if (found.noun()) {
        lend(clause, found);
        if (found.suffix() && m_discourse.subject_here.empty()) m_owner_due.push_back(m_found.size());
    } else {
        roles.read_verb(found);
        const bool first = m_discourse.subject_here.empty();
        m_discourse.follow(found);
        if (first && !found.subject.empty()) {
            for (const auto n : m_owner_due) {
                m_found[n].participants.clear();
                roles.give_owner(m_found[n], found.subject);
            }
            m_owner_due.clear();
        }
    }
    const auto own = clause_modality(clause, found);
    if (found.modality == Modality::asserted) found.modality = own;
    complete_pair(found, clause, m_discourse);
    // "Talks that X held with Y": the light verb behind its noun.
    if (found.trigger->light() && found.suffix() && !m_found.empty() && m_found.back().noun() &&
        found.item - m_found.back().item <= light_reach) {
        m_found.back().add(found.participants);
        m_found.back().supported = true;
        return;
    }
    m_found.push_back(std::move(found));
    if (m_found.back().trigger->light()) m_lender = m_found.size() - 1;
}

/// "According to X" makes X the source of the whole sentence; "his saying" opens the words a relay verb passes on.
void EventFinder::find_according(const Clause& clause) {
    for (std::size_t i = 0; i < clause.size(); ++i) {
        if (clause.is(i, WordClass::his_saying)) find_his_saying(clause, i);
        if (!clause.is(i, WordClass::according)) continue;
        Found found;
        found.item = i;
        found.trigger = &according_cue();
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

/// Sets who tells each trigger, and what that makes of its modality.
void EventFinder::govern() {
    for (std::size_t k = 0; k < m_found.size(); ++k) {
        auto& f = m_found[k];
        for (std::size_t j = k; j > 0; --j) {
            const auto& speech = m_found[j - 1];
            if (speech.content == 0 || speech.content > f.item || speech.participants.empty()) continue;
            if (f.participle() && f.trigger->speech) continue;
            f.governor = &speech;
            break;
        }
        if (f.sources.empty() && f.trigger != &according_cue()) f.sources = m_according;
        if (f.governor == nullptr) continue;
        if (f.trigger->must)
            for (const auto n : f.governor->subject) f.add(Role::agent, n);
        f.modality = governed_modality(f.modality, *f.governor);
        append_new(f.sources, f.governor->sources);
        append_new(f.sources, f.governor->subject);
    }
}

/// Whether what was found is too little to tell of an event.
bool EventFinder::silent(const Found& f) const {
    const auto& t = *f.trigger;
    if (t.light() || t.occasion) return true;
    if (t.lent && f.noun() && !f.supported) return true;
    if (t.must && f.governor == nullptr) return true;
    if (t.relay && f.participants.empty()) return true;
    if (t.type == EventType::statement && f.participants.empty()) return true;
    if (!t.weak || f.supported) return false;
    return t.speech && f.verb() ? f.subject.empty() : f.participants.empty();
}

void EventFinder::emit(const Sentence& sentence, const Clause& clause) {
    const auto told_already = share_participants(m_found, clause);
    std::vector<std::pair<const Found*, StatementIndex>> speeches;
    for (std::size_t k = 0; k < m_found.size(); ++k) {
        auto& f = m_found[k];
        lend_from_context(f, clause, m_discourse, m_out.times);
        if (silent(f) || std::find(told_already.begin(), told_already.end(), k) != told_already.end()) continue;
        const bool statement = *f.trigger->type == EventType::statement;
        if (f.trigger->speech && !f.participants.empty() && (!f.noun() || statement)) {
            speeches.emplace_back(&f, StatementIndex(m_out.statements.size()));
            emit_statement(sentence, clause, f);
        }
        if (statement) continue;
        const EventIndex event(m_out.events.size());
        emit_event(sentence, clause, f);
        for (const auto& [speech, index] : speeches)
            if (speech == f.governor || speech == &f)
                m_out.statements[index.value()].about.push_back(
                    {event, f.modality == Modality::denied ? Stance::denies : Stance::asserts});
    }
}

}  // namespace isnad
