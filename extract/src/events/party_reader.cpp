#include "events/party_reader.hpp"

#include "events/clue_words.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t adjective_reach = 5;
constexpr std::size_t farthest = 60;  // items; what stands farther off belongs to another clause

/// The slot of a trigger's frame that a relation fills.
Slot slot_of(Relation relation, Slot preposition) {
    switch (relation) {
        case Relation::subject:
        case Relation::antecedent:
        case Relation::clause_subject:
        case Relation::teller:
        case Relation::inherited: return Slot::subject;
        case Relation::object: return Slot::object;
        case Relation::joined_owner:
        case Relation::genitive: return Slot::genitive;
        case Relation::adjective: return Slot::adjective;
        default: return preposition;
    }
}

SlotRole frame_role(const Trigger& trigger, Slot slot) {
    return slot == Slot::count ? SlotRole::none : trigger.role(slot);
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

}  // namespace

Relation PartyReader::relation(const EventMention& e, std::size_t item, bool prepositional) const {
    const auto& clause = m_r.tree.at(e.item);
    const bool predicate = clause.predicate == e.item;
    if (clause.subject_end != 0 && item >= clause.subject_first && item < clause.subject_end) {
        if (clause.from == SubjectFrom::above) return Relation::inherited;
        if (!predicate) return Relation::clause_subject;
        return clause.from == SubjectFrom::antecedent ? Relation::antecedent : Relation::subject;
    }
    if (tells_of(e, item)) return Relation::teller;
    const bool owner = m_r.view.owned(item);
    if (item < e.item && e.noun() && e.suffix() && m_r.view.item(e.item).clitics.conjunction && !prepositional &&
        item > 0 && m_r.view.event_noun(item - 1) && m_r.between.of(item, e.item).predicates == 0)
        return Relation::joined_owner;
    if (item < e.item) return owner ? Relation::owner_before : prepositional ? Relation::before : Relation::free_before;
    if (e.noun() && item == e.item + 1 && !prepositional) return Relation::genitive;
    if (prepositional) return Relation::behind;
    if (owner) return Relation::owner_behind;
    const auto from = std::max(clause.subject_end, e.item + 1);
    const bool first = predicate && item >= from && m_r.between.of(from - 1, item).actors == 0;
    return first ? Relation::object : Relation::free_behind;
}

/// "The talks that X held", "the visit X paid": X acts in the clause whose verb has the noun as its object.
bool PartyReader::tells_of(const EventMention& e, std::size_t item) const {
    constexpr std::size_t reach = 8;  // items between the noun and its verb
    const auto& clause = m_r.tree.at(item);
    if (!e.noun() || !clause.predicate || *clause.predicate < e.item || *clause.predicate - e.item > reach)
        return false;
    const auto verb = *clause.predicate;
    const bool own = clause.from == SubjectFrom::behind || clause.from == SubjectFrom::before;
    if (!own || item < clause.subject_first || item >= clause.subject_end || !m_r.view.suffixed(verb)) return false;
    const auto between = m_r.between.of(e.item, verb);
    return between.predicates == 0 && between.event_nouns == 0;
}

PartyCandidate PartyReader::candidate(const EventMention& e, std::size_t item) const {
    PartyCandidate c;
    c.item = item;
    if (m_r.view.is(item, ItemKind::nationality)) {
        c.relation = Relation::adjective;
        c.slot = Slot::adjective;
        c.type = NodeType::country;
    } else {
        const auto slot = m_r.view.preposition(item);
        c.relation = relation(e, item, slot.has_value());
        c.slot = slot.value_or(Slot::count);
        c.nodes = m_r.view.actor(item).nodes;
        c.type = m_actors.node(c.nodes.front()).type;
    }
    c.role = frame_role(*e.trigger, slot_of(c.relation, c.slot));
    return c;
}

