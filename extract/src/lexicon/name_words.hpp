#pragma once
// What tells a name that no list holds from other words: given and family names with their Latin form, everyday words,
// how the letters of a word look, and which letters sound alike.

#include "isnad/core/diagnostic.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/word_index.hpp"

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// What a word is in names, as bits.
struct NameKind {
    static constexpr std::uint8_t given = 1;
    static constexpr std::uint8_t family = 2;
    static constexpr std::uint8_t alone = 4;    ///< a family name that is nothing else
    static constexpr std::uint8_t common = 8;   ///< a word of everyday language as well
    static constexpr std::uint8_t begins = 16;  ///< the first word of a name of several words
};

class NameWords {
public:
    /// The index by whose numbers texts are looked up; before anything is loaded.
    void number_in(std::shared_ptr<WordIndex> index) { m_index = std::move(index); }
    /// The files that `load` reads, in the order in which it must: of two Latin forms of a word the first holds.
    static constexpr std::array<std::string_view, 6> files{"name_parts.tsv",   "given_names.tsv",  "family_names.tsv",
                                                           "common_words.tsv", "name_letters.tsv", "sound_alike.tsv"};
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);
    /// A form of a listed person: of several words, its first is a given name and the whole is known by its sound.
    void add_person(std::string_view form, std::uint32_t person);

    /// What the word with a number of the index is: NameKind bits.
    [[nodiscard]] std::uint8_t kind(std::uint32_t number) const {
        return number < m_kinds.size() ? m_kinds[number] : std::uint8_t{0};
    }
    [[nodiscard]] std::uint8_t kind(std::string_view folded) const {
        const auto hash = word_hash(folded);
        return may_be_marked(hash) ? kind(m_index->find(folded, hash)) : std::uint8_t{0};
    }
    /// Whether a folded word is a given name.
    [[nodiscard]] bool given(std::string_view folded) const {
        return (kind(folded) & (NameKind::given | NameKind::common)) == NameKind::given;
    }
    /// Whether a word is a given name in just this spelling, for names that folding makes equal to a small word.
    [[nodiscard]] bool spelled_given(std::string_view raw) const { return m_spelled.contains(raw); }
    /// Whether a folded word is one of everyday language, also behind a clitic or the article.
    [[nodiscard]] bool common(std::string_view folded) const;
    /// How much the letters of a folded word say that it is part of a name: hundredths of a logit, of a model that
    /// scripts/train_name_letters trains; 0 is undecided.
    [[nodiscard]] int likeness(std::string_view folded) const;
    /// Whether the tables hold two words, by their numbers, as one name.
    [[nodiscard]] bool one_name(std::uint32_t first, std::uint32_t second) const {
        return m_pairs.contains((std::uint64_t{first} << 32U) | second);
    }
    [[nodiscard]] std::uint32_t number(std::string_view folded) const { return m_index->find(folded); }
    /// The Latin form of a folded name, its words parted by blanks; empty when a word has none.
    [[nodiscard]] std::string latin(std::string_view folded) const;
    /// Whether a folded word sounds like the given name of a listed person.
    [[nodiscard]] bool own_given(std::string_view folded, std::uint32_t person) const;
    /// The one listed person whose full name sounds like these folded words.
    [[nodiscard]] std::optional<std::uint32_t> sounds_like(std::string_view folded) const;

private:
    struct PairHash {
        std::size_t operator()(std::uint64_t key) const { return number_hash(key); }
    };

    /// False for most words that have no kind; true for all that have one.
    [[nodiscard]] bool may_be_marked(std::size_t hash) const {
        return ((m_marked[(hash >> 6U) % m_marked.size()] >> (hash & 63U)) & 1U) != 0;
    }
    void mark(std::string_view folded, std::uint8_t kind);
    void mark_pair(std::string_view first, std::string_view second);
    void load_names(const LexiconFile& file, std::uint8_t kind, std::vector<Diagnostic>& diagnostics);
    void load_letters(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);
    [[nodiscard]] std::string sound(std::string_view folded) const;

    std::shared_ptr<WordIndex> m_index = std::make_shared<WordIndex>();
    std::vector<std::uint8_t> m_kinds;           ///< by number
    std::array<std::uint64_t, 4096> m_marked{};  ///< a bit for the hash of each word that has a kind
    WordIndex m_spelled;
    WordIndex m_common;  ///< of its own: in the index of the texts so many words would slow every look-up
    WordIndex m_pieces;
    std::vector<int> m_weights;  ///< of m_pieces
    int m_bias = 0;
    tsl::robin_set<std::uint64_t, PairHash> m_pairs;   ///< numbers of the two words of a name
    tsl::robin_map<std::string, std::string> m_latin;  ///< folded to Latin
    tsl::robin_map<char32_t, char> m_signs;            ///< letter to sign, '-' for one that is left out
    tsl::robin_map<std::string, std::vector<std::uint32_t>> m_given_sounds;
    tsl::robin_map<std::string, std::optional<std::uint32_t>> m_full_sounds;  ///< empty where two persons sound alike
};

}  // namespace isnad
