#include "events/roles.hpp"

#include "events/subjects.hpp"

#include <algorithm>

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

/// What others say or do may be what a stance is taken on: "rejected the Russian proposal".
bool takes_stance(const Found& f) {
    if (!f.type) return false;
    const auto family = info(*f.type).family;
    return family == "support" || family == "accuse" || family == "reject" || *f.type == EventType::agreement;
}

bool mutual(const Found& f) { return f.type == EventType::talks || f.type == EventType::meeting; }

bool has_role(const Found& f, Role role) {
    return std::any_of(f.participants.begin(), f.participants.end(), [&](const auto& p) { return p.role == role; });
}

}  // namespace

void RoleReader::give(Found& found, Slot slot, const std::vector<NodeIndex>& nodes) const {
    if (slot == Slot::count || nodes.empty()) return;
    const auto slot_role = found.trigger->role(slot);
    if (slot_role == SlotRole::speaker) found.relayed = nodes.front();
    auto role = role_of(slot_role);
    if (!role) return;
    // "The visit of X": a person goes, a state receives; the "to" of the host also means "of".
    const bool received =
        found.type == EventType::visit && found.noun() && found.trigger->role(Slot::l) == SlotRole::host;
    if (received && (slot == Slot::l || slot == Slot::genitive)) {
        const bool person = m_clause.finder().node(nodes.front()).type == NodeType::person;
        if (!person && slot == Slot::genitive && owned_by_pronoun(found)) return;
        role = person ? Role::agent : Role::host;
    }
    for (const auto n : nodes) found.add(*role, n);
}

/// Whether who acts is somebody who pays visits: forces that reach a town do not.
bool RoleReader::goes(const Found& found) const {
    if (found.subject.empty()) return false;
    const auto type = m_clause.finder().node(found.subject.front()).type;
    return type == NodeType::person || type == NodeType::organization;
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
        else if (finder.node(nodes.front()).type == NodeType::place) {
            if (goes(found)) found.place = actor.nodes.front();
            return {};
        }
        found.place = actor.nodes.front();
        return nodes;
    }
    const bool state = finder.node(nodes.front()).type == NodeType::country;
    return role != SlotRole::none && state ? nodes : std::vector<NodeIndex>{};
}

void RoleReader::read_object(Found& found, std::size_t i, bool behind_noun, bool& object_open,
                             std::size_t& next) const {
    auto slot = m_clause.preposition(i);
    if (!slot && takes_stance(found)) slot = m_clause.glued_preposition(i);
    if (slot && *slot != Slot::count && found.trigger->role(*slot) == SlotRole::none)
        slot = m_clause.outer_preposition(i).value_or(*slot);
    // Behind a noun of its own, "with" and "between" are the noun's.
    const bool pair = slot && (*slot == Slot::with || *slot == Slot::between);
    if (slot == Slot::between && !found.noun() && has_role(found, Role::agent) &&
        found.trigger->role(Slot::between) == SlotRole::agent)
        return;  // what they speak of stands between others
    if (behind_noun && pair && found.trigger->role(*slot) == SlotRole::agent) return;
    const auto nodes = taken(found, i, slot, next);
    if (nodes.empty()) return;
    if (slot) {
        give(found, *slot, nodes);
    } else if (object_open && nodes != found.subject) {  // a title behind the subject is still the subject
        give(found, Slot::object, nodes);
        object_open = false;
    }
}

/// "Rejected the Russian proposal", "praised the American role": the state stands for the object.
void RoleReader::read_state(Found& found, std::size_t i) const {
    if (found.noun() || !takes_stance(found) || has_role(found, Role::patient)) return;
    if ((m_clause.item(i).features & WordForm::definite) == 0) return;
    if (i < found.item + 2) return;
    const bool noun = m_clause.is(i - 1, ItemKind::other) || m_clause.is(i - 1, ItemKind::trigger);
    if (!noun || m_clause.is(i - 2, ItemKind::other)) return;
    const auto state = m_clause.finder().country_node(m_clause.item(i).index);
    if (std::find(found.subject.begin(), found.subject.end(), state) == found.subject.end())
        found.add(Role::patient, state);
}

/// "X, who arrived on Wednesday, met Y": the item at the closing comma, or i itself.
std::size_t RoleReader::past_relative_clause(std::size_t i) const {
    constexpr std::size_t longest = 14;
    if (!m_clause.is(i + 1, WordClass::relative)) return i;
    for (std::size_t j = i + 2; j < m_clause.size() && j < i + longest; ++j)
        if (m_clause.mark(j, ',')) return j;
    return i;
}

