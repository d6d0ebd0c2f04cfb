#pragma once
// Finds who and what a sentence names: people by name, by office ("the Russian foreign minister"), as counterpart or as
// one of two; people and bodies that no list holds, by the words before them; states, capitals as governments, bodies,
// groups and unnamed sources. Keeps what the text has said so far.

#include "actors/actor.hpp"
#include "isnad/core/document.hpp"
#include "language_parts.hpp"
#include "text/units.hpp"

#include <tsl/robin_map.h>

#include <map>
#include <span>
#include <string>
#include <vector>

namespace isnad {

class ActorFinder {
public:
    /// `numbers` are those of the text's tokens in the index of the language.
    ActorFinder(const TokenizedText& text, std::span<const std::uint32_t> numbers, const Document& document,
                const Language::Parts& language, Extraction& out);

    /// The units of the next sentence of the text as items; adds nodes and mentions to the extraction.
    void read(const std::vector<Unit>& units, SentenceItems& out);

    [[nodiscard]] NodeIndex node_of(EntityId entity);
    [[nodiscard]] std::optional<EntityId> country_of(EntityId capital) const {
        return m_pack.entities[capital].capital_of;
    }
    [[nodiscard]] const Node& node(NodeIndex i) const { return m_out.node(i); }
    /// Somebody whom only the words of the items `first` to `last` name; they become a mention.
    NodeIndex unnamed(const Item& first, const Item& last);
    /// The country of the nationality entry with this index, as the pack has it.
    [[nodiscard]] const Node& country(std::uint32_t country) const { return m_pack.node(m_pack.countries[country]); }
    /// The country's node for the nationality entry with this index.
    [[nodiscard]] NodeIndex country_node(std::uint32_t country) { return node_of(m_pack.countries[country]); }

private:
    /// Where the scan stands in the units of the sentence.
    struct Reading {
        const std::vector<Unit>& units;
        SentenceItems& out;
        std::size_t at = 0;
        std::optional<std::size_t> relation;  ///< unit of "adviser of", when what is read next is only its owner
        std::optional<Clitics> clitics;       ///< of the name to be emitted next, where its unit does not have them
    };

    /// A person the text has named.
    struct Person {
        NodeIndex node;
        std::optional<EntityId> entity;       ///< of the pack
        std::optional<std::uint32_t> office;  ///< the office the text gave a new person
        std::string of;                       ///< and its body
        std::string full;                     ///< folded name of a new person
        std::string family;                   ///< and how later sentences may call them
        std::string country;
        std::uint64_t letters = 0;  ///< letter_bit of full and family
    };

    /// An office with what stands around it: "the acting Russian ambassador to the United Nations".
    struct Title {
        std::size_t begin = 0;  ///< units
        std::size_t next = 0;
        std::optional<EntityId> body;
        std::vector<std::uint32_t> offices;  ///< that the words may mean
        bool former = false;
    };

    /// What the words before a name say: the less, the more it must show of itself.
    enum class NameLead : std::uint8_t {
        none,
        said,     ///< a verb of saying
        after,    ///< a title or calling with words between, or one that has no article
        calling,  ///< right behind a title or calling
        titled    ///< right behind a title with its state
    };

    /// Words that may be a name.
    struct NameSpan {
        std::size_t end = 0;    ///< unit
        std::size_t words = 0;  ///< particles not counted
        std::size_t known = 0;  ///< of them, those in the tables
        bool given = false;     ///< it opens with a given name
        bool alone = false;     ///< it holds a name that is nothing else
        bool compound = false;  ///< it holds an opener ("father of")
    };

    /// The ways to part a word from its clitics, and how they begin.
    struct Readings {
        Clitics all[6];
        std::size_t count = 0;
        std::uint64_t letters = 0;  ///< letter_bit of each
    };

    /// A person found again by name.
    struct KnownName {
        std::size_t person = 0;  ///< of m_people
        std::size_t end = 0;     ///< unit
        Clitics clitics;
        bool whole = false;  ///< by more than the family name
    };

