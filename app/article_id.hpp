#pragma once
// What an article is called when it does not say: by its address, else by the name of its file and its content.

#include "isnad/core/document.hpp"

#include <string>
#include <string_view>

namespace isnad::app {

/// The address as the id of one article: scheme and host in lower case, without a fragment. Empty when it is not a
/// whole http address, or names a site and no page of it.
[[nodiscard]] std::string address_id(std::string_view address);

/// "NAME-0123456789ab": twelve hex digits of the SHA-256 of title and text. What is not UTF-8 in the name, or a
/// control character, becomes an underscore.
[[nodiscard]] std::string content_id(std::string_view name, const Document& document);

/// A key of a file that is the same by whatever path it is reached, and from which the path cannot be read; empty when
/// there is no such file.
[[nodiscard]] std::string file_key(const std::string& path);

}  // namespace isnad::app
