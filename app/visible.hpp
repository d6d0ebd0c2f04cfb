#pragma once
// What others chose, fit for a terminal.

#include <string>
#include <string_view>

namespace isnad::app {

/// The text with each control character, line breaks among them, and each byte that is not UTF-8 as "\x1b": no terminal
/// is told what to do by it, and one line stays one line.
[[nodiscard]] std::string visible(std::string_view text);

}  // namespace isnad::app
