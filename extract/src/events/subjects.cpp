#include "events/subjects.hpp"

namespace isnad {

std::size_t SubjectReader::read(Found& found) const {
    std::size_t next = found.item + 1;
    if (m_clause.first_person(found.item)) {
        found.subject = m_discourse.speaker;
        found.subject_named = true;
        return next;
    }
    if (found.verb() && found.trigger->speech && m_clause.passive(found.item)) {
        found.subject_named = true;  // "it is believed"
        return next;
    }
    if (of_relative(found)) {
        // "The town that X controls": a verb without objects has its subject right behind it.
        const bool own = found.subject.empty() && found.trigger->role(Slot::object) == SlotRole::none &&
                         !found.trigger->speech && m_clause.free_actor(next);
        found.relative = !found.subject.empty();
        if (own) found.subject = m_clause.coordination(next, next);
        found.subject_named = true;
        return next;
    }
    if (!found.participle()) {
        found.subject = before(found);
        if (found.subject.empty()) next = behind(found);
    }
    if (found.subject.empty() && found.subject_named) next = unnamed_speaker(found, next);
    if (!found.subject.empty()) found.subject_named = found.item_named = true;
    if (found.subject.empty() && !found.subject_named) found.subject_named = unknown_topic(found);
    if (found.subject.empty() && !found.subject_named) {
        found.subject = understood(found);
        found.subject_named = !found.subject.empty() && !agrees(found, found.subject);
        if (found.subject_named) found.subject.clear();  // somebody else's verb
    }
    return next;
}

/// "X, who met Y": the antecedent acts, known or not. With a pronoun on the verb it is the object.
bool SubjectReader::of_relative(Found& found) const {
    // "Whom X met", "on which X agreed": a pronoun stands for the antecedent, and another is the subject.
    if (found.participle() || found.suffix() || m_clause.is(found.item + 1, WordClass::resumptive)) return false;
    std::size_t i = found.item;
    while (i > 0 && m_clause.is(i - 1, ItemKind::word) && particle(i - 1)) --i;
    if (i == 0 || !m_clause.relative_pronoun(i - 1)) return false;
    --i;
    while (i > 0 && (m_clause.mark(i - 1, ',') || m_clause.mark(i - 1, '"'))) --i;
    if (i > 0 && m_clause.is(i - 1, ItemKind::actor) && !m_clause.actor(i - 1).place)
        found.subject = m_clause.actor(i - 1).nodes;
    return true;
}

/// Small words that stand between a subject and its verb.
bool SubjectReader::particle(std::size_t i) const {
    if (m_clause.is(i, ItemKind::time)) return true;
    if (m_clause.is(i, ItemKind::mark)) return !m_clause.stops(i);
    if (!m_clause.is(i, ItemKind::word)) return false;
    switch (m_clause.item(i).word) {
        case WordClass::perfect:
        case WordClass::was:
        case WordClass::planned:
        case WordClass::negation:
        case WordClass::possible:
        case WordClass::pronoun:
        case WordClass::his:
        case WordClass::by_phone:
        case WordClass::resumptive:
        case WordClass::adverb: return true;
        default: return false;
    }
}

/// The topic before a verb: "Kerry meets ...". Empty when the verb opens its clause.
std::vector<NodeIndex> SubjectReader::before(const Found& found) const {
    if (m_clause.item(found.item).clitics.conjunction) return {};
    std::size_t i = found.item;
    std::size_t unknown = 0;
    while (i > 0 && (particle(i - 1) || m_clause.is(i - 1, ItemKind::other))) {
        if (m_clause.is(i - 1, ItemKind::other) && ++unknown > 1) return {};
        --i;
    }
    if (i == 0 || !m_clause.free_actor(i - 1)) return {};
    // Back over the chain "A and B" to its first actor; a comma before "and" opens a clause.
    std::size_t first = i - 1;
    while (m_clause.item(first).clitics.conjunction) {
        std::size_t previous = first;
        while (previous > 0 && m_clause.mark(previous - 1, '"')) --previous;
        if (previous == 0 || !m_clause.is(previous - 1, ItemKind::actor)) break;
        first = previous - 1;
    }
    if (m_clause.preposition(first) || m_clause.owned(first)) return {};
    // "On receiving X, Y said": X is the object of the noun.
    if (first > 0 && noun(first - 1) && (m_clause.item(first - 1).features & WordForm::suffix) != 0) return {};
    for (std::size_t j = first; j > 0 && first - j < 3; --j)  // "according to the agency X, the minister said"
        if (m_clause.is(j - 1, WordClass::according)) return {};
    // A verb with no subject of its own in the same clause owns the actor instead.
    for (std::size_t j = first; j > 0 && !m_clause.item(first).clitics.conjunction; --j)
        if (m_clause.mark(j - 1, ',') || m_clause.stops(j - 1)) {
            if (m_clause.is(j - 1, ItemKind::trigger)) return {};
            break;
        }
    return m_clause.coordination(first, i);
}

/// "The observers say": a definite noun that no list knows stands before the verb as its subject.
bool SubjectReader::unknown_topic(const Found& found) const {
    constexpr std::size_t longest = 3;  // words of the noun phrase
    if (!found.verb() || m_clause.item(found.item).clitics.conjunction) return false;
    std::size_t i = found.item;
    while (i > 0 && m_clause.is(i - 1, ItemKind::word) && particle(i - 1)) --i;
    const auto end = i;
    while (i > 0 && end - i < longest && (m_clause.is(i - 1, ItemKind::other) || noun(i - 1))) --i;
    // "Reports that say": an indefinite noun in no phrase of the speaker's.
    constexpr std::size_t shortest = 8;  // bytes
    auto last = end;
    while (last > 1 && m_clause.is(last - 1, ItemKind::nationality)) --last;
    const bool bare = last > 0 && m_clause.is(last - 1, ItemKind::other) && end == found.item &&
                      !m_clause.definite(last - 1) && m_clause.item(last - 1).clitics.preposition == 0 &&
                      m_clause.length(last - 1) >= shortest && !m_clause.is(found.item + 1, WordClass::resumptive);
    const bool alone = last < 2 || (!m_clause.slot_at(last - 2) && !m_clause.is(last - 2, ItemKind::other));
    if (bare && found.trigger->speech && alone) return true;
    if (i == end || !m_clause.definite(i) || m_clause.item(i).clitics.preposition != 0) return false;
    if (i == 0 || m_clause.is(i - 1, WordClass::that)) return true;
    return m_clause.mark(i - 1, ',') && end - i < longest;
}

/// "A taxi driver said that", "Xname, a lawyer, said": somebody no list knows, whose words follow. Returns the item
/// after them, or `next` when the words behind the verb may be its object.
std::size_t SubjectReader::unnamed_speaker(Found& found, std::size_t next) const {
    constexpr std::size_t longest = 5;      // items of the name
    constexpr std::size_t apposition = 14;  // items up to the words
    if (!found.verb() || !found.trigger->speech || found.type != EventType::statement || found.trigger->relay)
        return next;
    const auto from = found.item + 1;
    constexpr std::size_t shortest = 6;  // bytes of its first word
    if (!m_clause.is(from, ItemKind::other) || m_clause.length(from) < shortest || m_clause.by_the(from)) return next;
    if (found.trigger->role(Slot::object) != SlotRole::none || m_clause.item(from).clitics.preposition != 0)
        return next;
    auto end = from;
    while (end < from + longest &&
           (m_clause.is(end, ItemKind::other) || m_clause.is(end, ItemKind::nationality) ||
            m_clause.is(end, ItemKind::actor)) &&
           m_clause.item(end).clitics.preposition == 0 && !m_clause.item(end).clitics.conjunction)
        ++end;
    auto words = end;
    if (m_clause.mark(words, ',') || m_clause.mark(words, '('))
        while (words < m_clause.size() && words < end + apposition && !m_clause.is(words, WordClass::that) &&
               !m_clause.closing_mark(words))
            ++words;
    const bool said = m_clause.is(words, WordClass::that) || m_clause.mark(words, '"') || m_clause.mark(words, ':');
    if (!said || words >= m_clause.size()) return next;
    found.subject = {m_clause.finder().unnamed(m_clause.item(from), m_clause.item(end - 1))};
    return end;
}

bool SubjectReader::noun(std::size_t i) const {
    constexpr auto other = WordForm::verb | WordForm::participle;
    return m_clause.is(i, ItemKind::trigger) && (m_clause.item(i).features & other) == 0;
}

/// An understood subject agrees with its verb: one person does not "say" in the plural, nor he in her form.
bool SubjectReader::agrees(const Found& found, const std::vector<NodeIndex>& nodes) const {
    if (!found.verb() || nodes.size() != 1) return true;
    const bool person = m_clause.finder().node(nodes.front()).type == NodeType::person;
    if ((found.features & WordForm::plural) != 0) return !person;
    const auto known = nodes == m_discourse.speaker   ? m_discourse.speaker_feminine
                       : nodes == m_discourse.subject ? m_discourse.subject_feminine
                                                      : std::nullopt;
    const bool feminine = (found.features & WordForm::feminine) != 0;
    return !known || *known == feminine;
}

/// The subject behind the verb, with up to two words that no list knows between.
std::size_t SubjectReader::behind(Found& found) const {
    const std::size_t from = found.item + 1;
    // "... that he will meet X": the subject is told, what follows is the object.
    const bool conflict = found.type && info(*found.type).family == "conflict";
    if (!conflict && found.item > 0 && m_clause.that_with_pronoun(found.item - 1)) return from;
    // "And discussed with him the file": nobody new acts.
    if (m_clause.is(from, WordClass::resumptive) && found.trigger->role(Slot::with) == SlotRole::agent &&
        m_clause.item(found.item).clitics.conjunction && !m_clause.free_actor(from + 1))
        return from;
    // "X, who visited Y and met Z": both verbs have the antecedent.
    const auto object = found.trigger->role(Slot::object);
    if (m_clause.item(found.item).clitics.conjunction && !m_discourse.antecedent.empty() &&
        (object == SlotRole::agent || object == SlotRole::host)) {
        found.subject = m_discourse.antecedent;
        return from;
    }
    std::size_t skipped = 0;
    for (std::size_t i = from; !m_clause.stops(i) && skipped <= 2; ++i) {
        if (m_clause.free_actor(i)) {
            if (i == from && disagrees(found, i)) return from;  // "and [he] accused the opposition"
            std::size_t next = i;
            found.subject = m_clause.coordination(i, next);
            return next;
        }
        if (m_clause.leads_in(i)) break;
        if (m_clause.mark(i, '"') && found.trigger->speech &&
            !(m_clause.free_actor(i + 1) && m_clause.mark(i + 2, '"')))
            break;  // quoted words, not a quoted name
        if (m_clause.is(i, ItemKind::actor)) found.subject_named = found.subject_named || m_clause.owned(i);
        if (m_clause.mark(i, ',') || m_clause.is(i, ItemKind::actor) || m_clause.is(i, ItemKind::trigger)) break;
        if (m_clause.is(i, ItemKind::word) && is_preposition(m_clause.item(i).word)) break;
        if (m_clause.is(i, ItemKind::other) || m_clause.is(i, ItemKind::nationality)) {
            ++skipped;
            found.subject_named = true;
        }
    }
    return from;
}

/// A verb in his form right before a body or state whose name is feminine: that is its object.
bool SubjectReader::disagrees(const Found& found, std::size_t i) const {
    constexpr auto marked = WordForm::feminine | WordForm::plural;
    if (found.trigger->role(Slot::object) != SlotRole::patient || (found.features & marked) != 0 || found.suffix())
        return false;
    if (!m_clause.item(found.item).clitics.conjunction || m_clause.actor(i).person) return false;
    return m_clause.feminine_ending(i);
}

bool SubjectReader::relative(std::size_t item) const {
    std::size_t i = item;
    while (i > 0 && m_clause.is(i - 1, ItemKind::word) && particle(i - 1)) --i;
    return i > 0 && (m_clause.is(i - 1, WordClass::relative) || m_clause.is(i - 1, WordClass::where));
}

bool SubjectReader::after_that(std::size_t item) const {
    std::size_t i = item;
    while (i > 0 && m_clause.is(i - 1, ItemKind::word) && particle(i - 1)) --i;
    return i > 0 && m_clause.is(i - 1, WordClass::that);
}

std::vector<NodeIndex> SubjectReader::person_before(std::size_t item) const {
    for (std::size_t i = item; i > 0; --i)
        if (m_clause.is(i - 1, ItemKind::actor) && m_clause.actor(i - 1).person) return m_clause.actor(i - 1).nodes;
    return {};
}

std::vector<NodeIndex> SubjectReader::first_actor(std::size_t until) const {
    std::size_t next = 0;
    for (std::size_t i = 0; i < until; ++i)
        if (m_clause.free_actor(i)) return m_clause.coordination(i, next);
    return {};
}

std::vector<NodeIndex> SubjectReader::of_participle(const Found& found) const {
    if (found.trigger->speech && m_discourse.speech_here) return m_discourse.speaker_here;
    if (!m_discourse.subject_here.empty()) return m_discourse.subject_here;
    auto first = first_actor(found.item);
    return first.empty() ? m_discourse.subject : first;
}

/// "... and he answered": who speaks in the sentence, else the first person it names, else the last speaker.
std::vector<NodeIndex> SubjectReader::of_speech(const Found& found) const {
    if (!m_discourse.speaker_here.empty()) return m_discourse.speaker_here;
    if (m_discourse.speaker_unknown) return {};
    for (std::size_t i = 0; i < found.item; ++i)
        if (m_clause.is(i, ItemKind::actor) && m_clause.actor(i).person && !m_clause.preposition(i))
            return m_clause.actor(i).nodes;
    return m_discourse.speaker.empty() ? m_discourse.subject : m_discourse.speaker;
}

std::vector<NodeIndex> SubjectReader::understood(const Found& found) const {
    if (found.participle()) return of_participle(found);
    if (found.trigger->relay) return {};
    if (relative(found.item)) {
        if (m_clause.is(found.item - 1, WordClass::where)) return person_before(found.item);
        // "The talks that [he] held with Y": who speaks, else who acts.
        if (!found.suffix() || !found.trigger->light()) return {};
        return m_discourse.speaker_here.empty() ? m_discourse.subject_here : m_discourse.speaker_here;
    }
    if (after_that(found.item)) {
        if (found.type && info(*found.type).family == "conflict") return {};
        return m_discourse.speaker_here.empty() ? m_discourse.subject_here : m_discourse.speaker_here;
    }
    if (found.item > 0 && m_clause.is(found.item - 1, WordClass::when)) return m_discourse.subject_here;
    const bool pronoun = found.item > 0 && m_clause.is(found.item - 1, WordClass::pronoun);
    if (found.trigger->speech && !pronoun) return of_speech(found);
    if (!m_clause.item(found.item).clitics.conjunction && !pronoun) return {};
    if (!m_discourse.subject_here.empty()) return m_discourse.subject_here;
    auto first = first_actor(found.item);
    return first.empty() ? m_discourse.subject : first;
}

}  // namespace isnad