/// Objects and prepositional participants to the right, up to the end of the clause.
void RoleReader::read_objects(Found& found, std::size_t from, bool object_open) const {
    bool behind_noun = false;
    for (std::size_t i = from; !m_clause.stops(i) && i < from + clause_reach; ++i) {
        if (m_clause.is(i, ItemKind::trigger) && !m_clause.trigger(i).lent) {
            if (found.noun() && i > from) return;
            const bool adverbial =
                (m_clause.item(i).features & WordForm::definite) != 0 && i > 0 && m_clause.slot_at(i - 1).has_value();
            behind_noun = behind_noun || !adverbial;  // "during the visit" takes nothing from its verb
            object_open = object_open && found.trigger->light();
        }
        if (m_clause.mark(i, ',')) {
            // "The talks of the minister, X, with his counterpart": the other side may stand behind a comma.
            const auto with = found.noun() ? m_clause.slot_at(i + 1) : std::nullopt;
            if (found.noun() && (!with || found.trigger->role(*with) != SlotRole::agent)) return;
            i = past_relative_clause(i);
        }
        if (m_clause.is(i, ItemKind::nationality)) read_state(found, i);
        if (m_clause.is(i, WordClass::between_them) && m_discourse.subject_here.size() > 1)
            give(found, Slot::between, m_discourse.subject_here);
        if (!m_clause.is(i, ItemKind::actor)) continue;
        std::size_t next = i + 1;
        read_object(found, i, behind_noun && !found.trigger->light(), object_open, next);
        i = next - 1;
    }
}

/// A reporting verb's people stand right behind it; what follows belongs to its content.
void RoleReader::read_addressee(Found& found, std::size_t from) const {
    std::size_t i = from;
    // Who is quoted stands behind the agency's own words: "the official agency (X), on Tuesday, from Y".
    const std::size_t reach = found.trigger->relay ? 9 : 3;
    const auto quoted = [&](std::size_t k) {
        const auto slot = m_clause.preposition(k);
        return slot && *slot != Slot::count && found.trigger->role(*slot) == SlotRole::speaker;
    };
    while (!m_clause.stops(i) && i < from + reach &&
           (!m_clause.is(i, ItemKind::actor) || (found.trigger->relay && !quoted(i))))
        ++i;
    if (m_clause.stops(i) || !m_clause.is(i, ItemKind::actor)) return;
    auto slot = m_clause.preposition(i);
    if (!slot && i == from && m_clause.free_actor(i)) slot = Slot::object;  // "X told Y"
    if (!slot || *slot == Slot::count || found.trigger->role(*slot) == SlotRole::none) return;
    std::size_t next = i;
    give(found, *slot, m_clause.coordination(i, next));
    found.content = next;
}

/// "They discussed it by phone" is a call.
void RoleReader::settle_type(Found& found) const {
    constexpr std::size_t near = 8;
    // "Spoke to his counterpart" is a talk of the two.
    const auto to = std::find_if(found.participants.begin(), found.participants.end(),
                                 [](const auto& p) { return p.role == Role::addressee; });
    if (found.trigger->pair && !found.subject.empty() && to != found.participants.end() &&
        m_clause.finder().node(to->node).type == NodeType::person) {
        found.type = EventType::talks;
        to->role = Role::agent;
    }
    if (!mutual(found)) return;
    for (std::size_t i = found.item + 1; !m_clause.stops(i) && i < found.item + near; ++i)
        if (m_clause.is(i, WordClass::by_phone)) found.type = EventType::call;
}

void RoleReader::read_verb(Found& found) const {
    if (found.trigger->bare) return;
    const bool acts = found.trigger->role(Slot::subject) != SlotRole::none;
    const auto after = acts ? SubjectReader(m_clause, m_discourse).read(found) : found.item + 1;
    give(found, Slot::subject, found.subject);
    if (found.trigger->speech) {
        found.content = after;
        if (!found.trigger->tails.empty()) {
            const auto& text = m_clause.text();
            const auto tail =
                find_tail(*found.trigger, text, m_clause.item(found.item).end, m_clause.items().back().end);
            found.content = std::max(after, m_clause.item_at(tail.end - tail.words));
        }
    }
    if (found.type == EventType::statement)
        read_addressee(found, after);
    else
        read_objects(found, after, !found.suffix() && found.trigger->role(Slot::object) != SlotRole::none);
    settle_type(found);
}

/// "Russian-American talks"; but "the Syrian talks" are talks about Syria. An adjective agrees with its noun.
void RoleReader::read_adjectives(Found& found) const {
    std::vector<NodeIndex> states;
    for (std::size_t i = found.item + 1; i < m_clause.size() && i < found.item + 5; ++i) {
        const auto& item = m_clause.item(i);
        if (m_clause.is(i, ItemKind::nationality)) {
            const bool agrees = ((item.features & WordForm::definite) != 0) == found.definite();
            if (item.clitics.preposition != 0 || (!agrees && !found.suffix())) break;
            states.push_back(m_clause.finder().country_node(item.index));
        } else if (!m_clause.is(i, ItemKind::other) && !m_clause.mark(i, '-')) {
            break;
        }
    }
    if (mutual(found) && found.definite() && states.size() < 2) return;
    give(found, Slot::adjective, states);
}

