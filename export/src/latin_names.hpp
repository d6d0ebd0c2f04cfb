#pragma once
// Arabic names in Latin letters, for actors and outlets that no table gives an English name.

#include <string>
#include <string_view>

namespace isnad {

/// True when a letter of the Arabic script is in the text.
[[nodiscard]] bool has_arabic(std::string_view text);

/// The name of a person: words of the tables of given and family names as these write them, the rest letter by letter.
[[nodiscard]] std::string latin_person(std::string_view name);

/// The name of a body, outlet or unnamed group: known words translated and turned round, the rest as in latin_person.
/// What is in Latin letters already stays.
[[nodiscard]] std::string latin_body(std::string_view name);

/// Whether all words of a name are known, so that latin_body translates it whole.
[[nodiscard]] bool translates(std::string_view name);

}  // namespace isnad
