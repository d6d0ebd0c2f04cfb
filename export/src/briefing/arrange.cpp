#include "arrange.hpp"

#include "../dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace isnad {

namespace {

constexpr std::size_t summary_lines = 5;
constexpr std::size_t most_alike = 2;     ///< lines of one kind of event with one agent in a section
constexpr double spoken_part = 0.3;       ///< of a section's lines
constexpr std::size_t least_rest = 5;     ///< lines of the sections that belong to no day
constexpr std::size_t lines_of_best = 3;  ///< lines of a day, when the most important days are asked for

Day week_of(Day day) { return day - (date::weekday{day} - date::Monday); }

Interval both(const Interval& a, const Interval& b) {
    return {a.from && (!b.from || *b.from < *a.from) ? a.from : b.from, a.to && (!b.to || *a.to < *b.to) ? a.to : b.to};
}

bool more_important(const BriefingLine& a, const BriefingLine& b) { return a.importance > b.importance; }

std::string likeness(const Happening& happening) {
    std::string out(info(happening.first().type).name);
    for (const Played& played : happening.first().participants) {
        if (played.role == Role::agent) return out + std::to_string(played.actor.value());
    }
    return out;
}

}  // namespace

Arranger::Arranger(const View& view, const BriefingOptions& options, const Interval& period)
    : m_options(options),
      m_period(period),
      m_phrases(Phrases::of(options.tongue)),
      m_importance(view),
      m_happenings(happenings_of(view, m_importance, period, {options.all, options.annex})),
      m_sayings(sayings_of(view, m_importance, period, options.all)),
      m_event_lines(view, m_importance, options.tongue),
      m_statement_lines(view, options.tongue),
      m_found(m_happenings.size() + m_sayings.size()) {}

std::vector<BriefingSection> Arranger::run() {
    const bool bounded = m_period.from && m_period.to;
    if (m_options.days > 0) {
        add_best_days();
    } else if (bounded && *m_period.to - *m_period.from < date::days{most_by_day}) {
        add_days();
    } else {
        add_weeks();
    }
    if (m_options.days == 0) add_rest();
    if (m_options.days == 0) add_summary();
    number();
    return std::move(m_sections);
}

std::size_t Arranger::quota(std::size_t days) const {
    if (m_options.all) return m_found;
    return static_cast<std::size_t>(std::ceil(static_cast<double>(m_options.lines * days) / 7));
}

Arranger::Candidates Arranger::candidates(Standing standing, bool with_sayings) const {
    Candidates out;
    for (const Happening& happening : m_happenings) {
        if (happening.standing != standing) continue;
        const Day first = happening.day.from ? *happening.day.from : Day{};
        const Day day = m_period.from && standing == Standing::happened ? std::max(first, *m_period.from) : first;
        out.push_back({&happening, nullptr, happening.importance, day});
    }
    if (with_sayings) {
        for (const Saying& saying : m_sayings) out.push_back({nullptr, &saying, saying.importance, *saying.day.from});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Candidate& a, const Candidate& b) { return a.importance > b.importance; });
    return out;
}

/// False for a sentence that another line tells already, and for the third of its kind.
bool Arranger::tells_more(const Candidate& candidate, std::map<std::string, std::size_t>& like) const {
    if (candidate.saying != nullptr) {
        const StatementNode& first = candidate.saying->first();
        if (m_sentences.contains({first.document, first.sentence.begin})) return false;
        return m_options.all || ++like["speaker" + std::to_string(first.speaker->value())] <= most_alike;
    }
    const auto& tellings = candidate.happening->first().tellings;
    const bool told = !tellings.empty() && std::all_of(tellings.begin(), tellings.end(), [&](const Telling& telling) {
        return telling.sentence.end > 0 && m_sentences.contains({telling.document, telling.sentence.begin});
    });
    return m_options.all || (!told && ++like[likeness(*candidate.happening)] <= most_alike);
}

std::vector<BriefingLine> Arranger::chosen(const Candidates& from, std::size_t most) {
    std::vector<BriefingLine> out;
    std::map<std::string, std::size_t> like;
    const auto most_spoken =
        m_options.all ? m_found : static_cast<std::size_t>(static_cast<double>(most) * spoken_part);
    std::size_t spoken = 0;
    for (const Candidate& candidate : from) {
        if (out.size() >= most) break;
        if (candidate.saying != nullptr && spoken >= std::max<std::size_t>(1, most_spoken)) continue;
        if (!tells_more(candidate, like)) continue;
        spoken += candidate.saying != nullptr ? 1 : 0;
        out.push_back(line(candidate, m_days_in_lines));
    }
    return out;
}

BriefingLine Arranger::line(const Candidate& candidate, bool with_day) {
    ++m_told;
    if (candidate.saying != nullptr) {
        for (const StatementNode* statement : candidate.saying->statements) {
            m_sentences.emplace(statement->document, statement->sentence.begin);
        }
    } else {
        for (const EventInstance* event : candidate.happening->events) {
            for (const Telling& telling : event->tellings) {
                if (telling.sentence.end > 0) m_sentences.emplace(telling.document, telling.sentence.begin);
            }
        }
    }
    BriefingLine out = candidate.saying != nullptr ? m_statement_lines.line(*candidate.saying)
                                                   : m_event_lines.line(*candidate.happening);
    const bool stretch = out.day.from && out.day.to && out.day.from != out.day.to;
    if (with_day || stretch || candidate.day != out.day.from.value_or(Day{})) {
        out.when = short_interval_words(out.day, m_options.tongue);
    }
    return out;
}

