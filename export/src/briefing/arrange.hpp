#pragma once
// Which lines the briefing has, and under which headings.

#include "event_lines.hpp"
#include "statement_lines.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace isnad {

class Arranger {
public:
    Arranger(const View& view, const BriefingOptions& options, const Interval& period);

    /// All sections, their lines numbered.
    [[nodiscard]] std::vector<BriefingSection> run();

    /// Events and statements that could be told and are not.
    [[nodiscard]] std::size_t left_out() const { return m_found - m_told; }
    [[nodiscard]] std::size_t told() const { return m_told; }

private:
    /// What a line may be made of.
    struct Candidate {
        const Happening* happening = nullptr;
        const Saying* saying = nullptr;
        double importance = 0;
        Day day{};  ///< where it stands
    };
    using Candidates = std::vector<Candidate>;

    [[nodiscard]] Candidates candidates(Standing standing, bool with_sayings) const;
    [[nodiscard]] std::vector<BriefingLine> chosen(const Candidates& from, std::size_t most);
    [[nodiscard]] bool tells_more(const Candidate& candidate, std::map<std::string, std::size_t>& like) const;
    [[nodiscard]] BriefingLine line(const Candidate& candidate, bool with_day);
    void add_weeks();
    void add_days();
    void add_best_days();
    void add_rest();
    void add_section(BriefingSection::Kind kind, const Interval& when, std::string heading,
                     std::vector<BriefingLine> lines);
    void add_summary();
    void number();
    [[nodiscard]] std::size_t quota(std::size_t days) const;
    [[nodiscard]] std::string heading(const char* key) const { return std::string(m_phrases.text(key)); }

    const BriefingOptions& m_options;
    const Interval& m_period;
    const Phrases& m_phrases;
    Importance m_importance;
    std::vector<Happening> m_happenings;
    std::vector<Saying> m_sayings;
    EventLines m_event_lines;
    StatementLines m_statement_lines;
    std::set<std::pair<DocumentRef, std::size_t>> m_sentences;  ///< told already, by where they begin
    std::vector<BriefingSection> m_sections;
    bool m_days_in_lines = false;
    std::size_t m_found = 0;
    std::size_t m_told = 0;
};

/// More days than this are told by week.
inline constexpr int most_by_day = 14;

}  // namespace isnad
