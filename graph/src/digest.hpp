#pragma once
// Digests of what the store holds.

#include "isnad/core/digest.hpp"
#include "isnad/graph/store.hpp"

#include <string>
#include <string_view>

namespace isnad::graph {

using isnad::Digest;
using isnad::hex;
using isnad::number_of;

[[nodiscard]] std::string text_digest(std::string_view text);

/// Over everything in a document and its extraction: two that differ in any field differ here.
[[nodiscard]] std::string content_digest(const Extracted& extracted);

}  // namespace isnad::graph
