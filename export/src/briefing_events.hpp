#pragma once
// Which events get a line in the briefing, under which day, and in what words.

#include "citations.hpp"

#include "isnad/export/briefing.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace isnad {

/// A line on its way, with the events that it tells of.
struct BriefingDraft {
    BriefingLine line;
    std::vector<const EventInstance*> events;
};

/// Sections stand by their first day; at one day the shorter stretch first; the undated last.
struct SectionKey {
    Day begin;
    Day end;
    Interval when;
    friend bool operator<(const SectionKey& a, const SectionKey& b);
};

[[nodiscard]] SectionKey section_key(const Interval& when);

class BriefingEvents {
public:
    BriefingEvents(const View& view, const BriefingOptions& options);

    /// Lines of what happened or was denied, by section.
    [[nodiscard]] const std::map<SectionKey, std::vector<BriefingDraft>>& days() const { return m_days; }
    /// What was planned or may happen and is not known to have happened, by day, the undated last.
    [[nodiscard]] const std::vector<BriefingDraft>& plans() const { return m_plans; }
    /// Sentences that lines of events quote, folded.
    [[nodiscard]] const std::vector<std::string>& quoted() const { return m_quoted; }
    /// Mentions that say too little for a line.
    [[nodiscard]] std::size_t left_out() const { return m_left_out; }

private:
    void add(const EventInstance& event);
    void put(std::vector<BriefingDraft>& drafts, BriefingLine line, const EventInstance& event);
    [[nodiscard]] bool says_little(const EventInstance& event, bool has_verb) const;
    bool came_about(const BriefingDraft& plan);
    void drop_empty_denials(std::vector<BriefingDraft>& drafts);
    [[nodiscard]] bool goes_abroad(const EventInstance& event) const;
    [[nodiscard]] std::optional<std::string> substance(const EventInstance& event);
    [[nodiscard]] std::vector<ActorRef> parties(const EventInstance& event) const;
    [[nodiscard]] bool is_within(const EventInstance& small, const EventInstance& large) const;
    [[nodiscard]] double weight(const EventInstance& event) const;
    [[nodiscard]] std::set<ActorRef> deniers(const EventInstance& event) const;
    [[nodiscard]] std::string remark(const EventInstance& event, bool in_day) const;

    const View& m_view;
    const BriefingOptions& m_options;
    const Phrases& m_phrases;
    std::map<SectionKey, std::vector<BriefingDraft>> m_days;
    std::vector<BriefingDraft> m_plans;
    std::vector<std::string> m_quoted;
    std::size_t m_left_out = 0;
};

}  // namespace isnad
