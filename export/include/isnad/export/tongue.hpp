#pragma once
// The language that people read an export in.

#include "isnad/graph/view.hpp"

#include <cstdint>
#include <string>

namespace isnad {

enum class Tongue : std::uint8_t { en, ar };

/// The actor's name in a language. A name that has no English form is written in Latin letters
/// (docs/formats.md#latin-names). In Arabic the English name where there is no other.
[[nodiscard]] std::string name_in(const Actor& actor, Tongue tongue);

}  // namespace isnad
