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

/// "Look for" is not "look into": the preposition behind makes it another word; so does "what" behind a noun.
bool another_word(const Clause& clause, std::size_t item) {
    constexpr std::size_t reach = 4;
    const auto& trigger = clause.trigger(item);
    for (std::size_t i = item + 1; !clause.stops(i) && i < item + reach; ++i)
        if (const auto slot = clause.slot_at(i)) return trigger.role(*slot) == SlotRole::never;
    return !clause.verb(item) && clause.is(item + 1, WordClass::relative) && !clause.relative_pronoun(item + 1);
}

/// "59 votes" are no verb.
bool counted(const Clause& clause, std::size_t item) {
    return item > 0 && clause.verb(item) && !clause.item(item).clitics.conjunction &&
           clause.text().tokens[clause.item(item - 1).begin].kind == TokenKind::number &&
           !clause.is(item - 1, ItemKind::time);
}

/// "Condemning organisations": behind an indefinite noun a participle in her form is its adjective.
bool adjective(const Clause& clause, std::size_t item) {
    const auto features = clause.item(item).features;
    constexpr auto form = WordForm::participle | WordForm::feminine;
    return (features & form) == form && item > 0 && clause.is(item - 1, ItemKind::other) && !clause.definite(item - 1);
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

void EventFinder::find_triggers(const Clause& clause) {
    bool quoted = false;
    bool speech = false;
    bool direct = false;  // past the colon of a speech
    std::size_t absorbed = clause.size();
    for (std::size_t i = 0; i < clause.size(); ++i) {
        if (clause.mark(i, '"')) quoted = !quoted;
        direct = direct || (speech && clause.mark(i, ':'));
        if (!clause.is(i, ItemKind::trigger) || i == absorbed || in_tail(clause, i)) continue;
        Found found;
        found.item = i;
        found.trigger = &clause.trigger(i);
        found.type = found.trigger->type;
        found.features = clause.item(i).features;
        if ((found.noun() && found.trigger->light()) || another_word(clause, i) || adjective(clause, i) ||
            counted(clause, i))
            continue;
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
    if (lender != nullptr && lender->trigger->joins && lender->modality == Modality::denied &&
        noun.type == EventType::truce) {
        m_found[*m_lender].supported = true;  // "does not take part in the truce": it stands, without its subject
        m_lender.reset();
        lender = nullptr;
        noun.presupposed = true;
    }
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
        const bool opens = std::none_of(m_found.begin(), m_found.end(), [](const Found& f) { return f.verb(); });
        if (opens && roles.awaits_owner(found)) m_owner_due.push_back(m_found.size());
    } else {
        roles.read_verb(found);
    }
    complete_pair(found, clause, m_discourse);
    if (!found.noun()) {
        m_discourse.follow(found, inside_speech(clause, found));
        give_due_owners(clause, m_discourse.subject_here);
    }
    const auto own = found.presupposed ? Modality::asserted : clause_modality(clause, found);
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
    if (!last.noun() && (last.trigger->light() || last.trigger->lends))
        m_lender = m_found.size() - 1;
    else if (last.verb() && m_lender && !m_found[*m_lender].trigger->light())
        m_lender.reset();  // "arrives to discuss the visit": another visit
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
    // "Brought together", "comprised" tell of consultations only.
    const bool gathers = verb.trigger->role(Slot::object) == SlotRole::agent;
    if (gathers && !noun.consultation()) return false;
    const auto distance = verb.item - noun.item;
    bool relative = verb.suffix() && distance <= light_reach;
    for (auto i = noun.item + 1; relative && !noun.definite() && i < verb.item; ++i)
        relative = !(clause.is(i, ItemKind::other) && clause.definite(i));  // "the resolution that X tabled"
    // "The talks bore fruit, a round will be held": the noun right behind the verb is its own.
    const auto next = verb.item + 1;
    constexpr auto other = WordForm::verb | WordForm::participle;
    const bool own = clause.is(next, ItemKind::trigger) && clause.item(next).clitics.preposition == 0 &&
                     (clause.item(next).features & other) == 0;
    bool predicate = !own && !verb.subject_named && verb.subject.empty() && distance <= near;
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

}  // namespace isnad
