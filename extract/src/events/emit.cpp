// What was found in a sentence becomes events and statements of the extraction.

#include "events/attachments.hpp"
#include "events/consultations.hpp"
#include "events/event_finder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

namespace {

/// An event dated ahead, or told in the present tense for the very day, is still to come.
bool ahead(const Event& e, const Found& f, Day published) {
    if (!f.time || e.modality != Modality::asserted || !e.when.from) return false;
    const bool present = (f.features & WordForm::present) != 0 && !f.trigger->speech;
    return *e.when.from > published || (present && *e.when.from == published);
}

/// Who makes a statement, each on their own.
std::vector<NodeIndex> speakers(const Found& f) {
    if (!f.subject.empty()) return f.subject;
    std::vector<NodeIndex> agents;
    for (const auto& p : f.participants)
        if (p.role == Role::agent) agents.push_back(p.node);
    return agents;
}

/// What is announced in "the announcement of X that ...", "X's announcement of an end".
std::size_t behind_speaker(const Clause& clause, std::size_t noun) {
    auto i = noun + 1;
    while (clause.is(i, ItemKind::actor)) ++i;
    return i;
}

}  // namespace

Span EventFinder::span_of(const Clause& clause, std::size_t item) const {
    const auto& i = clause.item(item);
    Span span = m_text.span_without(i.begin, i.clitics.size);
    span.end = m_text.tokens[i.end - 1].span.end;
    return span;
}

Span EventFinder::sentence_span(const Sentence& s) const {
    return {m_text.tokens[s.begin].span.begin, m_text.tokens[s.end - 1].span.end};
}

Interval EventFinder::when(const Found& f, bool speech) const {
    if (f.time) {
        const auto& interval = m_out.time(*f.time).interval;
        if (interval.from || interval.to) return interval;  // "less than a month before" bounds nothing
    }
    const auto day = m_document.published.day;
    if (speech) return {day - date::days{1}, day};  // news reports words of the day or of the day before
    if (f.modality == Modality::asserted || f.modality == Modality::denied) return {std::nullopt, day};
    return {day, std::nullopt};
}

/// What was agreed, where its words are a truce: "reached ... a truce", "the truce deal".
std::string EventFinder::topic_of(const Clause& clause, const Found& f) const {
    const auto words = [&](std::size_t item) {
        const auto span = span_of(clause, item);
        return m_document.text.substr(span.begin, span.size());
    };
    if (f.trigger->topical) return words(f.item);
    if (f.type != EventType::agreement || f.trigger->tails.empty()) return {};
    const auto tail = find_tail(*f.trigger, m_text, clause.item(f.item).end, clause.items().back().end);
    for (const auto& other : m_found) {
        const auto& item = clause.item(other.item);
        if (other.type == EventType::truce && tail.words != 0 && item.begin < tail.end && tail.end <= item.end)
            return words(other.item);
    }
    return {};
}

/// "They discussed ... today. ... in the phone call": what was told as talks was the call.
void EventFinder::make_call(const Event& call) {
    for (auto& e : m_out.events) {
        if (e.type != EventType::talks || e.place || e.modality != call.modality) continue;
        const auto takes_part = [&](const Participant& p) {
            return std::find(e.participants.begin(), e.participants.end(), p) != e.participants.end();
        };
        if (e.participants.size() == call.participants.size() &&
            std::all_of(call.participants.begin(), call.participants.end(), takes_part))
            e.type = EventType::call;
    }
}

void EventFinder::emit_event(const Sentence& sentence, const Clause& clause, const Found& f) {
    constexpr std::size_t remembered = 6;
    Event e;
    e.id = fmt::format("{}-e{}", m_document.id, m_out.events.size() + 1);
    e.type = *f.type;
    e.participants = f.participants;
    e.modality = f.modality;
    e.time = f.time;
    e.when = when(f, f.trigger->speech);
    if (ahead(e, f, m_document.published.day)) e.modality = Modality::planned;
    e.polarity = e.modality == Modality::denied ? Polarity::negative : Polarity::positive;
    e.place = f.place;
    e.topic = topic_of(clause, f);
    e.sources = f.sources;
    e.trigger = span_of(clause, f.item);
    e.sentence = sentence_span(sentence);
    e.rule = f.trigger->id;
    e.headline = sentence.headline;
    if (e.type == EventType::call && !f.time) make_call(e);
    auto& list = m_discourse.consultations;
    if (f.consultation() && e.participants.size() >= 2) list.push_back(e);
    if (list.size() > remembered) list.erase(list.begin());
    m_out.events.push_back(std::move(e));
}

