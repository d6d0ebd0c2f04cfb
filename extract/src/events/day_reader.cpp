#include "events/day_reader.hpp"

#include "events/clue_words.hpp"
#include "events/operators.hpp"
#include "events/party_clues.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t farthest = 60;  // items

constexpr ClueWord question("day");
constexpr ClueWord before("before"), behind("behind"), far("far"), path("path"), verbs("verbs"), nouns("nouns"),
    marks("marks"), openers("openers"), grain("grain"), led("led"), trigger("trigger"), rival("rival"), times("times"),
    tense("tense"), host("host"), dateline("dateline"), actors("actors"), definite("definite"), certainty("certainty"),
    clause_kind("clause"), predicate("predicate"), headline("headline"), mentions("mentions"), own("own"),
    said("operator");
constexpr ClueWord self("self"), nobody("nobody"), noun("noun"), verb("verb"), past("past"), today("today"),
    ahead("ahead"), none("none"), speech("speech"), event("event");

/// Where an interval lies from the day of publication.
ClueWord lies(const Interval& when, Day published) {
    if (*when.from > published) return ahead;
    return *when.to < published ? past : today;
}

/// A dash, bracket or colon between a dateline and the text.
bool closes_dateline(const SentenceView& s, std::size_t from, std::size_t to) {
    for (auto i = from + 1; i < to; ++i)
        if (s.mark(i, '-') || s.mark(i, ')') || s.mark(i, ':')) return true;
    return false;
}

}  // namespace

bool datable(const TimeExpression& t) {
    return (t.type == TimexType::date || t.type == TimexType::time) && t.interval.from && t.interval.to &&
           t.certainty != Certainty::vague && t.certainty != Certainty::invalid;
}

DayReader::DayReader(SentenceReading& reading) : m_r(reading) {
    for (std::size_t i = 0; i < m_r.view.size(); ++i)
        m_dated += m_r.view.is(i, ItemKind::time) && datable(m_r.times[m_r.view.item(i).index]) ? 1U : 0U;
}

Clues DayReader::stated_clues(const EventMention& e, std::size_t i) const {
    const auto& view = m_r.view;
    const auto& time = m_r.times[view.item(i).index];
    const auto t = e.item;
    const auto side = i < t ? before : behind;
    const auto distance = clue::distance(i < t ? t - i : i - t);
    const auto between = m_r.between.of(t, i);
    const auto form = clue::form(e.features);
    const auto type = e.type ? clue::of(*e.type) : none;
    const auto way = clue::of(m_r.tree.path(i, t));
    const auto lead_word = leading_word(view, i);
    const auto g = clue::of(time.grain);
    const auto direction = lies(time.interval, m_r.published);
    Clues out(question, m_r.traced());
    out.add(side, form);
    out.add(side, type);
    out.add(side, trigger, clue::of(*e.trigger));
    out.add(far, side, distance);
    out.add(far, side, distance, form);
    out.add(path, way, side);
    out.add(path, way, side, form);
    out.add(path, way, side, type);
    out.add(verbs, clue::count(between.predicates), nouns, clue::count(between.event_nouns), side, form);
    out.add(verbs, clue::count(between.predicates), side, type);
    out.add(actors, clue::count(between.actors), side);
    out.add(marks, clue::count(between.commas), clue::count(between.quotes), side);
    out.add(openers, clue::count(between.openers), side, form);
    if (e.trigger->speech) out.add(openers, speech, clue::count(between.openers), side);
    out.add(grain, g, side);
    out.add(grain, g, type);
    out.add(led, lead_word, side, form);
    out.add(led, lead_word, g);
    out.add(led, lead_word, type);
    out.add(tense, direction, form);
    out.add(tense, direction, type, side);
    out.add(tense, direction, g);
    out.add(certainty, clue::of(time.certainty == Certainty::exact), side);
    if (i < t && closes_dateline(view, i, t)) out.add(dateline, form);
    const auto last = m_r.between.trigger_before(i);
    if (last == t) {
        out.add(rival, self, side, form);
        out.add(rival, self, distance);
    } else {
        const bool other = last != i;
        const auto kind = !other ? nobody : view.event_noun(last) ? noun : verb;
        out.add(rival, kind, side, form);
        if (other && view.trigger(last).type) out.add(rival, clue::family(*view.trigger(last).type), side, type);
        if (other) out.add(rival, clue::of(view.trigger(last).speech), way, form);
    }
    // What is planned, denied or doubted is not of a day that another word took.
    if (const auto operation = operator_at(view, t); operation != Modality::asserted) {
        out.add(said, clue::of(operation), direction, form);
        out.add(said, clue::of(operation), direction, way);
    }
    if (e.noun()) {
        const auto kind = host_word(m_r, t);
        out.add(host, kind, side, way);
        out.add(host, kind, leading_word(view, t), side);
        out.add(definite, clue::of(e.definite()), clue::of(e.suffix()), side);
    }
    out.add(clause_kind, clue::of(m_r.tree.at(t).kind), side, way);
    if (m_r.headline) out.add(headline, side);
    out.add(times, clue::count(m_dated), side);
    out.add(times, clue::count(m_dated), mentions, clue::count(m_r.mentions.size()), side);
    // Whose clause the time stands in.
    const auto& clause = m_r.tree.at(i).predicate;
    const auto whose = !clause ? nobody : clause == t ? own : view.speech_verb(*clause) ? speech : event;
    out.add(predicate, whose, side, form);
    out.add(predicate, whose, way, type);
    out.add(predicate, whose, g, form);
    return out;
}

