#include "lexicon/pack.hpp"

#include <algorithm>
#include <utility>

namespace isnad {

EntityId Pack::add(Node node) {
    const auto id = static_cast<EntityId>(entities.size());
    m_by_key.emplace(node.key.substr(node.key.find('/') + 1), id);
    entities.push_back({std::move(node), std::nullopt, false});
    return id;
}

std::optional<EntityId> Pack::find(const std::string& key) const {
    const auto found = m_by_key.find(key);
    if (found == m_by_key.end()) return std::nullopt;
    return found->second;
}

std::optional<std::uint32_t> Pack::office(const std::string& key) const {
    const auto found = m_offices.find(key);
    if (found == m_offices.end()) return std::nullopt;
    return found->second;
}

std::optional<EntityId> Pack::holder(std::uint32_t office, const std::string& of, Day day) const {
    std::optional<EntityId> found;
    for (const auto& term : terms) {
        if (term.office != office || (term.of != of && !offices[office].fixed)) continue;
        if (!may_overlap(term.held, one_day(day))) continue;
        if (found && *found != term.person) return std::nullopt;
        found = term.person;
    }
    return found;
}

const Term* Pack::term_of(EntityId person, Day day) const {
    const auto found = m_terms_of_person.find(person);
    if (found == m_terms_of_person.end()) return nullptr;
    for (const auto i : found->second)
        if (may_overlap(terms[i].held, one_day(day))) return &terms[i];
    return nullptr;
}

bool Pack::held(EntityId person, std::uint32_t office, const std::string& of) const {
    const auto found = m_terms_of_person.find(person);
    if (found == m_terms_of_person.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
        return terms[i].office == office && (of.empty() || offices[office].fixed || terms[i].of == of);
    });
}

std::optional<EntityId> Pack::organization(const std::string& folded) const {
    const auto found = m_organizations.find(folded);
    if (found == m_organizations.end()) return std::nullopt;
    return found->second;
}

std::optional<EntityId> Pack::quoted(const std::string& folded) const {
    const auto found = m_quoted.find(folded);
    if (found == m_quoted.end()) return std::nullopt;
    return found->second;
}

std::optional<EntityId> Pack::country(const std::string& code) const {
    const auto found = m_countries.find(code);
    if (found == m_countries.end()) return std::nullopt;
    return found->second;
}

std::string_view Pack::stem(const std::string& country) const {
    const auto found = m_stems.find(country);
    return found == m_stems.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace isnad
