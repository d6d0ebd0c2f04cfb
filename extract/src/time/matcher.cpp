#include "matcher.hpp"

#include "lexicon/letters.hpp"

#include <charconv>

namespace isnad::timing {

namespace {

/// Steps one attempt may take; keeps the whole linear whatever the rules are.
constexpr int budget = 4000;
constexpr int greatest_number = 1'000'000'000;

}  // namespace

bool Matcher::match(Start start, std::uint32_t token, Match& out) {
    m_program = start.program;
    m_start = token;
    m_skip = 0;
    m_in_core = false;
    m_first = true;
    m_budget = budget;
    for (auto& frame : m_frames) frame.clear();
    if (!run(0, token)) return false;
    out.rule = start.rule;
    out.begin = m_core_begin;
    out.end = m_core_end;
    out.skip = m_skip;
    out.frames = m_frames;
    return !m_first;
}

bool Matcher::run(std::size_t at, std::uint32_t token) {
    for (;;) {
        if (--m_budget < 0) return false;
        const Instruction& i = m_program[at];
        switch (i.op) {
            case Op::match: return true;
            case Op::split: {
                if (passes_by(i, token)) {
                    at = i.other;
                    continue;
                }
                const bool in_core = m_in_core;
                if (run(at + 1, token)) return true;
                m_in_core = in_core;
                at = i.other;
                continue;
            }
            case Op::jump: at = i.other; continue;
            case Op::set: {
                auto& frame = m_frames[i.frame];
                const bool had = frame.has(i.slot);
                const int before = frame.get(i.slot);
                frame.set(i.slot, i.value);
                if (run(at + 1, token)) return true;
                had ? frame.set(i.slot, before) : frame.clear(i.slot);
                return false;
            }
            case Op::core_begin:
                m_in_core = true;
                ++at;
                continue;
            case Op::core_end: {
                const bool was_in = m_in_core;
                m_core_end = token;
                m_in_core = false;
                if (run(at + 1, token)) return true;
                m_in_core = was_in;
                return false;
            }
            case Op::text_begin:
                if (token != 0) return false;
                ++at;
                continue;
            case Op::text_end:
                if (token != m_text.tokens.size()) return false;
                ++at;
                continue;
            case Op::not_ahead:
                if (run_ahead(at, token)) return false;
                at = i.other;
                continue;
            default: return !refuses(i, token) && run_item(i, at, token);
        }
    }
}

/// What must not follow: runs the program up to its match and leaves no trace.
bool Matcher::run_ahead(std::size_t at, std::uint32_t token) {
    const auto frames = m_frames;
    const auto core_begin = m_core_begin;
    const auto skip = m_skip;
    const bool in_core = m_in_core;
    const bool first = m_first;
    m_first = false;
    m_in_core = false;
    const bool found = run(at + 1, token);
    m_frames = frames;
    m_core_begin = core_begin;
    m_skip = skip;
    m_in_core = in_core;
    m_first = first;
    return found;
}

bool Matcher::passes_by(const Instruction& split, std::uint32_t token) const {
    if (split.first == ~std::uint64_t{0} || token >= m_words.size()) return false;
    const auto index = m_words[token];
    if (index == 0) {
        const auto kind = m_text.tokens[token].kind;
        return kind == TokenKind::number ? !split.first_digits : kind != TokenKind::line_break;
    }
    const Word& word = m_grammar.words.word(index);
    return word.proclitic == 0 && (word.classes & split.first) == 0;
}

bool Matcher::refuses(const Instruction& i, std::uint32_t token) const {
    if (token >= m_words.size()) return true;
    const auto index = m_words[token];
    if (index == 0) {
        const auto kind = m_text.tokens[token].kind;
        if (kind == TokenKind::line_break || i.op == Op::any_word) return false;
        return kind != TokenKind::number || i.op != Op::number;
    }
    const Word& word = m_grammar.words.word(index);
    if (word.proclitic != 0) return false;  // it may belong to the token after it
    switch (i.op) {
        case Op::word: return (word.classes & class_bit(i.word_class)) == 0;
        case Op::number: return (word.classes & class_bit(m_grammar.cardinal)) == 0;
        case Op::ordinal: return (word.classes & class_bit(m_grammar.ordinal)) == 0;
        default: return false;
    }
}

bool Matcher::run_item(const Instruction& i, std::size_t at, std::uint32_t token) {
    const auto& tokens = m_text.tokens;
    if (token > m_start && token + 1 < tokens.size() && tokens[token].kind == TokenKind::line_break && !i.glued &&
        tokens[token + 1].kind != TokenKind::line_break)
        ++token;
    if (token >= tokens.size() || tokens[token].kind == TokenKind::line_break) return false;
    if (i.glued && tokens[token].space_before) return false;
    Item item;
    if (!take(i, token, item)) return false;
    Frame& frame = m_frames[i.frame];
    const bool had = i.captures && frame.has(i.slot);
    const int old = i.captures ? frame.get(i.slot) : 0;
    const auto core_begin = m_core_begin;
    const auto skip = m_skip;
    const bool first = m_first;
    const bool in_core = m_in_core;
    if (i.captures) frame.set(i.slot, item.value);
    if (m_in_core && m_first) {
        m_core_begin = item.first;
        m_skip = item.skip;
        m_first = false;
    }
    if (run(at + 1, item.next)) return true;
    m_core_begin = core_begin;
    m_skip = skip;
    m_first = first;
    m_in_core = in_core;
    if (i.captures) {
        had ? frame.set(i.slot, old) : frame.clear(i.slot);
    }
    return false;
}

bool Matcher::has_phrase(std::uint32_t token) const {
    const Word& word = m_grammar.words.word(m_words[token]);
    for (const auto* r = m_grammar.words.begin(word); r != m_grammar.words.end(word); ++r)
        if (r->more != 0 && length(*r, token) != 0) return true;
    return false;
}

bool Matcher::fits(const Instruction& i, Clitics clitics) const {
    if (i.need_conjunction && !clitics.conjunction) return false;
    if (i.need_preposition && !clitics.preposition) return false;
    if (i.forbid_clitics && (clitics.conjunction || clitics.preposition)) return false;
    if (m_first || i.allow_clitics) return true;
    return (i.need_conjunction || !clitics.conjunction) && (i.need_preposition || !clitics.preposition);
}

bool Matcher::take(const Instruction& i, std::uint32_t token, Item& out) const {
    Clitics before;
    const auto& tokens = m_text.tokens;
    out.first = token;
    if (const int bits = proclitic(token); bits != 0 && token + 1 < tokens.size()) {
        const bool number = tokens[token + 1].kind == TokenKind::number && i.op == Op::number;
        const bool glued = !tokens[token + 1].space_before;
        if ((number && (glued || bits == 1 || bits >= 4)) || (bits == 1 && i.need_conjunction)) {
            before = {(bits & 1) != 0, (bits & 2) != 0};
            ++token;
            if (bits != 4) out.first = token;  // the article belongs to its number
        }
    }
    switch (i.op) {
        case Op::word: return take_word(i, i.word_class, token, before, out);
        case Op::number: return take_number(i, token, before, out);
        case Op::ordinal: return take_ordinal(i, token, before, out);
        default:
            out.next = token + 1;
            return tokens[token].kind == TokenKind::word &&
                   (!i.need_article || m_text.text(token).starts_with(arabic::article));
    }
}

std::uint32_t Matcher::length(const Reading& reading, std::uint32_t token) const {
    if (reading.more == 0) return 1;
    const auto& more = m_grammar.words.more(reading.more);
    std::uint32_t at = token;
    const auto size = m_text.tokens.size();
    for (const auto& word : more) {
        if (++at < size && m_text.tokens[at].kind == TokenKind::line_break) ++at;
        if (at >= size || m_text.text(at) != word) return 0;
    }
    return at - token + 1;
}

bool Matcher::take_word(const Instruction& i, ClassId word_class, std::uint32_t token, Clitics before,
                        Item& out) const {
    if (m_words[token] == 0) return false;
    const Word& word = m_grammar.words.word(m_words[token]);
    std::uint32_t longest = 0;
    for (const auto* r = m_grammar.words.begin(word); r != m_grammar.words.end(word); ++r) {
        if (r->word_class != word_class || (i.op == Op::word && !i.allows(r->value))) continue;
        if ((i.need_article && !r->article) || (i.forbid_article && r->article)) continue;
        if (!fits(i, {r->conjunction || before.conjunction, r->preposition || before.preposition})) continue;
        const auto size = length(*r, token);
        if (size <= longest) continue;
        longest = size;
        out.next = token + size;
        out.value = r->value;
        out.skip = r->skip;
    }
    return longest != 0;
}

bool Matcher::is_decimal(std::uint32_t token) const {
    const auto& tokens = m_text.tokens;
    const auto point = [&](std::size_t at) {
        const auto text = m_text.text(at);
        return tokens[at].kind == TokenKind::mark && (text == "." || text == ",");
    };
    if (token + 2 < tokens.size() && point(token + 1) && !tokens[token + 1].space_before &&
        tokens[token + 2].kind == TokenKind::number && !tokens[token + 2].space_before)
        return true;
    return token >= 2 && point(token - 1) && !tokens[token].space_before && !tokens[token - 1].space_before &&
           tokens[token - 2].kind == TokenKind::number;
}

bool Matcher::digits(const Instruction& i, std::uint32_t token, Clitics before, Item& out) const {
    if (m_text.tokens[token].kind != TokenKind::number || !fits(i, before)) return false;
    const auto text = m_text.text(token);
    if (i.digits == 1 ? text.size() > 2 : i.digits != 0 && text.size() != i.digits) return false;
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || stop != text.data() + text.size()) return false;
    out.next = token + 1;
    out.value = value;
    out.skip = 0;
    return i.allows(value);
}

