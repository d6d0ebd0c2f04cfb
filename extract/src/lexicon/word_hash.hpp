#pragma once
// What words are looked up by, a million times over: hashes of words, eight bytes a step, and of numbers; beginnings.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace isnad {

/// The bytes at a place as a number.
template <class Number>
[[nodiscard]] inline std::uint64_t number_at(const char* p) {
    Number out = 0;
    std::memcpy(&out, p, sizeof out);
    return out;
}

[[nodiscard]] inline std::size_t word_hash(std::string_view text) {
    const char* p = text.data();
    std::size_t n = text.size();
    std::uint64_t h = n * 0x9E3779B97F4A7C15ULL;
    for (; n > 8; p += 8, n -= 8) {
        h = (h ^ number_at<std::uint64_t>(p)) * 0xBF58476D1CE4E5B9ULL;
        h ^= h >> 29U;
    }
    // The rest is read as two halves that overlap: a copy of a length not known before is a call.
    std::uint64_t rest = 0;
    if (n >= 4)
        rest = number_at<std::uint32_t>(p) << 32U | number_at<std::uint32_t>(p + n - 4);
    else
        for (; n > 0; --n) rest = rest << 8U | static_cast<unsigned char>(*p++);
    h = (h ^ rest) * 0x94D049BB133111EBULL;
    return h ^ (h >> 32U);
}

struct WordHash {
    std::size_t operator()(std::string_view text) const { return word_hash(text); }
};

/// Whether a text begins so. Looks at the last byte first: letters of one script share their first.
[[nodiscard]] inline bool begins(std::string_view text, std::string_view prefix) {
    if (prefix.empty() || text.size() < prefix.size()) return prefix.empty();
    return text[prefix.size() - 1] == prefix.back() && text.starts_with(prefix);
}

/// A bijection that spreads every bit over all of them (the finaliser of SplitMix64).
[[nodiscard]] inline std::uint64_t number_hash(std::uint64_t n) {
    n = (n ^ (n >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    n = (n ^ (n >> 27U)) * 0x94D049BB133111EBULL;
    return n ^ (n >> 31U);
}

}  // namespace isnad
