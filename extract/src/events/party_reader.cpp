#include "events/party_reader.hpp"

#include "events/clue_words.hpp"

#include <algorithm>
#include <bit>

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

namespace {

/// Where somebody of an earlier sentence stands.
enum From : std::uint32_t {
    subject = 1,
    speaker = 2,
    same_kind = 4,
    last_event = 8,
    lead = 16,
    pair = 32,
    here = 64,
    here_pair = 128
};

constexpr ClueWord carried_question("carried");
constexpr std::array<std::string_view, 8> from_names{"subject", "speaker", "same_kind", "last_event",
                                                     "lead",    "pair",    "here",      "here_pair"};
constexpr ClueWord age_word("age"), group_word("group"), form_word("form"), alone_word("alone"), clause_word("clause"),
    named_word("named"), trigger_word("trigger"), node_word("node"), rank_word("rank"), number_word("number"),
    from_word("from"), led_word("lead_in"), here_word("here");

int kind_of(EventType t) {
    switch (t) {
        case EventType::meeting:
        case EventType::talks:
        case EventType::mediation: return 0;
        case EventType::call: return 1;
        case EventType::visit: return 2;
        default: return 3 + static_cast<int>(t);
    }
}

}  // namespace

std::vector<PartyReader::Carried> PartyReader::carried(const EventMention& e) const {
    std::vector<Carried> out;
    const auto add = [&](const std::vector<NodeIndex>& nodes, std::uint32_t from, std::size_t age) {
        for (const auto n : nodes) {
            const auto type = m_actors.node(n).type;
            if (e.has(n) || type == NodeType::place || type == NodeType::media) continue;
            const auto found = std::find_if(out.begin(), out.end(), [&](const Carried& c) { return c.node == n; });
            if (found != out.end())
                found->from |= from;
            else
                out.push_back({n, from, age, nodes.size()});
        }
    };
    // Of the sentence itself: the mention before, and the last one with two parties.
    const auto nodes_of = [](const EventMention& m) {
        std::vector<NodeIndex> nodes;
        for (const auto& p : m.parties) nodes.push_back(p.node);
        return nodes;
    };
    bool first = true;
    for (const auto* m = &e; m != m_r.mentions.data();) {
        --m;
        if (m->parties.empty()) continue;
        if (first) add(nodes_of(*m), From::here, 0);
        first = false;
        if (m->parties.size() < 2) continue;
        add(nodes_of(*m), From::here_pair, 0);
        break;
    }
    const auto& d = m_r.discourse;
    const auto& events = d.events();
    const auto like = [&](const ToldEvent& t) {
        return t.parties.size() > 1 && e.type && kind_of(t.type) == kind_of(*e.type);
    };
    const auto same = std::find_if(events.rbegin(), events.rend(), like);
    if (same != events.rend()) add(same->parties, From::same_kind, d.sentence() - same->sentence);
    const auto two =
        std::find_if(events.rbegin(), events.rend(), [](const ToldEvent& t) { return t.parties.size() > 1; });
    if (two != events.rend()) add(two->parties, From::pair, d.sentence() - two->sentence);
    if (!d.subject().empty()) add(d.subject(), From::subject, d.subject_age());
    if (!d.speaker().empty()) add(d.speaker(), From::speaker, d.speaker_age());
    if (!events.empty()) add(events.back().parties, From::last_event, d.sentence() - events.back().sentence);
    add(d.lead(), From::lead, d.sentence());
    return out;
}

Clues PartyReader::carried_clues(const EventMention& e, const Carried& c, const Carried* rival) const {
    const auto& view = m_r.view;
    const auto& clause = m_r.tree.at(e.item);
    const auto form = clue::form(e.features);
    const auto type = clue::of(*e.type);
    const auto family = clue::family(*e.type);
    const auto node = clue::of(m_actors.node(c.node).type);
    const auto parties = clue::count(e.parties.size());
    const auto subject = clue::of(clause.predicate == e.item ? clause.from : SubjectFrom::none);
    const auto age = clue::distance(c.age);
    const auto led = e.noun() ? leading_word(view, e.item) : form;
    const auto defined = clue::of(e.definite());
    const auto suffix = clue::of(e.suffix());
    const bool named = std::any_of(view.items().begin(), view.items().end(), [&](const Item& i) {
        if (i.kind != ItemKind::actor) return false;
        const auto& nodes = view.actor(static_cast<std::size_t>(&i - view.items().data())).nodes;
        return std::find(nodes.begin(), nodes.end(), c.node) != nodes.end();
    });
    static constexpr auto from_words = clue::words(from_names);
    Clues out(carried_question, m_r.traced());
    out.add(parties, family, form);
    out.add(trigger_word, clue::of(*e.trigger), parties);
    out.add(node_word, node, type);
    out.add(named_word, clue::of(named), form);
    out.add(from_word, clue::count(static_cast<std::size_t>(std::popcount(c.from))), parties);
    out.add(number_word, clue::of((e.features & WordForm::plural) != 0), clue::count(c.group), form);
    if (rival != nullptr) out.add(rank_word, parties, form);
    if (e.noun()) out.add(led_word, led, parties, host_word(m_r, e.item));
    for (std::size_t k = 0; k < from_words.size(); ++k) {
        if ((c.from & (1U << k)) == 0) continue;
        const auto from = from_words[k];
        out.add(from);
        out.add(from, form, parties);
        out.add(from, type, parties);
        out.add(from, form, subject, parties);
        out.add(from, clause_word, clue::of(clause.kind), form);
        out.add(from, defined, suffix, family, parties);
        out.add(from, age_word, age, form);
        out.add(from, group_word, clue::count(c.group), family, parties);
        out.add(from, node_word, node, family);
        out.add(from, alone_word, clue::of(clause.subject_unknown), form);
        out.add(from, here_word, clue::of(m_r.between.of(0, view.size()).actors != 0), parties);
        out.add(from, clue::of(view.item(e.item).clitics.conjunction), clue::of(e.item == 0), form);
        out.add(from, led_word, led, defined);
        out.add(from, named_word, clue::count(m_r.discourse.times_named(c.node)), family);
        out.add(from, rank_word, clue::distance(m_r.discourse.rank(c.node)), parties);
    }
    return out;
}

void PartyReader::read_discourse(std::size_t mention) const {
    auto& e = m_r.mentions[mention];
    if (!e.type) return;
    const Carried* rival = nullptr;
    const auto all = carried(e);
    for (const auto& c : all) {
        const auto clues = carried_clues(e, c, rival);
        const auto score = m_r.weights.score(clues);
        if (m_r.traced())
            trace("carried", mention, m_actors.node(c.node), m_r.discourse.last_words(c.node), score, clues);
        if (score <= 0) continue;
        rival = &c;
        const bool acts = e.consultation() || e.type == EventType::agreement || e.agents().empty();
        const auto basis = e.suffix() ? Basis::pronoun : e.verb() && c.age <= 1 ? Basis::understood : Basis::carried;
        e.add({acts ? Role::agent : Role::patient, c.node, basis, m_r.discourse.last_words(c.node)});
    }
}

}  // namespace isnad
