// Listed actors and places: people by name, states, capitals as governments or towns, bodies, groups.

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"

namespace isnad {

bool ActorFinder::read_entity(Reading& r) {
    const auto& u = r.units[r.at];
    const auto* first = u.entry(EntryKind::entity);
    auto entity = pick(u);
    if (!entity && first->features == EntityForm::town && place_context(r, r.at, true)) entity = first->index;
    if (!entity) return false;
    auto id = *entity;
    // "Bahrain and Oman": behind a state, a word that names a capital and a state is the state.
    if (u.clitics.conjunction && m_pack.entities[id].capital_of && !r.out.actors.empty() &&
        m_out.node(r.out.actors.back().nodes.back()).type == NodeType::country && !r.out.actors.back().capital)
        for (const auto& e : u.entries)
            if (e.kind == EntryKind::entity && m_pack.node(e.index).type == NodeType::country) id = e.index;
    const auto& known = m_pack.entities[id];
    if (known.node.type == NodeType::person) {
        if (!read_relative(r, id)) emit_person(r, r.at + 1, id);
        return true;
    }
    NamedActor actor;
    if (first->features == EntityForm::bare && first->index == id && u.entry(EntryKind::organization_head) != nullptr) {
        if (read_organization(r)) return true;
        if (!m_sides.empty() && m_pack.node(m_sides.back()).country != known.node.country) return false;
    }
    if (known.capital_of) {
        actor.capital = id;
        // "The Syrian capital" is the town, whatever stands before it.
        const bool described = u.end > u.begin + 1 && !fold(known.node.name_ar).starts_with(first_word(u));
        actor.place = described || place_context(r, r.at, true);
        if (!actor.place) id = *known.capital_of;
    } else {
        actor.place = known.node.type == NodeType::place ||
                      (known.node.type == NodeType::country && place_context(r, r.at, false));
    }
    actor.nodes.push_back(node_of(id));
    if (known.sport) {
        emit_bystander(r, r.at + 1, actor.nodes.front());
        return true;
    }
    auto next = r.at + 1;
    // "Representatives of the United States and Russia" are two groups.
    for (const auto* more = unit(r, next); known.node.type == NodeType::group && more != nullptr &&
                                           more->clitics.conjunction && more->entry(EntryKind::entity) != nullptr;
         more = unit(r, ++next)) {
        const auto also = m_pack.organization(std::string(first_word(u)) + " " + std::string(first_word(*more)));
        if (!also) break;
        actor.nodes.push_back(node_of(*also));
    }
    emit(r, next, std::move(actor));
    return true;
}

}  // namespace isnad
