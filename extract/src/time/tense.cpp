#include "tense.hpp"

#include "lexicon/letters.hpp"
#include "lexicon/word_hash.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace isnad::timing {

namespace {

constexpr std::uint32_t reach_back = 40;  // tokens
constexpr std::uint32_t reach_ahead = 2;
constexpr std::uint32_t reach_was = 3;
constexpr std::uint32_t reach_beside = 6;
constexpr std::uint32_t reach_since = 12;
constexpr std::size_t shortest_verb = 8;  // bytes: a prefix says nothing about a word of fewer letters

bool ends_sentence(const TokenizedText& text, std::size_t i) {
    const auto& token = text.tokens[i];
    if (token.kind == TokenKind::line_break)
        return token.paragraph || (i + 1 < text.tokens.size() && text.tokens[i + 1].kind == TokenKind::line_break);
    if (token.kind != TokenKind::mark) return false;
    if (text.is_mark(i, '!') || text.is_mark(i, '?') || text.is_mark(i, ';')) return true;
    // A point inside a number or between letters ends nothing.
    return text.is_mark(i, '.') && (i + 1 == text.tokens.size() || text.tokens[i + 1].space_before ||
                                    text.tokens[i + 1].kind != TokenKind::number);
}

/// Whether the further words of a form stand after a token.
bool follows(const TokenizedText& text, const TimeGrammar::Parts& grammar, const Reading& reading, std::uint32_t i) {
    for (const auto& word : grammar.words.more(reading.more))
        if (++i >= text.tokens.size() || text.text(i) != word) return false;
    return true;
}

/// What a word says of the tense.
struct Cue {
    bool known = false;
    bool verb = false;   ///< a verb or what stands for one; else a noun that looks one way
    bool order = false;  ///< "before", "after"
    int way = 0;
};

/// Verbs are written like nouns: no verb ends with teh marbuta ("his referring", "a referral"), none follows a
/// preposition, and one of the past no word that looks ahead itself ("planned [to hold] holding a meeting").
bool is_noun(const ClauseWords& c, std::uint32_t i, const Reading& reading) {
    const auto& span = c.text.tokens[i].span;
    if (span.of(c.text.raw).ends_with(arabic::teh_marbuta)) return true;
    if (i == 0 || reading.conjunction || reading.article || reading.more != 0) return false;
    const Word& before = c.grammar.words.word(c.words[i - 1]);
    return std::any_of(c.grammar.words.begin(before), c.grammar.words.end(before), [&](const Reading& r) {
        return r.more == 0 && (r.word_class == c.grammar.governs ||
                               (reading.value == -1 && r.word_class == c.grammar.tense && r.value == 1));
    });
}

/// A word of another class means something else here; one that begins a form of several words may still be what it is.
Cue cue(const ClauseWords& c, std::uint32_t i) {
    if (const auto index = c.words[i]; index != 0) {
        const Word& word = c.grammar.words.word(index);
        const Reading* found = nullptr;  // a form of several words says more than its first
        bool name = false;
        bool other = false;
        for (const auto* r = c.grammar.words.begin(word); r != c.grammar.words.end(word); ++r) {
            const bool verb = r->word_class == c.grammar.tense;
            const bool tells = verb || r->word_class == c.grammar.plan || r->word_class == c.grammar.order;
            name = name || r->word_class == c.grammar.name;
            other = other || r->more == 0;
            const bool here = r->more == 0 ? found == nullptr : follows(c.text, c.grammar, *r, i);
            if (tells && here && !(verb && is_noun(c, i, *r))) found = r;
        }
        // "Faisal" is no verb behind "so": a name wins over a verb that only a conjunction makes of it.
        if (found != nullptr && !(name && found->conjunction))
            return {found->value != 0, found->word_class == c.grammar.tense, found->word_class == c.grammar.order,
                    found->value};
        if (name || other) return {};
    }
    const std::string_view form = c.text.text(i);
    if (c.text.tokens[i].kind != TokenKind::word || form.size() < shortest_verb) return {};
    const int way = c.grammar.way_of_prefix(form);
    return {way != 0, true, false, way};
}

bool is_of(const TimeGrammar::Parts& grammar, std::uint32_t word, ClassId wanted) {
    const Word& w = grammar.words.word(word);
    return std::any_of(grammar.words.begin(w), grammar.words.end(w),
                       [&](const Reading& r) { return r.word_class == wanted; });
}

/// "Before it announced", "without announcing": the verb says nothing of when its clause is.
bool behind_before(const ClauseWords& c, std::uint32_t i) {
    if (i < 2) return false;
    const Word& word = c.grammar.words.word(c.words[i - 2]);
    return std::any_of(c.grammar.words.begin(word), c.grammar.words.end(word), [&](const Reading& r) {
        return r.word_class == c.grammar.before && r.more != 0 && follows(c.text, c.grammar, r, i - 2);
    });
}

/// "It had been planned": a verb to be in the past right before a word that looks ahead.
bool was_planned(const ClauseWords& c, std::uint32_t i) {
    for (std::uint32_t n = 1; n <= reach_was && n <= i; ++n)
        if (is_of(c.grammar, c.words[i - n], c.grammar.was)) return true;
    return false;
}

/// "Since Wednesday and until Friday": the end of what began without doubt in the past.
bool ends_what_began(const ClauseWords& c, std::uint32_t i) {
    if (!is_of(c.grammar, c.words[i], c.grammar.until)) return false;
    for (std::uint32_t n = 1; n <= reach_since && n <= i && !ends_sentence(c.text, i - n); ++n)
        if (cue(c, i - n).way < -1) return true;
    return false;
}

/// "After the protests": whether a noun stands behind, not a length ("after two days"), a clause or a part of the day.
bool before_noun(const ClauseWords& c, std::uint32_t i) {
    if (i + 1 >= c.words.size() || c.text.tokens[i + 1].kind != TokenKind::word) return false;
    const Word& word = c.grammar.words.word(c.words[i + 1]);
    return std::all_of(c.grammar.words.begin(word), c.grammar.words.end(word), [&](const Reading& r) {
        return r.word_class == c.grammar.tense || r.word_class == c.grammar.plan || r.word_class == c.grammar.name ||
               c.grammar.words.is_literal(r.word_class);
    });
}

/// The walk back from an expression over the words of its clause.
class Backwards {
public:
    Backwards(const ClauseWords& clause, std::uint32_t begin) : m_c(clause), m_begin(begin) {}

