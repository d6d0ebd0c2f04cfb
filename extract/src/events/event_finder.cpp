#include "events/event_finder.hpp"

#include "events/attachments.hpp"
#include "events/modality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace isnad {

namespace {

const Trigger& according_trigger() {
    static const Trigger trigger = [] {
        Trigger t;
        t.id = "according";
        t.type = EventType::statement;
        t.speech = true;
        return t;
    }();
    return trigger;
}

bool consultation(EventType type) { return info(type).family == "consult"; }

bool weak_without_support(const Found& f) {
    if (!f.trigger->weak) return false;
    if (f.trigger->speech && f.verb()) return f.subject.empty();
    return f.participants.empty();
}

}  // namespace

EventFinder::EventFinder(const TokenizedText& text, const Document& document, const Language::Parts& language,
                         ActorFinder& actors, Extraction& out)
    : m_text(text), m_document(document), m_language(language), m_actors(actors), m_out(out) {}

void EventFinder::read(const Sentence& sentence, const SentenceItems& items) {
    const RoleReader roles(m_text, items, m_actors);
    m_found.clear();
    m_according.clear();
    find_triggers(items, roles);
    find_according(items, roles);
    if (m_found.empty()) return;
    std::sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) { return a.item < b.item; });
    attach_times(items, m_out.times, m_found);
    attach_places(items, m_found);
    govern(items);
    emit(sentence, items);
    update_discourse(items);
}

void EventFinder::find_triggers(const SentenceItems& s, const RoleReader& roles) {
    std::optional<std::size_t> lender;  // the light verb that waits for its noun, by place in m_found
    for (std::size_t i = 0; i < s.items.size(); ++i) {
        const auto& item = s.items[i];
        if (item.kind != ItemKind::trigger) continue;
        Found found;
        found.item = i;
        found.trigger = &m_language.triggers[item.index];
        found.features = item.features;
        if (found.noun()) {
            if (found.trigger->light()) continue;
            const Found* lends = lender && i - m_found[*lender].item <= 12 ? &m_found[*lender] : nullptr;
            roles.read_noun(found, lends, m_discourse);
            if (lends != nullptr) {
                found.modality = clause_modality(m_text, s.items, *lends);
                lender.reset();
            }
        } else {
            roles.read_verb(found, m_discourse);
            // Later clauses of the sentence lean on this one's subject.
            if (!found.subject.empty() && !found.participle()) m_discourse.subject = found.subject;
            if (!found.subject.empty() && found.trigger->speech && !found.trigger->relay)
                m_discourse.speaker = found.subject;
            if (found.relayed) m_discourse.speaker = {*found.relayed};
        }
        const auto own = clause_modality(m_text, s.items, found);
        if (found.modality == Modality::asserted) found.modality = own;
        m_found.push_back(std::move(found));
        if (m_found.back().trigger->light()) lender = m_found.size() - 1;
    }
}

/// "According to X" makes X the source of the whole sentence; "his saying" opens the words a relay verb passes on.
void EventFinder::find_according(const SentenceItems& s, const RoleReader& roles) {
    for (std::size_t i = 0; i < s.items.size(); ++i) {
        const auto word = s.items[i].kind == ItemKind::word ? s.items[i].word : WordClass::none;
        if (word != WordClass::according && word != WordClass::his_saying) continue;
        Found found;
        found.item = i;
        found.trigger = &according_trigger();
        found.features = WordForm::verb;
        std::size_t next = i + 1;
        if (word == WordClass::according) {
            found.subject = roles.read_according(i, next);
            m_according = found.subject;
        } else {
            for (auto& f : m_found)
                if (f.trigger->relay && f.item < i) {
                    found.sources = f.subject;
                    if (f.relayed) found.subject = {*f.relayed};
                    f.trigger = nullptr;
                }
            std::erase_if(m_found, [](const Found& f) { return f.trigger == nullptr; });
            for (std::size_t j = next; j < s.items.size() && j < next + 3; ++j)
                if (s.items[j].kind == ItemKind::actor && s.items[j].clitics.preposition == 'l') {
                    const auto& nodes = s.actors[s.items[j].index].nodes;
                    found.sources.insert(found.sources.end(), nodes.begin(), nodes.end());
                    next = j + 1;
                }
        }
        if (found.subject.empty()) continue;
        found.subject_named = true;
        found.content = next;
        for (const auto n : found.subject) found.add(Role::agent, n);
        m_found.push_back(std::move(found));
    }
}

/// Sets who tells each trigger, and what that makes of its modality.
void EventFinder::govern(const SentenceItems& s) {
    for (std::size_t k = 0; k < m_found.size(); ++k) {
        auto& f = m_found[k];
        for (std::size_t j = k; j > 0; --j) {
            const auto& speech = m_found[j - 1];
            if (speech.content == 0 || speech.content > f.item || speech.participants.empty()) continue;
            if (f.participle() && f.trigger->speech) continue;
            f.governor = &speech;
            break;
        }
        if (f.sources.empty() && f.trigger != &according_trigger()) f.sources = m_according;
        if (f.governor == nullptr) continue;
        f.modality = governed_modality(f.modality, *f.governor);
        for (const auto n : f.governor->sources)
            if (std::find(f.sources.begin(), f.sources.end(), n) == f.sources.end()) f.sources.push_back(n);
        for (const auto n : f.governor->subject)
            if (std::find(f.sources.begin(), f.sources.end(), n) == f.sources.end()) f.sources.push_back(n);
    }
    static_cast<void>(s);
}

