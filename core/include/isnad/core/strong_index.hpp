#pragma once
// An index into one vector of an Extraction. Indices of different vectors are different types:
// giving an event where a node is asked for does not compile.

#include <compare>
#include <cstddef>
#include <cstdint>

namespace isnad {

template <class Tag>
class StrongIndex {
public:
    constexpr StrongIndex() = default;
    explicit constexpr StrongIndex(std::size_t value) : m_value(static_cast<std::uint32_t>(value)) {}

    [[nodiscard]] constexpr std::size_t value() const { return m_value; }
    friend constexpr auto operator<=>(StrongIndex, StrongIndex) = default;

private:
    std::uint32_t m_value = 0;
};

using NodeIndex = StrongIndex<struct NodeTag>;
using TimeIndex = StrongIndex<struct TimeTag>;
using EventIndex = StrongIndex<struct EventTag>;
using StatementIndex = StrongIndex<struct StatementTag>;

}  // namespace isnad
