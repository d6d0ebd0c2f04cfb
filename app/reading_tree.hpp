#pragma once
// How an article was read, for people: each sentence as its clauses, what was found in them, and why.

#include "isnad/core/document.hpp"
#include "isnad/core/extraction.hpp"
#include "isnad/extract/trace.hpp"

#include <iosfwd>

namespace isnad::app {

/// Writes the trace of an article. With `clues` every decision with the clues that were looked at, otherwise only what
/// was decided.
void write_tree(const Document& document, const Extraction& extraction, const Trace& trace, bool clues,
                std::ostream& out);

}  // namespace isnad::app
