#include "lexicon/word_index.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace isnad {

std::uint32_t WordIndex::find(std::string_view word, std::size_t hash) const {
    for (auto at = place(hash); m_slots[at].number != none; at = next(at))
        if (m_slots[at].hash == high(hash) && m_words[m_slots[at].number] == word) return m_slots[at].number;
    return none;
}

std::vector<std::uint32_t> WordIndex::find_all(const TokenizedText& text) const {
    constexpr std::size_t ahead = 32;
    std::vector<std::uint32_t> out(text.tokens.size());
    std::array<std::size_t, ahead> hashes{};
    for (std::size_t begin = 0; begin < out.size(); begin += ahead) {
        const auto count = std::min(ahead, out.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            hashes[i] = word_hash(text.text(begin + i));
            __builtin_prefetch(&m_slots[place(hashes[i])]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const auto& slot = m_slots[place(hashes[i])];
            if (slot.hash == high(hashes[i]) && slot.number != none) __builtin_prefetch(&m_words[slot.number]);
        }
        for (std::size_t i = 0; i < count; ++i) out[begin + i] = find(text.text(begin + i), hashes[i]);
    }
    return out;
}

std::uint32_t WordIndex::add(std::string_view word) {
    if (const auto known = find(word); known != none) return known;
    m_words.push_back(keep(word));
    if (m_slots.size() < 2 * m_words.size()) {
        m_slots.assign(2 * m_slots.size(), Slot{});
        for (std::uint32_t number = 0; number + 1 < size(); ++number) put(number);
    }
    put(size() - 1);
    return size() - 1;
}

void WordIndex::put(std::uint32_t number) {
    const auto hash = word_hash(m_words[number]);
    auto at = place(hash);
    while (m_slots[at].number != none) at = next(at);
    m_slots[at] = {high(hash), number};
}

std::string_view WordIndex::keep(std::string_view text) {
    constexpr std::size_t block = std::size_t{1} << 16U;
    if (m_blocks.empty() || m_used + text.size() > block) {
        m_blocks.push_back(std::make_unique<char[]>(std::max(block, text.size())));
        m_used = 0;
    }
    char* place = m_blocks.back().get() + m_used;
    std::memcpy(place, text.data(), text.size());
    m_used += text.size();
    return {place, text.size()};
}

}  // namespace isnad
