#pragma once
// SHA-256 (FIPS 180-4), fed field by field: every field goes in with its length, so that no two records run together.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad {

class Digest {
public:
    Digest& bytes(std::string_view data);
    Digest& text(std::string_view field);
    Digest& number(std::int64_t field);
    template <class T>
    Digest& maybe(const std::optional<T>& field) {
        number(field ? 1 : 0);
        if (field) number(static_cast<std::int64_t>(*field));
        return *this;
    }

    using Value = std::array<std::uint8_t, 32>;
    [[nodiscard]] Value finish();

private:
    void compress(const unsigned char* block);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, 64> m_block{};
    std::size_t m_used = 0;
    std::uint64_t m_size = 0;
};

[[nodiscard]] std::string hex(const Digest::Value& value, std::size_t bytes = 32);

/// The first eight bytes as a number.
[[nodiscard]] std::int64_t number_of(const Digest::Value& value);

}  // namespace isnad
