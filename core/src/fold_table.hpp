#pragma once
// The table behind fold(), generated at build time from Unicode data by core/tools/make_fold_table.cpp.

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

}  // namespace isnad::fold_table
