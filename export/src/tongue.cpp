#include "isnad/export/tongue.hpp"

#include "latin_names.hpp"

namespace isnad {

std::string name_in(const Actor& actor, Tongue tongue) {
    if (tongue == Tongue::ar) return actor.name_ar.empty() ? actor.name_en : actor.name_ar;
    if (!actor.name_en.empty()) return actor.name_en;
    const bool body = actor.type != NodeType::person && actor.type != NodeType::place;
    return body ? latin_body(actor.name_ar) : latin_person(actor.name_ar);
}

}  // namespace isnad
