#pragma once
// Byte offsets of a UTF-8 text as offsets in UTF-16 code units, which is how a browser counts.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

/// The text must outlive the index. Looking up takes constant time.
class Utf16Index {
public:
    explicit Utf16Index(std::string_view text);

    /// Code units before a byte; a byte beyond the end counts as the end.
    [[nodiscard]] std::size_t at(std::size_t byte) const;

private:
    static constexpr std::size_t block = 64;
    std::string_view m_text;
    std::vector<std::uint32_t> m_before;  ///< code units before each block
};

}  // namespace isnad
