#pragma once
// Events written to the store, with their edges and the evidence of each.

#include "block_rows.hpp"
#include "fusion/fusion.hpp"

namespace isnad::graph {

/// Replaces the events of a block by what its tellings tell now. New meetings and visits become pending parts. Needs a
/// transaction.
void write_block(sqlite::Connection& db, const SameAs& same_as, std::int64_t block);

/// A new edge; there must be none of this type between the two yet.
sqlite::RowId add_edge(sqlite::Connection& db, sqlite::RowId source, const char* type, sqlite::RowId target,
                       const Interval& valid, Day reported);

void add_evidence(sqlite::Connection& db, sqlite::RowId edge, sqlite::RowId document, Span span, std::string_view rule);

}  // namespace isnad::graph
