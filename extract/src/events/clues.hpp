#pragma once
// Clues: what speaks for or against one decision of the reading ("does this party take part?"), and the weights that a
// training run gave them. A clue is a few words of fixed vocabularies; its name in the weights file is those words
// joined by ':', the decision first ("party:genitive:noun:meeting"). The score of a decision is the sum of the weights
// of its clues: log odds, positive for yes. What has no weight counts nothing.

#include "isnad/core/diagnostic.hpp"
#include "isnad/extract/lexicon_files.hpp"

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// A word of a clue with its hash (FNV-1a).
struct ClueWord {
    std::string_view name;
    std::uint64_t hash = 0;

    constexpr ClueWord() = default;
    constexpr ClueWord(std::string_view word, std::uint64_t hashed) : name(word), hash(hashed) {}
    constexpr explicit ClueWord(std::string_view word) : name(word), hash(0xCBF29CE484222325ULL) {
        for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
};

/// The clue that begins with the clue `first` and goes on with a word; the other way round it is another clue.
[[nodiscard]] constexpr std::uint64_t join_clue(std::uint64_t first, std::uint64_t word) {
    const std::uint64_t mixed = (std::rotl(first, 5) ^ word) * 0x9E3779B97F4A7C15ULL;
    return mixed ^ (mixed >> 32U);
}

/// The clues of one decision. Their names are kept only when somebody wants to read them.
class Clues {
public:
    Clues(ClueWord decision, bool named) : m_decision(decision), m_named(named) {
        m_hashes.reserve(usual);
        add();
    }

    template <class... Words>
    void add(const Words&... words) {
        std::uint64_t hash = m_decision.hash;
        ((hash = join_clue(hash, words.hash)), ...);
        m_hashes.push_back(hash);
        if (!m_named) return;
        std::string name(m_decision.name);
        ((name.append(":").append(words.name)), ...);
        m_names.push_back(std::move(name));
    }

    [[nodiscard]] std::span<const std::uint64_t> hashes() const { return m_hashes; }
    /// In the order of the hashes; empty unless the names are kept.
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }

private:
    static constexpr std::size_t usual = 64;  ///< clues of a decision

    ClueWord m_decision;
    bool m_named;
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::string> m_names;
};

/// The weights of all decisions of a language (lexicon/LANG/events/weights.tsv).
class ClueWeights {
public:
    /// Reads rows of clue and weight. A weight that is no number, or a clue named twice, is a diagnostic.
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);

    /// The weight of a clue; 0 when it has none.
    [[nodiscard]] float weight(std::uint64_t clue) const;
    [[nodiscard]] float score(const Clues& clues) const;
    /// The score of one of several answers: each clue is read with the answer as its last word.
    [[nodiscard]] float score(const Clues& clues, ClueWord answer) const;

private:
    struct Slot {
        std::uint64_t clue = 0;  ///< 0: empty
        float weight = 0;
    };
    void grow();
    [[nodiscard]] std::size_t place(std::uint64_t clue) const;

    std::vector<Slot> m_slots{16};  ///< a power of two, half of it empty
    std::size_t m_count = 0;
};

}  // namespace isnad
