#include "events/roles.hpp"

#include <algorithm>

namespace isnad {

namespace {

std::optional<Slot> slot_of(WordClass word) {
    switch (word) {
        case WordClass::in: return Slot::in;
        case WordClass::to: return Slot::to;
        case WordClass::from: return Slot::from;
        case WordClass::on: return Slot::on;
        case WordClass::about: return Slot::about;
        case WordClass::with: return Slot::with;
        case WordClass::between: return Slot::between;
        case WordClass::against: return Slot::against;
        case WordClass::by: return Slot::by;
        case WordClass::other_preposition:
        case WordClass::sidelines: return Slot::count;
        default: return std::nullopt;
    }
}

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

bool same(const std::vector<NodeIndex>& a, const std::vector<NodeIndex>& b) { return a == b; }

}  // namespace

void Found::add(Role role, NodeIndex node) {
    const auto known = [&](const Participant& p) { return p.node == node; };
    if (std::none_of(participants.begin(), participants.end(), known)) participants.push_back({role, node});
}

bool RoleReader::mark(std::size_t i, std::string_view text) const {
    return i < m_items.size() && m_items[i].kind == ItemKind::mark && m_text.text(m_items[i].begin) == text;
}

/// Where a clause ends for the search of participants.
bool RoleReader::stops(std::size_t i) const {
    if (i >= m_items.size()) return true;
    const auto& item = m_items[i];
    if (item.kind == ItemKind::trigger) return (item.features & (WordForm::verb | WordForm::participle)) != 0;
    if (item.kind == ItemKind::word)
        return item.word == WordClass::that || item.word == WordClass::relative || item.word == WordClass::according;
    return mark(i, ":") || mark(i, ";") || mark(i, ".");
}

/// The preposition an actor item stands under; Slot::count for one that gives no slot.
std::optional<Slot> RoleReader::preposition(std::size_t i) const {
    switch (m_items[i].clitics.preposition) {
        case 'b': return Slot::b;
        case 'l': return Slot::l;
        case 'k': return Slot::count;
        default: break;
    }
    std::size_t before = i;
    while (before > 0 && ((m_items[before - 1].kind == ItemKind::word && m_items[before - 1].word == WordClass::city) ||
                          mark(before - 1, "\"")))
        --before;
    if (before == 0 || m_items[before - 1].kind != ItemKind::word) return std::nullopt;
    return slot_of(m_items[before - 1].word);
}

bool RoleReader::bare_actor(std::size_t i) const {
    return i < m_items.size() && m_items[i].kind == ItemKind::actor && !preposition(i) &&
           !m_actors[m_items[i].index].place;
}

std::vector<NodeIndex> RoleReader::participants_of(std::size_t i) const { return m_actors[m_items[i].index].nodes; }

/// The actors joined by "and" from an actor item on.
std::vector<NodeIndex> RoleReader::coordination(std::size_t i, std::size_t& next) const {
    auto out = participants_of(i);
    next = i + 1;
    for (std::size_t j = next; j < m_items.size(); ++j) {
        if (mark(j, "\"") || mark(j, ",") || m_items[j].kind == ItemKind::nationality) continue;
        const auto& item = m_items[j];
        if (item.kind != ItemKind::actor || !item.clitics.conjunction || item.clitics.preposition != 0) break;
        if (m_actors[item.index].place && !m_actors[item.index].capital) break;
        const auto more = participants_of(j);
        out.insert(out.end(), more.begin(), more.end());
        next = j + 1;
    }
    return out;
}

/// The topic before a verb: "Kerry meets ...". Empty when the verb opens its clause.
std::vector<NodeIndex> RoleReader::left_subject(const Found& found) const {
    if (m_items[found.item].clitics.conjunction) return {};
    std::size_t i = found.item;
    std::size_t unknown = 0;
    while (i > 0) {
        const auto& before = m_items[i - 1];
        const bool adverb =
            before.kind == ItemKind::time || (before.kind == ItemKind::mark && !stops(i - 1)) ||
            (before.kind == ItemKind::word &&
             (before.word == WordClass::perfect || before.word == WordClass::was || before.word == WordClass::planned ||
              before.word == WordClass::negation || before.word == WordClass::possible));
        if (before.kind == ItemKind::other && ++unknown > 1) return {};
        if (!adverb && before.kind != ItemKind::other) break;
        --i;
    }
    if (i == 0 || !bare_actor(i - 1)) return {};
    // Back over the chain "A and B" to its first actor.
    std::size_t first = i - 1;
    while (m_items[first].clitics.conjunction) {
        std::size_t before = first;
        while (before > 0 && (mark(before - 1, ",") || mark(before - 1, "\""))) --before;
        if (before == 0 || m_items[before - 1].kind != ItemKind::actor) break;
        first = before - 1;
    }
    if (preposition(first)) return {};
    // A verb with no subject of its own in the same clause owns the actor instead.
    for (std::size_t j = first; j > 0; --j) {
        if (mark(j - 1, ",") || stops(j - 1)) {
            const bool verb = m_items[j - 1].kind == ItemKind::trigger;
            return verb ? std::vector<NodeIndex>{} : [&] {
                std::size_t next = 0;
                return coordination(first, next);
            }();
        }
        if (m_items[first].clitics.conjunction) break;
    }
    std::size_t next = 0;
    return coordination(first, next);
}

void RoleReader::give(Found& found, Slot slot, const std::vector<NodeIndex>& nodes) const {
    if (slot == Slot::count) return;
    const auto slot_role = found.trigger->role(slot);
    if (slot_role == SlotRole::speaker && !nodes.empty()) found.relayed = nodes.front();
    const auto role = role_of(slot_role);
    if (!role) return;
    for (const auto n : nodes) found.add(*role, n);
}

/// Objects and prepositional participants to the right, up to the end of the clause.
void RoleReader::read_objects(Found& found, std::size_t from, bool object_open) const {
    std::size_t words = 0;
    for (std::size_t i = from; i < m_items.size() && !stops(i) && words < 24; ++i, ++words) {
        const auto& item = m_items[i];
        if (item.kind == ItemKind::trigger && !found.noun() && object_open) object_open = false;
        if (item.kind == ItemKind::trigger && words > 0 && found.noun()) return;
        if (mark(i, ",") && found.noun()) return;
        if (item.kind != ItemKind::actor) continue;
        const auto slot = preposition(i);
        const auto& actor = m_actors[item.index];
        std::size_t next = i + 1;
        auto nodes = coordination(i, next);
        if (actor.place && slot && found.trigger->role(*slot == Slot::count ? Slot::in : *slot) == SlotRole::host) {
            // A town visited stands for its state.
            if (actor.capital)
                nodes = {m_finder.node_of(*m_finder.country_of(*actor.capital))};
            else if (m_finder.node(nodes.front()).type == NodeType::place)
                continue;
            found.place = participants_of(i).front();
        } else if (actor.place &&
                   !(slot && found.trigger->role(*slot == Slot::count ? Slot::in : *slot) != SlotRole::none &&
                     m_finder.node(nodes.front()).type == NodeType::country)) {
            continue;
        }
        if (slot) {
            give(found, *slot, nodes);
        } else if (object_open) {
            give(found, Slot::object, nodes);
            object_open = false;
        }
        i = next - 1;
    }
}

void RoleReader::find_content(Found& found, std::size_t from) const {
    if (!found.trigger->speech) return;
    found.content = from;
}

void RoleReader::read_verb(Found& found, const Discourse& discourse) const {
    std::size_t after = found.item + 1;
    if (found.trigger->bare) return;
    auto subject = found.participle() ? std::vector<NodeIndex>{} : left_subject(found);
    const bool topic = !subject.empty();
    if (!topic && !found.participle()) {
        std::size_t skipped = 0;
        for (std::size_t i = after; i < m_items.size() && !stops(i) && skipped <= 2; ++i) {
            if (bare_actor(i)) {
                subject = coordination(i, after);
                break;
            }
            if (mark(i, ",") || m_items[i].kind == ItemKind::actor || m_items[i].kind == ItemKind::trigger) break;
            if (m_items[i].kind == ItemKind::word && slot_of(m_items[i].word)) break;
            if (m_items[i].kind == ItemKind::other || m_items[i].kind == ItemKind::nationality) {
                ++skipped;
                found.subject_named = true;
            }
        }
    }
    if (!subject.empty()) found.subject_named = true;
    const bool leans = found.participle() || m_items[found.item].clitics.conjunction || found.trigger->speech;
    if (subject.empty() && !found.subject_named && leans)
        subject = found.trigger->speech && !found.participle() && !discourse.speaker.empty() ? discourse.speaker
                                                                                             : discourse.subject;
    found.subject = subject;
    give(found, Slot::subject, subject);
    find_content(found, after);
    // A reporting verb's people stand right behind it; what follows belongs to its content.
    const bool shallow = found.trigger->type == EventType::statement;
    if (!shallow) {
        read_objects(found, after, found.trigger->role(Slot::object) != SlotRole::none);
    } else if (after < m_items.size()) {
        std::size_t i = after;
        while (i < m_items.size() && !stops(i) && m_items[i].kind != ItemKind::actor && i < after + 3) ++i;
        if (i < m_items.size() && m_items[i].kind == ItemKind::actor && !stops(i))
            if (const auto slot = preposition(i);
                slot && *slot != Slot::count && found.trigger->role(*slot) != SlotRole::none) {
                std::size_t next = i;
                give(found, *slot, coordination(i, next));
                find_content(found, next);
            }
    }
    if (same(found.subject, {})) return;
}

void RoleReader::read_noun(Found& found, const Found* lender, const Discourse& discourse) const {
    if (found.trigger->bare) return;
    std::size_t next = found.item + 1;
    const bool suffix = (found.features & WordForm::suffix) != 0;
    const bool definite = (found.features & WordForm::definite) != 0;
    if (bare_actor(next) && !definite && !suffix && !m_items[next].clitics.conjunction) {
        give(found, Slot::genitive, coordination(next, next));
    } else if (suffix) {
        give(found, Slot::genitive, discourse.subject);
    }
    for (std::size_t i = found.item + 1; i < m_items.size() && i < found.item + 4; ++i) {
        if (m_items[i].kind == ItemKind::nationality && m_items[i].clitics.preposition == 0)
            give(found, Slot::adjective, {m_finder.country_node(m_items[i].index)});
        else if (m_items[i].kind != ItemKind::other && !mark(i, "-"))
            break;
    }
    if (lender != nullptr) give(found, Slot::subject, lender->subject);
    read_objects(found, next, false);
    if (lender != nullptr)
        for (const auto& p : lender->participants) found.add(p.role, p.node);
}

std::vector<NodeIndex> RoleReader::read_according(std::size_t item, std::size_t& next) const {
    next = item + 1;
    for (std::size_t i = item + 1; i < m_items.size() && i < item + 4; ++i)
        if (m_items[i].kind == ItemKind::actor) return coordination(i, next);
    return {};
}

}  // namespace isnad
