// Tellings that differ in date, wording or what they name, and tell of one event all the same.

#include "story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace isnad;
using namespace story;

namespace {

/// How many tellings the events of a store have, fewest first.
std::vector<std::size_t> tellings(const Store& store) {
    std::vector<std::size_t> out;
    for (const auto& event : load_view(store).events) out.push_back(event.tellings.size());
    std::sort(out.begin(), out.end());
    return out;
}

Extracted offer(const char* id, const char* published, const char* from, const char* words, bool dated = false) {
    Article article(id, published);
    article.tell({.type = EventType::proposal,
                  .parts = {{Role::agent, usa}},
                  .from = from,
                  .to = published,
                  .dated = dated,
                  .words = words});
    return article.done();
}

}  // namespace

TEST_CASE("a proposal is known by what is proposed, whenever it is spoken of") {
    const auto first =
        offer("p1", "2016-07-14", "2016-07-13",
              "Plan of joint naval patrols against smugglers, as told to reporters over breakfast today");
    const auto later =
        offer("p2", "2016-07-27", "2016-07-26",
              "Plan of larger naval patrols, which the cabinet wants to see before summer holidays begin");
    const auto other = offer("p3", "2016-07-27", "2016-07-26",
                             "Plan of cheaper school books, which pupils of every northern town have long waited for");
    const auto dated =
        offer("p4", "2016-07-27", "2016-07-20",
              "Plan of new naval patrols, drawn up after this week of storms and sent out at once", true);
    TemporaryStore store;
    store->add(std::vector{first, later});
    CHECK(tellings(*store) == std::vector<std::size_t>{2});
    store->add({&other, 1});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 2});
    TemporaryStore two_plans;
    two_plans->add(std::vector{first, dated});  // begun after the first was published
    CHECK(tellings(*two_plans) == std::vector<std::size_t>{1, 1});
}
