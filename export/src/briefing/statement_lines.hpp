#pragma once
// Lines of the briefing that tell what somebody said.

#include "reports.hpp"
#include "sayings.hpp"

#include "../event_finder.hpp"

#include <string>

namespace isnad {

class StatementLines {
public:
    StatementLines(const View& view, Tongue tongue)
        : m_view(view), m_tongue(tongue), m_phrases(Phrases::of(tongue)), m_reports(view, tongue), m_events(view) {}

    [[nodiscard]] BriefingLine line(const Saying& saying) const;

private:
    [[nodiscard]] std::string kind(const Saying& saying) const;
    [[nodiscard]] std::string about(const StatementNode& statement) const;
    [[nodiscard]] std::string about_event(const EventInstance& event) const;

    const View& m_view;
    Tongue m_tongue;
    const Phrases& m_phrases;
    Reports m_reports;
    EventFinder m_events;
};

}  // namespace isnad
