#pragma once
// All that follows from what documents tell, made anew.

#include "sqlite.hpp"

namespace isnad::graph {

/// Throws away actors' columns and names, edges, events and the word index, and makes them again from the rows of the
/// documents. Needs a store of the current version; throws StoreError where those rows do not fit together.
void derive_anew(sqlite::Connection& db);

}  // namespace isnad::graph
