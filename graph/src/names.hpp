#pragma once
// Finding actors by what people type.

#include "isnad/graph/query.hpp"
#include "store_impl.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace isnad::graph {

struct FoundName {
    NameMatch how = NameMatch::none;
    std::vector<sqlite::RowId> nodes;  ///< the one most often named first; merged actors once
    std::vector<std::string> suggestions;
};

[[nodiscard]] FoundName find_name(sqlite::Connection& db, std::string_view name, Identity identity = Identity::judged);

[[nodiscard]] std::optional<Actor> read_actor(sqlite::Connection& db, sqlite::RowId node);

/// The row that an actor counts as after judgements, and the rows of all that count as it.
[[nodiscard]] sqlite::RowId canonical_node(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId node);

}  // namespace isnad::graph
