#pragma once
// UTF-8: decoding, validation and the mapping of byte offsets to code points.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 1;  ///< bytes it took; 1 for a malformed byte, whose value is U+FFFD
};

/// Decodes the code point at `offset` (which must lie inside the text). Malformed input never reads past the end.
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);

void append_utf8(std::string& out, char32_t code_point);

/// Offset of the first byte that is not part of well-formed UTF-8; empty when all of it is.
[[nodiscard]] std::optional<std::size_t> find_malformed_utf8(std::string_view text);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// Byte offsets to code point offsets of one text, in constant time and an eighth of the text's size.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text);
    [[nodiscard]] std::size_t code_point(std::size_t byte) const;

private:
    static constexpr std::size_t block = 64;
    std::string_view m_text;
    std::vector<std::uint32_t> m_before;  ///< code points before each block
};

}  // namespace isnad
