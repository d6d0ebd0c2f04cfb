#pragma once
// Whether all that follows from what documents tell is there, and nothing else.

#include "isnad/core/diagnostic.hpp"
#include "sqlite.hpp"

#include <vector>

namespace isnad::graph {

/// Makes it anew in a copy and compares. The rows of the documents must have been found sound, and be fused.
[[nodiscard]] std::vector<Diagnostic> check_derived(sqlite::Connection& db);

}  // namespace isnad::graph