    std::optional<ClauseTense> read() {
        auto expression = m_c.found.size();
        for (std::uint32_t n = 1; n <= reach_back && n <= m_begin; ++n) {
            const std::uint32_t i = m_begin - n;
            if (ends_sentence(m_c.text, i)) break;
            m_comma = m_comma || m_c.text.is_mark(i, ',');
            while (expression > 0 && m_c.found[expression - 1].begin > i) --expression;
            if (expression > 0 && i < m_c.found[expression - 1].end) continue;
            m_opened = m_opened || is_of(m_c.grammar, m_c.words[i], m_c.grammar.opens);
            if (read_word(i)) return m_out;
        }
        return std::nullopt;
    }

private:
    /// True when the word decides; then it stands in m_out.
    bool read_word(std::uint32_t i) {
        const Cue found = cue(m_c, i);
        if (!found.known || (found.way > 0 && found.verb && behind_before(m_c, i))) return false;
        if (found.order && !before_noun(m_c, i)) return false;
        if (found.way > 0 && ends_what_began(m_c, i)) return decide(-1, ClauseTense::all_week);
        if (found.way > 0 && was_planned(m_c, i)) return decide(0, ClauseTense::silent);
        if (!found.verb) return decide(found.way, ClauseTense::no_verb);
        const bool beside = !m_comma && !m_opened && m_begin - i <= reach_beside;
        return decide(found.way,
                      beside || found.way < -1 || found.way > 1 ? ClauseTense::all_week : ClauseTense::far_verb);
    }

    bool decide(int way, int trust) {
        m_out = {way, trust};
        return true;
    }

    const ClauseWords& m_c;
    std::uint32_t m_begin;
    bool m_comma = false;
    bool m_opened = false;  ///< a clause was: "said that the vote [is] on Tuesday"
    ClauseTense m_out;
};

/// The nearest word after an expression that says which way its clause looks.
std::optional<ClauseTense> read_ahead(const ClauseWords& c, std::uint32_t end, bool verbs_only) {
    std::uint32_t last = end + reach_ahead;
    for (std::uint32_t i = end; i < c.text.tokens.size() && i < last; ++i) {
        if (ends_sentence(c.text, i)) break;
        if (c.text.tokens[i].kind == TokenKind::mark) last = end + reach_ahead + 1;
        const Cue found = cue(c, i);
        if (!found.known || found.order || (verbs_only && !found.verb)) continue;
        return ClauseTense{found.way, found.verb ? ClauseTense::far_verb : ClauseTense::no_verb};
    }
    return std::nullopt;
}

bool opens_clause(const ClauseWords& c, std::uint32_t begin) {
    return begin > 0 && is_of(c.grammar, c.words[begin - 1], c.grammar.opens);
}

}  // namespace

bool sentence_break(const TokenizedText& text, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i)
        if (ends_sentence(text, i)) return true;
    return false;
}

bool paragraph_break(const TokenizedText& text, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i)
        if (text.tokens[i].kind == TokenKind::line_break && ends_sentence(text, i)) return true;
    return false;
}

bool opens_quote(const TokenizedText& text, std::uint32_t from, std::uint32_t to) {
    int marks = 0;
    for (std::uint32_t i = from; i < to; ++i)
        if (text.is_mark(i, '"')) ++marks;
    return marks % 2 == 1;
}

ClauseTense clause_tense(const ClauseWords& clause, TokenRange expression, bool opens) {
    if (opens || opens_clause(clause, expression.begin))
        if (const auto ahead = read_ahead(clause, expression.end, true)) return *ahead;
    if (const auto back = Backwards(clause, expression.begin).read()) return *back;
    return read_ahead(clause, expression.end, false).value_or(ClauseTense{0, ClauseTense::silent});
}

}  // namespace isnad::timing
