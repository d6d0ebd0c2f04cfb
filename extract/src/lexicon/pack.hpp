#pragma once
// The story pack: who and what the lexicon knows by name, and who held which office when.

#include "isnad/core/extraction.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/name_words.hpp"
#include "lexicon/phrase_table.hpp"

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace isnad {

/// Features of an entity entry in the phrase table.
struct EntityForm {
    static constexpr std::uint8_t full = 0;
    static constexpr std::uint8_t short_form = 1;  ///< counts only where the full name, or an office, stands before
    static constexpr std::uint8_t bare = 2;        ///< counts only in a text about the entity's country
    static constexpr std::uint8_t town = 3;        ///< counts only after a word that asks for a place
};

using EntityId = std::uint32_t;

struct Entity {
    Node node;
    std::optional<EntityId> capital_of;  ///< for a capital city: its country
    bool sport = false;                  ///< a club: named, but no party to what is told
};

struct OfficeType {
    std::string key;
    std::string name_en;
    std::string name_ar;
    bool fixed = false;  ///< the office alone says which body
};

/// Words around titles and names (lexicon/*/title_words.tsv).
enum class TitleWord : std::uint8_t {
    adjunct,
    relation,
    side,
    crowd,
    particle,
    opener,
    peers,
    spot,
    honorific,
    delegation,
    site,
    naming,
    plain
};

[[nodiscard]] inline bool is_title_word(std::span<const Entry> entries, TitleWord wanted) {
    for (const auto& e : entries)
        if (e.kind == EntryKind::title_word && e.index == static_cast<std::uint32_t>(wanted)) return true;
    return false;
}

/// Words that make another office of one: "ambassador" + "to the United Nations".
struct OfficeComplement {
    std::uint32_t office = 0;
    std::string words;  ///< folded
    std::uint32_t makes = 0;
};

struct Term {
    std::uint32_t office = 0;
    std::string of;  ///< country code or organisation key; empty for a fixed office
    EntityId person = 0;
    Interval held;
};

/// How much must follow the head noun of an organisation that no list holds.
enum class OrganizationName : std::uint8_t { words, definite, quoted, bound, adjective, adjectives };

struct OrganizationHead {
    NodeType type = NodeType::organization;
    OrganizationName name = OrganizationName::quoted;
    std::string word;    ///< folded, without the article
    bool sport = false;  ///< of clubs
};

struct GroupHead {
    std::string name_en;
    bool plural = false;
    bool oblique = false;  ///< it ends as a plural that is no subject; the list has its other form, too
};

class Pack {
public:
    std::vector<Entity> entities;
    std::vector<EntityId> countries;  ///< nationality entries index this
    std::vector<OfficeType> offices;
    std::vector<Term> terms;
    std::vector<GroupHead> group_heads;
    std::vector<OfficeComplement> complements;
    std::vector<OrganizationHead> organization_heads;
    WordIndex head_words;  ///< of organization_heads
    NameWords names;
    tsl::robin_map<std::string, std::string> group_adjectives;  ///< folded form to English

    [[nodiscard]] const Node& node(EntityId id) const { return entities[id].node; }
    [[nodiscard]] std::optional<EntityId> find(const std::string& key) const;

    /// Who held an office on a day; empty when no term says, or when two do.
    [[nodiscard]] std::optional<EntityId> holder(std::uint32_t office, const std::string& of, Day day) const;
    /// The term of a person that holds on a day, the first in file order.
    [[nodiscard]] const Term* term_of(EntityId person, Day day) const;
    /// Whether a person ever held an office; `of` empty: of any body.
    [[nodiscard]] bool held(EntityId person, std::uint32_t office, const std::string& of) const;
    [[nodiscard]] bool has_terms(EntityId person) const { return m_terms_of_person.contains(person); }
    [[nodiscard]] std::optional<std::uint32_t> office(const std::string& key) const;
    /// The outlet whose name, put into quotation marks, is these folded words.
    [[nodiscard]] std::optional<EntityId> quoted(const std::string& folded) const;
    /// The listed organisation with this folded name.
    [[nodiscard]] std::optional<EntityId> organization(const std::string& folded) const;
    [[nodiscard]] std::optional<EntityId> country(const std::string& code) const;
    /// Letters that stand in every name and adjective of a country, folded; empty when it is not known.
    [[nodiscard]] std::string_view stem(const std::string& country) const;

    void load(const LexiconFiles& files, PhraseTable& table, std::vector<Diagnostic>& diagnostics);

private:
    void load_countries(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_actors(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_offices(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_terms(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);
    void load_groups(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    void load_complements(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);
    void load_organization_heads(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics);
    EntityId add(Node node);

    tsl::robin_map<std::string, EntityId> m_by_key;
    tsl::robin_map<std::string, std::uint32_t> m_offices;
    tsl::robin_map<std::string, EntityId> m_organizations;  ///< by folded form
    tsl::robin_map<std::string, EntityId> m_quoted;         ///< outlets, by folded form without the head noun
    tsl::robin_map<std::string, EntityId> m_countries;      ///< by code
    tsl::robin_map<std::string, std::string> m_stems;       ///< by code
    tsl::robin_map<std::uint64_t, std::vector<std::uint32_t>> m_terms_of_person;
};

}  // namespace isnad
