#include "isnad/core/utf8.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

constexpr bool is_continuation(unsigned char c) { return (c & 0xC0U) == 0x80U; }

}  // namespace

CodePoint decode(std::string_view text, std::size_t offset) {
    const unsigned char lead = byte_at(text, offset);
    if (lead < 0x80) return {lead, 1};
    const std::size_t left = text.size() - offset;
    const auto next = [&](std::size_t i) { return byte_at(text, offset + i); };
    if (lead >= 0xC2 && lead < 0xE0 && left >= 2 && is_continuation(next(1)))
        return {static_cast<char32_t>(((lead & 0x1FU) << 6U) | (next(1) & 0x3FU)), 2};
    if ((lead & 0xF0U) == 0xE0U && left >= 3 && is_continuation(next(1)) && is_continuation(next(2))) {
        const auto cp = static_cast<char32_t>(((lead & 0x0FU) << 12U) | ((next(1) & 0x3FU) << 6U) | (next(2) & 0x3FU));
        if (cp >= 0x800 && (cp < 0xD800 || cp > 0xDFFF)) return {cp, 3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && left >= 4 && is_continuation(next(1)) && is_continuation(next(2)) &&
        is_continuation(next(3))) {
        const auto cp = static_cast<char32_t>(((lead & 0x07U) << 18U) | ((next(1) & 0x3FU) << 12U) |
                                              ((next(2) & 0x3FU) << 6U) | (next(3) & 0x3FU));
        if (cp >= 0x10000 && cp <= 0x10FFFF) return {cp, 4};
    }
    return {replacement, 1};
}

void append_utf8(std::string& out, char32_t cp) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (cp < 0x80) {
        put(cp);
    } else if (cp < 0x800) {
        put(0xC0U | (cp >> 6U));
        put(0x80U | (cp & 0x3FU));
    } else if (cp < 0x10000) {
        put(0xE0U | (cp >> 12U));
        put(0x80U | ((cp >> 6U) & 0x3FU));
        put(0x80U | (cp & 0x3FU));
    } else {
        put(0xF0U | (cp >> 18U));
        put(0x80U | ((cp >> 12U) & 0x3FU));
        put(0x80U | ((cp >> 6U) & 0x3FU));
        put(0x80U | (cp & 0x3FU));
    }
}

std::optional<std::size_t> find_malformed_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto cp = decode(text, i);
        if (cp.size == 1 && byte_at(text, i) >= 0x80) return i;
        i += cp.size;
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

CodePointIndex::CodePointIndex(std::string_view text) : m_text(text) {
    m_before.reserve(text.size() / block + 1);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % block == 0) m_before.push_back(count);
        count += is_continuation(byte_at(text, i)) ? 0U : 1U;
    }
    if (text.size() % block == 0) m_before.push_back(count);
}

std::size_t CodePointIndex::code_point(std::size_t byte) const {
    byte = std::min(byte, m_text.size());
    const std::size_t start = byte / block * block;
    return m_before[byte / block] + count_code_points(m_text.substr(start, byte - start));
}

}  // namespace isnad
