#include "tense.hpp"

#include "lexicon/word_hash.hpp"

#include <algorithm>
#include <string_view>

namespace isnad::timing {

namespace {

constexpr std::uint32_t reach_back = 40;  // tokens
constexpr std::uint32_t reach_ahead = 2;
constexpr std::uint32_t reach_was = 3;
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

/// What a word says of the tense: -1, +1; 0 when nothing; and whether it says anything.
struct Cue {
    bool known = false;
    int way = 0;
};

Cue cue(const TokenizedText& text, const TimeGrammar::Parts& grammar, const std::vector<std::uint32_t>& words,
        std::uint32_t i) {
    const auto index = words[i];
    if (index != 0) {
        const Word& word = grammar.words.word(index);
        const Reading* other = nullptr;
        const Reading* found = nullptr;  // a form of several words says more than its first
        for (const auto* r = grammar.words.begin(word); r != grammar.words.end(word); ++r) {
            if (r->word_class == grammar.tense && (r->more == 0 ? found == nullptr : follows(text, grammar, *r, i)))
                found = r;
            other = r;
        }
        if (found != nullptr) return {found->value != 0, found->value};
        if (other != nullptr && other->more == 0) return {};
    }
    std::string_view form = text.text(i);
    if (text.tokens[i].kind != TokenKind::word || form.size() < shortest_verb) return {};
    for (const auto& [prefix, way] : grammar.tense_prefixes)
        if (begins(form, prefix)) return {way != 0, way};
    return {};
}

bool is_of(const TimeGrammar::Parts& grammar, std::uint32_t word, ClassId wanted) {
    const Word& w = grammar.words.word(word);
    return std::any_of(grammar.words.begin(w), grammar.words.end(w),
                       [&](const Reading& r) { return r.word_class == wanted; });
}

/// "Before it announced", "without announcing": the verb says nothing of when its clause is.
bool behind_before(const TokenizedText& text, const TimeGrammar::Parts& grammar,
                   const std::vector<std::uint32_t>& words, std::uint32_t i) {
    if (i < 2) return false;
    const Word& word = grammar.words.word(words[i - 2]);
    return std::any_of(grammar.words.begin(word), grammar.words.end(word), [&](const Reading& r) {
        return r.word_class == grammar.before && r.more != 0 && follows(text, grammar, r, i - 2);
    });
}

/// "It had been planned": a verb to be in the past right before a word that looks ahead.
bool was_planned(const TimeGrammar::Parts& grammar, const std::vector<std::uint32_t>& words, std::uint32_t i) {
    for (std::uint32_t n = 1; n <= reach_was && n <= i; ++n)
        if (is_of(grammar, words[i - n], grammar.was)) return true;
    return false;
}

/// "Since Wednesday and until Friday": the end of what began without doubt in the past.
bool ends_what_began(const TokenizedText& text, const TimeGrammar::Parts& grammar,
                     const std::vector<std::uint32_t>& words, std::uint32_t i) {
    if (!is_of(grammar, words[i], grammar.until)) return false;
    for (std::uint32_t n = 1; n <= reach_since && n <= i && !ends_sentence(text, i - n); ++n)
        if (cue(text, grammar, words, i - n).way < -1) return true;
    return false;
}

}  // namespace

bool sentence_break(const TokenizedText& text, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i)
        if (ends_sentence(text, i)) return true;
    return false;
}

bool opens_quote(const TokenizedText& text, std::uint32_t from, std::uint32_t to) {
    int marks = 0;
    for (std::uint32_t i = from; i < to; ++i)
        if (text.is_mark(i, '"')) ++marks;
    return marks % 2 == 1;
}

int clause_tense(const TokenizedText& text, const TimeGrammar::Parts& grammar, const std::vector<std::uint32_t>& words,
                 std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t n = 1; n <= reach_back && n <= begin; ++n) {
        const std::uint32_t i = begin - n;
        if (ends_sentence(text, i)) break;
        const Cue found = cue(text, grammar, words, i);
        if (!found.known || (found.way > 0 && behind_before(text, grammar, words, i))) continue;
        if (found.way > 0 && ends_what_began(text, grammar, words, i)) return -1;
        return found.way > 0 && was_planned(grammar, words, i) ? 0 : found.way;
    }
    for (std::uint32_t i = end; i < text.tokens.size() && i < end + reach_ahead; ++i) {
        if (ends_sentence(text, i)) break;
        if (const Cue found = cue(text, grammar, words, i); found.known) return found.way;
    }
    return 0;
}

}  // namespace isnad::timing