void EventFinder::emit_statement(const Sentence& sentence, const Clause& clause, const Found& f, NodeIndex speaker) {
    Statement st;
    st.id = fmt::format("{}-s{}", m_document.id, m_out.statements.size() + 1);
    st.speaker = speaker;
    for (const auto& p : f.participants)
        if (p.role == Role::addressee) st.addressee = p.node;
    st.cue = span_of(clause, f.item);
    st.sentence = sentence_span(sentence);
    const auto from =
        std::min(f.noun() && f.content == 0 ? behind_speaker(clause, f.item) : f.content, clause.size() - 1);
    st.content = {m_text.tokens[clause.item(from).begin].span.begin, st.sentence.end};
    st.time = f.time;
    st.when = when(f, true);
    st.modality = f.modality;
    st.sources = f.sources;
    for (const auto n : f.subject)
        if (std::find(st.sources.begin(), st.sources.end(), n) == st.sources.end()) st.sources.push_back(n);
    st.rule = f.trigger->id;
    st.headline = sentence.headline;
    m_out.statements.push_back(std::move(st));
}

/// Whether what was found is too little to tell of an event.
bool EventFinder::silent(const Clause& clause, std::size_t k) const {
    const auto& f = m_found[k];
    const auto& t = *f.trigger;
    if (t.light() || t.occasion || f.told_by_noun) return true;
    if (t.lent && f.noun() && !f.supported) return true;
    if (t.must && f.governor == nullptr) return true;
    if (t.relay && f.participants.empty()) return true;
    if (f.type == EventType::statement) return f.participants.empty() || (f.modality == Modality::denied && f.verb());
    const auto of_type = [&](NodeType type) {
        return std::any_of(f.participants.begin(), f.participants.end(),
                           [&](const Participant& p) { return m_out.node(p.node).type == type; });
    };
    const auto has = [&](Role role) {
        return std::any_of(f.participants.begin(), f.participants.end(), [&](const auto& p) { return p.role == role; });
    };
    if (f.consultation() && of_type(NodeType::media)) return true;  // an interview
    if (f.type == EventType::meeting && f.participants.size() == 1 && has(Role::host)) return true;
    if (f.type == EventType::visit && t.weak && !has(Role::host) && !f.place) return true;
    if (f.type == EventType::call && f.participants.empty()) return true;
    const bool conflict = info(*f.type).family == "conflict";
    if (f.participants.empty() && !f.supported && !f.time && !f.place) {
        const bool aimed = clause.is(f.item + 1, WordClass::on) || clause.is(f.item + 1, WordClass::against);
        const bool object = k > 0 && direct_object(clause, m_found[k - 1], f);
        if (f.noun() && conflict && !aimed && !object && f.type != EventType::truce_violation) return true;
        if (!m_acted && !m_acted_before && m_found.size() < 2) return true;
        // "The agreement" alone: one spoken of, not one that was made.
        const bool made = f.trigger->lends || clause.is(f.item + 1, WordClass::on) ||
                          (f.item > 0 && (clause.is(f.item - 1, WordClass::done) || clause.verb(f.item - 1)));
        if (f.noun() && f.type == EventType::agreement && f.definite() && !made) return true;
        const bool earlier = clause.is(f.item + 1, WordClass::previous);
        if (f.noun() && f.consultation() && !f.definite() && f.modality == Modality::asserted && !earlier) return true;
    }
    if (!t.weak || f.supported) return false;
    return t.speech && f.verb() ? f.subject.empty() : f.participants.empty();
}

void EventFinder::emit(const Sentence& sentence, const Clause& clause) {
    share_participants(m_found, clause);
    for (auto& f : m_found) lend_from_context(f, clause, m_discourse, m_out.times);
    lend_to_earlier(m_found, clause, m_out.times);
    for (auto& f : m_found) lend_to_pair(f, clause, m_found, m_discourse);
    share_participants(m_found, clause);  // with what was lent
    std::vector<std::pair<const Found*, StatementIndex>> speeches;
    bool plan = false;
    for (std::size_t k = 0; k < m_found.size(); ++k) {
        auto& f = m_found[k];
        if (silent(clause, k)) continue;
        // "He comes tomorrow, meets X and ...": what follows a plan in the present tense is planned as well.
        const bool present = (f.features & WordForm::present) != 0 && f.verb();
        if (plan && present && f.consultation() && !f.time && f.modality == Modality::asserted && !sentence.headline)
            f.modality = Modality::planned;
        const bool statement = f.type == EventType::statement;
        if (f.trigger->speech && !f.participants.empty() && (!f.noun() || statement))
            for (const auto speaker : speakers(f)) {
                speeches.emplace_back(&f, StatementIndex(m_out.statements.size()));
                emit_statement(sentence, clause, f, speaker);
            }
        if (statement) continue;
        const EventIndex event(m_out.events.size());
        emit_event(sentence, clause, f);
        plan = plan || m_out.events.back().modality == Modality::planned;
        for (const auto& [speech, index] : speeches)
            if (speech == f.governor || speech == &f)
                m_out.statements[index.value()].about.push_back(
                    {event, f.modality == Modality::denied ? Stance::denies : Stance::asserts});
    }
}

}  // namespace isnad
