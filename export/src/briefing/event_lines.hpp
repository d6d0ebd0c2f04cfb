#pragma once
// Lines of the briefing that tell of events.

#include "happenings.hpp"
#include "reports.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace isnad {

class EventLines {
public:
    EventLines(const View& view, const Importance& importance, Tongue tongue);

    [[nodiscard]] BriefingLine line(const Happening& happening) const;

private:
    struct Words {
        const Telling* telling = nullptr;
        std::string text;
        bool title = false;
    };

    [[nodiscard]] std::string text(const Happening& happening, const std::string& sentence) const;
    [[nodiscard]] Words best_words(const Happening& happening) const;
    [[nodiscard]] std::string remark(const Happening& happening) const;
    [[nodiscard]] std::string date_remark(const EventInstance& event) const;
    [[nodiscard]] std::set<ActorRef> deniers(const Happening& happening) const;
    [[nodiscard]] std::string mark(const EventInstance& event, bool has_verb) const;

    const View& m_view;
    const Importance& m_importance;
    Tongue m_tongue;
    const Phrases& m_phrases;
    Reports m_reports;
    std::map<EventKey, std::set<ActorRef>> m_deniers;  ///< whoever denies an event in words
};

/// Whether a line of the event needs words of its articles beside its own: it has no object, or the object is the toll
/// or what was said.
[[nodiscard]] bool needs_words(const View& view, const EventInstance& event);

}  // namespace isnad
