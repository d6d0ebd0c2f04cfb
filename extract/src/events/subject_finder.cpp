#include "events/subject_finder.hpp"

namespace isnad {

namespace {

/// Small words that stand between a subject and its verb.
bool particle(const SentenceView& s, std::size_t i) {
    if (s.is(i, ItemKind::time)) return true;
    if (s.is(i, ItemKind::mark)) return !s.closing_mark(i);
    if (s.is(i, ItemKind::verb)) return s.auxiliary(i);
    if (!s.is(i, ItemKind::word)) return false;
    switch (s.item(i).word) {
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

/// "... that he will visit X": the word for "that" says that the one who acts is known.
bool told_by_pronoun(const SentenceView& s, const ClauseNode& node) {
    if (!s.that_with_pronoun(node.opener)) return false;
    for (auto i = node.opener + 1; i < *node.predicate; ++i)
        if (!particle(s, i)) return false;
    return true;
}

/// A state whose name is feminine, right behind a verb that is not: it is visited, not the visitor.
bool disagrees(const SentenceView& s, std::size_t verb, std::size_t actor) {
    if (actor != verb + 1 || (s.item(verb).features & WordForm::feminine) != 0) return false;
    const auto& a = s.actor(actor);
    return a.capital || (s.finder().node(a.nodes.front()).type == NodeType::country && s.feminine_ending(actor));
}

/// The clause of a verb has room for somebody behind it: up to two words that no list knows may stand between.
void find_behind(const SentenceView& s, ClauseNode& node) {
    constexpr std::size_t longest_gap = 2;
    const auto verb = *node.predicate;
    std::size_t gap = 0;
    for (auto i = verb + 1; !s.stops(i) && gap <= longest_gap; ++i) {
        if (s.free_actor(i) && !disagrees(s, verb, i)) {
            node.subject_first = i;
            node.subject = s.coordination(i, node.subject_end);
            node.from = SubjectFrom::behind;
            return;
        }
        if (s.mark(i, ',') || s.is(i, ItemKind::actor) || s.is(i, ItemKind::trigger) || s.leads_in(i)) break;
        if (s.mark(i, '"') && s.speech_verb(verb) && !(s.free_actor(i + 1) && s.mark(i + 2, '"'))) break;
        if (s.is(i, ItemKind::word) && is_preposition(s.item(i).word)) break;
        if (s.is(i, ItemKind::other) || s.is(i, ItemKind::nationality)) {
            ++gap;
            node.subject_unknown = true;
        }
    }
}

bool find_before(const SentenceView& s, ClauseNode& node) {
    const auto verb = *node.predicate;
    const auto first = topic_begin(s, verb);
    if (first == verb || first < node.opener) return false;
    node.subject_first = first;
    node.subject = s.coordination(first, node.subject_end);
    node.from = SubjectFrom::before;
    return true;
}

/// A topic opens its clause: nothing but a mark, a conjunction, a time or a word that opens clauses stands before it.
bool opens_clause(const SentenceView& s, std::size_t first) {
    if (first == 0 || s.item(first).clitics.conjunction || s.is(first - 1, ItemKind::mark)) return true;
    if (s.is(first - 1, ItemKind::time) || s.auxiliary(first - 1)) return true;
    if (!s.is(first - 1, ItemKind::word)) return false;
    switch (s.item(first - 1).word) {
        case WordClass::that:
        case WordClass::when:
        case WordClass::where:
        case WordClass::condition:
        case WordClass::adverb:
        case WordClass::was:
        case WordClass::perfect:
        case WordClass::pronoun: return true;
        default: return false;
    }
}

/// "X, the adviser of Y, had gone to Z": behind "was" the first who is named acts in the verb that follows.
bool find_behind_was(const SentenceView& s, const ClauseTree& tree, std::size_t clause, ClauseNode& node) {
    constexpr std::size_t reach = 16;  // items: a name with its titles
    const auto verb = *node.predicate;
    for (auto i = verb; i > 0 && verb - i < reach && i > node.opener; --i) {
        if (tree.of(i - 1) != clause || s.closing_mark(i - 1)) return false;
        if (!s.is(i - 1, WordClass::was)) continue;
        for (auto k = i; k < verb; ++k) {
            if (!s.free_actor(k)) {
                if (s.is(k, ItemKind::actor) || s.slot_at(k)) return false;
                continue;
            }
            node.subject_first = k;
            node.subject = s.coordination(k, node.subject_end);
            node.from = SubjectFrom::before;
            return true;
        }
        return false;
    }
    return false;
}

/// "The talk is of ...": a definite noun that no list knows opens the clause before its verb.
bool unknown_topic(const SentenceView& s, const ClauseNode& node) {
    constexpr std::size_t longest = 3;  // words of the noun phrase
    const auto verb = *node.predicate;
    if (s.item(verb).clitics.conjunction) return false;
    auto i = verb;
    while (i > node.opener && (s.is(i - 1, WordClass::perfect) || s.is(i - 1, WordClass::negation))) --i;
    const auto end = i;
    while (i > 0 && end - i < longest && (s.is(i - 1, ItemKind::other) || s.is(i - 1, ItemKind::nationality))) --i;
    return i < end && i >= node.opener && s.is(i, ItemKind::other) && s.definite(i) && opens_clause(s, i);
}

/// "X's visit to Moscow, where he held talks": the last person before acts.
bool find_before_where(const SentenceView& s, ClauseNode& node) {
    for (auto i = node.opener; i > 0; --i) {
        if (s.closing_mark(i - 1)) return false;
        if (!s.is(i - 1, ItemKind::actor) || !s.actor(i - 1).person) continue;
        node.subject = s.actor(i - 1).nodes;
        node.subject_first = i - 1;
        node.subject_end = i;
        node.from = SubjectFrom::antecedent;
        return true;
    }
    return false;
}

/// "X, who met Y": the antecedent acts. With a pronoun on the verb it is the object.
bool find_antecedent(const SentenceView& s, ClauseNode& node) {
    const auto verb = *node.predicate;
    if (s.suffixed(verb) || s.is(verb + 1, WordClass::resumptive) || !s.relative_pronoun(node.opener)) return false;
    auto i = node.opener;
    while (i > 0 && (s.mark(i - 1, ',') || s.mark(i - 1, '"'))) --i;
    if (i == 0 || !s.is(i - 1, ItemKind::actor) || s.actor(i - 1).place) return false;
    node.subject = s.actor(i - 1).nodes;
    node.subject_first = i - 1;
    node.subject_end = i;
    node.from = SubjectFrom::antecedent;
    return true;
}

void take_from_above(const ClauseTree& tree, ClauseNode& node) {
    const auto& above = tree.node(node.parent);
    if (above.subject.empty()) return;
    node.subject = above.subject;
    node.subject_first = above.subject_first;
    node.subject_end = above.subject_end;
    node.from = SubjectFrom::above;
}

}  // namespace

std::size_t topic_begin(const SentenceView& s, std::size_t verb) {
    if (s.item(verb).clitics.conjunction) return verb;
    auto i = verb;
    std::size_t unknown = 0;
    while (i > 0 && !s.is(i - 1, WordClass::then) && (particle(s, i - 1) || s.is(i - 1, ItemKind::other))) {
        if (s.is(i - 1, ItemKind::other) && ++unknown > 1) return verb;
        --i;
    }
    if (i == 0 || !s.free_actor(i - 1)) return verb;
    // Back over the chain "A and B" to its first actor; a comma before "and" opens a clause.
    auto first = i - 1;
    while (s.item(first).clitics.conjunction) {
        auto previous = first;
        while (previous > 0 && s.mark(previous - 1, '"')) --previous;
        if (previous == 0 || !s.is(previous - 1, ItemKind::actor)) break;
        first = previous - 1;
    }
    if (s.preposition(first) || s.owned(first) || !opens_clause(s, first)) return verb;
    // "On receiving X, Y said", "according to the agency X, the minister said".
    if (first > 0 && s.event_noun(first - 1) && s.suffixed(first - 1)) return verb;
    for (auto j = first; j > 0 && first - j < 3; --j)
        if (s.is(j - 1, WordClass::according)) return verb;
    // A verb right before the topic has it as its own subject.
    if (first > 0 && s.verb(first - 1) && !s.auxiliary(first - 1)) return verb;
    return first;
}

ItemRange unnamed_speaker(const SentenceView& s, const EventMention& speech) {
    constexpr std::size_t longest = 5;      // items of the name
    constexpr std::size_t apposition = 14;  // items up to the words
    constexpr std::size_t shortest = 6;     // bytes of its first word
    const auto& trigger = *speech.trigger;
    if (!speech.verb() || !trigger.speech || speech.type != EventType::statement || trigger.relay) return {};
    if (trigger.role(Slot::object) != SlotRole::none) return {};
    const auto from = speech.item + 1;
    if (!s.is(from, ItemKind::other) || s.length(from) < shortest || s.by_the(from)) return {};
    auto end = from;
    const auto part = [&](std::size_t i) {
        return s.is(i, ItemKind::other) || s.is(i, ItemKind::nationality) || s.is(i, ItemKind::actor);
    };
    while (end < from + longest && part(end) && s.item(end).clitics.preposition == 0 &&
           !s.item(end).clitics.conjunction)
        ++end;
    auto words = end;
    if (s.mark(words, ',') || s.mark(words, '('))
        while (words < s.size() && words < end + apposition && !s.is(words, WordClass::that) && !s.closing_mark(words))
            ++words;
    const bool said = s.is(words, WordClass::that) || s.mark(words, '"') || s.mark(words, ':');
    return said && end > from ? ItemRange{from, end} : ItemRange{};
}

void find_subject(const SentenceView& s, const ClauseTree& tree, std::size_t clause, ClauseNode& node) {
    if (!node.predicate) return;
    if (s.first_person(*node.predicate)) return;
    const bool participle = s.participle(*node.predicate);
    if (!participle && !(node.kind == ClauseKind::relative && find_antecedent(s, node)) &&
        !find_behind_was(s, tree, clause, node) && !find_before(s, node)) {
        if (unknown_topic(s, node)) {
            node.subject_unknown = true;
            return;
        }
        if (!told_by_pronoun(s, node)) find_behind(s, node);
    }
    if (node.subject.empty() && s.is(node.opener, WordClass::where)) find_before_where(s, node);
    if (node.subject.empty() && clause != 0 && node.kind != ClauseKind::quote && node.kind != ClauseKind::aside)
        take_from_above(tree, node);
}

}  // namespace isnad