    // office_reader.cpp
    bool read_office(Reading& r);
    bool read_title_chain(Reading& r, std::size_t from);
    bool read_minister(Reading& r);
    bool read_counterpart(Reading& r);
    [[nodiscard]] Title read_title(const Reading& r, bool compound) const;
    [[nodiscard]] Title posted(const Reading& r, Title title) const;
    [[nodiscard]] bool fits(EntityId person, bool short_form, const Title& title) const;
    [[nodiscard]] std::optional<EntityId> holder(const Title& title) const;
    [[nodiscard]] const Person* apposed(const Reading& r, const Title& title) const;
    [[nodiscard]] const Person* recent_holder(const Title& title) const;
    [[nodiscard]] std::optional<EntityId> body_at(const Reading& r, std::size_t i, std::size_t& next) const;
    bool emit_named(Reading& r, const Title& title);
    void emit_unnamed(Reading& r, const Title& title);

    // relation_reader.cpp
    bool read_relation(Reading& r);
    bool read_office_or_person(Reading& r);
    [[nodiscard]] static bool names_owner(const Unit& relation);
    void emit_relation(Reading& r, std::size_t end_unit, const NamedActor& owner);

    // shared_reader.cpp
    bool read_dual_office(Reading& r);
    bool read_peers(Reading& r);
    bool read_both(Reading& r);
    bool read_named_pair(Reading& r);
    bool read_shared(Reading& r, const std::vector<std::uint32_t>& offices, std::size_t limit);
    [[nodiscard]] std::vector<NodeIndex> last_two_sides();

    // name_reader.cpp
    bool read_occupation(Reading& r);
    bool read_name(Reading& r);
    bool read_new_name(Reading& r, const Readings& readings);
    [[nodiscard]] bool at_site(const Reading& r) const;
    [[nodiscard]] Clitics name_clitics(const Unit& unit, const Readings& readings) const;
    [[nodiscard]] Readings readings_of(const Unit& unit) const;
    [[nodiscard]] static std::uint64_t letter_bit(std::string_view name);
    [[nodiscard]] std::size_t named_end(const Reading& r, std::size_t skip, std::string_view name) const;
    [[nodiscard]] bool everyday(const Unit& unit) const;
    [[nodiscard]] std::optional<KnownName> known_name(const Reading& r, const Readings& readings) const;
    bool read_relative(Reading& r, EntityId person);
    NodeIndex new_person(const Reading& r, std::size_t begin, std::size_t end, const Title* title,
                         std::size_t skip = 0);
    [[nodiscard]] std::string description(const Reading& r, std::size_t begin, std::size_t end) const;

    // name_span.cpp
    [[nodiscard]] static bool particle(const Unit& unit);
    [[nodiscard]] static bool opener(const Unit& unit);
    [[nodiscard]] std::uint8_t name_kind(const Unit& unit, std::size_t skip) const;
    [[nodiscard]] std::size_t pair_end(const Reading& r, std::size_t i, std::size_t skip) const;
    [[nodiscard]] bool may_open(std::string_view word, NameLead lead) const;
    [[nodiscard]] bool looks_right(std::string_view word) const;
    [[nodiscard]] bool third(std::string_view word) const;
    [[nodiscard]] bool name_closes(const Reading& r, std::size_t i) const;
    [[nodiscard]] bool name_word(const Unit& unit, std::size_t skip = 0) const;
    [[nodiscard]] NameSpan name_span(const Reading& r, std::size_t i, NameLead lead, std::size_t skip) const;
    [[nodiscard]] std::size_t name_end(const Reading& r, std::size_t i, NameLead lead, std::size_t skip = 0) const;
    [[nodiscard]] std::size_t lineage_end(const Reading& r, std::size_t end) const;

    // organization_reader.cpp
    bool read_organization(Reading& r);
    bool read_quoted(Reading& r);
    [[nodiscard]] bool definite(const Unit& unit) const;
    bool read_last_organization(Reading& r, const OrganizationHead& head);
    /// How the text names a body.
    struct OrganizationWords {
        std::string name;
        std::string quoted;  ///< what of it stands in quotation marks
        std::string country;
    };
    void remember_body(const Reading& r, std::size_t end, const OrganizationHead& head, const OrganizationWords& words,
                       NodeIndex node);
    bool read_known_body(Reading& r, const Readings& readings);
    [[nodiscard]] std::size_t quoted_organization(const Reading& r, OrganizationWords& words) const;

