#include "events/party_clues.hpp"

#include "events/clue_words.hpp"

namespace isnad {

namespace {

constexpr std::array<std::string_view, 15> relation_names{
    "subject",      "antecedent", "clause_subject", "inherited",   "object", "genitive",     "adjective",  "teller",
    "joined_owner", "behind",     "owner_behind",   "free_behind", "before", "owner_before", "free_before"};

constexpr ClueWord question("party");
// First words of clues: what they look at.
constexpr ClueWord frame("frame"), trigger("trigger"), far("far"), slot("slot"), path("path"), verbs("verbs"),
    nouns("nouns"), actors("actors"), gap("gap"), marks("marks"), openers("openers"), place("place"), rival("rival"),
    acts("acts"), host("host"), lead("lead"), suffix("suffix"), definite("definite"), passive("passive"),
    number("number"), unknown("unknown"), subject_of("subject_of"), joined("joined"), so_far("so_far"),
    headline("headline"), kind("kind"), salient("salient"), room("room");
// Answers.
constexpr ClueWord self("self"), nobody("nobody"), noun("noun"), verb("verb"), speech("speech"), taken_word("taken"),
    left_word("left"), light("light"), plain("plain"), event("event");

ClueWord of(Relation relation) {
    static constexpr auto table = clue::words(relation_names);
    return table[static_cast<std::size_t>(relation)];
}

/// Collects the clues of one candidate; each function looks at one side of it.
class PartyClueReader {
public:
    PartyClueReader(const SentenceReading& r, const EventMention& e, const PartyCandidate& c)
        : m_r(r), m_view(r.view), m_e(e), m_c(c), m_out(question, r.traced()) {}

    Clues read(const std::vector<Taken>& taken) {
        read_frame();
        read_way();
        read_rivals();
        read_acting();
        if (m_e.noun())
            read_noun();
        else
            read_verb();
        read_joined(taken);
        if (!m_c.nodes.empty()) {
            const auto rank = clue::distance(m_r.discourse.rank(m_c.nodes.front()));
            m_out.add(salient, rank, m_relation);
            m_out.add(salient, rank, m_type);
        }
        m_out.add(subject_of, clue::of(m_r.tree.at(m_e.item).from), m_relation, m_form);
        m_out.add(so_far, clue::count(m_e.parties.size()), m_relation);
        m_out.add(so_far, clue::count(m_e.parties.size()), m_family, m_relation);
        if (m_r.headline) m_out.add(headline, m_relation);
        return std::move(m_out);
    }

private:
    void read_frame() {
        const auto node = clue::of(m_c.type);
        const auto preposition = clue::of(m_c.slot);
        const auto id = clue::of(*m_e.trigger);
        m_out.add(m_relation);
        m_out.add(m_relation, m_form);
        m_out.add(m_relation, m_form, m_type);
        m_out.add(m_relation, node);
        m_out.add(m_relation, node, m_family);
        m_out.add(kind, m_type, node);
        m_out.add(frame, m_role, m_relation, m_form);
        m_out.add(frame, m_role, preposition, m_form);
        m_out.add(frame, m_role, preposition, m_family);
        m_out.add(trigger, id, m_relation);
        m_out.add(trigger, id, preposition, m_role);
        m_out.add(slot, preposition, m_relation, m_form);
        m_out.add(slot, preposition, m_relation, m_type);
        if (m_view.is(m_c.item, ItemKind::actor) && m_view.actor(m_c.item).place) {
            m_out.add(place, m_relation, m_type);
            m_out.add(place, preposition, m_family);
        }
    }

    /// What stands between the two, and how their clauses stand to one another.
    void read_way() {
        const auto distance = m_c.item > m_e.item ? m_c.item - m_e.item : m_e.item - m_c.item;
        const auto between = m_r.between.of(m_e.item, m_c.item);
        m_out.add(far, clue::distance(distance), m_relation);
        m_out.add(far, clue::distance(distance), m_relation, m_role);
        m_out.add(path, m_path, m_form);
        m_out.add(path, m_path, m_relation, m_role);
        m_out.add(path, m_path, m_relation, m_family);
        m_out.add(path, m_path, m_relation, clue::distance(distance));
        const auto step = clue::of(m_r.tree.path(m_e.item, m_c.item));
        m_out.add(path, m_path, step, m_form);
        m_out.add(verbs, clue::count(between.predicates), nouns, clue::count(between.event_nouns), m_relation);
        m_out.add(verbs, clue::count(between.predicates), m_relation, m_role);
        m_out.add(actors, clue::count(between.actors), m_relation);
        m_out.add(gap, clue::count(between.others), m_relation);
        m_out.add(marks, clue::count(between.commas), clue::count(between.quotes), m_relation);
        m_out.add(openers, clue::count(between.openers), m_relation);
    }

    /// Whether the trigger nearest before the candidate has wanted for it.
    void read_rivals() {
        const auto other = m_r.between.trigger_before(m_c.item);
        if (other == m_e.item) {
            m_out.add(rival, self, m_relation);
            m_out.add(rival, self, m_relation, m_role);
            return;
        }
        if (other == m_c.item) return m_out.add(rival, nobody, m_relation);
        const bool by_noun = m_view.event_noun(other);
        const auto wanted = m_c.slot != Slot::count ? m_c.slot : by_noun ? Slot::genitive : Slot::object;
        const auto fits = clue::of(m_view.trigger(other).role(wanted));
        m_out.add(rival, by_noun ? noun : verb, fits, m_relation);
        m_out.add(rival, by_noun ? noun : verb, fits, m_role);
    }

