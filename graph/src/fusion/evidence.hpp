#pragma once
// How much an account weighs for and against an encounter on a day.

#include "fusion/pair_days.hpp"

#include <cstddef>
#include <span>

namespace isnad::graph {

/// At most three days, both ends known.
[[nodiscard]] bool tight(const Interval& when);

/// Weight with which an account names its own day, `when.from`; 0 when it names none. One outlet that says with a verb
/// that two met on a day has nearly 1.
[[nodiscard]] double names_day(const Account& account);

/// Weight of an account for an encounter on a day: it names that day or the one beside it, or is fresh news of it.
[[nodiscard]] double speaks_for(const Account& account, Day day);

/// Weight of an account that is published after a day, until `known`, and knows nothing of it: still expects it, or has
/// it on another day.
[[nodiscard]] double speaks_against(const Account& account, Day day, Day known);

/// Days after a day, or after its first report, in which others would know of it.
inline constexpr int days_until_known = 5;

/// Weights of an account of any other event, for and against its having been.
[[nodiscard]] double says_so(const Account& account);
[[nodiscard]] double says_not(const Account& account);

/// Adds up weights, one for each account: of a document the greatest counts, of an outlet its second document half,
/// its third a quarter.
class WeightSum {
public:
    explicit WeightSum(const std::vector<Account>& accounts) : m_accounts(accounts) {}
    template <class Weigh>
    [[nodiscard]] double over(std::span<const std::size_t> members, Weigh weigh) const {
        std::vector<Weighed> weights;
        for (const auto i : members)
            if (const auto weight = weigh(m_accounts[i]); weight > 0) weights.push_back({i, weight});
        return sum(std::move(weights));
    }

private:
    struct Weighed {
        std::size_t account;
        double weight;
    };
    [[nodiscard]] double sum(std::vector<Weighed> weights) const;

    const std::vector<Account>& m_accounts;
};

/// Support from the weights for and against, in percent.
[[nodiscard]] int support_of(double for_it, double against_it);

}  // namespace isnad::graph