/// The actor in the genitive right behind a noun; returns the item after it.
std::size_t RoleReader::read_owner(Found& found) const {
    std::size_t next = found.item + 1;
    const bool owner = !found.definite() && !found.suffix() && m_clause.is(next, ItemKind::actor) &&
                       !m_clause.preposition(next) && !m_clause.item(next).clitics.conjunction;
    if (!owner) return next;
    const auto& actor = m_clause.actor(next);
    std::size_t after = next;
    const auto nodes = m_clause.coordination(next, after);
    // "The Geneva talks" are held there.
    const bool conflict = found.type && info(*found.type).family == "conflict";
    const bool held = mutual(found) || found.type == EventType::agreement;
    const bool town = actor.place || (actor.capital && (held || conflict) && nodes.size() == 1);
    if (!town) {
        give(found, Slot::genitive, nodes);
    } else if (held || conflict) {
        found.place = actor.capital ? m_clause.finder().node_of(*actor.capital) : nodes.front();
    }
    return after;
}

bool RoleReader::awaits_owner(const Found& noun) const { return owned_by_pronoun(noun) && owner_of(noun).empty(); }

/// Whose a noun with a pronoun is: who acts in its clause, told by a known verb or standing before an unknown one.
std::vector<NodeIndex> RoleReader::owner_of(const Found& noun) const {
    std::size_t next = 0;
    for (std::size_t i = noun.item; i > 0; --i) {
        if (m_clause.verb(i - 1)) break;
        if (m_clause.is(i - 1, WordClass::that))
            for (std::size_t j = i; j < noun.item; ++j)
                if (m_clause.free_actor(j)) return m_clause.coordination(j, next);
    }
    if (!m_discourse.subject_here.empty()) return m_discourse.subject_here;
    // "X stepped up his consultations": the verb is unknown, who acts stands before the noun.
    for (std::size_t i = noun.item; i > 0 && !m_clause.stops(i - 1) && !m_clause.mark(i - 1, ','); --i)
        if (m_clause.is(i - 1, ItemKind::actor) && !m_clause.actor(i - 1).place && !m_clause.preposition(i - 1))
            return m_clause.actor(i - 1).nodes;
    return {};
}

bool RoleReader::owned_by_pronoun(const Found& noun) const {
    return noun.suffix() || m_clause.is(noun.item + 1, WordClass::his);
}

void RoleReader::read_noun(Found& found, const Found* lender) const {
    if (found.trigger->bare) return;
    const auto next = read_owner(found);
    // "Their expulsion": the pronoun is whom it befell, seldom the subject of the clause.
    const bool suffered = found.trigger->role(Slot::genitive) == SlotRole::patient;
    if (owned_by_pronoun(found) && !suffered) give(found, Slot::genitive, owner_of(found));
    if (found.suffix() && m_clause.free_actor(next)) {
        std::size_t after = next;
        give(found, Slot::object, m_clause.coordination(next, after));
    }
    read_adjectives(found);
    const bool light = lender != nullptr && lender->trigger->light();
    found.supported = found.supported || light;
    found.subject_named = light && lender->subject_named && lender->subject.empty();
    if (light) give(found, Slot::subject, lender->subject);
    read_objects(found, next, false);
    // "The visit of the delegation to X": of two who might receive, the one before the "to" went.
    if (found.type == EventType::visit && found.participants.size() > 1 && !has_role(found, Role::agent) &&
        found.participants[0].role == Role::host && found.participants[1].role == Role::host)
        found.participants[0].role = Role::agent;
    if (light) found.add(lender->participants);
    if (lender != nullptr && !light && !has_role(found, Role::agent))
        for (const auto n : lender->subject) found.add(Role::agent, n);
    settle_type(found);
}

std::vector<NodeIndex> RoleReader::read_according(std::size_t item, std::size_t& next) const {
    next = item + 1;
    for (std::size_t i = item + 1; i < m_clause.size() && i < item + 4; ++i) {
        if (!m_clause.is(i, ItemKind::actor)) continue;
        const bool paper = m_clause.owned(i) || m_clause.finder().node(m_clause.actor(i).nodes.front()).type ==
                                                    NodeType::place;  // "according to the Geneva resolutions"
        return paper ? std::vector<NodeIndex>{} : m_clause.coordination(i, next);
    }
    return {};
}

}  // namespace isnad
