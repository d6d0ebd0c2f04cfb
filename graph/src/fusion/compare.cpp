// What fusion compares tellings by.

#include "digest.hpp"
#include "fusion/fusion.hpp"
#include "isnad/core/fold.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace isnad::graph {

namespace {

constexpr int tight_days = 2;  // between first and last
constexpr int wide_days = 45;

bool is_word_byte(char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 0x80U || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z');
}

/// Folded Arabic proclitics with the article, then without; the first that fits is taken off.
constexpr std::array<std::string_view, 8> proclitics{"\u0648\u0627\u0644",
                                                     "\u0628\u0627\u0644",
                                                     "\u0643\u0627\u0644",
                                                     "\u0641\u0627\u0644",
                                                     "\u0644\u0644",
                                                     "\u0627\u0644",
                                                     "\u0648",
                                                     "\u0644"};
constexpr std::size_t shortest_stem = 6;  // bytes: three Arabic letters

std::string_view stem(std::string_view word) {
    for (const auto clitic : proclitics)
        if (word.starts_with(clitic) && word.size() >= clitic.size() + shortest_stem) {
            word.remove_prefix(clitic.size());
            break;
        }
    constexpr std::string_view heh = "\u0647";  // also a folded teh marbuta
    if (word.ends_with(heh) && word.size() >= heh.size() + shortest_stem) word.remove_suffix(heh.size());
    return word;
}

std::uint64_t fnv1a(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
}

}  // namespace

std::vector<std::uint64_t> topic_words(std::string_view topic) {
    std::vector<std::uint64_t> out;
    const auto folded = fold(topic);
    for (std::size_t i = 0; i < folded.size();) {
        if (!is_word_byte(folded[i])) {
            ++i;
            continue;
        }
        const auto begin = i;
        while (i < folded.size() && is_word_byte(folded[i])) ++i;
        const auto word = std::string_view(folded).substr(begin, i - begin);
        const bool particle = static_cast<unsigned char>(word[0]) >= 0x80U ? word.size() <= 6 : word.size() <= 3;
        if (!particle) out.push_back(fnv1a(stem(word)));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

namespace {

/// Where the words that say what is proposed end: at the first mark that closes a clause, or with the sentence.
std::size_t end_of_content(std::string_view words, std::size_t from) {
    constexpr std::array<std::string_view, 8> marks{",", ";", ":", ".", "!", "\u060c", "\u061b", "\u061f"};
    auto end = words.size();
    for (const auto mark : marks) end = std::min(end, words.find(mark, from));
    return end;
}

std::vector<std::uint64_t> content_words(const ToldSentence& told, std::string words_without_names) {
    const auto from = std::size_t{told.trigger.end} - told.sentence.begin;
    if (from >= words_without_names.size()) return {};
    const auto to = end_of_content(told.words, from);
    auto out = topic_words(std::string_view(words_without_names).substr(from, to - from));
    for (const auto& name : told.names)
        if (!name.key.empty() && name.span.begin >= told.trigger.end && name.span.end <= told.sentence.begin + to)
            out.push_back(fnv1a(name.key));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

void read_sentence(FusionMention& mention, const ToldSentence& told) {
    constexpr std::size_t least_words = 4;
    const auto words = topic_words(told.words);
    const auto trigger = std::uint64_t{told.trigger.begin} - told.sentence.begin + 1;
    if (words.size() >= least_words) mention.wording = fnv1a(fold(told.words)) ^ (trigger * 0x9e3779b97f4a7c15U);
    if (mention.type == EventType::truce && told.sentence.contains(told.trigger) &&
        told.sentence.size() <= told.words.size())
        mention.called = topic_words(std::string_view(told.words).substr(trigger - 1, told.trigger.size()));
    if (!mention.topic.empty()) {
        mention.topic_words = topic_words(mention.topic);
        return;
    }
    auto rest = told.words;
    for (const auto& name : told.names) {
        if (!told.sentence.contains(name.span)) continue;
        const auto at = rest.begin() + static_cast<std::ptrdiff_t>(name.span.begin - told.sentence.begin);
        if (told.sentence.size() <= rest.size()) std::fill(at, at + static_cast<std::ptrdiff_t>(name.span.size()), ' ');
    }
    mention.topic_words = topic_words(rest);
    std::erase_if(mention.topic_words, [&](std::uint64_t word) {  // every truce is called so
        return std::binary_search(mention.called.begin(), mention.called.end(), word);
    });
    if (mention.type == EventType::proposal) mention.content = content_words(told, std::move(rest));
}

std::vector<MentionRank> originals(const FusionBlock& block) {
    std::vector<MentionRank> out(block.mentions.size());
    std::map<std::tuple<std::string_view, EventType, std::uint64_t>, MentionRank> first;
    for (MentionRank i = 0; i < out.size(); ++i) {
        const auto& m = block.mentions[i];
        out[i] = m.wording == 0 ? i : first.try_emplace({m.document, m.type, m.wording}, i).first->second;
    }
    return out;
}

std::size_t common_words(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::vector<std::uint64_t> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return common.size();
}

Precision precision(const Interval& when) {
    if (!when.from || !when.to) return Precision::vague;
    const auto days = (*when.to - *when.from).count();
    if (days <= tight_days) return Precision::tight;
    return days <= wide_days ? Precision::wide : Precision::vague;
}

Interval intersection(const Interval& a, const Interval& b) {
    Interval out = a;
    if (b.from && (!out.from || *b.from > *out.from)) out.from = b.from;
    if (b.to && (!out.to || *b.to < *out.to)) out.to = b.to;
    return out;
}

Kind kind_of(EventType type) {
    switch (type) {
        case EventType::meeting:
        case EventType::talks: return Kind::encounter;
        case EventType::call: return Kind::call;
        case EventType::visit: return Kind::journey;
        case EventType::truce:
        case EventType::agreement: return Kind::state;
        case EventType::attack:
        case EventType::seizure:
        case EventType::protest:
        case EventType::truce_violation:
        case EventType::coercion: return Kind::clash;
        default: return Kind::utterance;
    }
}

bool places_fit(const FusionBlock& block, std::optional<ActorRank> a, std::optional<ActorRank> b) {
    if (!a || !b || *a == *b) return true;
    const auto& first = block.actors[*a];
    const auto& second = block.actors[*b];
    if (first.type == NodeType::place && second.type == NodeType::place) return false;
    return !first.country.empty() && first.country == second.country;
}

bool covers(const FusionBlock& block, const std::vector<ActorRank>& many, const std::vector<ActorRank>& few) {
    const auto stands_for = [&](ActorRank country) {
        const auto& actor = block.actors[country];
        return actor.type == NodeType::country && !actor.country.empty() &&
               std::any_of(many.begin(), many.end(), [&](ActorRank m) {
                   return block.actors[m].type != NodeType::country && block.actors[m].country == actor.country;
               });
    };
    return std::all_of(few.begin(), few.end(),
                       [&](ActorRank a) { return std::binary_search(many.begin(), many.end(), a) || stands_for(a); });
}

std::vector<ActorRank> actors_in(const FusionMention& mention, std::initializer_list<Role> roles) {
    std::vector<ActorRank> out;
    for (const auto& party : mention.parties)
        if (std::find(roles.begin(), roles.end(), party.role) != roles.end()) out.push_back(party.actor);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace isnad::graph
