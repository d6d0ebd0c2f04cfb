#pragma once
// From a document to what was read in it.

#include "isnad/core/extraction.hpp"
#include "isnad/extract/language.hpp"
#include "isnad/extract/time.hpp"
#include "isnad/extract/trace.hpp"

namespace isnad {

struct ExtractOptions {
    bool events = true;  ///< false: times only
    TimeOptions time;
    Trace* trace = nullptr;  ///< filled with what was weighed, when given; not to be shared between calls at one time
};

/// Depends on nothing but its arguments; safe to call from many threads with one Language.
/// The document's text must be well-formed UTF-8.
[[nodiscard]] Extraction extract(const Document& document, const Language& language,
                                 const ExtractOptions& options = {});

}  // namespace isnad
