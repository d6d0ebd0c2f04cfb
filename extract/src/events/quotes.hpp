#pragma once
// Quoted words inside statements.

#include "isnad/core/extraction.hpp"
#include "isnad/extract/tokens.hpp"

namespace isnad {

/// Gives each statement the quotations inside its content; words between quotation marks are direct. A quotation that
/// is not closed in its sentence ends with it.
void find_quotes(const TokenizedText& text, Extraction& extraction);

}  // namespace isnad
