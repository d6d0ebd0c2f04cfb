#pragma once
// On which days two parties met, called or travelled: what all accounts of the pair say together. A pure function of
// the set of accounts. docs/store.md ("Fusion") says by which rules and where the figures come from.

#include "isnad/core/calendar.hpp"
#include "isnad/core/extraction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace isnad::graph {

/// One event mention of a pair.
struct Account {
    std::string document;
    std::string outlet;  ///< who vouches for it; texts printed by several outlets count as one
    Day published{};
    Interval when;
    DayBasis basis = DayBasis::none;
    ToldBy told_by = ToldBy::noun;
    Modality modality = Modality::asserted;
    bool call = false;     ///< of a telephone call
    bool talked = false;   ///< a verb of talking, which leaves open whether they met: "discussed with him"
    bool crowded = false;  ///< others take part as well
    bool states = false;   ///< no person is named: governments consult all the time
    bool earlier = false;  ///< told as one before another of its document
    std::optional<std::string> town;
};

/// What became of an account.
struct SettledDay {
    std::optional<Day> day;  ///< of the encounter it tells of; empty when the accounts do not say
    int support = 0;         ///< percent: how far all accounts of the pair speak for an encounter on that day
    friend bool operator==(const SettledDay&, const SettledDay&) = default;
};

/// How many days apart two accounts may be and mean the same encounter, when it lasts.
struct PairRule {
    int same = 1;  ///< days between two days that may be one
};

/// For each account, in order. The order decides nothing but ties, so callers sort by document and place in it.
[[nodiscard]] std::vector<SettledDay> settle_days(const std::vector<Account>& accounts, const PairRule& rule = {});

[[nodiscard]] bool looks_ahead(Modality modality);

}  // namespace isnad::graph
