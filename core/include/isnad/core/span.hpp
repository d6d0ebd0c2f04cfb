#pragma once
// A half-open range of bytes [begin, end) of a document's text as given (UTF-8).

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace isnad {

struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that holds both.
[[nodiscard]] constexpr Span cover(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace isnad
