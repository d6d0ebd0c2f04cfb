#include "fusion/pair_days.hpp"

#include "fusion/evidence.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace isnad::graph {

namespace {

constexpr int variant_reach = 14;        // days around a day in which a lesser one is a variant account of it
constexpr double variant_share = 0.34;   // of the weight of the greater
constexpr double second_share = 0.8;     // of the weight of the day beside it, from which both stand
constexpr int memory = 10;               // days back to what an account without a day tells of
constexpr int told_memory = 60;          // and to what one with words of time means that name no day
constexpr int foresight = 30;            // days ahead to what a plan without a day means
constexpr int news_gap = 2;              // days between two reports of one piece of news
constexpr std::size_t second_place = 2;  // outlets that have it in another town: another encounter

/// A day that accounts name, or that they are fresh news of.
struct Peak {
    Day day{};
    double weight = 0;
    bool fresh = false;
    std::vector<std::size_t> named;  ///< accounts that name it
};

class PairSettler {
public:
    PairSettler(const std::vector<Account>& accounts, const PairRule& rule)
        : m_accounts(accounts), m_rule(rule), m_sum(accounts), m_peak_of(accounts.size()) {}

    std::vector<SettledDay> run() {
        find_peaks();
        attach();
        open_news();
        std::vector<SettledDay> out(m_accounts.size());
        std::map<std::size_t, int> support;
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (!m_peak_of[i]) continue;
            const auto [it, fresh] = support.try_emplace(*m_peak_of[i], 0);
            if (fresh) it->second = support_of_peak(*m_peak_of[i]);
            out[i] = {m_peaks[*m_peak_of[i]].day, it->second};
        }
        return out;
    }

private:
    static long apart(Day a, Day b) { return std::abs((a - b).count()); }

    void find_peaks() {
        std::map<Day, std::vector<std::size_t>> by_day;
        for (std::size_t i = 0; i < m_accounts.size(); ++i)
            if (names_day(m_accounts[i]) > 0) by_day[*m_accounts[i].when.from].push_back(i);
        std::vector<Peak> days;
        for (auto& [day, named] : by_day) {
            const auto weight = m_sum.over(named, names_day);
            days.push_back({day, weight, false, std::move(named)});
        }
        std::sort(days.begin(), days.end(), [](const Peak& a, const Peak& b) {
            return std::tuple(-a.weight, a.day) < std::tuple(-b.weight, b.day);
        });
        for (auto& day : days) {
            const auto host = host_of(day);
            const auto at = host.value_or(m_peaks.size());
            for (const auto i : day.named) m_peak_of[i] = at;
            if (host) {
                auto& named = m_peaks[at].named;
                named.insert(named.end(), day.named.begin(), day.named.end());
            } else {
                m_by_day.emplace(day.day, at);
                m_peaks.push_back(std::move(day));
            }
        }
    }

    /// The greater day that a day is but another account of: beside it, else within reach, the greatest first.
    [[nodiscard]] std::optional<std::size_t> host_of(const Peak& day) const {
        std::optional<std::size_t> beside;
        std::optional<std::size_t> near;
        for_peaks({day.day - date::days{variant_reach}, day.day + date::days{variant_reach}}, [&](std::size_t p) {
            const auto& greater = m_peaks[p];
            if (apart(greater.day, day.day) <= m_rule.same && day.weight <= second_share * greater.weight)
                beside = std::min(beside.value_or(p), p);
            else if (day.weight <= variant_share * greater.weight && !elsewhere(day, greater))
                near = std::min(near.value_or(p), p);
        });
        return beside ? beside : near;
    }

    template <class Use>
    void for_peaks(const Interval& days, Use use) const {
        for (auto it = m_by_day.lower_bound(*days.from); it != m_by_day.end() && it->first <= *days.to; ++it)
            use(it->second);
    }

    /// Two outlets or more have it in a town that the greater day does not know.
    [[nodiscard]] bool elsewhere(const Peak& day, const Peak& greater) const {
        std::map<std::string, std::vector<std::string>> towns;
        for (const auto i : day.named)
            if (m_accounts[i].town) towns[*m_accounts[i].town].push_back(m_accounts[i].outlet);
        return std::any_of(towns.begin(), towns.end(), [&](auto& entry) {
            auto& outlets = entry.second;
            std::sort(outlets.begin(), outlets.end());
            outlets.erase(std::unique(outlets.begin(), outlets.end()), outlets.end());
            return outlets.size() >= second_place &&
                   std::none_of(greater.named.begin(), greater.named.end(),
                                [&](std::size_t i) { return m_accounts[i].town == entry.first; });
        });
    }

    /// The days on which an account without a day of its own may mean an encounter.
    [[nodiscard]] static Interval reach(const Account& a) {
        const bool open = a.basis == DayBasis::news || !a.when.from || !a.when.to;
        if (!open) return a.when;
        if (looks_ahead(a.modality)) return {a.published - date::days{1}, a.published + date::days{foresight}};
        const auto back = date::days{a.earlier || a.basis == DayBasis::stated ? told_memory : memory};
        if (a.modality == Modality::asserted) return {a.published - back, a.published};
        return {a.published - date::days{memory}, a.published + date::days{memory}};
    }

