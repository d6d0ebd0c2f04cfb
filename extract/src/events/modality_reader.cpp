#include "events/modality_reader.hpp"

#include "events/clue_words.hpp"
#include "events/operators.hpp"
#include "events/party_clues.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t reach = 6;         // items looked back over
constexpr std::size_t looked_ahead = 3;  // items behind a noun

constexpr ClueWord question("modality");
constexpr ClueWord before("before"), crossed("crossed"), behind("behind"), governor("governor"), verb("verb"),
    host("host"), clause("clause"), lies("lies"), led("led"), trigger("trigger"), kind("kind"), opener("opener"),
    headline("headline"), up("above"), parties("parties"), light("light"), definite("definite"), said("operator"),
    relative("relative"), again("again");
constexpr ClueWord past("past"), today("today"), future("future"), open("open"), denies("denies"), wishes("wishes"),
    expects("expects"), says("says"), nobody("nobody");

ClueWord position(const EventMention& e, Day published) {
    if (!e.time || !e.when.from || !e.when.to) return open;
    if (*e.when.from > published) return future;
    return *e.when.to < published ? past : today;
}

ClueWord manner(const Trigger& t) {
    if (t.denies) return denies;
    if (t.expects) return expects;
    return t.content ? wishes : says;
}

}  // namespace

/// The words around: those before up to a mark, and whether another predicate or preposition stands between.
void ModalityReader::read_words(const EventMention& e, Clues& out) const {
    const auto& view = m_r.view;
    const auto form = clue::form(e.features);
    bool between = false;
    for (std::size_t back = 1; back <= reach && back <= e.item; ++back) {
        const auto i = e.item - back;
        if (view.is(i, ItemKind::mark) && !view.mark(i, '"')) break;
        if (view.is(i, ItemKind::word)) {
            const auto word = clue::of(view.item(i).word);
            out.add(before, word, form);
            out.add(before, word, form, clue::distance(back));
            if (between) out.add(before, crossed, word, form);
        }
        if (view.is(i, ItemKind::trigger)) {
            out.add(before, trigger, clue::of(view.trigger(i)), form);
            if (view.predicate(i)) out.add(before, verb, clue::form(view.item(i).features), form);
        }
        between = between || view.predicate(i) || view.event_noun(i) || view.slot_at(i);
        if (view.verb(i)) break;
    }
    if (!e.noun()) return;
    const auto to = std::min(view.size(), e.item + 1 + looked_ahead);
    for (auto i = e.item + 1; i < to; ++i) {
        if (view.is(i, ItemKind::word)) out.add(behind, clue::of(view.item(i).word), clue::distance(i - e.item));
        if (view.is(i, ItemKind::mark)) break;
    }
}

/// "The summit that will be held": the verb of a relative clause behind a noun.
void ModalityReader::read_relative(const EventMention& e, Clues& out) const {
    constexpr std::size_t near = 12;  // items
    const auto own = m_r.tree.of(e.item);
    for (auto c = own + 1; c < m_r.tree.nodes().size(); ++c) {
        const auto& n = m_r.tree.node(c);
        if (n.opener > e.item + near) break;
        if (n.parent != own || n.kind != ClauseKind::relative || n.opener < e.item || !n.predicate) continue;
        if (m_r.between.of(e.item, n.opener).event_nouns != 0) break;
        out.add(relative, clue::form(m_r.view.item(*n.predicate).features),
                clue::of(operator_at(m_r.view, *n.predicate)));
        break;
    }
}

/// What was told before of the same parties: "the summit" is still to come where its plan was the news.
void ModalityReader::read_discourse(const EventMention& e, Clues& out) const {
    if (!e.consultation()) return;
    const auto& events = m_r.discourse.events();
    const auto same = std::find_if(events.rbegin(), events.rend(), [&](const ToldEvent& t) {
        if (info(t.type).family != "consult" || t.parties.empty()) return false;
        const auto shared = std::count_if(t.parties.begin(), t.parties.end(), [&](NodeIndex n) { return e.has(n); });
        return static_cast<std::size_t>(shared) == e.parties.size();
    });
    const auto form = clue::form(e.features);
    if (same == events.rend()) return out.add(again, nobody, form);
    out.add(again, clue::of(same->modality), form);
    out.add(again, clue::of(same->modality), form, clue::count(e.parties.size()), clue::of(e.definite() || e.suffix()));
}

