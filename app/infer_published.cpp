#include "infer_published.hpp"

#include "isnad/extract/extract.hpp"
#include "isnad/graph/query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace isnad::app {

namespace {

constexpr date::days news_last{6};  // how long after the last event that it tells an article may come

/// A Monday long ago, the six days after it, and a day far ahead: what is the same on all of them is absolute.
std::array<Day, 8> trial_days() {
    const Day monday{date::year{1990} / 1 / 1};
    std::array<Day, 8> out{};
    for (int i = 0; i < 7; ++i) out[static_cast<std::size_t>(i)] = monday + date::days{i};
    out[7] = Day{date::year{2070} / 6 / 15};
    return out;
}

std::optional<Day> single_day(const Interval& when) {
    if (!when.from || when.from != when.to) return std::nullopt;
    return when.from;
}

/// What an expression says whatever the publication.
struct Reading {
    std::optional<Day> absolute;
    std::optional<date::days> offset;  ///< from the publication: "yesterday" is -1
    std::optional<date::weekday> published_on;
    std::string words;
};

class Inference {
public:
    Inference(const Document& document, const Language& language, const TimeGrammar& grammar, const Store* store)
        : m_document(document), m_language(language), m_grammar(grammar), m_store(store) {}

    std::optional<InferredPublication> run() {
        read(m_document.text, m_readings, [&](Day day) { return extracted(day, false).times; });
        for (const auto& reading : m_readings) note_weekday(reading);
        for (const auto& reading : m_readings) note_exact(reading);
        if (m_conflict) return std::nullopt;
        if (m_exact) return proposal(one_day(*m_exact));
        note_events();
        if (const auto days = known_days()) return proposal(*days);
        return from_bounds();
    }

private:
    [[nodiscard]] Extraction extracted(Day published, bool events) const {
        Document trial;
        trial.id = m_document.id;
        trial.language = m_document.language;
        trial.text = m_document.text;
        trial.published.day = published;
        ExtractOptions options;
        options.events = events;
        options.time.own_day = false;  // the trial's day stands, whatever the text's weekdays say
        return extract(trial, m_language, options);
    }

    /// Readings in the order of the expressions; those whose spans change with the day are passed over.
    template <class Times>
    static void read(const std::string& text, std::vector<Reading>& out, Times times) {
        const auto days = trial_days();
        std::vector<std::vector<TimeExpression>> trials;
        for (const Day day : days) trials.push_back(times(day));
        for (std::size_t i = 0; i < trials[0].size(); ++i) {
            std::array<const TimeExpression*, 8> same{};
            for (std::size_t t = 0; t < trials.size(); ++t)
                if (i < trials[t].size() && trials[t][i].span == trials[0][i].span) same[t] = &trials[t][i];
            Reading reading;
            reading.words = std::string(trials[0][i].span.of(text));
            if (std::find(same.begin(), same.end(), nullptr) == same.end()) compare(same, days, reading);
            out.push_back(std::move(reading));
        }
    }

    static void compare(const std::array<const TimeExpression*, 8>& same, const std::array<Day, 8>& days,
                        Reading& reading) {
        const auto first = single_day(same[0]->interval);
        if (!first) return;
        if (std::all_of(same.begin(), same.end(), [&](const auto* t) { return t->interval == same[0]->interval; })) {
            reading.absolute = first;
            return;
        }
        if (!same[0]->rule.starts_with("deictic")) return;
        std::vector<std::size_t> agreeing;  // trial weekdays on which no weekday beside it had to be corrected
        for (std::size_t t = 0; t < 7; ++t)
            if (same[t]->arithmetic.find("corrected") == std::string::npos) agreeing.push_back(t);
        if (agreeing.size() != 1 && agreeing.size() != 7) return;
        const auto t = agreeing.front();
        if (const auto day = single_day(same[t]->interval)) reading.offset = *day - days[t];
        if (agreeing.size() == 1) reading.published_on = date::weekday(days[t]);
    }

    void note_weekday(const Reading& reading) {
        if (!reading.published_on) return;
        if (m_weekday && *m_weekday != *reading.published_on) m_conflict = true;
        if (!m_weekday)
            m_reasons.push_back(
                fmt::format("\"{}\": written on a {}", reading.words, date::format("%A", *reading.published_on)));
        m_weekday = reading.published_on;
    }

