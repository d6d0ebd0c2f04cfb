#pragma once
// The classes of small words (lexicon/ar/function_words.tsv).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace isnad {

enum class WordClass : std::uint8_t {
    none,
    in,
    to,
    from,
    on,
    about,
    with,
    between,
    against,
    by,
    after,
    since,
    other_preposition,
    sidelines,
    that,
    relative,
    where,
    when,
    adverb,
    resumptive,
    pronoun,
    his,
    by_phone,
    between_them,
    topic,
    previous,
    possible_adjective,
    negation,
    lack,
    condition,
    possible,
    perfect,
    planned,
    future_adjective,
    must,
    necessity,
    was,
    done,
    counterpart,
    both,
    both_ministers,
    both_presidents,
    both_men,
    minister,
    former,
    city,
    his_saying,
    according,
    group_adjective,
};

inline constexpr std::array<std::string_view, 49> word_class_names{"none",
                                                                   "in",
                                                                   "to",
                                                                   "from",
                                                                   "on",
                                                                   "about",
                                                                   "with",
                                                                   "between",
                                                                   "against",
                                                                   "by",
                                                                   "after",
                                                                   "since",
                                                                   "other_preposition",
                                                                   "sidelines",
                                                                   "that",
                                                                   "relative",
                                                                   "where",
                                                                   "when",
                                                                   "adverb",
                                                                   "resumptive",
                                                                   "pronoun",
                                                                   "his",
                                                                   "by_phone",
                                                                   "between_them",
                                                                   "topic",
                                                                   "previous",
                                                                   "possible_adjective",
                                                                   "negation",
                                                                   "lack",
                                                                   "condition",
                                                                   "possible",
                                                                   "perfect",
                                                                   "planned",
                                                                   "future_adjective",
                                                                   "must",
                                                                   "necessity",
                                                                   "was",
                                                                   "done",
                                                                   "counterpart",
                                                                   "both",
                                                                   "both_ministers",
                                                                   "both_presidents",
                                                                   "both_men",
                                                                   "minister",
                                                                   "former",
                                                                   "city",
                                                                   "his_saying",
                                                                   "according",
                                                                   "group_adjective"};

[[nodiscard]] constexpr std::optional<WordClass> parse_word_class(std::string_view name) {
    for (std::size_t i = 0; i < word_class_names.size(); ++i)
        if (word_class_names[i] == name) return static_cast<WordClass>(i);
    return std::nullopt;
}

[[nodiscard]] constexpr bool is_preposition(WordClass c) { return c >= WordClass::in && c <= WordClass::sidelines; }

}  // namespace isnad
