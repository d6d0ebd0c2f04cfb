#pragma once
// The tables behind fold(), generated at build time from Unicode data by core/tools/make_fold_table.cpp.

#include <cstdint>

namespace isnad::fold_table {

struct Entry {
    std::uint16_t offset;  ///< into replacements
    std::uint8_t size;     ///< bytes; 0 drops the code point, `keep` leaves it as it is
};

inline constexpr std::uint8_t keep = 255;

extern const std::uint8_t page_of[256];  ///< of a BMP code point's high byte
extern const Entry pages[][256];         ///< page 0 keeps everything
extern const char replacements[];

/// What most text needs: letters of one or two bytes that fold to one letter of their own length.
struct Pair {
    char bytes[2];
    bool known;  ///< false: the folded form is not one letter of two bytes
};

extern const char ascii[128];
inline constexpr unsigned first_lead = 0xC2;
inline constexpr unsigned last_lead = 0xDF;
extern const Pair pairs[last_lead - first_lead + 1][64];  ///< by lead byte and the low bits of the second

}  // namespace isnad::fold_table
