#pragma once
// The edges of the knowledge graph that follow from a statement alone.

#include "sqlite.hpp"

namespace isnad::graph {

/// Speaker, addressee and sources, with their evidence. Events that it is about come with the events.
void write_statement_edges(sqlite::Connection& db, sqlite::RowId statement);

}  // namespace isnad::graph
