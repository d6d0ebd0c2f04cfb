#include "events/grounding.hpp"

namespace isnad {

namespace {

constexpr std::size_t reach = 6;  // items looked back over for "was" before a verb

bool past(const SentenceView& s, std::size_t verb) {
    return s.verb(verb) && (s.item(verb).features & (WordForm::present | WordForm::future)) == 0;
}

/// "Had met": the verb of "was" stands before it in its clause.
bool pluperfect(const SentenceView& s, std::size_t verb) {
    for (std::size_t back = 1; back <= reach && back <= verb; ++back) {
        const auto i = verb - back;
        if (s.is(i, ItemKind::mark)) return false;
        if (s.is(i, WordClass::was)) return true;
        if (s.verb(i)) return false;
    }
    return false;
}

/// Main clauses, what is joined to them, and what they report.
bool foreground(const ClauseTree& tree, std::size_t clause) {
    for (;;) {
        const auto& node = tree.node(clause);
        switch (node.kind) {
            case ClauseKind::main:
            case ClauseKind::content: return true;
            case ClauseKind::coordinate: break;
            default: return false;
        }
        if (node.parent == clause) return true;
        clause = node.parent;
    }
}

bool occasion_word(const SentenceView& s, std::size_t i) {
    return s.is(i, WordClass::after) || s.is(i, WordClass::during) || s.is(i, WordClass::sidelines);
}

}  // namespace

ToldBy told_by(const SentenceReading& r, const EventMention& e) {
    const auto& s = r.view;
    if (!e.noun()) return ToldBy::verb;
    if (e.item > 0 && (occasion_word(s, e.item - 1) || s.is(e.item - 1, WordClass::in))) return ToldBy::occasion;
    const auto& predicate = r.tree.at(e.item).predicate;
    const bool light = predicate && s.is(*predicate, ItemKind::trigger) && s.trigger(*predicate).light();
    return light && past(s, *predicate) ? ToldBy::light_verb : ToldBy::noun;
}

bool told_as_news(const SentenceReading& r, const EventMention& e) {
    const auto clause = r.tree.of(e.item);
    if (!foreground(r.tree, clause)) return false;
    if (e.verb()) return past(r.view, e.item) && !pluperfect(r.view, e.item);
    if (!e.noun() || e.item == 0) return false;
    const auto& predicate = r.tree.node(clause).predicate;
    if (!predicate || !past(r.view, *predicate) || pluperfect(r.view, *predicate)) return false;
    return occasion_word(r.view, e.item - 1) || told_by(r, e) == ToldBy::light_verb;
}

}  // namespace isnad