/// The actors and nationalities within reach, those that stand in the event's frame first.
std::vector<PartyCandidate> PartyReader::candidates(const EventMention& e) const {
    const auto& view = m_r.view;
    std::vector<PartyCandidate> out;
    const auto to = std::min(view.size(), e.item + farthest);
    for (auto i = e.item > farthest ? e.item - farthest : 0; i < to; ++i) {
        if (view.is(i, ItemKind::nationality)) {
            const bool near = i > e.item && i <= e.item + adjective_reach && view.item(i).clitics.preposition == 0;
            if (near && m_r.between.of(e.item, i).predicates == 0) out.push_back(candidate(e, i));
            continue;
        }
        if (!view.is(i, ItemKind::actor)) continue;
        auto c = candidate(e, i);
        const auto& actor = view.actor(i);
        if (c.type == NodeType::place || (actor.place && actor.capital)) {
            // A capital visited stands for its state; other towns are where, not who.
            if (e.type != EventType::visit || !actor.capital) continue;
            c.nodes = {m_actors.node_of(*m_actors.country_of(*actor.capital))};
        }
        out.push_back(std::move(c));
    }
    const auto distance = [&](const PartyCandidate& c) { return c.item > e.item ? c.item - e.item : e.item - c.item; };
    const auto rank = [](const PartyCandidate& c) { return std::min(c.relation, Relation::behind); };
    std::stable_sort(out.begin(), out.end(), [&](const PartyCandidate& a, const PartyCandidate& b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : distance(a) < distance(b);
    });
    return out;
}

Role PartyReader::role(const EventMention& e, const PartyCandidate& c, NodeType type) const {
    const bool acts = slot_of(c.relation, c.slot) == Slot::subject;
    if (e.type == EventType::visit && !acts) {
        const bool received = c.slot == Slot::l || c.slot == Slot::to || c.relation == Relation::genitive ||
                              c.relation == Relation::object || c.role == SlotRole::host;
        if (received) return type == NodeType::person ? Role::agent : Role::host;
    }
    if (const auto role = role_of(c.role)) return *role;
    if (acts || e.consultation() || e.type == EventType::agreement) return Role::agent;
    return e.type == EventType::statement ? Role::addressee : Role::patient;
}

void PartyReader::take(EventMention& e, PartyCandidate& c) const {
    if (c.nodes.empty()) c.nodes = {m_actors.country_node(m_r.view.item(c.item).index)};
    if (c.role == SlotRole::speaker) {
        e.relayed = c.nodes.front();
        return;
    }
    const bool above = c.relation == Relation::inherited || c.relation == Relation::clause_subject ||
                       c.relation == Relation::free_before || c.relation == Relation::joined_owner;
    const auto basis = !above ? Basis::named : e.suffix() ? Basis::pronoun : Basis::understood;
    const bool visited = e.type == EventType::visit && m_r.view.is(c.item, ItemKind::actor);
    if (visited && m_r.view.actor(c.item).place && !e.place) e.place = m_r.view.actor(c.item).nodes.front();
    for (const auto n : c.nodes) e.add({role(e, c, m_actors.node(n).type), n, basis, m_r.words_of(c.item)});
}

void PartyReader::trace(std::string_view question, std::size_t mention, const Node& node, Span words, float score,
                        const Clues& clues) const {
    TracedDecision d;
    d.question = question;
    d.mention = mention;
    d.nodes = {node};
    d.words = words;
    d.score = score;
    d.taken = score > 0;
    d.clues = clues.names();
    m_r.trace->decisions.push_back(std::move(d));
}

void PartyReader::read_sentence(std::size_t mention) const {
    auto& e = m_r.mentions[mention];
    std::vector<Taken> taken(m_r.view.size(), Taken::open);
    for (auto& c : candidates(e)) {
        const auto known = [&](NodeIndex n) { return e.has(n); };
        if (!c.nodes.empty() && std::all_of(c.nodes.begin(), c.nodes.end(), known)) {
            taken[c.item] = Taken::yes;
            continue;
        }
        const auto clues = party_clues(m_r, e, c, taken);
        const auto score = m_r.weights.score(clues);
        taken[c.item] = score > 0 ? Taken::yes : Taken::no;
        if (m_r.traced()) {
            const auto words = m_r.words_of(c.item);
            if (c.nodes.empty())
                trace("party", mention, m_actors.country(m_r.view.item(c.item).index), words, score, clues);
            for (const auto n : c.nodes) trace("party", mention, m_actors.node(n), words, score, clues);
        }
        if (score > 0) take(e, c);
    }
}

}  // namespace isnad
