#include "events/event_reader.hpp"

#include "events/attribution.hpp"
#include "events/clue_words.hpp"
#include "events/day_reader.hpp"
#include "events/grounding.hpp"
#include "events/kin_reader.hpp"
#include "events/mention_finder.hpp"
#include "events/modality_reader.hpp"
#include "events/operators.hpp"
#include "events/party_reader.hpp"
#include "events/places.hpp"
#include "events/subject_finder.hpp"
#include "events/telling.hpp"

#include <algorithm>

namespace isnad {

namespace {

/// Words that no list of events or actors knows may be verbs all the same.
void mark_plain_verbs(const TokenizedText& text, const PlainVerbs& verbs, std::vector<Item>& items) {
    bool led = false;  // by a preposition: no verb follows one
    for (auto& item : items) {
        const bool noun = led;
        led = item.kind == ItemKind::word && is_preposition(item.word) && item.word != WordClass::before;
        if (noun || item.kind != ItemKind::other || text.tokens[item.begin].kind != TokenKind::word) continue;
        const auto word = text.text(item.begin);
        Clitics readings[6];
        const auto n = clitic_readings(word, readings);
        for (std::size_t k = 0; k < n; ++k) {
            const auto features = verbs.features(word.substr(readings[k].size));
            const bool past = (features & WordForm::present) == 0;
            if (features == 0 || (readings[k].preposition != 0 && (past || readings[k].preposition != 'l'))) continue;
            item.kind = ItemKind::verb;
            item.features = features;
            item.clitics = readings[k];
            break;
        }
    }
}

/// Whether words beside an event's word say that it was by telephone: "by phone", "in a telephone call".
bool by_phone(const SentenceView& s, const EventMention& e) {
    constexpr std::size_t near = 12;
    for (std::size_t i = e.item + 1; !s.stops(i) && i < e.item + near; ++i) {
        if (s.is(i, WordClass::by_phone)) return true;
        if (!s.event_noun(i) || s.trigger(i).type != EventType::call || !e.verb()) continue;
        if (s.slot_at(i - 1) && (s.is(i - 1, WordClass::in) || s.is(i - 1, WordClass::during))) return true;
    }
    return e.verb() && e.item > 0 && s.is(e.item - 1, WordClass::by_phone);
}

/// What the parties and words around make of the type: "discussed by phone" is a call, "spoke to his counterpart" a
/// talk.
void settle_type(const SentenceView& s, const ActorFinder& actors, EventMention& e) {
    const auto to =
        std::find_if(e.parties.begin(), e.parties.end(), [](const Party& p) { return p.role == Role::addressee; });
    if (e.trigger->pair && !e.agents().empty() && to != e.parties.end() &&
        actors.node(to->node).type == NodeType::person) {
        e.type = EventType::talks;
        to->role = Role::agent;
    }
    if ((e.type == EventType::talks || e.type == EventType::meeting) && by_phone(s, e)) e.type = EventType::call;
}

/// "Did not comment" is a refusal to.
void settle_denied(const SentenceView& s, EventMention& e) {
    if (!e.trigger->comment || operator_at(s, e.item) != Modality::denied) return;
    e.type = EventType::decline_comment;
    e.modality = Modality::asserted;
}

/// Whether a mention without a day is the news itself: a consultation between two or more, told as just done in a
/// sentence that gives no other day.
bool fresh(const MentionDraft& d) {
    const auto& e = d.mention;
    return e.news && !d.timed && e.consultation() && e.modality == Modality::asserted && e.parties.size() >= 2;
}

/// What was agreed, where its words are a truce: "reached ... a truce", "the truce deal".
std::string topic_of(const SentenceReading& r, const EventMention& e, const std::string& text) {
    const auto words = [&](std::size_t item) {
        const auto span = r.words_of(item);
        return text.substr(span.begin, span.size());
    };
    if (e.trigger->topical) return words(e.item);
    if (e.type != EventType::agreement || e.trigger->tails.empty()) return {};
    const auto tail = find_tail(*e.trigger, r.view.text(), r.view.item(e.item).end, r.view.items().back().end);
    for (const auto& other : r.mentions) {
        const auto& item = r.view.item(other.item);
        if (other.type == EventType::truce && tail.words != 0 && item.begin < tail.end && tail.end <= item.end)
            return words(other.item);
    }
    return {};
}

}  // namespace

EventReader::EventReader(const TokenizedText& text, const Document& document, const Language::Parts& language,
                         ActorFinder& actors, Extraction& out, Trace* trace)
    : m_text(text), m_document(document), m_language(language), m_actors(actors), m_out(out), m_trace(trace) {}

void EventReader::read_parties(SentenceReading& r, std::size_t mention) const {
    auto& e = r.mentions[mention];
    if (e.settled || e.trigger->bare) return;
    const PartyReader parties(r, m_actors);
    parties.read_sentence(mention);
    if (const auto words = unnamed_speaker(r.view, e); e.parties.empty() && words.end != 0) {
        const auto node = m_actors.unnamed(r.view.item(words.first), r.view.item(words.end - 1));
        e.add({Role::agent, node, Basis::named, cover(r.words_of(words.first), r.words_of(words.end - 1))});
    } else {
        parties.read_discourse(mention);
    }
    settle_type(r.view, m_actors, e);
}

void EventReader::read(const Sentence& sentence, SentenceItems& items) {
    mark_plain_verbs(m_text, m_language.plain_verbs, items.items);
    const SentenceView view(m_text, items, m_language.triggers, m_actors);
    m_discourse.open_sentence(view, m_text);
    const ClauseTree tree(view);
    auto mentions = find_mentions(view, tree, sentence.headline, m_actors);
    if (!mentions.empty()) {
        const Span words{m_text.tokens[sentence.begin].span.begin, m_text.tokens[sentence.end - 1].span.end};
        const Between between(view);
        TracedSentence traced;
        SentenceReading r{view,
                          tree,
                          between,
                          m_discourse,
                          m_language.weights,
                          m_out.times,
                          m_document.published.day,
                          sentence.headline,
                          mentions,
                          m_trace == nullptr ? nullptr : &traced};
        find_governors(r);
        for (std::size_t k = 0; k < mentions.size(); ++k) read_parties(r, k);
        settle_relays(r);
        find_sources(r);
        find_places(r);
        const DayReader days(r);
        for (std::size_t k = 0; k < mentions.size(); ++k) days.read(k);
        for (std::size_t k = 0; k < mentions.size(); ++k) {
            ModalityReader(r).read(k);
            settle_denied(view, mentions[k]);
            mentions[k].told_by = told_by(r, mentions[k]);
            mentions[k].news = told_as_news(r, mentions[k]);
        }
        if (m_trace != nullptr) {
            m_trace->sentences.push_back(std::move(traced));
            trace(r, words);
        }
        keep(r, words);
    }
    m_discourse.close_sentence(view, tree, mentions);
}

MentionDraft EventReader::draft(const SentenceReading& r, std::size_t k, Span sentence) const {
    const auto& m = r.mentions[k];
    const auto from = std::min(std::max(m.content, m.item), r.view.size() - 1);
    MentionDraft d{m,
                   r.words_of(m.item),
                   sentence,
                   {r.words_of(from).begin, sentence.end},
                   topic_of(r, m, m_document.text),
                   m_discourse.sentence(),
                   m_trace == nullptr ? 0 : m_trace->sentences.size() - 1,
                   k,
                   r.headline,
                   !m.settled && m_language.figures.holds(*m.type, m_text, r.view.item(m.item).begin,
                                                          r.view.item(0).begin, r.view.items().back().end),
                   std::nullopt,
                   std::nullopt,
                   0,
                   clue::form(m.features),
                   m.noun() ? leading_word(r.view, m.item) : ClueWord("verb"),
                   clue::of(r.tree.at(m.item).kind),
                   telling_clues(r, k),
                   false};
    for (std::size_t i = 0; i < r.view.size() && !d.timed; ++i)
        d.timed = r.view.is(i, ItemKind::time) && r.tree.of(i) == r.tree.of(m.item);
    if (m.governor) d.governor = m_drafts.size() - k + *m.governor;
    for (auto other = k; other > 0 && !d.twin; --other)
        if (r.tree.of(r.mentions[other - 1].item) == r.tree.of(m.item)) {
            d.twin = m_drafts.size() - k + other - 1;
            d.twin_distance = m.item - std::min(m.item, r.mentions[other - 1].item);
        }
    return d;
}

/// Keeps the mentions of a sentence for the end of the text; decides for now which of them are told, so that later
/// sentences do not lean on words that tell nothing.
void EventReader::keep(const SentenceReading& r, Span sentence) {
    for (std::size_t k = 0; k < r.mentions.size(); ++k) {
        m_drafts.push_back(draft(r, k, sentence));
        tell(m_drafts.back(), false);
        r.mentions[k].told = m_drafts.back().mention.told;
    }
}

void EventReader::tell(MentionDraft& draft, bool last) const {
    if (!last || m_trace == nullptr) {
        read_telling(draft, m_drafts, m_language.weights, m_actors, nullptr);
        return;
    }
    auto& decisions = m_trace->sentences[draft.traced_sentence].decisions;
    decisions.emplace_back();
    read_telling(draft, m_drafts, m_language.weights, m_actors, &decisions.back());
}

void EventReader::finish() {
    KinReader kin(m_drafts, m_out.times, m_document.published.day, m_language.weights, m_trace);
    kin.settle_calls();
    kin.read_days();
    for (auto& d : m_drafts) {
        tell(d, true);
        bound_day(d.mention, m_document.published.day, fresh(d));
        if (m_trace == nullptr) continue;
        auto& m = m_trace->sentences[d.traced_sentence].mentions[d.traced_mention];
        m.parties.clear();
        for (const auto& p : d.mention.parties) m.parties.push_back({p.role, p.node, p.basis, p.words});
        m.when = d.mention.when;
        m.day_basis = d.mention.day_basis;
        m.modality = d.mention.modality;
        m.told = d.mention.told;
    }
    emit();
}

void EventReader::trace(const SentenceReading& r, Span words) const {
    auto& out = m_trace->sentences.back();
    out.words = words;
    for (const auto& c : r.tree.nodes()) {
        TracedClause clause;
        clause.kind = clause_kind_names[static_cast<std::size_t>(c.kind)];
        clause.parent = c.parent;
        clause.subject = c.subject;
        static constexpr std::array<std::string_view, 5> from{"none", "behind", "before", "antecedent", "above"};
        clause.subject_from = from[static_cast<std::size_t>(c.from)];
        if (c.predicate) clause.predicate = r.words_of(*c.predicate);
        out.clauses.push_back(std::move(clause));
    }
    for (std::size_t i = 0; i < r.view.size(); ++i) {
        auto& span = out.clauses[r.tree.of(i)].words;
        span = span.empty() ? r.words_of(i) : cover(span, r.words_of(i));
    }
    for (const auto& e : r.mentions) {
        TracedMention m;
        m.trigger = r.words_of(e.item);
        m.rule = e.trigger->id;
        m.form = clue::form(e.features).name;
        m.type = e.type;
        m.clause = r.tree.of(e.item);
        out.mentions.push_back(std::move(m));
    }
}

}  // namespace isnad
