#include "event_lines.hpp"

#include "../dates.hpp"
#include "../line_text.hpp"
#include "../sentences.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace isnad {

namespace {

constexpr double title_fits = 0.3;       ///< share of a title's words in the sentence, to stand for it
constexpr std::size_t most_shown = 200;  ///< code points of an article's words

BriefingLine::Kind kind_of(const EventInstance& event) {
    switch (event.modality) {
        case Modality::asserted: return BriefingLine::Kind::fact;
        case Modality::planned: return BriefingLine::Kind::plan;
        case Modality::denied: return BriefingLine::Kind::denial;
        default: return BriefingLine::Kind::possibility;
    }
}

}  // namespace

bool needs_words(const View& view, const EventInstance& event) {
    constexpr std::array<std::string_view, 3> full{"consult", "cooperate", "aid"};
    const std::string_view family = info(event.type).family;
    const bool tells_whole = std::find(full.begin(), full.end(), family) != full.end();
    const std::size_t parties = parties_of(view, event).size();
    if (event.type == EventType::agreement && !event.topic.empty()) return false;
    return !tells_whole || (parties < 2 && !event.place && event.topic.empty());
}

EventLines::EventLines(const View& view, const Importance& importance, Tongue tongue)
    : m_view(view),
      m_importance(importance),
      m_tongue(tongue),
      m_phrases(Phrases::of(tongue)),
      m_reports(view, tongue) {
    for (const StatementNode& statement : view.statements) {
        for (const AboutInstance& about : statement.about) {
            if (about.stance == Stance::denies && statement.speaker) m_deniers[about.event].insert(*statement.speaker);
        }
    }
}

BriefingLine EventLines::line(const Happening& happening) const {
    const EventInstance& event = happening.first();
    const EventSentence sentence = event_sentence(m_view, event, m_tongue);
    BriefingLine out;
    out.kind = kind_of(event);
    out.key = event.key.text();
    out.day = happening.day;
    out.mark = mark(event, sentence.has_verb);
    out.text = text(happening, out.mark.empty() ? capitalised(sentence.text) : sentence.text);
    out.remark = remark(happening);
    out.reports = m_reports.of(happening.events);
    out.outlets = m_reports.outlets(out.reports);
    out.importance = happening.importance;
    return out;
}

std::string EventLines::mark(const EventInstance& event, bool has_verb) const {
    if (was_called_off(event)) return std::string(m_phrases.text("mark.called_off"));
    return mark_of(event, has_verb, m_tongue);
}

std::string EventLines::text(const Happening& happening, const std::string& sentence) const {
    std::string out = sentence;
    const bool denial = happening.first().modality == Modality::denied;  // its remark names who denies
    if (const std::string source = m_reports.word_of(happening.events); !source.empty() && !denial) {
        out += fill(m_phrases.text("line.word_of"), [&](std::string_view) { return source; });
    }
    if (!needs_words(m_view, happening.first())) return out;
    const Words words = best_words(happening);
    if (words.telling == nullptr) return out;
    return out + fill(m_phrases.text(words.title ? "line.title" : "line.words"), [&](std::string_view name) {
               return name == "outlet" ? m_reports.outlet(words.telling->document) : isolated(words.text, most_shown);
           });
}

/// The title that says most of what the sentence says; the sentence itself when no title does.
EventLines::Words EventLines::best_words(const Happening& happening) const {
    Words best;
    double most = 0;
    for (const EventInstance* event : happening.events) {
        const std::vector<ActorRef> parties = parties_of(m_view, *event);
        for (const Telling& telling : event->tellings) {
            if (telling.modality != happening.first().modality) continue;
            const auto share = m_importance.titles().share(telling.document, fold(telling.words));
            const auto named = static_cast<double>(m_importance.titles().named(telling.document, parties));
            const bool same_word = m_importance.titles().has(telling.document, telling.trigger);
            const double fit =
                telling_news(m_view, m_importance.titles(), *event, telling) + 0.1 * named + (same_word ? 0.5 : 0);
            if (share.value_or(0) < title_fits || fit <= most) continue;
            most = fit;
            best = {&telling, m_view.document(telling.document).title, true};
        }
    }
    if (best.telling != nullptr) return best;
    most = -1;
    for (const Telling& telling : happening.first().tellings) {
        if (telling.modality != happening.first().modality || telling.words.empty()) continue;
        const double news = telling_news(m_view, m_importance.titles(), happening.first(), telling);
        if (news <= most) continue;
        most = news;
        best = {&telling, telling.words, false};
    }
    return best;
}

/// Those known by name who deny it: the deepest link of a denying report, and whoever denies it in words.
std::set<ActorRef> EventLines::deniers(const Happening& happening) const {
    std::set<ActorRef> out;
    for (const EventInstance* event : happening.events) {
        for (const Telling& telling : event->tellings) {
            if (telling.modality == Modality::denied && !telling.sources.empty()) out.insert(telling.sources.back());
        }
        if (const auto found = m_deniers.find(event->key); found != m_deniers.end()) {
            out.insert(found->second.begin(), found->second.end());
        }
    }
    return out;
}

std::string EventLines::remark(const Happening& happening) const {
    const EventInstance& event = happening.first();
    std::vector<std::string> parts;
    if (event.disputed) {
        parts.push_back(fill(m_phrases.text("remark.sides"), [&](std::string_view name) {
            return name == "assert" ? m_phrases.count("remark.assert", event.accounts.assert_it)
                                    : m_phrases.count("remark.deny", event.accounts.deny_it);
        }));
    }
    if (event.disputed || event.modality == Modality::denied) {
        std::vector<std::string> names;
        for (const ActorRef denier : deniers(happening)) names.push_back(spelled_name(m_view.actor(denier), m_tongue));
        if (!names.empty()) {
            parts.push_back(fill(m_phrases.text("remark.denier"),
                                 [&](std::string_view) { return list_words(names, m_tongue, 3); }));
        }
    }
    if (std::string date = date_remark(event); !date.empty()) parts.push_back(std::move(date));
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : std::string(m_phrases.text("source.join"))) + part;
    return out;
}

std::string EventLines::date_remark(const EventInstance& event) const {
    if (!event.when.to && !event.when.from) return {};
    if (!event.when.from || !event.when.to) return std::string(m_phrases.text("remark.no_day"));
    if (event.certainty == Certainty::exact) return {};
    if (*event.when.to - *event.when.from == date::days{1}) return std::string(m_phrases.text("remark.these_days"));
    return std::string(m_phrases.text(fmt::format("remark.{}", to_string(event.certainty))));
}

}  // namespace isnad
