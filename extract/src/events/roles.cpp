#include "events/roles.hpp"

#include "events/subjects.hpp"

namespace isnad {

namespace {

constexpr std::size_t clause_reach = 24;  // items read for participants; longer clauses tell of something else

std::optional<Role> role_of(SlotRole role) {
    switch (role) {
        case SlotRole::agent: return Role::agent;
        case SlotRole::patient: return Role::patient;
        case SlotRole::host: return Role::host;
        case SlotRole::addressee: return Role::addressee;
        case SlotRole::against: return Role::against;
        default: return std::nullopt;
    }
}

}  // namespace

void RoleReader::give(Found& found, Slot slot, const std::vector<NodeIndex>& nodes) const {
    if (slot == Slot::count || nodes.empty()) return;
    const auto slot_role = found.trigger->role(slot);
    if (slot_role == SlotRole::speaker) found.relayed = nodes.front();
    auto role = role_of(slot_role);
    if (!role) return;
    // "The visit of Kerry" is written with the "to" that also leads to the host; a person goes, a state receives.
    const bool goes =
        role == Role::host && slot == Slot::l && m_clause.finder().node(nodes.front()).type == NodeType::person;
    if (goes) role = Role::agent;
    for (const auto n : nodes) found.add(*role, n);
}

std::vector<NodeIndex> RoleReader::taken(Found& found, std::size_t i, std::optional<Slot> slot,
                                         std::size_t& next) const {
    const auto& actor = m_clause.actor(i);
    auto nodes = m_clause.coordination(i, next);
    if (!actor.place) return nodes;
    auto& finder = m_clause.finder();
    const auto role = slot ? found.trigger->role(*slot == Slot::count ? Slot::in : *slot) : SlotRole::none;
    if (role == SlotRole::host) {
        // A town visited stands for its state.
        if (actor.capital)
            nodes = {finder.node_of(*finder.country_of(*actor.capital))};
        else if (finder.node(nodes.front()).type == NodeType::place)
            return {};
        found.place = actor.nodes.front();
        return nodes;
    }
    const bool state = finder.node(nodes.front()).type == NodeType::country;
    return role != SlotRole::none && state ? nodes : std::vector<NodeIndex>{};
}

/// Objects and prepositional participants to the right, up to the end of the clause.
void RoleReader::read_objects(Found& found, std::size_t from, bool object_open) const {
    for (std::size_t i = from; !m_clause.stops(i) && i < from + clause_reach; ++i) {
        if (m_clause.is(i, ItemKind::trigger)) {
            if (found.noun() && i > from && !m_clause.trigger(i).lent) return;
            object_open = false;
        }
        if (m_clause.mark(i, ",") && found.noun()) return;
        if (!m_clause.is(i, ItemKind::actor)) continue;
        const auto slot = m_clause.preposition(i);
        std::size_t next = i + 1;
        const auto nodes = taken(found, i, slot, next);
        if (nodes.empty()) continue;
        if (slot) {
            give(found, *slot, nodes);
        } else if (object_open) {
            give(found, Slot::object, nodes);
            object_open = false;
        }
        i = next - 1;
    }
}

/// A reporting verb's people stand right behind it; what follows belongs to its content.
void RoleReader::read_addressee(Found& found, std::size_t from) const {
    std::size_t i = from;
    while (!m_clause.stops(i) && !m_clause.is(i, ItemKind::actor) && i < from + 3) ++i;
    if (m_clause.stops(i) || !m_clause.is(i, ItemKind::actor)) return;
    const auto slot = m_clause.preposition(i);
    if (!slot || *slot == Slot::count || found.trigger->role(*slot) == SlotRole::none) return;
    std::size_t next = i;
    give(found, *slot, m_clause.coordination(i, next));
    found.content = next;
}

void RoleReader::read_verb(Found& found) const {
    if (found.trigger->bare) return;
    const auto after = SubjectReader(m_clause, m_discourse).read(found);
    give(found, Slot::subject, found.subject);
    if (found.trigger->speech) found.content = after;
    if (found.trigger->type == EventType::statement)
        read_addressee(found, after);
    else
        read_objects(found, after, !found.suffix() && found.trigger->role(Slot::object) != SlotRole::none);
}

/// "Russian-American talks"; but "the Syrian talks" are talks about Syria.
void RoleReader::read_adjectives(Found& found) const {
    std::vector<NodeIndex> states;
    for (std::size_t i = found.item + 1; i < m_clause.size() && i < found.item + 5; ++i) {
        if (m_clause.is(i, ItemKind::nationality) && m_clause.item(i).clitics.preposition == 0)
            states.push_back(m_clause.finder().country_node(m_clause.item(i).index));
        else if (!m_clause.is(i, ItemKind::other) && !m_clause.mark(i, "-"))
            break;
    }
    const auto type = found.trigger->type;
    const bool mutual = type == EventType::talks || type == EventType::meeting;
    if (mutual && found.definite() && states.size() < 2) return;
    give(found, Slot::adjective, states);
}

void RoleReader::read_noun(Found& found, const Found* lender) const {
    if (found.trigger->bare) return;
    std::size_t next = found.item + 1;
    const bool owner = !found.definite() && !found.suffix() && m_clause.is(next, ItemKind::actor) &&
                       !m_clause.preposition(next) && !m_clause.actor(next).place &&
                       !m_clause.item(next).clitics.conjunction;
    if (owner)
        give(found, Slot::genitive, m_clause.coordination(next, next));
    else if (found.suffix())
        give(found, Slot::genitive, m_discourse.subject_here.empty() ? m_discourse.subject : m_discourse.subject_here);
    read_adjectives(found);
    found.supported = found.supported || lender != nullptr;
    if (lender != nullptr) give(found, Slot::subject, lender->subject);
    read_objects(found, next, false);
    if (lender != nullptr) found.add(lender->participants);
}

std::vector<NodeIndex> RoleReader::read_according(std::size_t item, std::size_t& next) const {
    next = item + 1;
    for (std::size_t i = item + 1; i < m_clause.size() && i < item + 4; ++i)
        if (m_clause.is(i, ItemKind::actor)) return m_clause.coordination(i, next);
    return {};
}

}  // namespace isnad
