#pragma once
// Digests of rows as they stand in the store.

#include "digest.hpp"
#include "sqlite.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace isnad::graph {

/// Over all that a document tells: its own row and every row below it, with row ids replaced by keys. What judgements
/// change (the block of a telling) and what is made of it all is left out.
[[nodiscard]] std::string rows_digest(sqlite::Connection& db, sqlite::RowId document);

/// Keeps it, where it is not kept yet.
void keep_rows_digest(sqlite::Connection& db, sqlite::RowId document);
void keep_missing_rows_digests(sqlite::Connection& db);

/// Adds every column of a row.
void add_row(Digest& digest, const sqlite::Query& row, int columns);

}  // namespace isnad::graph
