#pragma once
// Text as HTML shows it.

#include <string>
#include <string_view>

namespace isnad {

/// The text with what HTML would take for markup escaped, for content and for "..." attributes. Control characters but
/// tab and line feed become U+FFFD, \r\n and \r become \n.
[[nodiscard]] std::string html_text(std::string_view text);

/// True for http and https: an address that may become a link.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace isnad
