// The walk over a text: words, matches, anchors.

#include "day_witness.hpp"
#include "matcher.hpp"
#include "resolve.hpp"
#include "tense.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

namespace timing {

namespace {

class Tagger {
public:
    Tagger(const TokenizedText& text, const TimeGrammar::Parts& grammar, const PublicationTime& published,
           const TimeOptions& options, std::span<const Span> skip)
        : m_text(text),
          m_grammar(grammar),
          m_published(published),
          m_options(options),
          m_skip(skip),
          m_words(text.tokens.size()),
          m_matcher(text, grammar, m_words),
          m_day(published.day) {}

    std::vector<TimeExpression> run(std::span<const std::uint32_t> numbers) {
        look_up(numbers);
        walk();
        if (const int shift = m_options.own_day ? m_witness.shift() : 0; shift != 0) {
            m_day += date::days{shift};
            m_own_day = true;
            m_out.clear();
            m_tokens.clear();
            walk();
        }
        return std::move(m_out);
    }

private:
    void walk() {
        const auto size = static_cast<std::uint32_t>(m_text.tokens.size());
        for (std::uint32_t token = 0; token < size;) token = begins_any(token) ? try_token(token) : token + 1;
    }

    void look_up(std::span<const std::uint32_t> numbers) {
        std::size_t skip = 0;
        for (std::size_t i = 0; i < m_text.tokens.size(); ++i) {
            const auto& token = m_text.tokens[i];
            while (skip < m_skip.size() && m_skip[skip].end <= token.span.begin) ++skip;
            const bool skipped = skip < m_skip.size() && m_skip[skip].begin <= token.span.begin;
            if (skipped || token.kind == TokenKind::number || token.kind == TokenKind::line_break)
                m_words[i] = skipped ? skipped_word : 0;
            else
                m_words[i] = m_grammar.words.find(numbers[i]);
        }
        if (!m_skip.empty())
            for (auto& word : m_words)
                if (word == skipped_word) word = 0;
    }

    [[nodiscard]] bool in_skip(Span span) const {
        const auto next =
            std::partition_point(m_skip.begin(), m_skip.end(), [&](Span s) { return s.end <= span.begin; });
        return next != m_skip.end() && next->overlaps(span);
    }

    [[nodiscard]] bool begins_any(std::uint32_t token) const {
        return m_text.tokens[token].kind == TokenKind::number || m_grammar.starts.begins_any(m_words[token]);
    }

    [[nodiscard]] const Word& word(std::uint32_t token) const { return m_grammar.words.word(m_words[token]); }

    /// What stands after a token, over one line break; nullptr when no rule knows it.
    [[nodiscard]] const Word* second(std::uint32_t token) const {
        std::uint32_t next = token + 1;
        if (next < m_words.size() && m_text.tokens[next].kind == TokenKind::line_break) ++next;
        if (next >= m_words.size()) return nullptr;
        if (m_text.tokens[next].kind == TokenKind::number) return &m_grammar.starts.digits();
        return m_words[next] == 0 ? nullptr : &word(next);
    }

    void find_at(std::uint32_t token) {
        const auto attempt = [&](Start start) {
            m_found.emplace_back();
            if (!m_matcher.match(start, token, m_found.back())) m_found.pop_back();
        };
        if (m_text.tokens[token].kind == TokenKind::number)
            m_grammar.starts.each_after_digits(digit_width(m_text.text(token).size()), second(token), attempt);
        else
            m_grammar.starts.each(word(token), word(token).phrase_begins != 0 && m_matcher.has_phrase(token),
                                  second(token), attempt);
    }

    /// The token to go on with.
    std::uint32_t try_token(std::uint32_t token) {
        m_found.clear();
        find_at(token);
        if (m_found.empty()) return token + 1;
        // A rule that begins with context must not take words from one that would begin where its expression does.
        const auto here = m_found.size();
        for (std::size_t i = 0, last = token; i < here; ++i) {
            const auto begin = m_found[i].begin;
            if (begin != last && begin != token) find_at(begin);
            last = begin;
        }
        std::stable_sort(m_found.begin(), m_found.end(), [](const Match& a, const Match& b) {
            return a.end != b.end ? a.end > b.end : !months_differ(a.frames) && months_differ(b.frames);
        });
        for (const auto& found : m_found)
            if (accept(found)) return std::max(found.end, token + 1);
        return token + 1;
    }

