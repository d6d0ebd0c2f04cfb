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

TEST_CASE("an earlier meeting is not the one that its document tells of") {
    const auto meeting = [](const char* words, bool earlier) {
        return Told{.parts = {{Role::agent, kerry}, {Role::agent, lavrov}},
                    .to = "2016-07-27",
                    .earlier = earlier,
                    .words = words};
    };
    Article later("m2", "2016-07-27");
    later.tell(meeting("They met beside a conference of other states", false));
    later.tell(meeting("This came less than a month after a former one", true));
    TemporaryStore alone;
    alone->add({&later.done(), 1});
    CHECK(tellings(*alone) == std::vector<std::size_t>{1, 1});

    Article first("m1", "2016-07-15");
    first.tell({.parts = {{Role::agent, kerry}, {Role::agent, lavrov}},
                .from = "2016-07-15",
                .to = "2016-07-15",
                .dated = true,
                .words = "They met in the capital on Friday"});
    alone->add({&first.done(), 1});
    CHECK(tellings(*alone) == std::vector<std::size_t>{1, 2});
    CHECK(alone->check().empty());
}

TEST_CASE("agreements that made one truce are one, and not the truce") {
    const auto article = [](const char* id, const char* published, const char* from, const char* to, const Who& who) {
        Article out(id, published);
        out.tell({.type = EventType::agreement,
                  .parts = {{Role::agent, who}},
                  .to = published,
                  .topic = "lull of the guns",
                  .words = "Both sides reached it after long nights"});
        out.tell({.type = EventType::truce,
                  .from = from,
                  .to = to,
                  .dated = true,
                  .place = syria,
                  .words = "Lull in all the country, at last"});
        return out.done();
    };
    TemporaryStore store;
    store->add(std::vector{article("a1", "2016-05-29", "2016-02-27", "2016-02-27", russia),
                           article("a2", "2016-07-15", "2016-02-01", "2016-02-29", russia)});
    CHECK(tellings(*store) == std::vector<std::size_t>{2, 2});
    const auto another = article("a3", "2017-01-10", "2016-12-30", "2016-12-30", russia);
    store->add({&another, 1});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 1, 2, 2});
    const auto others = article("a4", "2016-05-29", "2016-02-27", "2016-02-27", laos);
    store->add({&others, 1});  // the same truce, but others agreed on it
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 1, 1, 2, 3});
}

TEST_CASE("agreements of one day need more than the day in common") {
    const auto agreed = [](const char* id, const char* words, std::optional<Who> who) {
        Article out(id, "2016-07-22");
        out.tell({.type = EventType::agreement,
                  .parts = who ? std::vector<Part>{{Role::agent, *who}} : std::vector<Part>{},
                  .from = "2016-07-21",
                  .to = "2016-07-21",
                  .dated = true,
                  .words = words});
        return out.done();
    };
    TemporaryStore store;
    store->add(std::vector{agreed("c1", "They settled how much gas flows through the pipeline", std::nullopt),
                           agreed("c2", "Air base opened to foreign squadrons", std::nullopt)});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 1});
    store->add(std::vector{agreed("c3", "Word came that foreign squadrons may land at that base", std::nullopt)});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("the truce of a town is not that of its country") {
    const auto truce = [](const char* id, const char* published, const char* day, const Who& where) {
        Article out(id, published);
        out.tell({.type = EventType::truce,
                  .from = day,
                  .to = day != nullptr ? day : published,
                  .dated = day != nullptr,
                  .place = where,
                  .words = "Guns were silent"});
        return out.done();
    };
    const Who town{"place/town", NodeType::place, "Town", "", "SYR"};
    TemporaryStore store;
    store->add(std::vector{truce("w1", "2016-03-01", "2016-02-27", syria), truce("w2", "2016-09-07", nullptr, town)});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 1});
    const auto same = truce("w3", "2016-09-08", nullptr, syria);
    store->add({&same, 1});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("truces of which neither day nor place is told are not one for being truces") {
    const auto truce = [](const char* id, const char* words) {
        Article out(id, "2016-07-22");
        out.tell({.type = EventType::truce, .to = "2016-07-22", .words = words});
        return out.done();
    };
    TemporaryStore store;
    store->add(std::vector{truce("v1", "Lull announced with help from river fishermen"),
                           truce("v2", "Lull announced between two factions at dawn")});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 1});
    const auto same = truce("v3", "Lull which river fishermen help to keep");
    store->add({&same, 1});
    CHECK(tellings(*store) == std::vector<std::size_t>{1, 2});
}
