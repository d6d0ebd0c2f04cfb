#pragma once
// A word-aligned trie: phrases of folded words to entries. The first word of a phrase is found with its clitics on
// (and, then, by, to, like, and the article joined with "to") or off.

#include "isnad/extract/tokens.hpp"
#include "lexicon/word_index.hpp"

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
    /// Numbers its words in an index that it may share.
    explicit PhraseTable(std::shared_ptr<WordIndex> index) : m_index(std::move(index)) {}

    /// Adds a phrase: words parted by blanks, in any spelling (it is folded here).
    void add(std::string_view phrase, Entry entry);

    /// Lays the entries out for lookup. No phrase may be added afterwards.
    void freeze();

    /// Appends every phrase that begins at a token to `out`, for each reading of its clitics. `numbers` are those of
    /// the text's tokens in the index.
    void find(const TokenizedText& text, std::span<const std::uint32_t> numbers, std::size_t token,
              std::vector<Match>& out) const;

    [[nodiscard]] std::span<const Entry> entries(const Match& match) const {
        return std::span(m_flat).subspan(match.first_entry, match.entry_count);
    }

private:
    static constexpr std::uint32_t none = WordIndex::none;

    struct Node {
        std::uint32_t first = 0;  ///< of its entries
        std::uint32_t count = 0;
        bool goes_on = false;  ///< longer phrases pass through it
    };

    /// False for most words that begin no phrase; true for all that do.
    [[nodiscard]] bool may_begin(std::size_t hash) const {
        return ((m_beginnings[(hash >> 6U) % m_beginnings.size()] >> (hash & 63U)) & 1U) != 0;
    }
    [[nodiscard]] std::uint32_t child(std::uint32_t node, std::uint32_t word) const;
    [[nodiscard]] std::uint32_t first_node(std::string_view word) const;
    void walk(const TokenizedText& text, std::span<const std::uint32_t> numbers, std::uint32_t node, const Match& first,
              std::vector<Match>& out) const;

    /// Keys hold a node above a word, and many nodes have an edge of the same word: all bits must reach the low ones.
    struct EdgeHash {
        std::size_t operator()(std::uint64_t key) const { return number_hash(key); }
    };

    std::shared_ptr<WordIndex> m_index;
    std::vector<std::uint32_t> m_first;  ///< node of a one-word prefix, by word; none if no phrase begins so
    tsl::robin_map<std::uint64_t, std::uint32_t, EdgeHash> m_edges;
    std::array<std::uint64_t, 4096> m_beginnings{};  ///< a bit for the hash of each word that begins a phrase
    std::vector<std::vector<Entry>> m_building{1};
    std::vector<Node> m_nodes;
    std::vector<Entry> m_flat;
};

/// The readings of a folded word as clitics and rest, the bare word first; at most 6. Returns their number.
std::size_t clitic_readings(std::string_view word, Clitics (&out)[6]);

}  // namespace isnad
