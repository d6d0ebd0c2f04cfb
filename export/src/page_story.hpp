#pragma once
// What the page shows, as JSON that may stand inside a script element. Its reader is export/page/src/story.ts.

#include "isnad/export/tongue.hpp"
#include "isnad/graph/view.hpp"

#include <ostream>

namespace isnad {

/// Offsets are UTF-16 code units into a document's text. No '<', U+2028 or U+2029 is written as it is.
void write_page_story(const View& view, std::ostream& out, Tongue tongue);

}  // namespace isnad
