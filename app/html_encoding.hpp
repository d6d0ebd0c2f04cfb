#pragma once
// The bytes of an HTML page as UTF-8.

#include "isnad/core/diagnostic.hpp"

#include <string>
#include <variant>

namespace isnad::app {

/// Decodes a page by, in this order: a byte order mark; being well-formed UTF-8 (whatever the page declares: pages are
/// often converted without their declaration); the encoding that a meta element or XML declaration at its beginning
/// names. A Diagnostic, with line and column where there is one, when the encoding is not known, not declared, or not
/// what the page says. NUL bytes become spaces.
[[nodiscard]] std::variant<std::string, Diagnostic> decode_html(const std::string& name, std::string bytes);

}  // namespace isnad::app
