#include "text/repeats.hpp"

#include "lexicon/word_hash.hpp"

#include <algorithm>
#include <map>

namespace isnad {

namespace {

constexpr std::uint32_t shortest_repeat = 6;  // tokens; shorter sentences are said again by chance

constexpr std::size_t most_headline_items = 64;  // each looks through the body; a headline tells two or three events

std::uint64_t digest(const TokenizedText& text, const Sentence& s) {
    std::uint64_t out = s.end - s.begin;
    for (auto i = s.begin; i < s.end; ++i) out = (out ^ word_hash(text.text(i))) * 0x9E3779B97F4A7C15ULL;
    return out;
}

bool same_words(const TokenizedText& text, const Sentence& a, const Sentence& b) {
    if (a.end - a.begin != b.end - b.begin) return false;
    for (std::uint32_t i = 0; i < a.end - a.begin; ++i)
        if (text.text(a.begin + i) != text.text(b.begin + i)) return false;
    return true;
}

/// The events or statements of one sentence: they stand in the order of their sentences.
template <class Item>
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }

    static std::vector<Range> of(const TokenizedText& text, std::span<const Sentence> sentences,
                                 const std::vector<Item>& items) {
        std::vector<Range> out(sentences.size());
        std::size_t item = 0;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const auto begin = text.tokens[sentences[i].begin].span.begin;
            while (item < items.size() && items[item].sentence.begin < begin) ++item;
            out[i].begin = item;
            while (item < items.size() && items[item].sentence.begin == begin) ++item;
            out[i].end = item;
        }
        return out;
    }
};

std::uint32_t trigger_of(const Event& e) { return e.trigger.begin; }
std::uint32_t trigger_of(const Statement& s) { return s.cue.begin; }
bool same_kind(const Event& a, const Event& b) { return a.type == b.type; }
bool same_kind(const Statement& a, const Statement& b) { return a.rule == b.rule; }

std::uint32_t token_at(const TokenizedText& text, std::uint32_t byte) {
    const auto after = std::upper_bound(text.tokens.begin(), text.tokens.end(), byte,
                                        [](std::uint32_t b, const Token& t) { return b < t.span.begin; });
    return static_cast<std::uint32_t>(after - text.tokens.begin());
}

/// Marks what a copy of a sentence tells with what the sentence told at the same word.
template <class Item, class Index>
void mark_copy(const TokenizedText& text, std::uint32_t shift, Range<Item> first, Range<Item> copy,
               std::vector<Item>& items) {
    for (auto c = copy.begin; c < copy.end; ++c) {
        const auto token = token_at(text, trigger_of(items[c]));
        for (auto f = first.begin; f < first.end; ++f)
            if (token_at(text, trigger_of(items[f])) + shift == token && same_kind(items[f], items[c])) {
                items[c].repeats = items[f].repeats ? items[f].repeats : Index(f);
                break;
            }
    }
}

void mark_copied_sentences(const TokenizedText& text, std::span<const Sentence> sentences, Extraction& out) {
    const auto events = Range<Event>::of(text, sentences, out.events);
    const auto statements = Range<Statement>::of(text, sentences, out.statements);
    std::map<std::uint64_t, std::size_t> seen;  // texts choose the keys, so they are ordered
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto& s = sentences[i];
        if (events[i].empty() && statements[i].empty()) continue;
        if (s.end - s.begin < shortest_repeat && !s.headline) continue;
        const auto [found, added] = seen.try_emplace(digest(text, s), i);
        const auto first = found->second;
        if (added || !same_words(text, sentences[first], s)) continue;
        const auto shift = s.begin - sentences[first].begin;
        mark_copy<Event, EventIndex>(text, shift, events[first], events[i], out.events);
        mark_copy<Statement, StatementIndex>(text, shift, statements[first], statements[i], out.statements);
    }
}

/// How many of the headline's participants the body's telling has; none unless it has them all.
std::size_t shared_participants(const Event& headline, const Event& body) {
    for (const auto& p : headline.participants)
        if (std::none_of(body.participants.begin(), body.participants.end(),
                         [&](const Participant& q) { return q.node == p.node; }))
            return 0;
    return headline.participants.size();
}

bool tells_again(const Event& headline, const Event& body) {
    return !body.headline && !body.repeats && info(headline.type).family == info(body.type).family &&
           headline.modality == body.modality && shared_participants(headline, body) != 0 &&
           (!headline.time || !body.time || may_overlap(headline.when, body.when));
}

bool tells_again(const Statement& headline, const Statement& body) {
    return !body.headline && !body.repeats && headline.speaker && headline.speaker == body.speaker &&
           headline.rule == body.rule;
}

template <class Item, class Index>
void mark_headline(std::vector<Item>& items) {
    std::size_t looked_at = 0;
    for (auto& h : items) {
        if (!h.headline || h.repeats || ++looked_at > most_headline_items) continue;
        const auto told = std::find_if(items.begin(), items.end(), [&](const Item& b) { return tells_again(h, b); });
        if (told != items.end()) h.repeats = Index(static_cast<std::size_t>(told - items.begin()));
    }
    for (auto& copy : items)  // copies of the headline repeat what it repeats
        if (copy.repeats && items[copy.repeats->value()].repeats) copy.repeats = items[copy.repeats->value()].repeats;
}

}  // namespace

void mark_repeats(const TokenizedText& text, std::span<const Sentence> sentences, Extraction& extraction) {
    mark_copied_sentences(text, sentences, extraction);
    mark_headline<Event, EventIndex>(extraction.events);
    mark_headline<Statement, StatementIndex>(extraction.statements);
}

}  // namespace isnad