Clues ModalityReader::clues(std::size_t mention) const {
    const auto& view = m_r.view;
    const auto& e = m_r.mentions[mention];
    const auto form = clue::form(e.features);
    const auto type = e.type ? clue::of(*e.type) : light;
    const auto& own = m_r.tree.at(e.item);
    Clues out(question, m_r.traced());
    const auto day = position(e, m_r.published);
    out.add(form);
    out.add(form, type);
    out.add(lies, day);
    out.add(lies, day, form);
    out.add(lies, day, form, clue::of(e.trigger->speech));
    out.add(trigger, clue::of(*e.trigger), form);
    out.add(clause, clue::of(own.kind), form);
    out.add(clause, clue::of(m_r.tree.node(own.parent).kind), clue::of(own.kind));
    out.add(parties, clue::count(e.parties.size()), form);
    if (m_r.headline) out.add(headline, form);
    read_words(e, out);
    const auto operation = e.settled ? Modality::asserted : operator_at(view, e.item);
    out.add(said, clue::of(operation));
    out.add(said, clue::of(operation), form);
    out.add(said, clue::of(operation), day);
    out.add(said, clue::of(operation), clue::of(own.kind));
    // What opens its clause: a verb right behind "that" is wished for or to come.
    if (own.opener + 1 == e.item && view.is(own.opener, ItemKind::word))
        out.add(opener, clue::of(view.item(own.opener).word), form);
    if (e.noun()) {
        read_relative(e, out);
        out.add(led, leading_word(view, e.item));
        out.add(led, leading_word(view, e.item), host_word(m_r, e.item));
        out.add(definite, clue::of(e.definite()), type);
        if (own.predicate) {
            const auto p = *own.predicate;
            out.add(host, host_word(m_r, e.item), clue::form(view.item(p).features), clue::of(p < e.item));
            if (view.is(p, ItemKind::trigger)) {
                out.add(host, trigger, clue::of(view.trigger(p)));
                out.add(host, manner(view.trigger(p)), host_word(m_r, e.item), type);
            }
            const auto above = operator_at(view, p);
            out.add(host, said, clue::of(above), host_word(m_r, e.item));
            out.add(host, said, clue::of(above), leading_word(view, e.item));
            out.add(host, said, clue::of(above), clue::of(operation));
            for (const auto& other : m_r.mentions) {
                if (other.item != p || &other == &e) continue;
                out.add(host, kind, clue::of(other.modality), host_word(m_r, e.item));
            }
        }
    } else if (const auto& above = m_r.tree.node(own.parent); own.parent != m_r.tree.of(e.item) && above.predicate) {
        // The clause it stands under: "agreed to meet", "if X comes, Y".
        const auto p = *above.predicate;
        out.add(up, clue::of(own.kind), clue::form(view.item(p).features), form);
        out.add(up, said, clue::of(operator_at(view, p)), clue::of(own.kind), form);
        if (view.is(p, ItemKind::trigger)) out.add(up, trigger, clue::of(view.trigger(p)), clue::of(own.kind), form);
        for (const auto& other : m_r.mentions)
            if (other.item == p) out.add(up, kind, clue::of(other.modality), clue::of(own.kind), form);
    }
    read_discourse(e, out);
    if (e.governor) {
        const auto& speech = m_r.mentions[*e.governor];
        out.add(governor, manner(*speech.trigger), form);
        out.add(governor, manner(*speech.trigger), form, clue::of(own.kind));
        out.add(governor, trigger, clue::of(*speech.trigger), form);
        out.add(governor, clue::of(*speech.type), type);
    } else {
        out.add(governor, nobody, form);
    }
    return out;
}

/// "Denied that it was discussed in the meeting": where or when something denied would have been holds all the same.
bool ModalityReader::aside(const EventMention& e) const {
    if (!e.noun() || e.item == 0 || operator_at(m_r.view, e.item) != Modality::asserted) return false;
    const auto slot = m_r.view.slot_at(e.item - 1);
    return slot && (*slot == Slot::in || *slot == Slot::count);
}

/// "Called off the summit": no clue makes a fact of it.
bool ModalityReader::called_off(const EventMention& e) const {
    const auto& verb = m_r.tree.at(e.item).predicate;
    if (!e.noun() || !verb || *verb > e.item || !m_r.view.is(*verb, ItemKind::trigger)) return false;
    const auto& t = m_r.view.trigger(*verb);
    return t.light() && t.denies && operator_at(m_r.view, e.item) == Modality::denied;
}

void ModalityReader::read(std::size_t mention) const {
    static constexpr std::array all{Modality::asserted, Modality::planned, Modality::possible, Modality::conditional,
                                    Modality::denied};
    auto& e = m_r.mentions[mention];
    const auto reasons = clues(mention);
    float best = 0;
    for (const auto m : all) {
        const auto score = m_r.weights.score(reasons, clue::of(m));
        if (m == Modality::asserted || score > best) {
            best = score;
            e.modality = m;
        }
    }
    if (e.modality == Modality::denied && aside(e)) e.modality = Modality::asserted;
    if (called_off(e)) e.modality = Modality::denied;
    // Nothing has happened on a day after the report.
    const bool ahead = e.time && e.when.from && *e.when.from > m_r.published;
    if (e.modality == Modality::asserted && ahead && !e.trigger->speech) e.modality = Modality::planned;
    if (!m_r.traced()) return;
    TracedDecision d;
    d.question = "modality";
    d.mention = mention;
    d.answer = to_string(e.modality);
    d.score = best;
    d.taken = true;
    d.clues = reasons.names();
    m_r.trace->decisions.push_back(std::move(d));
}

}  // namespace isnad
