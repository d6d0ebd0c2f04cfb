#include "briefing_events.hpp"

#include "dates.hpp"
#include "line_text.hpp"
#include "sentences.hpp"

#include "isnad/core/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <tuple>

namespace isnad {

namespace {

const Day never{date::days{1000000}};

/// Where an event stands: news of "these days" on the later one, what is known by one end only at that end.
Interval place_of(const EventInstance& event) {
    if (!event.when.from || !event.when.to) {
        return event.when.from ? one_day(*event.when.from) : event.when.to ? one_day(*event.when.to) : Interval{};
    }
    const bool near = *event.when.to - *event.when.from == date::days{1};
    return near && event.certainty != Certainty::exact ? one_day(*event.when.to) : event.when;
}

BriefingLine::Kind kind_of(const EventInstance& event) {
    switch (event.modality) {
        case Modality::asserted: return BriefingLine::Kind::fact;
        case Modality::planned: return BriefingLine::Kind::plan;
        case Modality::denied: return BriefingLine::Kind::denial;
        default: return BriefingLine::Kind::possibility;
    }
}

bool is_ahead(const EventInstance& event) {
    return !event.disputed && event.modality != Modality::asserted && event.modality != Modality::denied;
}

/// Acts done by saying: what was said is their substance.
bool is_of_words(EventType type) {
    constexpr std::array<std::string_view, 6> families{"propose", "request", "support", "accuse", "threaten", "reject"};
    return std::find(families.begin(), families.end(), info(type).family) != families.end();
}

bool plays(const EventInstance& event, ActorRef actor) {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [&](const Played& played) { return played.actor == actor; });
}

/// Meetings and talks tell of the same thing; other types only of their own.
bool same_sort(EventType a, EventType b) {
    const auto sort = [](EventType type) { return type == EventType::talks ? EventType::meeting : type; };
    return sort(a) == sort(b);
}

}  // namespace

bool operator<(const SectionKey& a, const SectionKey& b) {
    return std::tie(a.begin, a.end, a.when.from, a.when.to) < std::tie(b.begin, b.end, b.when.from, b.when.to);
}

SectionKey section_key(const Interval& when) {
    const Day begin = when.from ? *when.from : when.to ? *when.to : never;
    return {begin, when.to ? *when.to : never, when};
}

BriefingEvents::BriefingEvents(const View& view, const BriefingOptions& options)
    : m_view(view), m_options(options), m_phrases(Phrases::of(options.tongue)) {
    for (const bool ahead : {true, false}) {  // what is ahead first: its words are wanted most
        for (const EventInstance& event : view.events) {
            const bool wanted = may_overlap(event.when, options.window) && info(event.type).family != "statement";
            if (wanted && is_ahead(event) == ahead) add(event);
        }
    }
    for (auto& [key, drafts] : m_days) drop_empty_denials(drafts);
    std::erase_if(m_plans, [&](const BriefingDraft& plan) { return came_about(plan); });
    std::erase_if(m_days, [](const auto& section) { return section.second.empty(); });
    std::stable_sort(m_plans.begin(), m_plans.end(), [](const BriefingDraft& a, const BriefingDraft& b) {
        const bool a_open = !a.events.front()->when.to;
        const bool b_open = !b.events.front()->when.to;
        const SectionKey a_key = section_key(a.events.front()->when);
        const SectionKey b_key = section_key(b.events.front()->when);
        return a_open != b_open ? b_open : a_key < b_key ? true : b_key < a_key ? false : a.line.weight > b.line.weight;
    });
    for (auto& [key, drafts] : m_days) {
        std::stable_sort(drafts.begin(), drafts.end(),
                         [](const BriefingDraft& a, const BriefingDraft& b) { return a.line.weight > b.line.weight; });
    }
}

/// Those who take part; a country or a body beside people of its own is not a second party.
std::vector<ActorRef> BriefingEvents::parties(const EventInstance& event) const {
    std::vector<ActorRef> out;
    for (const Played& played : event.participants) {
        const Actor& actor = m_view.actor(played.actor);
        const auto stands_for = [&](const Played& other) {
            const Actor& person = m_view.actor(other.actor);
            const bool closer = person.type == NodeType::person ||
                                (person.type != NodeType::country && actor.type == NodeType::country);
            return closer && !person.country.empty() && person.country == actor.country;
        };
        const bool body = actor.type == NodeType::country || actor.type == NodeType::organization;
        const bool covered = body && std::any_of(event.participants.begin(), event.participants.end(), stands_for);
        if (!covered && std::find(out.begin(), out.end(), played.actor) == out.end()) out.push_back(played.actor);
    }
    return out;
}

