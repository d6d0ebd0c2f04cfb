#pragma once
// The patterns of rules, compiled to a small program that a backtracking matcher runs over tokens.
//
//   pattern  := sequence ('|' sequence)*
//   sequence := item+          item := atom '?'?
//   atom     := '(' pattern ')' | '!' atom (not followed by) | MACRO | MACRO@2 (captures of the second point)
//             | [slot ':'] class flags constraint | "'word'" flags | '{' slot=value '}'
//             | '[' and ']' (what lies outside is context) | '^' | '$' (begin and end of the text)
//   class    := a class of words.tsv, or num (a number, in digits or words), num1 (of one word), dig (digits only),
//               ord (an ordinal), any (any word)
//   flags    := .def .ind (with, without the article)   .w (with wa/fa before it)   .p (with bi/li/ka)
//               .o (clitics allowed)   .x (none, even at the beginning)   .g (no space before it)   .d4 .d2 .d1 (so
//               many digits; d1: one or two)
//   constraint := '=' value (',' value)*, where a value may be a range a..b
// The first word of an expression may carry clitics; those after it only where a flag says so. One line break may
// stand between two words.

#include "isnad/core/diagnostic.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "slots.hpp"
#include "words.hpp"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad::timing {

enum class Op : std::uint8_t {
    word,
    number,
    ordinal,
    any_word,
    split,
    jump,
    set,
    not_ahead,
    core_begin,
    core_end,
    text_begin,
    text_end,
    match
};

/// Kept small: the programs of all rules together should stay near the processor.
struct Instruction {
    Op op = Op::match;
    std::uint8_t digits = 0;  ///< exact number of digits; 0 for any, 1 for one or two
    std::uint8_t frame = 0;
    Slot slot = Slot::count;
    ClassId word_class = 0;
    std::uint16_t other = 0;  ///< of split: the second way; of jump and not_ahead: where to go on
    std::int32_t value = 0;   ///< of set
    bool need_article : 1 = false;
    bool forbid_article : 1 = false;
    bool need_conjunction : 1 = false;
    bool need_preposition : 1 = false;
    bool allow_clitics : 1 = false;
    bool forbid_clitics : 1 = false;
    bool glued : 1 = false;
    bool digits_only : 1 = false;
    bool one_word : 1 = false;
    bool captures : 1 = false;
    bool first_digits : 1 = true;  ///< of split: the first way may begin with a number in digits
    union {
        const Ranges* allowed = nullptr;  ///< kept by the WordTable; none allows every value
        std::uint64_t first;  ///< of split: class bits of the words the first way may begin with; see starts.hpp
    };

    [[nodiscard]] bool allows(int v) const {
        if (allowed == nullptr) return true;
        for (const auto& [low, high] : *allowed)
            if (low <= v && v <= high) return true;
        return false;
    }
};

using Program = std::vector<Instruction>;

/// A pattern as written, before macros are put in.
struct PatternNode {
    enum class Kind : std::uint8_t { leaf, sequence, choice, optional, negative, macro };
    Kind kind = Kind::leaf;
    Instruction leaf;
    std::vector<PatternNode> children;
    std::string name;  ///< of a macro
    std::uint8_t frame = 0;
    std::uint64_t column = 0;
};

using Macros = std::map<std::string, PatternNode, std::less<>>;

/// Where a piece of a rule file stands.
struct Place {
    const LexiconFile* file = nullptr;
    std::uint64_t line = 0;
    std::uint64_t column = 1;  ///< of the piece's first code point

    [[nodiscard]] Diagnostic error(std::string message) const {
        return {.file = file->origin, .line = line, .column = column, .message = std::move(message)};
    }
};

/// Reads a pattern. Literals are added to the words. Throws Diagnostic at the first thing that is wrong.
[[nodiscard]] PatternNode parse_pattern(std::string_view text, const Place& place, std::string_view language,
                                        WordTable& words);

/// Throws Diagnostic when a macro is not known or is too deep.
[[nodiscard]] Program compile_pattern(const PatternNode& node, const Macros& macros, const Place& place);

/// Numbers in digits by how long they are: days and hours, years, and all others.
enum class DigitWidth : std::uint8_t { two, four, other };
inline constexpr std::size_t digit_widths = 3;

[[nodiscard]] inline DigitWidth digit_width(std::size_t digits) {
    return digits <= 2 ? DigitWidth::two : digits == 4 ? DigitWidth::four : DigitWidth::other;
}

/// What can be taken at one place of a program.
struct FirstSet {
    std::vector<ClassId> classes;
    std::array<bool, digit_widths> digits{};  ///< numbers in digits, by DigitWidth
    bool numbers = false;
    bool ordinals = false;
    bool anything = false;  ///< any word, or nothing at all
};

}  // namespace isnad::timing
