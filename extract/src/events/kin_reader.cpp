#include "events/kin_reader.hpp"

#include "events/clue_words.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t most_kin = 8;
constexpr std::size_t most_near = 4;
constexpr std::size_t near = 2;        // sentences
constexpr std::size_t farthest = 200;  // mentions
constexpr float certain = 0.4F;        // log odds: a wrong day costs more than a missing one

constexpr ClueWord question("kin_day");
constexpr ClueWord types("types"), rule("rule"), forms("forms"), shared("shared"), far("far"), definite("definite"),
    headline("headline"), place("place"), modalities("modalities"), lead("lead"), clause("clause"), type("type"),
    grain("grain"), tense("tense"), order("order"), governor("governor"), first("first");
constexpr ClueWord same("same"), other("other"), none("none"), some("some"), all("all"), ahead("ahead"),
    behind("behind"), past("past"), today("today"), future("future"), apart("apart"), covered("covered");

int kind_of(EventType t) {
    switch (t) {
        case EventType::meeting:
        case EventType::talks:
        case EventType::mediation: return 0;
        case EventType::agreement:
        case EventType::truce: return 1;
        case EventType::attack:
        case EventType::seizure: return 2;
        default: return 3 + static_cast<int>(t);
    }
}

std::size_t gap(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

ClueWord lies(const Interval& when, Day published) {
    if (!when.from || !when.to) return none;
    if (*when.from > published) return future;
    return *when.to < published ? past : today;
}

}  // namespace

bool KinReader::alike(const EventMention& a, const EventMention& b) const {
    return kind_of(*a.type) == kind_of(*b.type);
}

std::vector<std::size_t> KinReader::kin(std::size_t draft) const {
    const auto& e = m_drafts[draft];
    std::vector<std::size_t> out;
    std::size_t found = 0;
    std::size_t neighbours = 0;
    // Outwards from the draft, those before it first.
    for (std::size_t step = 1; step < std::min(m_drafts.size(), farthest) && found < most_kin; ++step) {
        if (draft < step && draft + step >= m_drafts.size()) break;
        for (const bool back : {true, false}) {
            if (back ? draft < step : draft + step >= m_drafts.size()) continue;
            const auto k = back ? draft - step : draft + step;
            const auto& m = m_drafts[k];
            const bool related = alike(e.mention, m.mention);
            const bool close = gap(e.sentence_number, m.sentence_number) <= near && neighbours < most_near;
            // The day of what did not happen dates nothing that did.
            if (m.mention.modality == Modality::denied && e.mention.modality != Modality::denied) continue;
            if (m.mention.day_basis != DayBasis::stated || !m.mention.when.from || (!related && !(close && back)))
                continue;
            out.push_back(k);
            ++(related ? found : neighbours);
        }
    }
    return out;
}

/// How the two stand to one another.
void KinReader::read_pair(std::size_t draft, std::size_t k, Clues& out) const {
    const auto& a = m_drafts[draft];
    const auto& b = m_drafts[k];
    const auto& e = a.mention;
    const auto& m = b.mention;
    const auto kin = clue::of(alike(e, m));
    const auto way = k < draft ? behind : ahead;
    std::size_t common = 0;
    for (const auto& p : m.parties) common += e.has(p.node) ? 1U : 0U;
    const auto share = common == 0                  ? (e.parties.empty() ? none : apart)
                       : common == e.parties.size() ? (common == m.parties.size() ? all : covered)
                                                    : some;
    const auto same_type = e.type == m.type ? same : other;
    const auto same_rule = e.trigger == m.trigger ? same : other;
    const auto distance = clue::distance(gap(a.sentence_number, b.sentence_number));
    const auto defined = clue::of(e.definite() || e.suffix());
    out.add(kin, way);
    out.add(types, clue::of(*e.type), clue::of(*m.type));
    out.add(rule, same_rule, same_type, a.form, b.form);
    out.add(forms, a.form, b.form, kin);
    out.add(shared, share, kin, a.form);
    out.add(shared, share, same_type, way);
    out.add(shared, share, same_type, defined);
    out.add(shared, share, clue::of(*e.type), kin);
    out.add(shared, clue::count(common), clue::count(e.parties.size()), clue::count(m.parties.size()), same_type);
    out.add(far, distance, way, kin);
    out.add(far, distance, share, kin);
    out.add(definite, defined, clue::of(m.definite() || m.suffix()), a.form, kin);
    out.add(modalities, clue::of(e.modality), clue::of(m.modality), kin);
    out.add(lead, a.lead, a.form, kin);
    out.add(clause, a.clause, a.form, kin);
    out.add(headline, clue::of(a.headline), clue::of(b.headline), kin);
    out.add(first, clue::of(a.sentence_number <= 2), clue::of(b.sentence_number <= 2), kin);
    if (e.place && m.place) out.add(place, e.place == m.place ? same : other, kin);
    out.add(governor, clue::of(a.governor == k), clue::of(b.governor == draft), kin);
}

void KinReader::trace(const MentionDraft& draft, const TimeExpression& time, float score, const Clues& clues) const {
    TracedDecision d;
    d.question = question.name;
    d.mention = draft.traced_mention;
    d.day = time.interval;
    d.words = time.span;
    d.score = score;
    d.taken = score > 0;
    d.clues = clues.names();
    m_trace->sentences[draft.traced_sentence].decisions.push_back(std::move(d));
}

void KinReader::settle_calls() {
    constexpr std::size_t reach = 12;  // mentions
    for (std::size_t k = 0; k < m_drafts.size(); ++k) {
        const auto& call = m_drafts[k].mention;
        if (call.type != EventType::call || call.parties.size() < 2) continue;
        for (auto other = k > reach ? k - reach : 0; other < k; ++other) {
            auto& e = m_drafts[other].mention;
            const bool same =
                e.parties.size() == call.parties.size() &&
                std::all_of(e.parties.begin(), e.parties.end(), [&](const Party& p) { return call.has(p.node); });
            const bool apart = e.time && call.time && !may_overlap(e.when, call.when);
            if (e.type == EventType::talks && same && !e.place && !apart && e.modality == call.modality)
                e.type = EventType::call;
        }
    }
}

void KinReader::read_days() {
    for (std::size_t k = 0; k < m_drafts.size(); ++k) {
        auto& e = m_drafts[k].mention;
        if (e.time || e.settled) continue;
        float best = certain;
        std::optional<TimeIndex> day;
        std::size_t rank = 0;
        for (const auto from : kin(k)) {
            const auto& m = m_drafts[from].mention;
            const auto& time = m_times[m.time->value()];
            Clues clues(question, m_trace != nullptr);
            read_pair(k, from, clues);
            const auto related = clue::of(alike(e, m));
            clues.add(order, clue::count(rank++), related);
            clues.add(grain, clue::of(time.grain), related);
            clues.add(tense, lies(m.when, m_published), m_drafts[k].form, related);
            clues.add(tense, lies(m.when, m_published), clue::of(e.modality), related);
            clues.add(type, clue::of(*e.type), clue::count(e.parties.size()), related);
            const auto score = m_weights.score(clues);
            if (m_trace != nullptr) trace(m_drafts[k], time, score, clues);
            if (score <= best) continue;
            best = score;
            day = m.time;
        }
        if (!day) continue;
        e.time = day;
        e.when = m_times[day->value()].interval;
        e.day_basis = DayBasis::carried;
        if (e.when.from && *e.when.from > m_published && e.modality == Modality::asserted && !e.trigger->speech)
            e.modality = Modality::planned;
    }
}

}  // namespace isnad
