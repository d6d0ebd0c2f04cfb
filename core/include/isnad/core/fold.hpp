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

/// A stretch of folded text and the raw text it came from.
struct FoldedPiece {
    std::uint32_t begin = 0;  ///< folded byte
    std::uint32_t raw = 0;    ///< raw byte
    bool one_letter = false;  ///< all of it came from the one letter at `raw`; else byte stands for byte
};

/// A folded text, well-formed UTF-8 whatever the raw text was, and where its letters came from. Marks that were dropped
/// belong to the letter before them.
struct Folded {
    std::string text;
    std::vector<FoldedPiece> pieces;  ///< in order; the first begins at 0

    /// The raw place of a folded letter, told by its first byte, or the raw size for the size of the folded text. So
    /// the raw end of a folded range takes in marks dropped after its last letter.
    [[nodiscard]] std::uint32_t raw(std::size_t folded_offset) const;
};

[[nodiscard]] std::string fold(std::string_view raw);
[[nodiscard]] Folded fold_with_origin(std::string_view raw);

}  // namespace isnad