/// A line of it would say little but its type.
bool BriefingEvents::says_little(const EventInstance& event, bool has_verb) const {
    const bool dated = event.when.from && event.when.to && event.certainty != Certainty::vague;
    const std::size_t count = parties(event).size();
    const std::string_view family = info(event.type).family;
    if (!dated) {
        const bool can_stand = family == "consult" || family == "agree" || family == "conflict" || family == "retreat";
        const bool may_be = is_ahead(event) && event.modality != Modality::planned;
        return count < 2 || !has_verb || !can_stand || may_be;
    }
    // What was said without a day of its own stands among the statements.
    if (is_of_words(event.type)) return event.certainty != Certainty::exact || count == 0 || !has_verb;
    if (is_ahead(event)) return count == 0 && family != "consult" && family != "agree";
    if (event.type == EventType::visit) return count < 2 && !goes_abroad(event);
    if (family == "consult") return count < 2 && !(event.place && count == 1);
    return count == 0 && !event.place && event.type != EventType::truce;
}

/// To a place outside the country of everybody who takes part.
bool BriefingEvents::goes_abroad(const EventInstance& event) const {
    if (!event.place) return false;
    const std::string& there = m_view.actor(*event.place).country;
    return !event.participants.empty() &&
           std::all_of(event.participants.begin(), event.participants.end(), [&](const Played& played) {
               return m_view.actor(played.actor).country != there || there.empty();
           });
}

/// The topic, or the report's own words where the sentence made of the event says too little: acts of words, meetings
/// without day and place, plans without parties. Nothing when another line quotes those words already.
std::optional<std::string> BriefingEvents::substance(const EventInstance& event) {
    if (!event.topic.empty()) return event.topic;
    const bool nowhere = !event.place && !(event.when.from && event.when.to);
    const bool without_parties = is_ahead(event) && parties(event).size() < 2;
    if (!is_of_words(event.type) && !nowhere && !without_parties) return std::string();
    for (const Telling& telling : event.tellings) {
        if (telling.headline || telling.modality != event.modality) continue;
        if (std::find(m_quoted.begin(), m_quoted.end(), fold(telling.words)) != m_quoted.end()) return std::nullopt;
        m_quoted.push_back(fold(telling.words));
        return telling.words;
    }
    return std::string();
}

/// Meetings and agreements before words; what many sources tell and who has a name before the rest.
double BriefingEvents::weight(const EventInstance& event) const {
    const std::string_view family = info(event.type).family;
    double sum = static_cast<double>(std::min<std::size_t>(event.independent_sources, 10));
    if (family == "consult" || family == "agree") sum += 6;
    if (family == "conflict" || family == "retreat" || family == "institution") sum += 4;
    if (is_of_words(event.type)) sum -= 2;
    for (const Played& played : event.participants) {
        sum += m_view.actor(played.actor).type == NodeType::person ? 1.0 : 0.5;
    }
    return event.when.from && event.when.from == event.when.to ? sum + 3 : sum;
}

/// Those known by name who deny it: the deepest link of a denying report, and whoever denies it in words.
std::set<ActorRef> BriefingEvents::deniers(const EventInstance& event) const {
    std::set<ActorRef> out;
    for (const Telling& telling : event.tellings) {
        if (telling.modality == Modality::denied && !telling.sources.empty()) out.insert(telling.sources.back());
    }
    for (const StatementNode& statement : m_view.statements) {
        for (const AboutInstance& about : statement.about) {
            const bool denies = about.event == event.key && about.stance == Stance::denies;
            if (denies && statement.speaker) out.insert(*statement.speaker);
        }
    }
    return out;
}

std::string BriefingEvents::remark(const EventInstance& event, bool in_day) const {
    std::vector<std::string> parts;
    if (event.disputed) {
        parts.push_back(fill(m_phrases.text("remark.sides"), [&](std::string_view name) {
            return name == "assert" ? m_phrases.count("remark.assert", event.accounts.assert_it)
                                    : m_phrases.count("remark.deny", event.accounts.deny_it);
        }));
        for (const ActorRef denier : deniers(event)) {
            parts.push_back(fill(m_phrases.text("remark.denier"),
                                 [&](std::string_view) { return name_in(m_view.actor(denier), m_options.tongue); }));
        }
    }
    const bool bounded = event.when.from && event.when.to;
    if (!bounded) {
        if (in_day) parts.emplace_back(m_phrases.text("remark.no_day"));
    } else if (place_of(event) != event.when) {
        parts.emplace_back(m_phrases.text("remark.these_days"));
    } else if (event.certainty != Certainty::exact) {
        parts.emplace_back(m_phrases.text(fmt::format("remark.{}", to_string(event.certainty))));
    }
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : std::string(m_phrases.text("source.join"))) + part;
    return out;
}

