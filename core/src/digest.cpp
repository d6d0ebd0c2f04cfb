#include "isnad/core/digest.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace isnad {

namespace {

constexpr std::array<std::uint32_t, 64> round_constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

std::uint32_t big_endian(const unsigned char* p) {
    return (std::uint32_t{p[0]} << 24U) | (std::uint32_t{p[1]} << 16U) | (std::uint32_t{p[2]} << 8U) |
           std::uint32_t{p[3]};
}

}  // namespace

void Digest::compress(const unsigned char* block) {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t i = 0; i < 16; ++i) w[i] = big_endian(block + 4 * i);
    for (std::size_t i = 16; i < 64; ++i) {
        const auto s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3U);
        const auto s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10U);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = m_state;
    for (std::size_t i = 0; i < 64; ++i) {
        const auto s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const auto t1 = h + s1 + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
        const auto s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const auto t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const std::array<std::uint32_t, 8> add{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) m_state[i] += add[i];
}

Digest& Digest::bytes(std::string_view data) {
    const auto* p = reinterpret_cast<const unsigned char*>(data.data());
    auto left = data.size();
    m_size += left;
    while (left > 0) {
        if (m_used == 0 && left >= 64) {
            compress(p);
            p += 64;
            left -= 64;
            continue;
        }
        const auto take = std::min<std::size_t>(64 - m_used, left);
        std::memcpy(m_block.data() + m_used, p, take);
        m_used += take;
        p += take;
        left -= take;
        if (m_used == 64) {
            compress(m_block.data());
            m_used = 0;
        }
    }
    return *this;
}

Digest& Digest::number(std::int64_t field) {
    std::array<char, 8> raw{};
    auto rest = static_cast<std::uint64_t>(field);
    for (auto& byte : raw) {
        byte = static_cast<char>(rest & 0xFFU);
        rest >>= 8U;
    }
    return bytes({raw.data(), raw.size()});
}

Digest& Digest::text(std::string_view field) {
    number(static_cast<std::int64_t>(field.size()));
    return bytes(field);
}

Digest::Value Digest::finish() {
    const auto bits = m_size * 8;
    bytes(std::string_view("\x80", 1));
    while (m_used != 56) bytes(std::string_view("\0", 1));
    std::array<char, 8> length{};
    for (std::size_t i = 0; i < 8; ++i) length[i] = static_cast<char>((bits >> (56 - 8 * i)) & 0xFFU);
    bytes({length.data(), length.size()});
    Value out{};
    for (std::size_t i = 0; i < 32; ++i)
        out[i] = static_cast<std::uint8_t>((m_state[i / 4] >> (24 - 8 * (i % 4))) & 0xFFU);
    return out;
}

std::string hex(const Digest::Value& value, std::size_t bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < bytes; ++i) {
        out += digits[value[i] >> 4U];
        out += digits[value[i] & 0xFU];
    }
    return out;
}

std::int64_t number_of(const Digest::Value& value) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 8; ++i) out = out << 8U | value[i];
    return static_cast<std::int64_t>(out);
}

}  // namespace isnad
