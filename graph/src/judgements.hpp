#pragma once
// Who counts as whom: judgements in force, and what follows from them.

#include "store_impl.hpp"

namespace isnad::graph {

/// Pairs in force, smaller key first: the last row on a pair is a merge.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> merges_in_force(sqlite::Connection& db);

/// Computes the blocks of a document's tellings anew; the old and the new ones become pending when they differ.
void reassign_blocks(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId document);

/// Brings the same_as edges in line with the judgements in force.
void write_same_as_edges(sqlite::Connection& db);

}  // namespace isnad::graph