void BriefingEvents::add(const EventInstance& event) {
    const EventSentence sentence = event_sentence(m_view, event, m_options.tongue);
    const auto words = says_little(event, sentence.has_verb) ? std::nullopt : substance(event);
    if (!words) {
        ++m_left_out;
        return;
    }
    const bool ahead = is_ahead(event);
    BriefingLine line;
    line.kind = kind_of(event);
    line.key = event.key.text();
    line.mark = mark_of(event, sentence.has_verb, m_options.tongue);
    line.text = line.mark.empty() ? capitalised(sentence.text) : sentence.text;
    if (!words->empty()) {
        line.text += fill(m_phrases.text("topic.marked"), [&](std::string_view) { return isolated(*words); });
    }
    line.remark = remark(event, !ahead);
    line.weight = weight(event);
    if (ahead) {
        line.when =
            event.when.to ? interval_words(event.when, m_options.tongue) : std::string(m_phrases.text("plan.no_day"));
        put(m_plans, std::move(line), event);
    } else {
        put(m_days[section_key(place_of(event))], std::move(line), event);
    }
}

/// A plan for one day that another line tells as done on that day or beside it: that line cites the plan.
bool BriefingEvents::came_about(const BriefingDraft& plan) {
    EventInstance done = *plan.events.front();
    if (!done.when.from || done.when.from != done.when.to) return false;
    done.modality = Modality::asserted;
    for (auto& [key, drafts] : m_days) {
        const bool near =
            key.when.from && key.when.from == key.when.to && std::abs((*key.when.from - *done.when.from).count()) <= 1;
        if (!near) continue;
        for (BriefingDraft& draft : drafts) {
            if (!is_within(done, *draft.events.front())) continue;
            draft.events.insert(draft.events.end(), plan.events.begin(), plan.events.end());
            return true;
        }
    }
    return false;
}

/// A denial without its topic, of what another line tells as done: what is denied is not known, only that something is.
void BriefingEvents::drop_empty_denials(std::vector<BriefingDraft>& drafts) {
    const std::vector<BriefingDraft> all = drafts;
    std::erase_if(drafts, [&](const BriefingDraft& draft) {
        const EventInstance& event = *draft.events.front();
        if (event.modality != Modality::denied || event.disputed || !event.topic.empty()) return false;
        EventInstance affirmed = event;
        affirmed.modality = Modality::asserted;
        affirmed.polarity = Polarity::positive;
        const bool told = std::any_of(all.begin(), all.end(), [&](const BriefingDraft& other) {
            return is_within(affirmed, *other.events.front());
        });
        if (told) ++m_left_out;
        return told;
    });
}

/// The first takes part in nothing that the second does not tell as well.
bool BriefingEvents::is_within(const EventInstance& small, const EventInstance& large) const {
    if (!same_sort(small.type, large.type) || small.modality != large.modality || small.polarity != large.polarity ||
        small.disputed || !small.topic.empty()) {
        return false;
    }
    if (small.place && small.place != large.place) return false;
    const std::vector<ActorRef> parts = parties(small);
    return !parts.empty() &&
           std::all_of(parts.begin(), parts.end(), [&](ActorRef actor) { return plays(large, actor); });
}

/// Adds a line, or the event to the line that tells it already.
void BriefingEvents::put(std::vector<BriefingDraft>& drafts, BriefingLine line, const EventInstance& event) {
    for (BriefingDraft& draft : drafts) {
        const EventInstance& told = *draft.events.front();
        const bool same = draft.line.text == line.text && draft.line.mark == line.mark && draft.line.when == line.when;
        if (same || (draft.line.when == line.when && is_within(event, told))) {
            draft.events.push_back(&event);
            return;
        }
        if (draft.line.when == line.when && is_within(told, event)) {
            draft.events.insert(draft.events.begin(), &event);
            draft.line = std::move(line);
            return;
        }
    }
    drafts.push_back({std::move(line), {&event}});
}

}  // namespace isnad
