#include "events/mention_finder.hpp"

#include <algorithm>

namespace isnad {

namespace {

Trigger speech_cue(const char* id) {
    Trigger t;
    t.id = id;
    t.id_hash = ClueWord(id).hash;
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

/// "Look for" is not "look into": the preposition behind makes it another word; so does "what" behind a noun.
bool another_word(const SentenceView& s, std::size_t item) {
    constexpr std::size_t reach = 4;
    const auto& trigger = s.trigger(item);
    for (std::size_t i = item + 1; !s.stops(i) && i < item + reach; ++i)
        if (const auto slot = s.slot_at(i)) return trigger.role(*slot) == SlotRole::never;
    return !s.verb(item) && s.is(item + 1, WordClass::relative) && !s.relative_pronoun(item + 1);
}

/// "59 votes" are no verb.
bool counted(const SentenceView& s, std::size_t item) {
    return item > 0 && s.verb(item) && !s.item(item).clitics.conjunction &&
           s.text().tokens[s.item(item - 1).begin].kind == TokenKind::number && !s.is(item - 1, ItemKind::time);
}

/// "Condemning organisations": behind an indefinite noun a participle in her form is its adjective.
bool adjective(const SentenceView& s, std::size_t item) {
    const auto features = s.item(item).features;
    constexpr auto form = WordForm::participle | WordForm::feminine;
    return (features & form) == form && item > 0 && s.is(item - 1, ItemKind::other) && !s.definite(item - 1);
}

/// The item of the consultation that a part ("a round of ...") belongs to, or 0.
std::size_t whole_of_part(const SentenceView& s, std::size_t item) {
    constexpr std::size_t reach = 6;
    for (std::size_t i = item + 1; i < s.size() && i <= item + reach && !s.stops(i); ++i)
        if (s.event_noun(i) && s.trigger(i).type && info(*s.trigger(i).type).family == "consult" && !s.trigger(i).part)
            return i;
    return 0;
}

/// The last words of "abstained from the vote" are part of the verb.
bool in_tail(const SentenceView& s, const EventMention& verb, std::size_t item) {
    if (verb.noun() || verb.trigger->tails.empty() || verb.trigger->lends) return false;
    const auto tail = find_tail(*verb.trigger, s.text(), s.item(verb.item).end, s.items().back().end);
    const auto token = s.item(item).begin;
    return tail.words != 0 && token < tail.end && token + tail.words >= tail.end;
}

EventMention mention_at(const SentenceView& s, std::size_t item) {
    EventMention m;
    m.item = item;
    m.trigger = &s.trigger(item);
    m.type = m.trigger->type;
    m.features = s.item(item).features;
    return m;
}

EventMention cue(const Trigger& trigger, std::size_t item, std::size_t content) {
    EventMention m;
    m.item = item;
    m.trigger = &trigger;
    m.type = EventType::statement;
    m.features = WordForm::verb;
    m.content = content;
    m.settled = true;
    return m;
}

Span words_of(const SentenceView& s, std::size_t first, std::size_t last) {
    const auto& a = s.item(first);
    Span span = s.text().span_without(a.begin, a.clitics.size);
    span.end = s.text().tokens[s.item(last).end - 1].span.end;
    return span;
}

/// "According to X": X speaks; a paper ("according to the Geneva resolutions") does not.
void find_according(const SentenceView& s, std::size_t item, std::vector<EventMention>& out,
                    const ActorFinder& actors) {
    constexpr std::size_t reach = 4;
    for (std::size_t i = item + 1; i < s.size() && i < item + reach; ++i) {
        if (!s.is(i, ItemKind::actor)) continue;
        if (s.owned(i) || actors.node(s.actor(i).nodes.front()).type == NodeType::place) return;
        std::size_t next = 0;
        const auto speakers = s.coordination(i, next);
        auto m = cue(according_cue(), item, next);
        for (const auto n : speakers) m.add({Role::agent, n, Basis::named, words_of(s, i, next - 1)});
        out.push_back(std::move(m));
        return;
    }
}

/// "Kerry: we are working with Moscow": the headline's first words say it.
void find_headline_speaker(const SentenceView& s, std::vector<EventMention>& out, const ActorFinder& actors) {
    if (!s.free_actor(0)) return;
    const auto type = actors.node(s.actor(0).nodes.front()).type;
    if (type == NodeType::place || type == NodeType::media || (type == NodeType::country && !s.actor(0).capital))
        return;  // a headline's topic
    std::size_t next = 0;
    const auto speakers = s.coordination(0, next);
    if (!s.mark(next, ':')) return;
    auto m = cue(colon_cue(), 0, next + 1);
    for (const auto n : speakers) m.add({Role::agent, n, Basis::named, words_of(s, 0, next - 1)});
    out.push_back(std::move(m));
}

/// Where the words that a verb or participle of saying brings begin.
std::size_t content_of(const SentenceView& s, const ClauseTree& tree, std::size_t item) {
    const auto clause = tree.of(item);
    for (auto c = clause + 1; c < tree.nodes().size(); ++c) {
        const auto& n = tree.node(c);
        const bool words = n.kind == ClauseKind::content || n.kind == ClauseKind::quote;
        if (words && n.parent == clause && n.opener > item) return n.opener;
    }
    const auto end = tree.node(clause).subject_end;
    return std::min(std::max(item + 1, end > item ? end : 0), s.size() - 1);
}

}  // namespace

std::vector<EventMention> find_mentions(const SentenceView& s, const ClauseTree& tree, bool headline,
                                        ActorFinder& actors) {
    std::vector<EventMention> out;
    if (headline && s.size() > 0) find_headline_speaker(s, out, actors);
    std::size_t absorbed = s.size();
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s.is(i, WordClass::according)) find_according(s, i, out, actors);
        if (!s.is(i, ItemKind::trigger) || i == absorbed || s.trigger(i).light()) continue;
        if (another_word(s, i) || adjective(s, i) || counted(s, i)) continue;
        if (!out.empty() && !out.back().settled && in_tail(s, out.back(), i)) continue;
        if (s.trigger(i).part)
            if (const auto whole = whole_of_part(s, i); whole != 0) absorbed = whole;
        out.push_back(mention_at(s, i));
        auto& m = out.back();
        if (m.trigger->speech) m.content = content_of(s, tree, i);
    }
    return out;
}

}  // namespace isnad
