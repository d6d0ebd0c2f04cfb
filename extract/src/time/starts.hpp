#pragma once
// Which programs are worth trying at a token: those that its word can begin and the next word can go on with. Sets of
// programs are bit sets, few of them distinct; words hold their indices.

#include "pattern.hpp"
#include "words.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace isnad::timing {

/// A program of a rule.
struct Start {
    const Instruction* program = nullptr;
    std::uint16_t rule = 0;
};

/// What the first and second items of a program can be.
struct Openings {
    FirstSet first;
    FirstSet second;               ///< `anything`: one item may be enough
    FirstSet second_after_number;  ///< where the first is a number
};

[[nodiscard]] Openings openings(const Program& program);

struct KnownClasses {
    ClassId cardinal = 0;
    ClassId ordinal = 0;
    ClassId proclitic = 0;
};

/// Tells every split of a program what its first way may begin with, so that a look at the next word decides. All bits
/// stand for a way that may be empty, or take any word.
void mark_splits(Program& program, KnownClasses known);

class StartTable {
public:
    /// Programs in the order in which they win; fills the indices of every word.
    void build(std::vector<std::pair<Start, const Program*>> programs, WordTable& words, KnownClasses known);

    /// Calls use(Start) for each program that may match at a token, in order. A second of nullptr says that the next
    /// word is unknown or that there is none; `phrase`, that a form of several words stands at the first.
    template <class Use>
    void each(const Word& first, bool phrase, const Word* second, Use use) const {
        const bool clitic_of_nothing = first.proclitic != 0 && second != &m_digits;
        const bool long_number = second != nullptr && second->continues_number && !clitic_of_nothing;
        each_of(set(first.begins), set_of(second), set(long_number ? first.number_begins : 0),
                set(phrase ? first.phrase_begins : 0), use);
    }
    /// The same for a number in digits at the first place.
    template <class Use>
    void each_after_digits(DigitWidth width, const Word* second, Use use) const {
        each_of(set(m_digits_first[static_cast<std::size_t>(width)]),
                set(second == nullptr ? m_unknown_after_digits : second->seconds_after_digits), set(0), set(0), use);
    }

    /// Whether the word at a place of the table begins any program.
    [[nodiscard]] bool begins_any(std::uint32_t word) const {
        return ((m_beginners[word / 64] >> (word % 64)) & 1U) != 0;
    }
    /// A word that stands for a number in digits at the second place.
    [[nodiscard]] const Word& digits() const { return m_digits; }

private:
    using Bits = std::vector<std::uint64_t>;

    [[nodiscard]] std::span<const std::uint64_t> set(std::uint16_t index) const {
        return {m_sets.data() + std::size_t{index} * m_width, m_width};
    }
    [[nodiscard]] std::span<const std::uint64_t> set_of(const Word* second) const {
        return set(second == nullptr ? m_unknown_second : second->seconds);
    }
    template <class Use>
    void each_of(std::span<const std::uint64_t> first, std::span<const std::uint64_t> second,
                 std::span<const std::uint64_t> numbers, std::span<const std::uint64_t> phrases, Use use) const {
        for (std::size_t i = 0; i < m_width; ++i)
            for (std::uint64_t bits = (first[i] & (second[i] | numbers[i])) | phrases[i]; bits != 0; bits &= bits - 1)
                use(m_starts[i * 64 + static_cast<std::size_t>(__builtin_ctzll(bits))]);
    }

    std::uint16_t intern(const Bits& bits);

    std::size_t m_width = 0;
    std::vector<Start> m_starts;
    std::vector<std::uint64_t> m_sets;
    std::map<Bits, std::uint16_t> m_known;
    std::array<std::uint16_t, digit_widths> m_digits_first{};
    Bits m_beginners;  ///< a bit for each word that begins a program: most words of a text need no further look
    std::uint16_t m_unknown_second = 0;
    std::uint16_t m_unknown_after_digits = 0;
    Word m_digits;
};

}  // namespace isnad::timing
