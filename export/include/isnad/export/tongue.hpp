#pragma once
// The language that people read an export in.

#include "isnad/graph/view.hpp"

#include <cstdint>
#include <string>

namespace isnad {

enum class Tongue : std::uint8_t { en, ar };

/// The actor's name in a language, or the one there is.
[[nodiscard]] inline const std::string& name_in(const Actor& actor, Tongue tongue) {
    const std::string& wanted = tongue == Tongue::en ? actor.name_en : actor.name_ar;
    const std::string& other = tongue == Tongue::en ? actor.name_ar : actor.name_en;
    return wanted.empty() ? other : wanted;
}

}  // namespace isnad
