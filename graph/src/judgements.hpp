#pragma once
// Who counts as whom: judgements in force, and what follows from them.

#include "store_impl.hpp"

namespace isnad::graph {

/// Pairs in force, smaller key first: the last row on a pair is a merge.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> merges_in_force(sqlite::Connection& db);

/// Places the event mentions of a document anew; their blocks and pairs, old and new, become pending.
void reassign_blocks(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId document);

/// The same for all documents.
void place_all(sqlite::Connection& db);

/// Brings the same_as edges in line with the judgements in force.
void write_same_as_edges(sqlite::Connection& db);

}  // namespace isnad::graph
