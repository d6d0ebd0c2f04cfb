#pragma once
// The extraction record: one JSON object for one document, the form that other programs read (docs/records.md).
// Offsets are Unicode code points into the document's text as given. Days are inclusive ISO dates.

#include "isnad/core/document.hpp"
#include "isnad/core/extraction.hpp"

#include <string>

namespace isnad {

/// One line of JSON Lines, without the line break; keys stand in a fixed order.
[[nodiscard]] std::string to_record(const Document& document, const Extraction& extraction);

}  // namespace isnad
