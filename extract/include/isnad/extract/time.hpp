#pragma once
// Time: from the words of a text to calendar days. The rules and words are data (lexicon/LANG/time), the engine is
// code; rules say which words make an expression and which production resolves it.

#include "isnad/core/time_expression.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "isnad/extract/tokens.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace isnad {

/// Which way a weekday, day or month without a year points when its words do not say.
enum class TimeDirection : std::uint8_t {
    tense,   ///< the way of the clause's tense: past unless a word of the clause says that it is still to come
    past,    ///< always back; the publication day itself counts
    future,  ///< always ahead; the publication day itself does not count, a clock time already over is the next one
};

/// The calendar of a date that does not name one.
enum class TimeCalendar : std::uint8_t { gregorian, hijri };

struct TimeOptions {
    date::weekday week_start = date::Monday;  ///< of "last week"; values are ISO weeks only when it is Monday
    TimeDirection direction = TimeDirection::tense;
    TimeCalendar calendar = TimeCalendar::gregorian;
    bool own_day = true;  ///< a text whose weekdays say that it was written a day before or after counts from that day
    bool convert_zones = true;  ///< clock times of a named zone are turned into the outlet's, when its offset is known
};

/// The rules and words of the files "*/time/*" of a lexicon, compiled. Immutable: safe to share between threads.
class TimeGrammar {
public:
    /// Throws InputError with every wrong line (file, line, column).
    explicit TimeGrammar(const LexiconFiles& files);
    ~TimeGrammar();
    TimeGrammar(TimeGrammar&&) noexcept;
    TimeGrammar& operator=(TimeGrammar&&) noexcept;

    struct Parts;  ///< defined in extract/src/time/grammar.hpp
    [[nodiscard]] const Parts& parts() const { return *m_parts; }

private:
    std::unique_ptr<const Parts> m_parts;
};

/// Every expression of a text, in order, none overlapping another. `skip` holds spans (sorted, of the raw text) in
/// which nothing is looked for. Uses no clock and no network; safe from many threads with one grammar.
[[nodiscard]] std::vector<TimeExpression> tag_times(const TokenizedText& text, const TimeGrammar& grammar,
                                                    const PublicationTime& published, const TimeOptions& options = {},
                                                    std::span<const Span> skip = {});

/// One line of ASCII: value, interval, rule, anchor and arithmetic of an expression.
[[nodiscard]] std::string explain(const TimeExpression& time);

}  // namespace isnad