void DayReader::trace(std::size_t mention, TimeIndex time, const Clues& clues, float score) const {
    TracedDecision d;
    d.question = question.name;
    d.mention = mention;
    d.day = m_r.times[time.value()].interval;
    d.words = m_r.times[time.value()].span;
    d.score = score;
    d.taken = score > 0;
    d.clues = clues.names();
    m_r.trace->decisions.push_back(std::move(d));
}

DayReader::Choice DayReader::stated(std::size_t mention) const {
    const auto& view = m_r.view;
    const auto& e = m_r.mentions[mention];
    Choice best;
    const auto to = std::min(view.size(), e.item + farthest);
    for (auto i = e.item > farthest ? e.item - farthest : 0; i < to; ++i) {
        if (!view.is(i, ItemKind::time) || !datable(m_r.times[view.item(i).index])) continue;
        const auto clues = stated_clues(e, i);
        const auto score = m_r.weights.score(clues);
        const TimeIndex time(view.item(i).index);
        if (m_r.traced()) trace(mention, time, clues, score);
        if (score > best.score) best = {time, score};
    }
    return best;
}

/// "This meeting comes less than a month after an earlier meeting": the time that is counted from the other one.
std::optional<TimeIndex> DayReader::earlier(const EventMention& e) const {
    const auto& view = m_r.view;
    if (!e.noun() || e.definite() || !e.consultation() || !view.is(e.item + 1, WordClass::previous))
        return std::nullopt;
    for (auto i = e.item; i > 0; --i) {
        if (!view.is(i - 1, ItemKind::time)) continue;
        const auto& time = m_r.times[view.item(i - 1).index];
        const bool counted = time.anchor.kind == TimeAnchor::Kind::event && !time.interval.from && !time.interval.to;
        return counted ? std::optional(TimeIndex(view.item(i - 1).index)) : std::nullopt;
    }
    return std::nullopt;
}

void DayReader::read(std::size_t mention) const {
    auto& e = m_r.mentions[mention];
    e.time = stated(mention).time;
    if (!e.time) e.time = earlier(e);
    e.day_basis = e.time ? DayBasis::stated : DayBasis::none;
    if (e.time) e.when = m_r.times[e.time->value()].interval;
}

void bound_day(EventMention& e, Day day, bool fresh) {
    if (e.when.from || e.when.to) return;
    if (e.trigger->speech || fresh) {
        e.when = {day - date::days{1}, day};
        e.day_basis = DayBasis::news;
    } else if (e.modality == Modality::asserted || e.modality == Modality::denied) {
        e.when = {std::nullopt, day};
    } else {
        e.when = {day, std::nullopt};
    }
}

}  // namespace isnad