/// A definite noun without participants ("the meeting") means the one told before.
void EventFinder::lend_from_context(Found& f) const {
    if (!f.noun() || !f.participants.empty() || !f.trigger->type || !consultation(*f.trigger->type)) return;
    if ((f.features & WordForm::definite) == 0 || f.modality == Modality::planned) return;
    for (auto e = m_discourse.consultations.rbegin(); e != m_discourse.consultations.rend(); ++e) {
        const bool fits =
            e->type == *f.trigger->type || (e->type != EventType::call && *f.trigger->type != EventType::call &&
                                            e->type != EventType::visit && *f.trigger->type != EventType::visit);
        if (!fits) continue;
        f.participants = e->participants;
        if (!f.time && e->time) f.time = e->time;
        if (!f.place) f.place = e->place;
        return;
    }
}

Span EventFinder::span_of(const SentenceItems& s, std::size_t item) const {
    const auto& i = s.items[item];
    Span span = m_text.span_without(i.begin, i.clitics.size);
    span.end = m_text.tokens[i.end - 1].span.end;
    return span;
}

Span EventFinder::sentence_span(const Sentence& s) const {
    return {m_text.tokens[s.begin].span.begin, m_text.tokens[s.end - 1].span.end};
}

Interval EventFinder::when(const Found& f, bool speech) const {
    if (f.time) return m_out.time(*f.time).interval;
    const auto day = m_document.published.day;
    if (speech) return {day - date::days{1}, day};  // news reports words of the day or of the day before
    if (f.modality == Modality::asserted || f.modality == Modality::denied) return {std::nullopt, day};
    return {day, std::nullopt};
}

void EventFinder::emit_event(const Sentence& sentence, const SentenceItems& s, const Found& f) {
    Event e;
    e.id = fmt::format("{}-e{}", m_document.id, m_out.events.size() + 1);
    e.type = *f.trigger->type;
    e.participants = f.participants;
    e.modality = f.modality;
    e.time = f.time;
    e.when = when(f, f.trigger->speech);
    const bool present = (f.features & WordForm::present) != 0;
    if (f.time && e.modality == Modality::asserted && e.when.from &&
        (*e.when.from > m_document.published.day ||
         (present && !f.trigger->speech && *e.when.from == m_document.published.day)))
        e.modality = Modality::planned;
    e.polarity = e.modality == Modality::denied ? Polarity::negative : Polarity::positive;
    e.place = f.place;
    e.sources = f.sources;
    e.trigger = span_of(s, f.item);
    e.sentence = sentence_span(sentence);
    e.rule = f.trigger->id;
    e.headline = sentence.headline;
    if (consultation(e.type) && e.participants.size() >= 2) m_discourse.consultations.push_back(e);
    m_out.events.push_back(std::move(e));
}

void EventFinder::emit_statement(const Sentence& sentence, const SentenceItems& s, const Found& f) {
    Statement st;
    st.id = fmt::format("{}-s{}", m_document.id, m_out.statements.size() + 1);
    if (!f.subject.empty()) st.speaker = f.subject.front();
    for (const auto& p : f.participants)
        if (p.role == Role::addressee) st.addressee = p.node;
    st.cue = span_of(s, f.item);
    st.sentence = sentence_span(sentence);
    const auto from = std::min(f.content, s.items.size() - 1);
    st.content = {m_text.tokens[s.items[from].begin].span.begin, st.sentence.end};
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

void EventFinder::emit(const Sentence& sentence, const SentenceItems& s) {
    std::vector<std::pair<const Found*, StatementIndex>> speeches;
    for (auto& f : m_found) {
        if (f.trigger->light() || f.trigger->occasion) continue;
        lend_from_context(f);
        if (weak_without_support(f)) continue;
        const bool statement = *f.trigger->type == EventType::statement;
        if (statement && f.participants.empty()) continue;
        if (f.trigger->speech && !f.participants.empty() && (!f.noun() || statement)) {
            speeches.emplace_back(&f, StatementIndex(m_out.statements.size()));
            emit_statement(sentence, s, f);
        }
        if (statement) continue;
        const EventIndex event(m_out.events.size());
        emit_event(sentence, s, f);
        for (const auto& [speech, index] : speeches)
            if (speech == f.governor || speech == &f)
                m_out.statements[index.value()].about.push_back(
                    {event, f.modality == Modality::denied ? Stance::denies : Stance::asserts});
    }
}

void EventFinder::update_discourse(const SentenceItems&) {
    constexpr std::size_t remembered = 6;
    auto& list = m_discourse.consultations;
    if (list.size() > remembered) list.erase(list.begin(), list.end() - static_cast<std::ptrdiff_t>(remembered));
}

}  // namespace isnad
