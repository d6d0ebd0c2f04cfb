#pragma once
// The hash of a word, eight bytes a step: words are looked up by the million.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace isnad {

[[nodiscard]] inline std::size_t word_hash(std::string_view text) {
    std::uint64_t h = text.size() * 0x9E3779B97F4A7C15ULL;
    const char* p = text.data();
    std::size_t n = text.size();
    for (; n >= 8; p += 8, n -= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, p, 8);
        h = (h ^ part) * 0xBF58476D1CE4E5B9ULL;
        h ^= h >> 29U;
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, p, n);
    h = (h ^ rest) * 0x94D049BB133111EBULL;
    return h ^ (h >> 32U);
}

}  // namespace isnad
