#pragma once
// The briefing: what happened, was planned, denied and said, by day, every line with its sources.

#include "isnad/export/tongue.hpp"
#include "isnad/graph/view.hpp"

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace isnad {

struct BriefingOptions {
    Tongue tongue = Tongue::en;
    std::string about;                       ///< the name for the title; empty when the briefing is about everybody
    Interval window;                         ///< for the title, and which days are shown
    std::size_t statements_per_speaker = 2;  ///< of one day; 0 for none
    std::size_t statements_per_day = 6;
    std::size_t sources_per_line = 4;  ///< reports named before the rest are counted
};

/// One line, as text of the briefing's language without markup.
struct BriefingLine {
    enum class Kind : std::uint8_t { fact, plan, possibility, denial, statement };
    Kind kind = Kind::fact;
    std::string key;      ///< of the event or statement
    std::string when;     ///< among plans: the day in words; empty in the section of a day
    std::string mark;     ///< "Planned", "Disputed", ...; empty for plain facts
    std::string text;     ///< a sentence
    std::string remark;   ///< on the date or on disagreement; may be empty
    std::string sources;  ///< who reports it, when, on whose word
    double weight = 0;    ///< importance within the day
};

[[nodiscard]] const char* to_string(BriefingLine::Kind kind);

/// What lies on one day or stretch of days, or what is ahead.
struct BriefingSection {
    enum class Kind : std::uint8_t { day, plans };
    Kind kind = Kind::day;
    Interval when;  ///< empty for plans
    std::string heading;
    std::vector<BriefingLine> lines;  ///< the important first, statements last; plans by their day
};

struct Briefing {
    Tongue tongue = Tongue::en;
    std::string title;
    std::string summary;
    std::vector<BriefingSection> sections;  ///< oldest first; the undated after them; plans last
};

[[nodiscard]] Briefing make_briefing(const View& view, const BriefingOptions& options = {});

void write_markdown(const Briefing& briefing, std::ostream& out);
void write_json(const Briefing& briefing, std::ostream& out);

/// One page without scripts and without anything from elsewhere.
void write_html(const Briefing& briefing, std::ostream& out);

/// True when a text has its full stop already, inside a quotation or not.
[[nodiscard]] bool ends_sentence(const std::string& text);

}  // namespace isnad
