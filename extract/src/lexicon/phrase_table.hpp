#pragma once
// A word-aligned trie: phrases of folded words to entries. The first word of a phrase is found with its clitics on
// (and, then, by, to, like, and the article joined with "to") or off.

#include "isnad/extract/tokens.hpp"
#include "lexicon/word_hash.hpp"

#include <tsl/robin_map.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

enum class EntryKind : std::uint8_t {
    entity,             ///< index into Pack::entities; features: EntityForm
    nationality,        ///< index into Pack::countries; features: AdjectiveForm bits
    office,             ///< index into Pack::offices
    dual_office,        ///< the same, two holders
    trigger,            ///< index into Triggers::items; features: WordForm
    word,               ///< index: a WordClass
    group_head,         ///< index into Pack::group_heads
    nothing,            ///< words that look like a name and are none
    occupation,         ///< a calling that introduces a person
    organization_head,  ///< index into Pack::organization_heads
    title_word,         ///< index: a TitleWord
};

struct Entry {
    EntryKind kind{};
    std::uint16_t features = 0;
    std::uint32_t index = 0;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// What stood glued before a word.
struct Clitics {
    std::uint8_t size = 0;     ///< folded bytes to skip
    bool conjunction = false;  ///< waw or feh
    char preposition = 0;      ///< 'b', 'l', 'k' or 0
};

/// A phrase found at a token.
struct Match {
    std::uint32_t begin = 0;  ///< token
    std::uint32_t end = 0;    ///< one past the last token
    Clitics clitics;
    std::uint32_t first_entry = 0;
    std::uint32_t entry_count = 0;
};

class PhraseTable {
public:
    /// Adds a phrase: words parted by blanks, in any spelling (it is folded here).
    void add(std::string_view phrase, Entry entry);

    /// Lays the entries out for lookup. No phrase may be added afterwards.
    void freeze();

    /// Appends every phrase that begins at a token to `out`, for each reading of its clitics.
    void find(const TokenizedText& text, std::size_t token, std::vector<Match>& out) const;

    [[nodiscard]] std::span<const Entry> entries(const Match& match) const {
        return std::span(m_flat).subspan(match.first_entry, match.entry_count);
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    struct Node {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    std::uint32_t intern(std::string_view word);
    [[nodiscard]] std::uint32_t word(std::string_view text, std::size_t hash) const;
    /// False for most words that begin no phrase; true for all that do.
    [[nodiscard]] bool may_begin(std::size_t hash) const {
        const auto bit = hash % (m_beginnings.size() * 64);
        return ((m_beginnings[bit / 64] >> (bit % 64)) & 1U) != 0;
    }
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
    void walk(const TokenizedText& text, std::size_t token, Clitics clitics, std::vector<Match>& out) const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return word_hash(s); }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(std::string_view a, std::string_view b) const { return a == b; }
    };

    tsl::robin_map<std::string, std::uint32_t, Hash, Equal> m_words;
    tsl::robin_map<std::uint64_t, std::uint32_t> m_edges;
    std::vector<std::uint64_t> m_beginnings;  ///< a bit for the hash of each word that begins a phrase; a power of two
    std::vector<std::uint32_t> m_first;       ///< node of a one-word prefix, by word; none if no phrase begins so
    std::vector<std::vector<Entry>> m_building{1};
    std::vector<Node> m_nodes;
    std::vector<Entry> m_flat;
};

/// The readings of a folded word as clitics and rest, the bare word first; at most 6. Returns their number.
std::size_t clitic_readings(std::string_view word, Clitics (&out)[6]);

}  // namespace isnad
