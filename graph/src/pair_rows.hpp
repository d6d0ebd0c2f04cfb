#pragma once
// The pairs of parties by which consultations are held together, as rows, and the days on which their accounts settle.

#include "fusion/consultations.hpp"
#include "store_impl.hpp"

namespace isnad::graph {

/// Notes the pairs of one event mention, by name; they become pending. Needs a transaction, as all below.
void add_pairings(sqlite::Connection& db, sqlite::RowId telling, const std::vector<std::string>& pairs);

/// Takes the pairs of a document's mentions away; they become pending.
void drop_pairings(sqlite::Connection& db, sqlite::RowId document);

/// Weighs all accounts of a pair anew; the blocks of mentions whose day changed become pending.
void settle_pair(sqlite::Connection& db, std::int64_t pair);

/// Whether days and support of a pair's mentions are what its accounts give.
[[nodiscard]] bool pair_is_settled(sqlite::Connection& db, std::int64_t pair);

}  // namespace isnad::graph
