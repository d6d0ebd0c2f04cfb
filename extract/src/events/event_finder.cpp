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

/// A clause that leaves what was said: "..., while Y said".
bool turns(const Clause& clause, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        if (clause.is(i, WordClass::when) && i > 0 && clause.mark(i - 1, ",")) return true;
    return false;
}

/// "Look for" is not "look into": the preposition behind makes it another word; so does "what" behind a noun.
bool another_word(const Clause& clause, std::size_t item) {
    constexpr std::size_t reach = 4;
    const auto& trigger = clause.trigger(item);
    for (std::size_t i = item + 1; !clause.stops(i) && i < item + reach; ++i)
        if (const auto slot = clause.slot_at(i)) return trigger.role(*slot) == SlotRole::never;
    return !clause.verb(item) && clause.is(item + 1, WordClass::relative) && !clause.relative_pronoun(item + 1);
}

/// Who makes a statement, each on their own.
std::vector<NodeIndex> speakers(const Found& f) {
    if (!f.subject.empty()) return f.subject;
    std::vector<NodeIndex> agents;
    for (const auto& p : f.participants)
        if (p.role == Role::agent) agents.push_back(p.node);
    return agents;
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
    m_acted_before = m_acted;
    m_acted = names_actor(items);
    m_found.clear();
    m_according.clear();
    m_lender.reset();
    m_owner_due.clear();
    m_discourse.open_sentence();
    find_headline_speaker(sentence, clause);
    find_triggers(clause);
    give_due_owners(clause, m_discourse.subject);
    find_according(clause);
    settle_relays();
    if (m_found.empty()) return;
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) { return a.item < b.item; });
    attach_times(clause, m_out.times, m_found);
    attach_places(clause, m_found);
    govern(clause);
    emit(sentence, clause);
}

/// Whether a sentence names somebody who may act: not only places and media.
bool EventFinder::names_actor(const SentenceItems& items) const {
    return std::any_of(items.actors.begin(), items.actors.end(), [&](const NamedActor& a) {
        const auto type = m_out.node(a.nodes.front()).type;
        return type != NodeType::place && type != NodeType::media;
    });
}

