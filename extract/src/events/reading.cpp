#include "events/reading.hpp"

#include <algorithm>

namespace isnad {

Between::Between(const SentenceView& s) : m_sums(s.size() + 1), m_trigger_before(s.size()) {
    std::size_t trigger = s.size();
    for (std::size_t i = 0; i < s.size(); ++i) {
        auto sum = m_sums[i];
        sum.predicates = static_cast<std::uint16_t>(sum.predicates + (s.predicate(i) ? 1 : 0));
        sum.event_nouns = static_cast<std::uint16_t>(sum.event_nouns + (s.event_noun(i) ? 1 : 0));
        sum.actors = static_cast<std::uint16_t>(sum.actors + (s.is(i, ItemKind::actor) ? 1 : 0));
        sum.others = static_cast<std::uint16_t>(sum.others + (s.is(i, ItemKind::other) ? 1 : 0));
        sum.commas = static_cast<std::uint16_t>(sum.commas + (s.mark(i, ',') ? 1 : 0));
        sum.quotes = static_cast<std::uint16_t>(sum.quotes + (s.mark(i, '"') ? 1 : 0));
        const bool opens = s.is(i, WordClass::that) || s.is(i, WordClass::relative) || s.is(i, WordClass::when);
        sum.openers = static_cast<std::uint16_t>(sum.openers + (opens || s.closing_mark(i) ? 1 : 0));
        sum.conjunctions = static_cast<std::uint16_t>(sum.conjunctions + (s.item(i).clitics.conjunction ? 1 : 0));
        m_sums[i + 1] = sum;
        m_trigger_before[i] = trigger == s.size() ? i : trigger;
        if (s.is(i, ItemKind::trigger)) trigger = i;
    }
}

Between::Counts Between::of(std::size_t a, std::size_t b) const {
    const auto [from, to] = std::minmax(a, b);
    if (to <= from + 1) return {};
    const auto& x = m_sums[from + 1];
    const auto& y = m_sums[to];
    const auto less = [](std::uint16_t more, std::uint16_t few) { return static_cast<std::uint16_t>(more - few); };
    return {less(y.predicates, x.predicates), less(y.event_nouns, x.event_nouns),
            less(y.actors, x.actors),         less(y.others, x.others),
            less(y.commas, x.commas),         less(y.quotes, x.quotes),
            less(y.openers, x.openers),       less(y.conjunctions, x.conjunctions)};
}

Span SentenceReading::words_of(std::size_t item) const {
    const auto& i = view.item(item);
    Span span = view.text().span_without(i.begin, i.clitics.size);
    span.end = view.text().tokens[i.end - 1].span.end;
    return span;
}

}  // namespace isnad
