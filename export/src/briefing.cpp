#include "isnad/export/briefing.hpp"

#include "briefing_events.hpp"
#include "briefing_statements.hpp"
#include "dates.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace isnad {

namespace {

class BriefingMaker {
public:
    BriefingMaker(const View& view, const BriefingOptions& options)
        : m_view(view),
          m_options(options),
          m_phrases(Phrases::of(options.tongue)),
          m_citations(view, options),
          m_events(view, options) {}

    Briefing run() {
        auto said = briefing_statements(m_view, m_options, m_events.quoted());
        for (const auto& [key, drafts] : m_events.days()) said[key];  // a section for every day of either
        for (auto& [key, statements] : said) add_day(key, std::move(statements));
        add_plans();
        m_briefing.tongue = m_options.tongue;
        m_briefing.title = title();
        m_briefing.summary = summary();
        return std::move(m_briefing);
    }

private:
    [[nodiscard]] BriefingLine finished(const BriefingDraft& draft) const {
        BriefingLine line = draft.line;
        line.sources = m_citations.of(draft.events);
        return line;
    }

    void add_day(const SectionKey& key, std::vector<BriefingLine> statements) {
        BriefingSection section{BriefingSection::Kind::day, key.when, interval_words(key.when, m_options.tongue), {}};
        if (const auto found = m_events.days().find(key); found != m_events.days().end()) {
            for (const BriefingDraft& draft : found->second) section.lines.push_back(finished(draft));
        }
        m_lines += section.lines.size();
        std::move(statements.begin(), statements.end(), std::back_inserter(section.lines));
        m_briefing.sections.push_back(std::move(section));
    }

    void add_plans() {
        if (m_events.plans().empty()) return;
        BriefingSection section{BriefingSection::Kind::plans, {}, std::string(m_phrases.text("plans")), {}};
        for (const BriefingDraft& draft : m_events.plans()) section.lines.push_back(finished(draft));
        m_briefing.sections.push_back(std::move(section));
    }

    /// The window, or what the days of the briefing span.
    [[nodiscard]] Interval period() const {
        Interval out = m_options.window;
        const auto take_in = [&](const Interval& when) {
            if (!when.from || !when.to || *when.to - *when.from > date::days{31}) return;
            if (!m_options.window.from && (!out.from || *when.from < *out.from)) out.from = when.from;
            if (!m_options.window.to && (!out.to || *out.to < *when.to)) out.to = when.to;
        };
        for (const BriefingSection& section : m_briefing.sections) take_in(section.when);
        for (const BriefingDraft& plan : m_events.plans()) take_in(plan.events.front()->when);
        return out.from && out.to && *out.to < *out.from ? m_options.window : out;
    }

    [[nodiscard]] std::string title() const {
        const Interval when = period();
        if (!when.from && !when.to) return std::string(m_phrases.text("title.empty"));
        return fill(m_phrases.text(m_options.about.empty() ? "title" : "title.about"), [&](std::string_view name) {
            return name == "name" ? m_options.about : interval_words(when, m_options.tongue);
        });
    }

    [[nodiscard]] std::string summary() const {
        if (m_briefing.sections.empty()) return std::string(m_phrases.text("summary.none"));
        const std::size_t plans = m_events.plans().size();
        return fill(m_phrases.text("summary"), [&](std::string_view name) -> std::string {
            if (name == "documents") return m_phrases.count("summary.documents", m_view.documents.size());
            if (name == "events") return m_phrases.count("summary.events", m_lines + plans);
            if (name == "plans") return plans > 0 ? m_phrases.count("summary.plans", plans) : std::string();
            return m_events.left_out() > 0 ? m_phrases.count("summary.left_out", m_events.left_out()) : std::string();
        });
    }

    const View& m_view;
    const BriefingOptions& m_options;
    const Phrases& m_phrases;
    Citations m_citations;
    BriefingEvents m_events;
    Briefing m_briefing;
    std::size_t m_lines = 0;
};

}  // namespace

Briefing make_briefing(const View& view, const BriefingOptions& options) { return BriefingMaker(view, options).run(); }

}  // namespace isnad