    /// "Yesterday, Thursday 14 July 2016": the date in its words, counted back from the day it names.
    void note_exact(const Reading& reading) {
        if (!reading.offset) return;
        for (auto at = reading.words.find(' '); at != std::string::npos; at = reading.words.find(' ', at + 1)) {
            std::vector<Reading> rest;
            const auto words = reading.words.substr(at + 1);
            const auto tokens = tokenize(words);
            read(words, rest, [&](Day day) {
                return tag_times(tokens, m_grammar, {.day = day, .utc_offset = {}}, {.own_day = false});
            });
            if (rest.size() != 1 || !rest[0].absolute) continue;
            const Day day = *rest[0].absolute - *reading.offset;
            if (m_exact && *m_exact != day) m_conflict = true;
            if (!m_exact) m_reasons.push_back(fmt::format("\"{}\" gives the date", reading.words));
            m_exact = day;
            return;
        }
    }

    /// Read as from far ahead, so that no date of the text lies in the future.
    void note_events() {
        const auto extraction = extracted(trial_days()[7], true);
        for (const auto& event : extraction.events) {
            if (!event.time || event.time->value() >= m_readings.size()) continue;
            const auto& reading = m_readings[event.time->value()];
            const bool past = event.modality == Modality::asserted;
            if (reading.absolute && past) raise(*reading.absolute, reading.words);
            if (reading.absolute && event.modality == Modality::planned && (!m_high || *reading.absolute < *m_high))
                m_high = reading.absolute;
            if (reading.offset && past) ask_store(extraction, event, reading);
        }
    }

    void raise(Day day, const std::string& words) {
        if (m_low && day <= *m_low) return;
        m_low = day;
        m_low_words = words;
    }

    /// A meeting of the same people that the store dates.
    void ask_store(const Extraction& extraction, const Event& event, const Reading& reading) {
        if (m_store == nullptr || info(event.type).family != "consult") return;
        std::vector<std::string> people;
        for (const auto& part : event.participants)
            if (const auto& node = extraction.node(part.node); node.type == NodeType::person)
                people.push_back(node.key);
        if (people.size() < 2) return;
        const auto answer = met(*m_store, {.name = people[0], .with = people[1]});
        for (const auto& known : answer.view.events) {
            const auto day = single_day(known.when);
            if (!day || known.modality == Modality::denied) continue;
            m_known[*day - *reading.offset].insert(fmt::format("the {} of {} and {} on {} ({}) is told here as \"{}\"",
                                                               info(known.type).name, answer.name.actor->any_name(),
                                                               answer.with->actor->any_name(), to_string(*day),
                                                               known.key.text(), reading.words));
        }
    }

    [[nodiscard]] bool fits(Day day) const {
        if (m_weekday && date::weekday(day) != *m_weekday) return false;
        return (!m_low || day >= *m_low) && (!m_high || day <= *m_high);
    }

    /// The days for which most known meetings speak; empty when they lie too far apart.
    std::optional<Interval> known_days() {
        std::size_t most = 0;
        for (const auto& [day, reasons] : m_known)
            if (fits(day)) most = std::max(most, reasons.size());
        Interval out;
        for (const auto& [day, reasons] : m_known) {
            if (!fits(day) || reasons.size() < most) continue;
            if (!out.from) out.from = day;
            out.to = day;
            m_reasons.insert(m_reasons.end(), reasons.begin(), reasons.end());
        }
        if (!out.from || *out.to - *out.from > news_last) return std::nullopt;
        return out;
    }

    std::optional<InferredPublication> from_bounds() {
        if (!m_low) return std::nullopt;
        Interval out;
        for (Day day = *m_low; day <= *m_low + news_last; day += date::days{1}) {
            if (!fits(day)) continue;
            if (!out.from) out.from = day;
            out.to = day;
        }
        if (!out.from) return std::nullopt;
        m_reasons.push_back(
            fmt::format("\"{}\" is the last day that it tells as past, and news are of the days before", m_low_words));
        return proposal(out);
    }

    [[nodiscard]] InferredPublication proposal(const Interval& days) const { return {days, m_reasons}; }

    const Document& m_document;
    const Language& m_language;
    const TimeGrammar& m_grammar;
    const Store* m_store;
    std::vector<Reading> m_readings;
    std::optional<date::weekday> m_weekday;
    std::optional<Day> m_exact;
    std::optional<Day> m_low;
    std::string m_low_words;
    std::optional<Day> m_high;
    std::map<Day, std::set<std::string>> m_known;
    std::vector<std::string> m_reasons;
    bool m_conflict = false;
};

}  // namespace

std::optional<InferredPublication> infer_published(const Document& document, const Language& language,
                                                   const TimeGrammar& grammar, const Store* store) {
    return Inference(document, language, grammar, store).run();
}

}  // namespace isnad::app
