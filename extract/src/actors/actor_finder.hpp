#pragma once
// Finds who and what a sentence names: people by name, by office ("the Russian foreign minister"), as counterpart or as
// one of two; states, capitals as governments, bodies, groups and unnamed sources. Keeps what the text has said so far.

#include "actors/actor.hpp"
#include "isnad/core/document.hpp"
#include "language_parts.hpp"
#include "text/units.hpp"

#include <tsl/robin_map.h>

#include <string>
#include <vector>

namespace isnad {

class ActorFinder {
public:
    ActorFinder(const TokenizedText& text, const Document& document, const Language::Parts& language, Extraction& out);

    /// The units of the next sentence of the text as items; adds nodes and mentions to the extraction.
    void read(const std::vector<Unit>& units, SentenceItems& out);

    [[nodiscard]] NodeIndex node_of(EntityId entity);
    [[nodiscard]] std::optional<EntityId> country_of(EntityId capital) const {
        return m_pack.entities[capital].capital_of;
    }
    [[nodiscard]] const Node& node(NodeIndex i) const { return m_out.node(i); }
    /// The country's node for the nationality entry with this index.
    [[nodiscard]] NodeIndex country_node(std::uint32_t country) { return node_of(m_pack.countries[country]); }

private:
    /// Where the scan stands in the units of the sentence.
    struct Reading {
        const std::vector<Unit>& units;
        SentenceItems& out;
        std::size_t at = 0;
    };

    bool read_office(Reading& r);
    bool read_dual_office(Reading& r);
    bool read_counterpart(Reading& r);
    bool read_minister(Reading& r);
    bool read_both(Reading& r);
    bool read_group(Reading& r);
    bool read_entity(Reading& r);
    void read_other(Reading& r);

    [[nodiscard]] const Unit* unit(const Reading& r, std::size_t i) const;
    [[nodiscard]] std::size_t skip_marks(const Reading& r, std::size_t i) const;
    [[nodiscard]] std::optional<EntityId> person_at(const Reading& r, std::size_t i) const;
    [[nodiscard]] std::optional<EntityId> body_at(const Reading& r, std::size_t i, std::size_t& next) const;
    [[nodiscard]] std::optional<EntityId> pick(const Unit& unit) const;
    [[nodiscard]] std::optional<EntityId> recent_holder(std::uint32_t office, const std::string& of) const;
    [[nodiscard]] bool place_context(const Reading& r, std::size_t i, bool to_counts) const;
    [[nodiscard]] std::string raw_text(std::uint32_t begin, std::uint32_t end, std::size_t skip) const;

    void emit(Reading& r, std::size_t end_unit, NamedActor actor);
    void emit_person(Reading& r, std::size_t end_unit, EntityId person);
    NodeIndex named_node(Node node);
    void remember(EntityId person);

    const TokenizedText& m_text;
    const Document& m_document;
    const Pack& m_pack;
    const std::vector<Trigger>& m_triggers;
    Extraction& m_out;
    tsl::robin_map<std::string, NodeIndex> m_nodes;
    std::vector<EntityId> m_people;    ///< in order of last mention, the last at the end
    std::vector<NodeIndex> m_states;   ///< countries and bodies, likewise
    std::optional<NodeIndex> m_group;  ///< the unnamed source named last
};

/// The code or key by which terms of office name the body an entity is.
[[nodiscard]] std::string office_body(const Node& node);

}  // namespace isnad
