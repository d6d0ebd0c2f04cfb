// Parties that earlier sentences, or earlier words of the sentence, left behind.

#include "events/clue_words.hpp"
#include "events/party_reader.hpp"

#include <algorithm>
#include <bit>

namespace isnad {

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
constexpr ClueWord age_word("age"), group_word("group"), alone_word("alone"), clause_word("clause"),
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
