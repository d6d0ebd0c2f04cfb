#pragma once
// Folding: the one spelling under which words are compared. Of Arabic it drops vowel marks, tatweel and bidi marks,
// joins the alef forms, alef maqsura with yeh, teh marbuta with heh, hamza carriers with their bare letters, and maps
// both digit sets to ASCII; presentation forms, full width and ligatures are decomposed; Latin loses case and accents;
// every quotation mark becomes '"' or '\'', every dash '-', every space ' '. Line breaks stay.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// A folded text and, for each of its bytes, the byte of the raw text it came from; one entry more, the raw size,
/// stands at the end. Marks that were dropped belong to the letter before them.
struct Folded {
    std::string text;
    std::vector<std::uint32_t> origin;

    /// The raw span of a folded range; the end takes in marks dropped after the last letter.
    [[nodiscard]] std::uint32_t raw(std::size_t folded_offset) const { return origin[folded_offset]; }
};

[[nodiscard]] std::string fold(std::string_view raw);
[[nodiscard]] Folded fold_with_origin(std::string_view raw);

}  // namespace isnad