    /// Whether the candidate acts in another clause.
    void read_acting() {
        for (const auto& c : m_r.tree.nodes()) {
            const bool own = c.from == SubjectFrom::behind || c.from == SubjectFrom::before;
            const bool here = own && m_c.item >= c.subject_first && m_c.item < c.subject_end;
            if (!here || c.predicate == m_e.item) continue;
            const auto how = m_view.speech_verb(*c.predicate) ? speech : verb;
            m_out.add(acts, how, m_relation, m_family);
            m_out.add(acts, how, m_path, m_form);
            return;
        }
    }

    void read_noun() {
        const auto clause = m_r.tree.at(m_e.item).predicate;
        const auto verb_kind = host_word(m_r, m_e.item);
        const auto led = leading_word(m_view, m_e.item);
        m_out.add(host, verb_kind, m_relation, m_family);
        if (clause) m_out.add(host, verb_kind, m_relation, clue::of(*clause < m_e.item));
        if (clause && m_view.is(*clause, ItemKind::trigger))
            m_out.add(host, trigger, clue::of(m_view.trigger(*clause)), m_relation);
        m_out.add(lead, led, m_relation);
        m_out.add(lead, led, verb_kind, m_relation);
        m_out.add(lead, led, m_relation, m_type);
        // Whether an owner or a "between" behind the noun says who it is about.
        const auto next = m_e.item + 1;
        const bool owned = m_view.is(next, ItemKind::actor) && !m_view.preposition(next);
        const bool paired = m_view.slot_at(next) == Slot::between || m_view.slot_at(next) == Slot::with;
        m_out.add(room, owned ? taken_word : paired ? noun : nobody, m_relation, m_type);
        if (m_e.suffix()) m_out.add(suffix, m_relation, m_family);
        if (m_e.definite()) m_out.add(definite, m_relation, m_family);
    }

    void read_verb() {
        const auto& clause = m_r.tree.at(m_e.item);
        if (m_e.suffix()) m_out.add(suffix, m_relation, m_form);
        if (m_view.passive(m_e.item)) m_out.add(passive, m_relation);
        const bool many = (m_e.features & WordForm::plural) != 0;
        m_out.add(number, clue::of(many), clue::count(m_c.nodes.size()), m_relation);
        if (clause.subject_unknown) m_out.add(unknown, clue::of(clause.from), m_relation);
        m_out.add(subject_of, clue::of(clause.from), m_relation);
    }

    /// "X and Y": what was decided of X.
    void read_joined(const std::vector<Taken>& taken) {
        if (!m_view.item(m_c.item).clitics.conjunction) return;
        auto j = m_c.item;
        while (j > 0 && (m_view.mark(j - 1, '"') || m_view.mark(j - 1, ',') || m_view.is(j - 1, ItemKind::nationality)))
            --j;
        if (j == 0 || !m_view.is(j - 1, ItemKind::actor)) return;
        const auto state = taken[j - 1];
        const auto word = state == Taken::yes ? taken_word : state == Taken::no ? left_word : nobody;
        m_out.add(joined, word, m_relation);
        m_out.add(joined, word, m_family);
    }

    const SentenceReading& m_r;
    const SentenceView& m_view;
    const EventMention& m_e;
    const PartyCandidate& m_c;
    const ClueWord m_relation = of(m_c.relation);
    const ClueWord m_form = clue::form(m_e.features);
    const ClueWord m_type = m_e.type ? clue::of(*m_e.type) : light;
    const ClueWord m_family = m_e.type ? clue::family(*m_e.type) : light;
    const ClueWord m_role = clue::of(m_c.role);
    const ClueWord m_path = clue::of(m_r.tree.path(m_c.item, m_e.item));
    Clues m_out;
};

}  // namespace

Clues party_clues(const SentenceReading& reading, const EventMention& mention, const PartyCandidate& candidate,
                  const std::vector<Taken>& taken) {
    return PartyClueReader(reading, mention, candidate).read(taken);
}

ClueWord leading_word(const SentenceView& s, std::size_t item) {
    switch (s.item(item).clitics.preposition) {
        case 'b': return clue::of(Slot::b);
        case 'l': return clue::of(Slot::l);
        case 'k': return ClueWord("k");
        default: break;
    }
    if (item == 0) return ClueWord("start");
    if (s.is(item - 1, ItemKind::word)) return clue::of(s.item(item - 1).word);
    return s.verb(item - 1) ? verb : s.event_noun(item - 1) ? noun : clue::of(s.item(item - 1).kind);
}

ClueWord host_word(const SentenceReading& r, std::size_t item) {
    const auto p = r.tree.at(item).predicate;
    if (!p) return nobody;
    if (r.view.is(*p, ItemKind::verb)) return plain;
    if (r.view.trigger(*p).light()) return light;
    return r.view.trigger(*p).speech ? speech : event;
}

}  // namespace isnad