    /// Words of time of its own do not mean what its document dates exactly, "an earlier meeting" nothing that it tells
    /// of; what is told of governments without a day means nothing else.
    [[nodiscard]] bool may_mean(std::size_t account, std::size_t peak) const {
        const auto& a = m_accounts[account];
        const bool own = m_told_in.contains({a.document, peak});
        if (a.earlier || (a.basis == DayBasis::stated && !(a.when.from && a.when.to))) return !own;
        return own || !a.states;
    }

    /// An account without a day means the nearest day that it can mean.
    void attach() {
        for (std::size_t p = 0; p < m_peaks.size(); ++p)
            for (const auto i : m_peaks[p].named) m_told_in.emplace(m_accounts[i].document, p);
        for (const bool earlier : {false, true})
            for (std::size_t i = 0; i < m_accounts.size(); ++i)
                if (!m_peak_of[i] && m_accounts[i].earlier == earlier) attach(i);
    }

    void attach(std::size_t account) {
        const auto& a = m_accounts[account];
        std::optional<std::size_t> best;
        for_peaks(reach(a), [&](std::size_t p) {
            if (!may_mean(account, p)) return;
            if (!best || apart(m_peaks[p].day, a.published) < apart(m_peaks[*best].day, a.published)) best = p;
        });
        m_peak_of[account] = best;
        if (best) m_told_in.emplace(a.document, *best);
    }

    /// Fresh news of what no account gives a day for: the day of the first report stands for it.
    void open_news() {
        std::vector<std::size_t> fresh;
        for (std::size_t i = 0; i < m_accounts.size(); ++i)
            if (!m_peak_of[i] && m_accounts[i].basis == DayBasis::news && m_accounts[i].modality == Modality::asserted)
                fresh.push_back(i);
        std::stable_sort(fresh.begin(), fresh.end(), [&](std::size_t a, std::size_t b) {
            return m_accounts[a].published < m_accounts[b].published;
        });
        const auto named = m_peaks.size();
        for (const auto i : fresh) {
            const auto& a = m_accounts[i];
            const bool same = m_peaks.size() > named && (a.published - m_peaks.back().day).count() <= news_gap;
            if (!same) m_peaks.push_back({a.published, 0, true, {}});
            m_peak_of[i] = m_peaks.size() - 1;
        }
    }

    [[nodiscard]] int support_of_peak(std::size_t p) {
        if (m_by_publication.empty()) {
            m_by_publication.resize(m_accounts.size());
            for (std::size_t i = 0; i < m_accounts.size(); ++i) m_by_publication[i] = i;
            std::stable_sort(m_by_publication.begin(), m_by_publication.end(), [&](std::size_t a, std::size_t b) {
                return m_accounts[a].published < m_accounts[b].published;
            });
        }
        // Fresh news is of its day or the day before.
        const auto day = m_peaks[p].fresh ? m_peaks[p].day - date::days{1} : m_peaks[p].day;
        std::vector<std::size_t> mine = m_peaks[p].named;
        const auto first = std::lower_bound(m_by_publication.begin(), m_by_publication.end(), day,
                                            [&](std::size_t i, Day d) { return m_accounts[i].published < d; });
        const auto known = first_report(m_peaks[p], day) + date::days{days_until_known};
        for (auto it = first; it != m_by_publication.end() && m_accounts[*it].published <= known; ++it)
            mine.push_back(*it);
        for_peaks({day - date::days{1}, day + date::days{1}}, [&](std::size_t other) {
            mine.insert(mine.end(), m_peaks[other].named.begin(), m_peaks[other].named.end());
        });
        std::sort(mine.begin(), mine.end());
        mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
        return support_of(m_sum.over(mine, [&](const Account& a) { return speaks_for(a, day); }),
                          m_sum.over(mine, [&](const Account& a) { return speaks_against(a, day, known); }));
    }

    /// The publication that first reports an encounter of a day; not later than memory reaches.
    [[nodiscard]] Day first_report(const Peak& peak, Day day) const {
        auto out = day + date::days{foresight};
        bool reported = false;
        for (const auto i : peak.named) {
            if (m_accounts[i].modality != Modality::asserted || m_accounts[i].published < day) continue;
            out = std::min(out, m_accounts[i].published);
            reported = true;
        }
        return reported ? out : day;
    }

    const std::vector<Account>& m_accounts;
    PairRule m_rule;
    WeightSum m_sum;
    std::vector<std::optional<std::size_t>> m_peak_of;
    std::vector<Peak> m_peaks;            ///< those with a named day by weight, then fresh news
    std::map<Day, std::size_t> m_by_day;  ///< of those with a named day
    std::set<std::pair<std::string_view, std::size_t>> m_told_in;  ///< documents with the peaks they tell of
    std::vector<std::size_t> m_by_publication;
};

}  // namespace

std::vector<SettledDay> settle_days(const std::vector<Account>& accounts, const PairRule& rule) {
    return PairSettler(accounts, rule).run();
}

}  // namespace isnad::graph
