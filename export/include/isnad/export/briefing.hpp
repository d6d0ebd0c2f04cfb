#pragma once
// The briefing: what happened, is disputed, lies ahead and was said in a period, the most important first, every line
// with a number that leads to its sources. docs/briefing.md says what is told and in what order.

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
    std::string about;       ///< the name for the title; empty when the briefing is about everybody
    Interval window;         ///< the period; an open end is that of what the articles of the view were published in
    std::size_t lines = 15;  ///< of a week; a period by days has as many a day as make that in a week
    std::size_t days = 0;    ///< tells only this many days, the most important; 0: all
    bool all = false;        ///< every event and statement that can be told, however unimportant
    bool annex = false;      ///< what lies before the period, or has no day, at the end
};

/// One article that a line rests on.
struct BriefingReport {
    DocumentKey document;
    std::string outlet;
    Day published{};
    bool inferred = false;  ///< the day of publication is
    std::string title;      ///< may be empty
    std::string url;        ///< may be empty
    Modality how = Modality::asserted;
    std::string word_of;  ///< on whose word it tells; empty when on its own
};

/// One line, as text of the briefing's language without markup. What others wrote stands between U+2068 and U+2069,
/// in quotation marks.
struct BriefingLine {
    enum class Kind : std::uint8_t { fact, plan, possibility, denial, statement };
    Kind kind = Kind::fact;
    std::size_t number = 0;  ///< of its sources; the same in the summary and below
    std::string key;         ///< of the event or statement, for `isnad explain`
    Interval day;            ///< empty when it is not known
    std::string when;        ///< the day in words; empty where the heading says it
    std::string mark;        ///< "Planned:", "Disputed:", ...; empty for plain facts
    std::string text;        ///< a sentence
    std::string remark;      ///< on the date or on disagreement; may be empty
    std::string outlets;     ///< "5 outlets"
    std::vector<BriefingReport> reports;
    double importance = 0;
};

[[nodiscard]] const char* to_string(BriefingLine::Kind kind);

struct BriefingSection {
    enum class Kind : std::uint8_t { summary, week, day, disputed, ahead, annex };
    Kind kind = Kind::day;
    Interval when;  ///< of a week or day
    std::string heading;
    std::vector<BriefingLine> lines;  ///< the important first; what is ahead by its day
};

[[nodiscard]] const char* to_string(BriefingSection::Kind kind);

struct Briefing {
    Tongue tongue = Tongue::en;
    std::string title;
    std::string extent;  ///< how much was read, told and left out
    Interval period;
    std::vector<BriefingSection> sections;  ///< in the order of the enumeration
    std::vector<BriefingLine> sources;      ///< every line once, by number
};

[[nodiscard]] Briefing make_briefing(View view, const BriefingOptions& options = {});

void write_markdown(const Briefing& briefing, std::ostream& out);
void write_json(const Briefing& briefing, std::ostream& out);

/// One page without scripts and without anything from elsewhere.
void write_html(const Briefing& briefing, std::ostream& out);

/// True when a text has its full stop already, inside a quotation or not.
[[nodiscard]] bool ends_sentence(const std::string& text);

}  // namespace isnad