    bool accept(const Match& match) {
        const Rule& rule = m_grammar.rules[match.rule];
        Span span = m_text.span_without(match.begin, match.skip);
        span.end = m_text.tokens[match.end - 1].span.end;
        if (!m_skip.empty() && in_skip(span)) return false;
        if (rule.production == Production::silent) return true;
        auto frames = match.frames;
        for (const auto& [slot, value] : rule.constants)
            if (!frames[0].has(slot)) frames[0].set(slot, value);
        const std::function<ClauseTense()> tense = [&, known = std::optional<ClauseTense>{}]() mutable {
            if (!known)
                known = clause_tense({m_text, m_grammar, m_words, m_tokens}, {match.begin, match.end}, match.skip != 0);
            return *known;
        };
        Context context{m_published, m_options, m_day, {TimeAnchor::Kind::publication, {}}, tense, m_own_day};
        choose_anchor(match, frames[0], rule, context);
        if (frames[0].get(Slot::leans) > 1 && context.anchor.kind != TimeAnchor::Kind::expression) return false;
        auto time = resolve(rule.production, frames, context);
        if (!time) return false;
        if (context.anchor.kind != TimeAnchor::Kind::expression) m_witness.hear(rule, frames[0], *time, context);
        if (leans_on_longer(rule, frames[0], context)) stay_within(*context.anchor.expression, *time);
        time->span = span;
        time->rule = rule.id;
        m_out.push_back(std::move(*time));
        m_tokens.push_back({match.begin, match.end});
        return true;
    }

    void choose_anchor(const Match& match, const Frame& frame, const Rule& rule, Context& context) {
        std::optional<std::size_t> on;
        if (frame.has(Slot::leans))
            on = last_dated(match.begin, frame.has(Slot::deictic) ? Wanted::day_if_any : Wanted::any);
        else if (rule.production == Production::point && frame.has(Slot::hour) && only_clock(frame))
            on = last_dated(match.begin, Wanted::day_of_sentence);
        else if (frame.has(Slot::deictic))
            on = quoted_speech_day(match.begin);
        if (!on) {
            if (frame.has(Slot::leans) && rule.production != Production::point)
                context.anchor.kind = TimeAnchor::Kind::event;
            return;
        }
        context.base = *m_out[*on].interval.from;
        context.anchor = {TimeAnchor::Kind::expression, TimeIndex(*on)};
    }

    /// "The next day", said of a week or a month.
    [[nodiscard]] bool leans_on_longer(const Rule& rule, const Frame& frame, const Context& context) const {
        if (rule.production != Production::point || !frame.has(Slot::leans) || !context.anchor.expression) return false;
        const auto& on = m_out[context.anchor.expression->value()].interval;
        const auto unit = static_cast<TimeGrain>(frame.get(Slot::unit, static_cast<int>(TimeGrain::day)));
        const int longest = unit == TimeGrain::day     ? 1
                            : unit == TimeGrain::week  ? 7
                            : unit == TimeGrain::month ? 31
                                                       : 366;
        return *on.to - *on.from >= date::days{longest};  // both are there: see last_dated
    }

    /// Which day, week or month it is stays open, but it is one of those.
    void stay_within(TimeIndex longer, TimeExpression& time) const {
        time.interval = m_out[longer.value()].interval;
        time.value = time.grain == TimeGrain::week    ? "XXXX-WXX"
                     : time.grain == TimeGrain::month ? "XXXX-XX"
                                                      : "XXXX-XX-XX";
        time.certainty = Certainty::vague;
        time.clock_from = time.clock_to = std::nullopt;
        time.arithmetic = "a part of an expression before";
    }

    static bool only_clock(const Frame& f) {
        for (const Slot slot : {Slot::day, Slot::month, Slot::weekday, Slot::deictic, Slot::hijri_month, Slot::feast,
                                Slot::nth, Slot::unit, Slot::year})
            if (f.has(slot)) return false;
        return true;
    }

