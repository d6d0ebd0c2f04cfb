#pragma once
// What was said: statements that a line can show in words of their own, those that say the same as one.

#include "importance.hpp"

#include "isnad/export/briefing.hpp"

#include <string>
#include <vector>

namespace isnad {

/// One thing that somebody said on a day, whoever reports it.
struct Saying {
    std::vector<const StatementNode*> statements;  ///< the one that is shown first
    bool direct = false;                           ///< the words are the speaker's own
    std::string words;                             ///< verbatim: a quotation, or the clause behind the word of saying
    std::string that;  ///< the kind of clause ("inna"), as the phrases know it; empty when direct
    Interval day;
    double importance = 0;

    [[nodiscard]] const StatementNode& first() const { return *statements.front(); }
};

/// The kind of saying of a word of saying ("cue.KIND" in the Arabic phrases); empty when it is none of them.
[[nodiscard]] std::string kind_of_cue(const std::string& cue);

/// The sayings of a period, the important first. Work is linear in statements: only those of one speaker and of
/// neighbouring days are compared.
[[nodiscard]] std::vector<Saying> sayings_of(const View& view, const Importance& importance, const Interval& period,
                                             bool all);

}  // namespace isnad