bool Matcher::take_number(const Instruction& i, std::uint32_t token, Clitics before, Item& out) const {
    if (i.digits_only) return digits(i, token, before, out);
    Clitics clitics;
    if (!cardinal(token, i.one_word, out, clitics)) return false;
    clitics.conjunction = clitics.conjunction || before.conjunction;
    clitics.preposition = clitics.preposition || before.preposition;
    return i.allows(out.value) && fits(i, clitics);
}

bool Matcher::component(std::uint32_t token, Item& out, Clitics& clitics) const {
    const auto& tokens = m_text.tokens;
    if (token >= tokens.size()) return false;
    Clitics before;
    if (const int bits = proclitic(token);
        bits != 0 && token + 1 < tokens.size() && (bits == 1 || bits >= 4 || !tokens[token + 1].space_before)) {
        before = {(bits & 1) != 0, (bits & 2) != 0};
        ++token;
    }
    if (tokens[token].kind == TokenKind::number) {
        Instruction any;
        any.allow_clitics = true;
        clitics = before;
        return !is_decimal(token) && digits(any, token, {}, out);
    }
    if (m_words[token] == 0) return false;
    const Word& word = m_grammar.words.word(m_words[token]);
    std::uint32_t longest = 0;
    for (const auto* r = m_grammar.words.begin(word); r != m_grammar.words.end(word); ++r) {
        const auto size = r->word_class == m_grammar.cardinal ? length(*r, token) : 0;
        if (size <= longest) continue;
        longest = size;
        out.next = token + size;
        out.value = r->value;
        out.skip = r->skip;
        clitics = {r->conjunction || before.conjunction, r->preposition || before.preposition};
    }
    return longest != 0;
}

