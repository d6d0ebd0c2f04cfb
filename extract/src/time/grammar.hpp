#pragma once
// A rule file, compiled. A file is a list of lines, a rule or macro beginning where the last one ends:
//
//   macro NAME PATTERN
//   rule ID                     the part of the id before the dot is the rule's family
//     match PATTERN             again for each other way of writing it
//     make PRODUCTION [slot=value]...
//     yes PHRASE | PUBLISHED | VALUE | FROM | TO     this rule finds this value; TO may be left out when it is FROM,
//     FROM
//                                                    when the value is a day, and '-' stands for an end not known
//     no PHRASE | PUBLISHED                          this rule finds nothing here
//     silent PHRASE | PUBLISHED                      of a trap: it is sprung, and nothing at all is found
//
// Lines that are empty or begin with '#' are comments.

#include "isnad/extract/time.hpp"
#include "pattern.hpp"
#include "slots.hpp"
#include "starts.hpp"
#include "words.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace isnad::timing {

struct Example {
    enum class Kind : std::uint8_t { yes, no, silent };
    Kind kind = Kind::yes;
    std::string phrase;
    PublicationTime published;
    std::string value;
    Interval interval;
    Place place;
};

struct Rule {
    std::string id;
    Production production = Production::point;
    std::vector<Program> programs;
    std::vector<std::pair<Slot, int>> constants;
    std::vector<Example> examples;
    Place place;

    [[nodiscard]] std::string_view family() const { return std::string_view(id).substr(0, id.find('.')); }
};

/// Reads one rule file; literals are added to the words. Wrong lines become diagnostics.
void read_rules(const LexiconFile& file, std::string_view language, WordTable& words, Macros& macros,
                std::vector<Rule>& rules, std::vector<Diagnostic>& diagnostics);

}  // namespace isnad::timing

namespace isnad {

struct TimeGrammar::Parts {
    LexiconFiles files;  ///< rules point into them
    timing::WordTable words;
    std::vector<timing::Rule> rules;
    timing::StartTable starts;
    std::vector<std::pair<std::string, int>> tense_prefixes;  ///< the longest first
    std::array<bool, 256> tense_initials{};                   ///< last bytes of the first letters of those

    /// The way that a word's beginning shows; 0 when it shows none.
    [[nodiscard]] int way_of_prefix(std::string_view word) const {
        if (word.size() < 2 || !tense_initials[static_cast<unsigned char>(word[1])]) return 0;
        for (const auto& [prefix, way] : tense_prefixes)
            if (word.starts_with(prefix)) return way;
        return 0;
    }

    // Classes the engine itself knows. A lexicon without them is refused.
    timing::ClassId cardinal = 0;
    timing::ClassId ordinal = 0;
    timing::ClassId proclitic = 0;
    timing::ClassId tense = 0;
    timing::ClassId was = 0;
    timing::ClassId until = 0;
    timing::ClassId before = 0;
    timing::ClassId plan = 0;     ///< nouns that look one way
    timing::ClassId order = 0;    ///< "before", "after"
    timing::ClassId opens = 0;    ///< opens a clause: "that"
    timing::ClassId governs = 0;  ///< a preposition, which no verb follows
    timing::ClassId name = 0;     ///< of a person or place, where it would pass for a verb
};

namespace timing {

/// What tag_times finds in a text whose words have been looked up: `numbers` are those of the grammar's index.
[[nodiscard]] std::vector<TimeExpression> tag(const TokenizedText& text, std::span<const std::uint32_t> numbers,
                                              const TimeGrammar::Parts& grammar, const PublicationTime& published,
                                              const TimeOptions& options, std::span<const Span> skip);

}  // namespace timing

}  // namespace isnad
