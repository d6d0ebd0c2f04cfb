#include "events/telling.hpp"

#include "events/clue_words.hpp"
#include "events/party_clues.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr ClueWord question("event");
constexpr ClueWord parties("parties"), day("day"), modality("modality"), before("before"), next("next"), host("host"),
    led("led"), clause("clause"), twin("twin"), headline("headline"), weak("weak"), lent("lent"), persons("persons"),
    told("told"), governed("governed"), definite("definite"), place("place"), trigger("trigger"), basis("basis"),
    lends("lends"), states("states");
constexpr ClueWord none("none"), stated("stated"), carried("carried"), same("same"), other("other");

ClueWord neighbour(const SentenceView& s, std::size_t i) {
    if (i >= s.size()) return none;
    if (s.is(i, ItemKind::word)) return clue::of(s.item(i).word);
    return clue::of(s.item(i).kind);
}

ClueWord day_word(const EventMention& e) {
    return e.day_basis == DayBasis::stated ? stated : e.day_basis == DayBasis::carried ? carried : none;
}

/// A consultation or agreement of a state or a person stands in any company.
bool of_state(const EventMention& e, const ActorFinder& actors) {
    if (!e.consultation() && e.type != EventType::agreement) return false;
    return std::any_of(e.parties.begin(), e.parties.end(), [&](const Party& p) {
        const auto type = actors.node(p.node).type;
        return type == NodeType::person || type == NodeType::country;
    });
}

/// What cannot be told whatever speaks for it.
bool untellable(const MentionDraft& draft, const ActorFinder& actors) {
    const auto& e = draft.mention;
    const auto& t = *e.trigger;
    if (draft.figure && !of_state(e, actors)) return true;
    if (t.occasion || (t.must && !draft.governor) || (t.relay && e.parties.empty())) return true;
    if (e.type == EventType::statement) return e.parties.empty() || (e.modality == Modality::denied && e.verb());
    if (e.consultation() && e.verb() && e.modality == Modality::denied && e.parties.empty()) return true;
    const auto media = [&](const Party& p) { return actors.node(p.node).type == NodeType::media; };
    return e.consultation() && std::any_of(e.parties.begin(), e.parties.end(), media);  // an interview
}

/// What is told as soon as somebody is known to say it: "it is necessary", "..., adding that".
bool certain(const EventMention& e) {
    const bool said = e.type == EventType::statement && e.participle();
    return (e.trigger->must || said) && !e.parties.empty();
}

/// The mention before it in the same clause: one event may have two words ("reached an agreement").
void read_twin(const MentionDraft& draft, const std::vector<MentionDraft>& drafts, Clues& out) {
    const auto& e = draft.mention;
    if (!draft.twin || !drafts[*draft.twin].mention.told) return out.add(twin, none, draft.form);
    const auto& m = drafts[*draft.twin].mention;
    const bool related = info(*m.type).family == info(*e.type).family;
    out.add(twin, related ? same : other, clue::form(m.features), draft.form, clue::distance(draft.twin_distance));
    out.add(twin, clue::of(*m.type), clue::of(*e.type), draft.form);
    out.add(twin, clue::of(m.trigger->tails.empty()), clue::of(*m.type), clue::of(*e.type));
}

/// Who takes part, when and as what.
void read_contents(const MentionDraft& draft, const ActorFinder& actors, Clues& out) {
    const auto& e = draft.mention;
    const auto type = clue::of(*e.type);
    const auto id = clue::of(*e.trigger);
    const auto size = clue::count(e.parties.size());
    std::size_t people = 0;
    std::size_t countries = 0;
    std::size_t named = 0;
    for (const auto& p : e.parties) {
        people += actors.node(p.node).type == NodeType::person ? 1U : 0U;
        countries += actors.node(p.node).type == NodeType::country ? 1U : 0U;
        named += p.basis == Basis::named ? 1U : 0U;
    }
    out.add(parties, size, type);
    out.add(parties, size, draft.form, type);
    out.add(trigger, id, parties, size);
    out.add(parties, size, draft.lead, draft.form);
    out.add(parties, size, draft.clause, draft.form);
    out.add(basis, clue::count(named), size, draft.form);
    out.add(persons, clue::count(people), size, type);
    out.add(states, clue::count(countries), size, type);
    out.add(day, day_word(e), type);
    out.add(day, day_word(e), draft.form, size);
    out.add(modality, clue::of(e.modality), type);
    out.add(modality, clue::of(e.modality), draft.form, size);
    out.add(definite, clue::of(e.definite()), clue::of(e.suffix()), size, type);
    if (e.trigger->weak) out.add(weak, size, draft.form);
}

}  // namespace

Clues telling_clues(const SentenceReading& r, std::size_t mention) {
    const auto& view = r.view;
    const auto& e = r.mentions[mention];
    const auto form = clue::form(e.features);
    const auto type = clue::of(*e.type);
    const auto id = clue::of(*e.trigger);
    const auto& own = r.tree.at(e.item);
    Clues out(question, r.traced());
    out.add(form, type);
    out.add(id, form);
    out.add(place, clue::of(e.place.has_value()), type);
    out.add(clause, clue::of(own.kind), form);
    out.add(governed, clue::of(e.governor.has_value()), type);
    out.add(next, neighbour(view, e.item + 1), form);
    out.add(next, neighbour(view, e.item + 1), id);
    if (e.item > 0) out.add(before, neighbour(view, e.item - 1), id);
    if (r.headline) out.add(headline, type);
    if (e.trigger->lends) out.add(lends, neighbour(view, e.item + 1), form);
    const auto& events = r.discourse.events();
    const bool again = std::any_of(events.begin(), events.end(), [&](const ToldEvent& t) { return t.type == *e.type; });
    out.add(told, clue::of(again), form);
    if (!e.noun()) return out;
    const auto kind = host_word(r, e.item);
    const auto lead = leading_word(view, e.item);
    out.add(led, lead, type);
    out.add(led, lead, clue::of(e.definite()));
    out.add(host, kind, type, clue::of(own.predicate && *own.predicate < e.item));
    out.add(host, kind, lead);
    if (e.trigger->lent) out.add(lent, kind, type);
    if (own.predicate && view.is(*own.predicate, ItemKind::trigger))
        out.add(host, trigger, clue::of(view.trigger(*own.predicate)), type);
    return out;
}

void read_telling(MentionDraft& draft, const std::vector<MentionDraft>& drafts, const ClueWeights& weights,
                  const ActorFinder& actors, TracedDecision* out) {
    auto reasons = draft.telling;
    read_contents(draft, actors, reasons);
    read_twin(draft, drafts, reasons);
    const auto score = weights.score(reasons);
    draft.mention.told = (score > 0 || certain(draft.mention)) && !untellable(draft, actors);
    if (out == nullptr) return;
    out->question = "event";
    out->mention = draft.traced_mention;
    out->score = score;
    out->taken = draft.mention.told;
    out->clues = reasons.names();
}

}  // namespace isnad
