#pragma once
// Words numbered in the order in which they come: looked for by the million. The table is open and holds eight bytes a
// slot, so that a whole text is looked up with its memory fetched ahead; a word at a time waits for memory and takes
// half as long again, and a map of the library that the rest of the project uses shows no place to fetch.

#include "isnad/extract/tokens.hpp"
#include "lexicon/word_hash.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace isnad {

class WordIndex {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    WordIndex() : m_slots(smallest) {}

    /// The number of a word; `none` when it was never added. `hash` is its word_hash.
    [[nodiscard]] std::uint32_t find(std::string_view word, std::size_t hash) const;
    [[nodiscard]] std::uint32_t find(std::string_view word) const { return find(word, word_hash(word)); }
    [[nodiscard]] bool contains(std::string_view word) const { return find(word) != none; }
    /// The number of every token of a text.
    [[nodiscard]] std::vector<std::uint32_t> find_all(const TokenizedText& text) const;

    /// The number of a word that is copied when it is new: then it is the count of those before it.
    std::uint32_t add(std::string_view word);

    [[nodiscard]] const std::vector<std::string_view>& words() const { return m_words; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_words.size()); }

private:
    struct Slot {
        std::uint32_t hash = 0;  ///< the high half
        std::uint32_t number = none;
    };
    static constexpr std::size_t smallest = 16;

    [[nodiscard]] static std::uint32_t high(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }
    [[nodiscard]] std::size_t place(std::size_t hash) const { return hash & (m_slots.size() - 1); }
    [[nodiscard]] std::size_t next(std::size_t place) const { return (place + 1) & (m_slots.size() - 1); }
    void put(std::uint32_t number);
    std::string_view keep(std::string_view text);

    std::vector<Slot> m_slots;  ///< a power of two, half of it empty
    std::vector<std::string_view> m_words;
    std::size_t m_used = 0;  ///< bytes of the last block
    std::vector<std::unique_ptr<char[]>> m_blocks;
};

}  // namespace isnad