    // organization_span.cpp
    [[nodiscard]] bool organization_word(const Unit& unit) const;
    [[nodiscard]] bool naming(const Unit& unit) const;
    [[nodiscard]] static bool feminine_end(std::string_view word);
    [[nodiscard]] std::size_t described_end(const Reading& r, OrganizationName how, std::string& country) const;
    [[nodiscard]] std::size_t quoted_end(const Reading& r, std::size_t i) const;
    [[nodiscard]] std::size_t organization_end(const Reading& r, OrganizationName how, std::string& country) const;

    bool skip_honorific(Reading& r);
    bool read_delegation(Reading& r);
    [[nodiscard]] std::string group_name(const Reading& r, const GroupHead& group, std::size_t adjectives,
                                         std::size_t end) const;
    bool read_group(Reading& r);
    [[nodiscard]] bool said_before(const Reading& r) const;
    bool read_entity(Reading& r);  // entity_reader.cpp
    void read_dateline(Reading& r);
    void skip_dateline(Reading& r, std::size_t end);
    [[nodiscard]] std::size_t dateline_end(const Reading& r) const;
    void read_other(Reading& r);

    [[nodiscard]] const Unit* unit(const Reading& r, std::size_t i) const;
    [[nodiscard]] bool mark(const Reading& r, std::size_t i, char c) const;
    [[nodiscard]] std::size_t skip_marks(const Reading& r, std::size_t i) const;
    [[nodiscard]] const Entry* person_entry(const Unit& unit) const;
    [[nodiscard]] bool seen(EntityId person) const;
    [[nodiscard]] std::optional<EntityId> pick(const Unit& unit) const;
    [[nodiscard]] bool about(const std::string& country) const;
    [[nodiscard]] bool place_context(const Reading& r, std::size_t i, bool to_counts) const;
    [[nodiscard]] std::string raw_text(std::uint32_t begin, std::uint32_t end, std::size_t skip) const;
    [[nodiscard]] std::string_view first_word(const Unit& unit) const;
    [[nodiscard]] std::string_view last_word(const Unit& unit) const;

    void emit(Reading& r, std::size_t end_unit, NamedActor actor);
    void emit_bystander(Reading& r, std::size_t end_unit, NodeIndex node);
    void emit_person(Reading& r, std::size_t end_unit, EntityId person);
    void emit_node(Reading& r, std::size_t end_unit, NodeIndex person);
    NodeIndex named_node(Node node);
    /// Adds to what the text has named; of a text that names very many the oldest are forgotten, so that work stays
    /// linear.
    template <class T>
    static void keep_last(std::vector<T>& list, T one) {
        constexpr std::size_t most = 128;
        if (list.size() == most) list.erase(list.begin());
        list.push_back(std::move(one));
    }
    void remember(Person person);
    NodeIndex remember_again(std::size_t person);
    void remember_side(const std::string& country);
    void remember_head(const Unit& first, NodeIndex node);

    const TokenizedText& m_text;
    std::span<const std::uint32_t> m_numbers;  ///< of its tokens, in the lexicon's index
    const Document& m_document;
    const Pack& m_pack;
    const std::vector<Trigger>& m_triggers;
    Extraction& m_out;
    std::map<std::string, NodeIndex> m_nodes;                 ///< texts choose the keys, so they are ordered
    tsl::robin_map<EntityId, NodeIndex> m_entities;           ///< those of the pack that m_nodes has
    std::vector<Person> m_people;                             ///< in order of last mention, the last at the end
    std::uint64_t m_new_letters = 0;                          ///< letter_bit of the names that the text brought
    std::uint64_t m_body_letters = 0;                         ///< likewise of m_bodies
    std::vector<std::pair<std::string, NodeIndex>> m_bodies;  ///< folded, how the text may call bodies later
    std::vector<EntityId> m_sides;                            ///< countries that act, likewise
    std::vector<std::pair<std::string, NodeIndex>> m_heads;   ///< head noun and the body that was named with it
    mutable tsl::robin_map<std::string, bool> m_about;        ///< countries asked for so far
    std::vector<NodeIndex> m_groups;                          ///< unnamed people, in order of mention
    const std::vector<Unit>* m_units = nullptr;               ///< of the sentence being read
    std::size_t m_sentences = 0;
};

/// The code or key by which terms of office name the body an entity is.
[[nodiscard]] std::string office_body(const Node& node);

}  // namespace isnad