bool Matcher::cardinal(std::uint32_t token, bool one_word, Item& out, Clitics& clitics) const {
    if (!component(token, out, clitics)) return false;
    if (one_word) return true;
    std::int64_t total = 0;
    std::int64_t current = out.value;
    const bool latin = m_text.text(token).front() >= 'a';  // English joins tens and units without a word
    constexpr int most_words = 16;
    for (int words = 1; words < most_words; ++words) {
        Item next;
        Clitics joined;
        std::uint32_t at = out.next;
        if (latin && at < m_text.tokens.size() && m_text.text(at) == "-") ++at;
        if (!component(at, next, joined) || joined.preposition) break;
        const int v = next.value;
        const std::int64_t last = current % 100;
        const bool apart = joined.conjunction || latin;
        if (!joined.conjunction && (v == 1000 || v == 1'000'000) && current > 0) {
            total += current * v;
            current = 0;
        } else if (!joined.conjunction && v == 100 && current > 2 && current < 10) {
            current *= 100;
        } else if (apart && v >= 1000 && v < greatest_number && total % 10'000 == 0 && current == 0) {
            total += v;
        } else if (apart &&
                   ((v >= 100 && v < 1000 && current % 1000 == 0) || (v > 0 && v < 20 && last == 0 && !latin) ||
                    (v >= 20 && v < 100 && last < 10 && v % 10 == 0 && !latin) ||
                    (latin && v > 0 && v < 10 && last >= 20 && last % 10 == 0) ||
                    (latin && joined.conjunction && v > 0 && v < 100 && last == 0))) {
            if (current >= 1000) {
                total += current;
                current = 0;
            }
            // A number in digits is whole: what follows it is another.
            if (m_text.tokens[out.next - 1].kind == TokenKind::number) break;
            current += v;
        } else {
            break;
        }
        if (m_text.tokens[next.next - 1].kind == TokenKind::number) break;
        out.next = next.next;
    }
    const std::int64_t value = total + current;
    if (value < 0 || value > greatest_number) return false;
    out.value = static_cast<int>(value);
    return true;
}

bool Matcher::take_ordinal(const Instruction& i, std::uint32_t token, Clitics before, Item& out) const {
    if (!take_word(i, m_grammar.ordinal, token, before, out)) return false;
    Item tens;
    Clitics joined;
    if (out.value < 10 && component(out.next, tens, joined) && joined.conjunction && tens.value >= 20 &&
        tens.value <= 90 && tens.value % 10 == 0 && m_text.tokens[tens.next - 1].kind == TokenKind::word) {
        out.value += tens.value;
        out.next = tens.next;
    }
    return i.allows(out.value);
}

}  // namespace isnad::timing
