#include "isnad/export/briefing.hpp"

#include "../dates.hpp"
#include "../phrases.hpp"
#include "arrange.hpp"
#include "party_vote.hpp"

#include <algorithm>
#include <set>

namespace isnad {

namespace {

constexpr int news_before = 3;  ///< days before the first article that it may tell news of

/// The window, its open ends those of the publications.
Interval period_of(const View& view, const Interval& window) {
    Interval out = window;
    if (view.documents.empty()) return out;
    if (!out.from) out.from = view.documents.front().published.day;
    if (!out.to) out.to = view.documents.back().published.day;
    return *out.to < *out.from ? window : out;
}

std::size_t published_in(const View& view, const Interval& period) {
    return static_cast<std::size_t>(
        std::count_if(view.documents.begin(), view.documents.end(), [&](const SourceDocument& document) {
            const Day day = document.published.day;
            return (!period.from || day >= *period.from) && (!period.to || day <= *period.to);
        }));
}

}  // namespace

const char* to_string(BriefingLine::Kind kind) {
    switch (kind) {
        case BriefingLine::Kind::fact: return "fact";
        case BriefingLine::Kind::plan: return "plan";
        case BriefingLine::Kind::possibility: return "possibility";
        case BriefingLine::Kind::denial: return "denial";
        case BriefingLine::Kind::statement: return "statement";
    }
    return "fact";
}

const char* to_string(BriefingSection::Kind kind) {
    switch (kind) {
        case BriefingSection::Kind::summary: return "summary";
        case BriefingSection::Kind::week: return "week";
        case BriefingSection::Kind::day: return "day";
        case BriefingSection::Kind::disputed: return "disputed";
        case BriefingSection::Kind::ahead: return "ahead";
        case BriefingSection::Kind::annex: return "annex";
    }
    return "day";
}

Briefing make_briefing(View view, const BriefingOptions& options) {
    settle_parties(view);
    // Most events are never told: what follows has the room of those that are.
    std::erase_if(view.events, [&](const EventInstance& event) { return !is_told(view, event, options.all); });
    const Phrases& phrases = Phrases::of(options.tongue);
    Briefing out;
    out.tongue = options.tongue;
    out.period = period_of(view, options.window);
    Interval told = out.period;
    if (!options.window.from && told.from) *told.from -= date::days{news_before};
    Arranger arranger(view, options, told);
    out.sections = arranger.run();
    std::set<std::size_t> seen;
    for (const BriefingSection& section : out.sections) {
        for (const BriefingLine& line : section.lines) {
            if (seen.insert(line.number).second) out.sources.push_back(line);
        }
    }
    const bool dated = out.period.from || out.period.to;
    out.title = fill(phrases.text(!dated                  ? "title.empty"
                                  : options.about.empty() ? "title"
                                                          : "title.about"),
                     [&](std::string_view name) {
                         return name == "name" ? options.about : interval_words(out.period, options.tongue);
                     });
    if (out.sections.empty()) {
        out.extent = std::string(phrases.text("extent.none"));
        return out;
    }
    out.extent = fill(phrases.text("extent"), [&](std::string_view name) -> std::string {
        if (name == "documents") return phrases.count("extent.documents", published_in(view, out.period));
        if (name == "lines") return phrases.count("extent.lines", arranger.told());
        return arranger.left_out() > 0 ? phrases.count("extent.left_out", arranger.left_out()) : std::string();
    });
    return out;
}

}  // namespace isnad
