#pragma once
// The story pack: who and what the lexicon knows by name, and who held which office when.

#include "isnad/core/extraction.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/phrase_table.hpp"

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isnad {

/// Features of an entity entry in the phrase table.
struct EntityForm {
    static constexpr std::uint8_t full = 0;
    static constexpr std::uint8_t short_form = 1;  ///< counts only where the full name, or an office, stands before
};

using EntityId = std::uint32_t;

struct Entity {
    Node node;
    std::optional<EntityId> capital_of;  ///< for a capital city: its country
};

struct OfficeType {
    std::string key;
    std::string name_en;
    std::string name_ar;
    bool fixed = false;  ///< the office alone says which body
};

struct Term {
    std::uint32_t office = 0;
    std::string of;  ///< country code or organisation key; empty for a fixed office
    EntityId person = 0;
    Interval held;
};

struct GroupHead {
    std::string name_en;
    bool plural = false;
};

class Pack {
public:
    std::vector<Entity> entities;
    std::vector<EntityId> countries;  ///< nationality entries index this
    std::vector<OfficeType> offices;
    std::vector<Term> terms;
    std::vector<GroupHead> group_heads;
    tsl::robin_map<std::string, std::string> group_adjectives;  ///< folded form to English

    [[nodiscard]] const Node& node(EntityId id) const { return entities[id].node; }
    [[nodiscard]] std::optional<EntityId> find(const std::string& key) const;

    /// Who held an office on a day; empty when no term says, or when two do.
    [[nodiscard]] std::optional<EntityId> holder(std::uint32_t office, const std::string& of, Day day) const;
    /// The term of a person that holds on a day, the first in file order.
    [[nodiscard]] const Term* term_of(EntityId person, Day day) const;
    [[nodiscard]] std::optional<std::uint32_t> office(const std::string& key) const;

    void load(const LexiconFiles& files, PhraseTable& table, std::vector<Diagnostic>& diagnostics);

private:
    void load_countries(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_actors(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_offices(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_terms(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);
    void load_groups(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    EntityId add(Node node);

    tsl::robin_map<std::string, EntityId> m_by_key;
    tsl::robin_map<std::string, std::uint32_t> m_offices;
    tsl::robin_map<std::uint64_t, std::vector<std::uint32_t>> m_terms_of_person;
};

}  // namespace isnad
