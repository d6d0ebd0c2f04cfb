#include "events/sentence_view.hpp"

#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>

namespace isnad {

namespace {

using namespace arabic;
constexpr std::size_t letter = 2;  // bytes
constexpr std::string_view damma = "\xD9\x8F";
constexpr std::string_view by_article = "\xD8\xA8\xD8\xA7\xD9\x84";
constexpr std::string_view to_article = "\xD9\x84\xD9\x84";
constexpr std::string_view alef_teh = "\xD8\xA7\xD8\xAA";

std::optional<Slot> slot_of(WordClass word) {
    switch (word) {
        case WordClass::in: return Slot::in;
        case WordClass::to: return Slot::to;
        case WordClass::from: return Slot::from;
        case WordClass::on: return Slot::on;
        case WordClass::about: return Slot::about;
        case WordClass::with: return Slot::with;
        case WordClass::between: return Slot::between;
        case WordClass::against: return Slot::against;
        case WordClass::by: return Slot::by;
        case WordClass::after:
        case WordClass::during:
        case WordClass::before:
        case WordClass::purpose:
        case WordClass::since:
        case WordClass::other_preposition:
        case WordClass::sidelines: return Slot::count;
        default: return std::nullopt;
    }
}

}  // namespace

std::string_view SentenceView::word(std::size_t i) const {
    return m_text.text(m_items[i].begin).substr(m_items[i].clitics.size);
}

bool SentenceView::indefinite_noun(std::size_t i) const {
    if (event_noun(i)) return (m_items[i].features & (WordForm::definite | WordForm::suffix)) == 0;
    return is(i, ItemKind::other) && !definite(i);
}

bool SentenceView::mark(std::size_t i, char c) const {
    return is(i, ItemKind::mark) && m_text.is_mark(m_items[i].begin, c);
}

bool SentenceView::closing_mark(std::size_t i) const {
    return is(i, ItemKind::mark) && (mark(i, ':') || mark(i, ';') || mark(i, '.'));
}

bool SentenceView::opens_quote(std::size_t i) const {
    if (!mark(i, '"')) return false;
    const auto next = m_items[i].begin + 1;
    return next < m_text.tokens.size() && !m_text.tokens[next].space_before &&
           m_text.tokens[next].kind != TokenKind::mark;
}

bool SentenceView::stops(std::size_t i) const {
    if (i >= size()) return true;
    const auto& item = m_items[i];
    if (predicate(i)) return true;
    if (item.kind == ItemKind::word)
        return item.word == WordClass::that || item.word == WordClass::relative || item.word == WordClass::where ||
               item.word == WordClass::when || item.word == WordClass::according;
    return closing_mark(i);
}

std::optional<Slot> SentenceView::preposition(std::size_t i) const {
    switch (m_items[i].clitics.preposition) {
        case 'b': return Slot::b;
        case 'l': return Slot::l;
        case 'k': return Slot::count;
        default: break;
    }
    std::size_t before = i;
    while (before > 0 && (is(before - 1, WordClass::city) || mark(before - 1, '"'))) --before;
    if (before == 0) return std::nullopt;
    if (is(before - 1, ItemKind::word)) return slot_of(m_items[before - 1].word);
    // "to the position of X", "with representatives of X": the noun between stands for its owner.
    if (owned(before) && before > 1 && is(before - 2, ItemKind::word)) return slot_of(m_items[before - 2].word);
    return std::nullopt;
}

bool SentenceView::that_with_pronoun(std::size_t i) const {
    if (!is(i, WordClass::that)) return false;
    const auto text = m_text.text(m_items[i].end - 1);
    return !text.ends_with(noon) && !text.ends_with(yeh);
}

std::optional<Slot> SentenceView::slot_at(std::size_t i) const {
    return is(i, ItemKind::word) ? slot_of(m_items[i].word) : std::nullopt;
}

bool SentenceView::relative_pronoun(std::size_t i) const {
    return is(i, WordClass::relative) && !m_text.text(m_items[i].end - 1).ends_with(alef);
}

bool SentenceView::leads_in(std::size_t i) const {
    return is(i, ItemKind::other) && word(i).starts_with(lam) && (mark(i + 1, '"') || is(i + 1, ItemKind::actor));
}

bool SentenceView::passive(std::size_t i) const {
    const auto raw = m_text.span_without(m_items[i].begin, m_items[i].clitics.size).of(m_text.raw);
    return raw.substr(std::min(letter, raw.size())).starts_with(damma);
}

bool SentenceView::by_the(std::size_t i) const {
    const auto text = word(i);
    return text.starts_with(by_article) || text.starts_with(to_article);
}

bool SentenceView::feminine_ending(std::size_t i) const {
    const auto raw = m_text.tokens[m_items[i].begin].span.of(m_text.raw);
    return raw.ends_with(teh_marbuta) || raw.ends_with(alef) || raw.ends_with(alef_teh);
}

bool SentenceView::definite(std::size_t i) const { return i < size() && word(i).starts_with(article); }

bool SentenceView::owned(std::size_t i) const {
    if (i == 0 || !is(i - 1, ItemKind::other) || m_items[i].clitics.size != 0) return false;
    const auto noun = word(i - 1);
    return !noun.starts_with(article) && !noun.ends_with(alef) && !noun.starts_with(yeh);  // yeh: a verb
}

bool SentenceView::free_actor(std::size_t i) const {
    return is(i, ItemKind::actor) && !preposition(i) && !actor(i).place && !owned(i);
}

std::vector<NodeIndex> SentenceView::coordination(std::size_t i, std::size_t& next) const {
    auto out = actor(i).nodes;
    next = i + 1;
    for (std::size_t j = next; j < size(); ++j) {
        if (mark(j, '"') || mark(j, ',') || is(j, ItemKind::nationality)) continue;
        const bool joined = m_items[j].clitics.conjunction || lone_and(j - 1) || dashed(j);
        if (!is(j, ItemKind::actor)) {
            if ((lone_and(j) || mark(j, '-')) && is(j + 1, ItemKind::actor)) continue;
            break;
        }
        if (!joined || m_items[j].clitics.preposition != 0) break;
        if (actor(j).place && !actor(j).capital) break;
        const auto& more = actor(j).nodes;
        out.insert(out.end(), more.begin(), more.end());
        next = j + 1;
    }
    return out;
}

/// "X and Y" with a blank behind the "and".
bool SentenceView::lone_and(std::size_t i) const { return is(i, ItemKind::other) && word(i) == waw; }

/// "The talks of X - Y": a dash joins two people or two states.
bool SentenceView::dashed(std::size_t i) const {
    if (i < 2 || !mark(i - 1, '-') || !is(i - 2, ItemKind::actor) || m_items[i].clitics.size != 0) return false;
    const auto& a = actor(i - 2);
    const auto& b = actor(i);
    if (a.place || b.place) return false;
    const auto type = m_finder.node(a.nodes.front()).type;
    return type == m_finder.node(b.nodes.front()).type && (type == NodeType::person || type == NodeType::country);
}

}  // namespace isnad