/// "Kerry: we are working with Moscow": the headline's first words say it.
void EventFinder::find_headline_speaker(const Sentence& sentence, const Clause& clause) {
    if (!sentence.headline || !clause.free_actor(0)) return;
    const auto type = m_out.node(clause.actor(0).nodes.front()).type;
    if (type == NodeType::place || type == NodeType::media || (type == NodeType::country && !clause.actor(0).capital))
        return;  // a headline's topic
    std::size_t next = 0;
    const auto speakers = clause.coordination(0, next);
    if (!clause.mark(next, ":")) return;
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

void EventFinder::find_triggers(const Clause& clause) {
    bool quoted = false;
    bool speech = false;
    bool direct = false;  // past the colon of a speech
    std::size_t absorbed = clause.size();
    for (std::size_t i = 0; i < clause.size(); ++i) {
        if (clause.mark(i, "\"")) quoted = !quoted;
        direct = direct || (speech && clause.mark(i, ":"));
        if (!clause.is(i, ItemKind::trigger) || i == absorbed || in_tail(clause, i)) continue;
        Found found;
        found.item = i;
        found.trigger = &clause.trigger(i);
        found.type = found.trigger->type;
        found.features = clause.item(i).features;
        if ((found.noun() && found.trigger->light()) || another_word(clause, i)) continue;
        if (!quoted && !direct && clause.first_person(i) && m_discourse.speaker_here.empty()) continue;
        speech = speech || (found.trigger->speech && !found.noun());
        if (const auto whole = found.trigger->part ? whole_of_part(clause, i) : 0; whole != 0) {
            absorbed = whole;
            found.supported = true;
        }
        // Inside quoted words only a named speaker makes another statement.
        if ((quoted || direct) && found.type == EventType::statement && !found.noun()) {
            Found trial = found;
            RoleReader(clause, Discourse{}).read_verb(trial);
            if (trial.subject.empty()) continue;
        }
        read_trigger(clause, std::move(found));
    }
}

/// The last words of "abstained from the vote" are part of the verb.
bool EventFinder::in_tail(const Clause& clause, std::size_t item) const {
    if (m_found.empty() || m_found.back().noun()) return false;
    const auto& verb = m_found.back();
    if (verb.trigger->tails.empty() || verb.trigger->lends) return false;
    const auto tail = find_tail(*verb.trigger, m_text, clause.item(verb.item).end, clause.items().back().end);
    const auto token = clause.item(item).begin;
    return tail.words != 0 && token < tail.end && token + tail.words >= tail.end;
}

/// The light verb of a noun gives it its subject and its modality.
void EventFinder::lend(const Clause& clause, Found& noun) {
    const bool near =
        m_lender && !clause.closing_mark(noun.item - 1) && noun.item - m_found[*m_lender].item <= light_reach;
    const Found* lender = near ? &m_found[*m_lender] : nullptr;
    const auto item = noun.item;
    if (noun.trigger->part)
        if (const auto whole = whole_of_part(clause, item); whole != 0) noun.item = whole;
    RoleReader(clause, m_discourse).read_noun(noun, lender);
    noun.item = item;
    if (lender == nullptr) return;
    noun.modality = lender->modality;
    m_found[*m_lender].supported = true;
    if (lender->trigger->lends && lender->subject.empty() && !lender->trigger->speech) {
        noun.supported = true;  // "no aid arrived": the noun is what the verb tells of
        m_found[*m_lender].told_by_noun = true;
    }
    // "Reached an agreement", "met in a meeting": one event, told by its noun.
    if (lender->type && lender->type == noun.type && !lender->trigger->speech) {
        noun.add(lender->participants);
        m_found[*m_lender].told_by_noun = true;
    }
    m_lender.reset();
}

void EventFinder::read_trigger(const Clause& clause, Found found) {
    const RoleReader roles(clause, m_discourse);
    if (found.noun()) {
        lend(clause, found);
        if (roles.owned_by_pronoun(found) && m_discourse.subject_here.empty()) m_owner_due.push_back(m_found.size());
    } else {
        roles.read_verb(found);
    }
    complete_pair(found, clause, m_discourse);
    if (!found.noun()) {
        m_discourse.follow(found, inside_speech(clause, found));
        give_due_owners(clause, m_discourse.subject_here);
    }
    const auto own = clause_modality(clause, found);
    if (found.modality == Modality::asserted) found.modality = own;
    if (found.trigger->must) found.modality = Modality::asserted;
    if (found.trigger->light() && found.trigger->expects && found.modality == Modality::asserted)
        found.modality = Modality::planned;
    if (found.trigger->comment && found.modality == Modality::denied) {
        found.type = EventType::decline_comment;
        found.modality = Modality::asserted;
    }
    if (tells_of_noun(clause, found)) return;
    // "Talks that X held with Y": the light verb behind its noun.
    if (found.trigger->light() && found.suffix() && !m_found.empty() && m_found.back().noun() &&
        found.item - m_found.back().item <= light_reach) {
        m_found.back().add(found.participants);
        m_found.back().supported = true;
        return;
    }
    m_found.push_back(std::move(found));
    const auto& last = m_found.back();
    if (!last.noun() && (last.trigger->light() || last.trigger->lends)) m_lender = m_found.size() - 1;
}

/// Whether a verb stands in the words of the sentence's speech rather than in a clause of its own.
bool EventFinder::inside_speech(const Clause& clause, const Found& found) const {
    if (!m_discourse.speech_here || found.participle() || clause.item(found.item).clitics.conjunction) return false;
    return found.item == 0 || !clause.item(found.item - 1).clitics.conjunction;
}

/// Pronouns that pointed ahead: "on his visit to Moscow, Kerry said".
void EventFinder::give_due_owners(const Clause& clause, const std::vector<NodeIndex>& owner) {
    if (owner.empty()) return;
    for (const auto n : m_owner_due) RoleReader(clause, m_discourse).give_owner(m_found[n], owner);
    m_owner_due.clear();
}

/// "The truce will begin on Monday", "talks that X held with Y": the light verb stands behind its noun.
bool EventFinder::tells_of_noun(const Clause& clause, const Found& verb) {
    constexpr std::size_t near = 6;
    if (!verb.trigger->light() || m_found.empty() || !m_found.back().noun()) return false;
    auto& noun = m_found.back();
    const auto distance = verb.item - noun.item;
    bool relative = verb.suffix() && distance <= light_reach;
    for (auto i = noun.item + 1; relative && !noun.definite() && i < verb.item; ++i)
        relative = !(clause.is(i, ItemKind::other) && clause.definite(i));  // "the resolution that X tabled"
    bool predicate = !verb.subject_named && verb.subject.empty() && distance <= near;
    for (auto i = noun.item + 1; predicate && i < verb.item; ++i)
        predicate = clause.is(i, WordClass::from) || !clause.slot_at(i);
    if (!relative && !predicate) return false;
    noun.add(verb.participants);
    noun.supported = true;
    noun.teller = verb.item;
    if (noun.modality == Modality::asserted || noun.modality == Modality::planned)
        if (verb.modality != Modality::asserted) noun.modality = verb.modality;
    return true;
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
        if (speech.verb() && speech.content != 0 && closes && clause.mark(speech.item - 1, ",") &&
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

/// Whether what was found is too little to tell of an event.
bool EventFinder::silent(const Clause& clause, std::size_t k) const {
    const auto& f = m_found[k];
    const auto& t = *f.trigger;
    if (t.light() || t.occasion || f.told_by_noun) return true;
    if (t.lent && f.noun() && !f.supported) return true;
    if (t.must && f.governor == nullptr) return true;
    if (t.relay && f.participants.empty()) return true;
    if (f.type == EventType::statement) return f.participants.empty() || (f.modality == Modality::denied && f.verb());
    const auto of_type = [&](NodeType type) {
        return std::any_of(f.participants.begin(), f.participants.end(),
                           [&](const Participant& p) { return m_out.node(p.node).type == type; });
    };
    const auto has = [&](Role role) {
        return std::any_of(f.participants.begin(), f.participants.end(), [&](const auto& p) { return p.role == role; });
    };
    if (f.consultation() && of_type(NodeType::media)) return true;  // an interview
    if (f.type == EventType::meeting && f.participants.size() == 1 && has(Role::host)) return true;
    if (f.type == EventType::visit && t.weak && !has(Role::host) && !f.place) return true;
    if (f.type == EventType::call && f.participants.empty()) return true;
    const bool conflict = info(*f.type).family == "conflict";
    if (f.participants.empty() && !f.supported && !f.time && !f.place) {
        const bool aimed = clause.is(f.item + 1, WordClass::on) || clause.is(f.item + 1, WordClass::against);
        const bool object = k > 0 && direct_object(clause, m_found[k - 1], f);
        if (f.noun() && conflict && !aimed && !object && f.type != EventType::truce_violation) return true;
        if (!m_acted && !m_acted_before && m_found.size() < 2) return true;
        const bool earlier = clause.is(f.item + 1, WordClass::previous);
        if (f.noun() && f.consultation() && !f.definite() && f.modality == Modality::asserted && !earlier) return true;
    }
    if (!t.weak || f.supported) return false;
    return t.speech && f.verb() ? f.subject.empty() : f.participants.empty();
}

void EventFinder::emit(const Sentence& sentence, const Clause& clause) {
    share_participants(m_found, clause);
    for (auto& f : m_found) lend_from_context(f, clause, m_discourse, m_out.times);
    share_participants(m_found, clause);  // with what was lent
    std::vector<std::pair<const Found*, StatementIndex>> speeches;
    bool plan = false;
    for (std::size_t k = 0; k < m_found.size(); ++k) {
        auto& f = m_found[k];
        if (silent(clause, k)) continue;
        // "He comes tomorrow, meets X and ...": what follows a plan in the present tense is planned as well.
        const bool present = (f.features & WordForm::present) != 0 && f.verb();
        if (plan && present && f.consultation() && !f.time && f.modality == Modality::asserted && !sentence.headline)
            f.modality = Modality::planned;
        const bool statement = f.type == EventType::statement;
        if (f.trigger->speech && !f.participants.empty() && (!f.noun() || statement))
            for (const auto speaker : speakers(f)) {
                speeches.emplace_back(&f, StatementIndex(m_out.statements.size()));
                emit_statement(sentence, clause, f, speaker);
            }
        if (statement) continue;
        const EventIndex event(m_out.events.size());
        emit_event(sentence, clause, f);
        plan = plan || m_out.events.back().modality == Modality::planned;
        for (const auto& [speech, index] : speeches)
            if (speech == f.governor || speech == &f)
                m_out.statements[index.value()].about.push_back(
                    {event, f.modality == Modality::denied ? Stance::denies : Stance::asserts});
    }
}

}  // namespace isnad