void Arranger::add_section(BriefingSection::Kind kind, const Interval& when, std::string heading,
                           std::vector<BriefingLine> lines) {
    if (!lines.empty()) m_sections.push_back({kind, when, std::move(heading), std::move(lines)});
}

void Arranger::add_weeks() {
    m_days_in_lines = true;
    std::map<Day, Candidates> weeks;
    for (const Candidate& candidate : candidates(Standing::happened, true)) {
        weeks[week_of(candidate.day)].push_back(candidate);
    }
    for (const auto& [monday, of_week] : weeks) {
        const Interval when = both({monday, monday + date::days{6}}, m_period);
        add_section(BriefingSection::Kind::week, when, interval_words(when, m_options.tongue),
                    chosen(of_week, quota(7)));
    }
}

void Arranger::add_days() {
    const auto days = static_cast<std::size_t>((*m_period.to - *m_period.from).count() + 1);
    std::map<Day, std::vector<BriefingLine>> by_day;
    const Candidates all = candidates(Standing::happened, true);
    std::map<const BriefingLine*, Day> days_of;
    for (BriefingLine& line : chosen(all, quota(days))) {
        by_day[std::max(*line.day.from, *m_period.from)].push_back(std::move(line));
    }
    for (auto& [day, lines] : by_day) {
        add_section(BriefingSection::Kind::day, one_day(day), interval_words(one_day(day), m_options.tongue),
                    std::move(lines));
    }
}

/// A day weighs what its three most important lines weigh.
void Arranger::add_best_days() {
    std::map<Day, Candidates> days;
    for (const Standing standing : {Standing::happened, Standing::disputed}) {
        for (const Candidate& candidate : candidates(standing, standing == Standing::happened)) {
            days[candidate.day].push_back(candidate);
        }
    }
    std::vector<std::pair<double, Day>> weights;
    for (auto& [day, of_day] : days) {
        std::stable_sort(of_day.begin(), of_day.end(),
                         [](const Candidate& a, const Candidate& b) { return a.importance > b.importance; });
        double sum = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, of_day.size()); ++i) sum += of_day[i].importance;
        weights.emplace_back(-sum, day);
    }
    std::sort(weights.begin(), weights.end());
    weights.resize(std::min(weights.size(), m_options.days));
    std::sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [weight, day] : weights) {
        add_section(BriefingSection::Kind::day, one_day(day), interval_words(one_day(day), m_options.tongue),
                    chosen(days[day], m_options.all ? m_found : lines_of_best));
    }
}

void Arranger::add_rest() {
    m_days_in_lines = true;
    const std::size_t most = m_options.all ? m_found : std::max(least_rest, m_options.lines / 3);
    add_section(BriefingSection::Kind::disputed, {}, heading("disputed"),
                chosen(candidates(Standing::disputed, false), most));
    auto ahead = chosen(candidates(Standing::ahead, false), most);
    std::stable_sort(ahead.begin(), ahead.end(), [](const BriefingLine& a, const BriefingLine& b) {
        const auto key = [](const BriefingLine& line) {
            return std::tuple(!line.day.to, line.day.from.value_or(Day{}), line.day.to.value_or(Day{}));
        };
        return key(a) < key(b);
    });
    add_section(BriefingSection::Kind::ahead, {}, heading("ahead"), std::move(ahead));
    if (!m_options.annex) return;
    add_section(BriefingSection::Kind::annex, {}, heading("annex"),
                chosen(candidates(Standing::annex, false), m_options.all ? m_found : 2 * m_options.lines));
}

/// The most important of the lines of days and of disputes, with their days.
void Arranger::add_summary() {
    std::vector<BriefingLine> lines;
    std::size_t all = 0;
    for (const BriefingSection& section : m_sections) {
        const bool told = section.kind != BriefingSection::Kind::ahead && section.kind != BriefingSection::Kind::annex;
        for (const BriefingLine& line : section.lines) {
            if (told && line.kind != BriefingLine::Kind::statement) lines.push_back(line);
            ++all;
        }
    }
    if (all <= 2 * summary_lines) return;
    std::stable_sort(lines.begin(), lines.end(), more_important);
    lines.resize(std::min(lines.size(), summary_lines));
    for (BriefingLine& line : lines) line.when = short_interval_words(line.day, m_options.tongue);
    if (lines.empty()) return;
    m_sections.insert(m_sections.begin(), {BriefingSection::Kind::summary, {}, heading("summary"), std::move(lines)});
}

void Arranger::number() {
    std::map<std::string, std::size_t> numbers;
    for (BriefingSection& section : m_sections) {
        for (BriefingLine& line : section.lines)
            line.number = numbers.try_emplace(line.key, numbers.size() + 1).first->second;
    }
}

}  // namespace isnad
