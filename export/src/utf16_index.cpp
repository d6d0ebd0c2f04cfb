#include "utf16_index.hpp"

#include <algorithm>

namespace isnad {

namespace {

/// Code units that begin with a byte: none for the later bytes of a code point, two for those beyond U+FFFF.
std::uint32_t units(char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xF0) return 2;
    return (byte & 0xC0U) == 0x80 ? 0 : 1;
}

}  // namespace

Utf16Index::Utf16Index(std::string_view text) : m_text(text) {
    m_before.reserve(text.size() / block + 1);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i % block == 0) m_before.push_back(count);
        if (i < text.size()) count += units(text[i]);
    }
}

std::size_t Utf16Index::at(std::size_t byte) const {
    const std::size_t end = std::min(byte, m_text.size());
    std::size_t count = m_before[end / block];
    for (std::size_t i = end - end % block; i < end; ++i) count += units(m_text[i]);
    return count;
}

}  // namespace isnad