    /// The last expression before a token that has a place in the calendar; a single day, where there is one; or a
    /// single day in the same sentence.
    enum class Wanted : std::uint8_t { any, day_if_any, day_of_sentence };
    [[nodiscard]] std::optional<std::size_t> last_dated(std::uint32_t token, Wanted wanted) const {
        constexpr std::size_t far = 400;  // tokens
        std::uint32_t searched = token;
        std::optional<std::size_t> longer;
        for (std::size_t i = m_out.size(); i-- > 0;) {
            if (token - m_tokens[i].begin > far) break;
            const auto& t = m_out[i];
            const bool placed = t.interval.from && t.interval.to && t.certainty != Certainty::vague &&
                                t.type != TimexType::set && t.type != TimexType::duration;
            if (!placed) continue;
            const bool day = *t.interval.from == *t.interval.to;
            if (wanted == Wanted::any || (wanted == Wanted::day_if_any && day)) return i;
            if (!longer) longer = i;
            if (wanted == Wanted::day_if_any) continue;
            if (sentence_break(m_text, m_tokens[i].begin, searched)) break;
            searched = m_tokens[i].begin;
            if (day) return i;
        }
        return wanted == Wanted::day_if_any ? longer : std::nullopt;
    }

    /// For a word like "yesterday" inside quotation marks: the day on which the sentence says it was spoken.
    [[nodiscard]] std::optional<std::size_t> quoted_speech_day(std::uint32_t token) const {
        if (m_out.empty()) return std::nullopt;
        const auto& last = m_out.back();
        const auto at = m_tokens.back().begin;
        if ((last.grain != TimeGrain::day && last.grain != TimeGrain::day_part) || !last.interval.from ||
            token - at > 120)
            return std::nullopt;
        if (paragraph_break(m_text, at, token) || *last.interval.from >= m_day) return std::nullopt;
        const bool recent = m_day - *last.interval.from <= date::days{7};
        return recent && opens_quote(m_text, at, token) ? std::optional(m_out.size() - 1) : std::nullopt;
    }

    static constexpr std::uint32_t skipped_word = 0xFFFFFFFF;

    const TokenizedText& m_text;
    const TimeGrammar::Parts& m_grammar;
    const PublicationTime& m_published;
    const TimeOptions& m_options;
    std::span<const Span> m_skip;
    std::vector<std::uint32_t> m_words;
    Matcher m_matcher;
    std::vector<Match> m_found;
    std::vector<TimeExpression> m_out;
    std::vector<TokenRange> m_tokens;  ///< of each expression of m_out
    Day m_day;                         ///< that relative times are counted from
    bool m_own_day = false;            ///< which the text tells of itself
    DayWitness m_witness;
};

}  // namespace

std::vector<TimeExpression> tag(const TokenizedText& text, std::span<const std::uint32_t> numbers,
                                const TimeGrammar::Parts& grammar, const PublicationTime& published,
                                const TimeOptions& options, std::span<const Span> skip) {
    return Tagger(text, grammar, published, options, skip).run(numbers);
}

}  // namespace timing

std::vector<TimeExpression> tag_times(const TokenizedText& text, const TimeGrammar& grammar,
                                      const PublicationTime& published, const TimeOptions& options,
                                      std::span<const Span> skip) {
    return timing::tag(text, grammar.parts().words.index()->find_all(text), grammar.parts(), published, options, skip);
}

std::string explain(const TimeExpression& t) {
    const auto day = [](const std::optional<Day>& d) { return d ? to_string(*d) : std::string("?"); };
    std::string out = fmt::format("{} {}", to_string(t.type), t.value);
    if (!t.mod.empty()) out += " " + t.mod;
    if (t.interval.from || t.interval.to) out += fmt::format(" [{}, {}]", day(t.interval.from), day(t.interval.to));
    out += fmt::format("; {}; rule {}", to_string(t.certainty), t.rule);
    if (t.anchor.kind == TimeAnchor::Kind::expression && t.anchor.expression)
        out += fmt::format("; counted from expression {}", t.anchor.expression->value() + 1);
    else if (t.anchor.kind != TimeAnchor::Kind::none)
        out += fmt::format("; counted from {}", to_string(t.anchor.kind));
    if (!t.arithmetic.empty()) out += "; " + t.arithmetic;
    return out;
}

}  // namespace isnad
