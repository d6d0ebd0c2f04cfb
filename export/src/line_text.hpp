#pragma once
// Texts of the articles inside lines of ours.

#include <cstddef>
#include <string>
#include <string_view>

namespace isnad {

/// One line, without control or bidi marks of its own, cut at a word after `most` code points, isolated from the
/// direction of what surrounds it.
[[nodiscard]] std::string isolated(std::string_view text, std::size_t most = 240);

/// The text from its first letter, digit or opening quotation mark on.
[[nodiscard]] std::string_view without_leading_stops(std::string_view text);

/// The first letter in capitals, if it is Latin.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace isnad
