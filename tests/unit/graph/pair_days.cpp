// On which day two met, by all that outlets tell of them: evidence decides.

#include "fusion/pair_days.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace isnad;
using namespace isnad::graph;

namespace {

Day day(const char* text) { return *parse_day(text); }

/// "outlet/number" that is published on a day and names one, or none.
Account account(const char* document, const char* published, const char* named = nullptr) {
    Account out;
    out.document = document;
    out.outlet = out.document.substr(0, out.document.find('/'));
    out.published = day(published);
    out.told_by = ToldBy::verb;
    if (named != nullptr) {
        out.when = {day(named), day(named)};
        out.basis = DayBasis::stated;
    } else {
        out.when = {std::nullopt, out.published};
    }
    return out;
}

Account planned(Account account) {
    account.modality = Modality::planned;
    account.told_by = ToldBy::noun;
    if (account.basis == DayBasis::none) account.when = {account.published, std::nullopt};
    return account;
}

Account news(const char* document, const char* published) {
    auto out = account(document, published);
    out.basis = DayBasis::news;
    out.when = {out.published - date::days{1}, out.published};
    return out;
}

std::vector<std::string> days(const std::vector<SettledDay>& settled) {
    std::vector<std::string> out;
    for (const auto& s : settled) out.push_back(s.day ? to_string(*s.day) : "open");
    return out;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("several outlets that name a day settle it, and one that names another is a variant of it") {
    const auto settled =
        settle_days({account("a/1", "2018-07-17", "2018-07-16"), account("b/1", "2018-07-17", "2018-07-16"),
                     account("c/1", "2018-07-18", "2018-07-16"), account("d/1", "2018-07-21", "2018-07-20")});
    CHECK(days(settled) == Days{"2018-07-16", "2018-07-16", "2018-07-16", "2018-07-16"});
    CHECK(settled[0].support >= 80);
}

TEST_CASE("two days of equal weight are two meetings") {
    CHECK(days(settle_days({account("a/1", "2018-07-12", "2018-07-11"), account("b/1", "2018-07-17", "2018-07-16")})) ==
          Days{"2018-07-11", "2018-07-16"});
}

TEST_CASE("a lesser day nearby is another meeting when two outlets have it in another town") {
    std::vector<Account> accounts;
    for (const char* document : {"a/1", "b/1", "c/1", "d/1", "e/1", "f/1"})
        accounts.push_back(account(document, "2018-07-17", "2018-07-16"));
    for (auto& a : accounts) a.town = "place/helsinki";
    for (const char* document : {"g/1", "h/1"}) accounts.push_back(account(document, "2018-07-10", "2018-07-09"));
    CHECK(settle_days(accounts).back().day == day("2018-07-16"));
    accounts[6].town = accounts[7].town = "place/geneva";
    CHECK(settle_days(accounts).back().day == day("2018-07-09"));
}

TEST_CASE("an account without a day means the latest meeting before it; a plan the next one") {
    const auto settled = settle_days({account("a/1", "2018-05-10", "2018-05-09"), account("a/2", "2018-05-12"),
                                      planned(account("b/1", "2018-05-02")), account("c/1", "2018-08-01")});
    CHECK(days(settled) == Days{"2018-05-09", "2018-05-09", "2018-05-09", "open"});
}

TEST_CASE("fresh news opens an encounter of its own, with little support, when nobody names a day") {
    const auto settled =
        settle_days({news("a/1", "2018-06-19"), news("b/1", "2018-06-20"), account("c/1", "2018-07-01")});
    CHECK(days(settled) == Days{"2018-06-19", "2018-06-19", "open"});
    CHECK(settle_days({news("a/1", "2018-06-19")}).front().support < 50);
}

TEST_CASE("who still expects it in the days after speaks against its having been") {
    const auto alone = settle_days({account("a/1", "2018-04-10", "2018-04-09")}).front().support;
    const auto doubted = settle_days({account("a/1", "2018-04-10", "2018-04-09"), planned(account("b/1", "2018-04-11")),
                                      planned(account("c/1", "2018-04-12"))})
                             .front()
                             .support;
    CHECK(alone >= 50);
    CHECK(doubted < 30);
}

TEST_CASE("texts of one outlet, and copies of one text, weigh less than outlets of their own") {
    const auto one =
        settle_days({account("a/1", "2018-04-10", "2018-04-09"), account("a/2", "2018-04-10", "2018-04-09")});
    const auto two =
        settle_days({account("a/1", "2018-04-10", "2018-04-09"), account("b/1", "2018-04-10", "2018-04-09")});
    CHECK(one.front().support < two.front().support);
}

TEST_CASE("a plan for a day and a report of it are one meeting; the plan alone is weak") {
    const auto plan = planned(account("a/1", "2018-07-12", "2018-07-16"));
    CHECK(settle_days({plan}).front().support < 40);
    const auto both = settle_days({plan, account("b/1", "2018-07-17", "2018-07-16")});
    CHECK(days(both) == Days{"2018-07-16", "2018-07-16"});
}

TEST_CASE("the order in which accounts stand decides nothing") {
    std::vector<Account> accounts{account("a/1", "2018-07-17", "2018-07-16"),
                                  account("b/1", "2018-07-10", "2018-07-09"), news("c/1", "2018-06-19"),
                                  planned(account("d/1", "2018-07-01")), account("e/1", "2018-07-18")};
    const auto before = settle_days(accounts);
    std::reverse(accounts.begin(), accounts.end());
    auto after = settle_days(accounts);
    std::reverse(after.begin(), after.end());
    CHECK(before == after);
}
