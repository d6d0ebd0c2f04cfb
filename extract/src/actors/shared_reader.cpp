// One head for several actors: "the foreign ministers, the Russian Sergey Lavrov and the American John Kerry", "the two
// ministers", "the two sides", "his Russian and Turkish counterparts".

#include "actors/actor_finder.hpp"

#include <algorithm>

namespace isnad {

/// The holders that follow a shared head, each by state, by name, or by both; false when none follows.
bool ActorFinder::read_shared(Reading& r, const std::vector<std::uint32_t>& offices, std::size_t limit) {
    NamedActor actor;
    actor.person = true;
    std::size_t next = r.at + 1;
    while (actor.nodes.size() < limit) {
        std::size_t at = next;
        if (!actor.nodes.empty() && limit > 2 && mark(r, at, ',')) ++at;
        const auto* u = unit(r, at);
        if (u == nullptr || (!actor.nodes.empty() && at == next && !u->clitics.conjunction)) break;
        Title t{at, at, std::nullopt, offices, false};
        if (const auto* adjective = u->entry(EntryKind::nationality);
            adjective != nullptr && (actor.nodes.empty() || u->clitics.conjunction || at != next)) {
            t.body = m_pack.countries[adjective->index];
            t.next = at + 1;
        } else if (const auto entity = pick(*u); entity && m_pack.node(*entity).type != NodeType::person) {
            t.body = m_pack.entities[*entity].capital_of.value_or(*entity);
            t.next = at + 1;
        }
        const auto name_at = t.body ? skip_marks(r, t.next) : at;
        const auto* name = unit(r, name_at);
        const auto* entry = name == nullptr ? nullptr : person_entry(*name);
        const bool named = entry != nullptr && (t.body ? name->clitics.size == 0 : true) &&
                           fits(entry->index, entry->features == EntityForm::short_form, t);
        std::optional<EntityId> person;
        if (named) {
            person = entry->index;
            t.next = name_at + 1;
        } else if (const auto end =
                       t.body ? name_end(r, name_at, name_at == t.next ? NameLead::titled : NameLead::after) : name_at;
                   end != name_at) {
            actor.nodes.push_back(new_person(r, name_at, end, &t));
            next = end;
            continue;
        } else {
            person = t.body ? holder(t) : std::nullopt;
        }
        if (!person) break;
        actor.nodes.push_back(node_of(*person));
        remember({actor.nodes.back(), *person, std::nullopt, {}, {}, {}, m_pack.node(*person).country, 0});
        next = t.next;
    }
    if (actor.nodes.empty()) return false;
    emit(r, next, std::move(actor));
    return true;
}

bool ActorFinder::read_dual_office(Reading& r) {
    constexpr std::size_t many = 12;
    const auto* office = r.units[r.at].entry(EntryKind::dual_office);
    return read_shared(r, {office->index}, office->features == 0 ? 2 : many);
}

/// "His Russian and Turkish counterparts".
bool ActorFinder::read_peers(Reading& r) {
    if (!is_title_word(r.units[r.at].entries, TitleWord::peers)) return false;
    for (auto p = m_people.rbegin(); p != m_people.rend(); ++p) {
        const auto* term = p->entity ? m_pack.term_of(*p->entity, m_document.published.day) : nullptr;
        const auto office = term != nullptr ? std::optional(term->office) : p->office;
        if (office) return read_shared(r, {*office}, 4);
    }
    return false;
}

/// The two countries that acted last.
std::vector<NodeIndex> ActorFinder::last_two_sides() {
    std::vector<NodeIndex> out;
    const auto n = m_sides.size();
    if (n < 2) return out;
    out.push_back(node_of(m_sides[n - 2]));
    out.push_back(node_of(m_sides[n - 1]));
    return out;
}

/// "The two ministers", "the two sides": the two named last.
bool ActorFinder::read_both(Reading& r) {
    const auto word = r.units[r.at].word_class();
    const bool people =
        word == WordClass::both_ministers || word == WordClass::both_presidents || word == WordClass::both_men;
    if (!people && word != WordClass::both) return false;
    std::size_t next = r.at + 1;
    std::vector<std::uint32_t> offices;
    for (std::uint32_t i = 0; i < m_pack.offices.size(); ++i) {
        const std::string_view key = m_pack.offices[i].key;
        const bool minister = key.ends_with("_minister") && !key.starts_with("deputy") && key != "prime_minister";
        const bool head = key == "president" || key == "king" || key == "emir" || key == "prime_minister";
        if (word == WordClass::both_ministers ? minister : word == WordClass::both_presidents && head)
            offices.push_back(i);
    }
    const auto* follower = unit(r, next);
    const auto* adjective = follower == nullptr ? nullptr : follower->entry(EntryKind::nationality);
    const auto* second = unit(r, next + 1);
    if (adjective != nullptr && second != nullptr && second->clitics.conjunction) {
        if (people && read_shared(r, offices, 2)) return true;
        const auto* other = second->entry(EntryKind::nationality);
        if (other != nullptr) {
            emit(r, next + 2,
                 {{country_node(adjective->index), country_node(other->index)}, std::nullopt, false, people});
            return true;
        }
    }
    // "The two ministers Lavrov and Kerry".
    if (people && follower != nullptr && follower->clitics.size == 0 && person_entry(*follower) != nullptr &&
        second != nullptr && second->clitics.conjunction && person_entry(*second) != nullptr)
        return read_named_pair(r);
    NamedActor actor;
    actor.person = people;
    for (auto p = m_people.rbegin(); people && p != m_people.rend() && actor.nodes.size() < 2; ++p) {
        const auto* term = p->entity ? m_pack.term_of(*p->entity, m_document.published.day) : nullptr;
        const auto office = term != nullptr ? std::optional(term->office) : p->office;
        const bool fitting = office && std::find(offices.begin(), offices.end(), *office) != offices.end();
        if (word == WordClass::both_men || fitting) actor.nodes.insert(actor.nodes.begin(), p->node);
    }
    if (!people) actor.nodes = last_two_sides();
    if (actor.nodes.size() < 2) return false;
    emit(r, next, std::move(actor));
    return true;
}

/// Two persons by name right behind the words that count them.
bool ActorFinder::read_named_pair(Reading& r) {
    NamedActor actor;
    actor.person = true;
    for (std::size_t i = 1; i <= 2; ++i) {
        const auto person = person_entry(r.units[r.at + i])->index;
        actor.nodes.push_back(node_of(person));
        remember({actor.nodes.back(), person, std::nullopt, {}, {}, {}, m_pack.node(person).country, 0});
    }
    emit(r, r.at + 3, std::move(actor));
    return true;
}

}  // namespace isnad
