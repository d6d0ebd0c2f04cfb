#pragma once
// The tables of a store as what they say, whatever their row ids.

#include <span>
#include <string_view>

namespace isnad::graph {

struct Table {
    std::string_view name;
    std::string_view rows;  ///< a query for every column, with row ids replaced by keys
};

/// All that count for the content hash.
[[nodiscard]] std::span<const Table> logical_tables();

}  // namespace isnad::graph
