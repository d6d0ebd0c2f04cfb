#include "story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace isnad;
using namespace story;

namespace {

std::vector<std::string> ids(const View& view, const EventInstance& event) {
    std::vector<std::string> out;
    for (const auto& key : view.documents_of(event)) out.push_back(key.text());
    return out;
}

std::vector<std::string> names(const View& view, const EventInstance& event) {
    std::vector<std::string> out;
    for (const auto& played : event.participants) out.push_back(view.actor(played.actor).name_en);
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("a plan, its fulfilment and tellings without a date are one meeting") {
    TemporaryStore store;
    const auto story = moscow_story();
    const auto result = store->add(story);
    CHECK(result.added == 5);
    const auto answer = met(*store, {.name = "John Kerry", .with = "Vladimir Putin"});
    REQUIRE(answer.view.events.size() == 1);
    const auto& event = answer.view.events.front();
    CHECK(event.type == EventType::meeting);
    CHECK(event.when == one_day(day("2016-07-14")));
    CHECK(event.modality == Modality::asserted);
    CHECK(event.certainty == Certainty::exact);
    REQUIRE(event.place);
    CHECK(answer.view.actor(*event.place).name_en == "Moscow");
    CHECK(ids(answer.view, event) == std::vector<std::string>{"000", "004", "002"});
    CHECK(names(answer.view, event) == std::vector<std::string>{"John Kerry", "Vladimir Putin"});
    REQUIRE(event.tellings.size() == 4);
    CHECK(event.tellings.front().modality == Modality::planned);
    CHECK(event.tellings.front().words == "The president receives the secretary today");
    CHECK(event.tellings.front().time->arithmetic == "as given");
    CHECK(event.tellings[1].when == Interval{std::nullopt, day("2016-07-15")});  // keeps its own interval
    CHECK(event.accounts.expect_it == 1);
    CHECK(event.part_of.size() == 1);
}

TEST_CASE("meetings of the same two at other places and days stay apart") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto answer = met(*store, {.name = "John Kerry", .with = "Sergey Lavrov"});
    REQUIRE(answer.view.events.size() == 3);  // the call, Moscow, Laos
    CHECK(answer.view.events[0].type == EventType::call);
    CHECK(answer.view.events[1].when == one_day(day("2016-07-15")));
    CHECK(ids(answer.view, answer.view.events[1]) == std::vector<std::string>{"000", "004", "002"});
    CHECK(answer.view.events[2].when == one_day(day("2016-07-26")));
    CHECK(answer.view.events[2].tellings.size() == 2);
    const auto in_window =
        met(*store, {.name = "Kerry", .with = "Lavrov", .window = {day("2016-07-20"), std::nullopt}});
    CHECK(in_window.view.events.size() == 1);
}

TEST_CASE("what is told without a word of time is of these days") {
    TemporaryStore store;
    const std::vector<Part> two{{Role::agent, kerry}, {Role::agent, lavrov}};
    store->add(std::vector{
        Article("a", "2016-07-15").tell({.parts = two, .from = "2016-07-15", .to = "2016-07-15", .dated = true}).done(),
        Article("b", "2016-07-16")
            .tell({.type = EventType::visit,
                   .parts = {{Role::agent, kerry}},
                   .from = "2016-07-14",
                   .to = "2016-07-15",
                   .dated = true,
                   .place = moscow})
            .done(),
        Article("c", "2016-07-20").tell({.parts = two, .to = "2016-07-20"}).done(),
        Article("d", "2016-07-29").tell({.parts = two, .to = "2016-07-29"}).done(),
        Article("e", "2016-08-05").tell({.parts = two, .to = "2016-08-04", .dated = true}).done()});
    const auto answer = met(*store, {.name = "Kerry", .with = "Lavrov"});
    const auto& view = answer.view;
    REQUIRE(view.events.size() == 1);
    CHECK(answer.undated == 1);                                                   // d is told too late; it is counted
    CHECK(ids(view, view.events[0]) == std::vector<std::string>{"a", "c", "e"});  // e has words of time
    CHECK_FALSE(view.events[0].place);  // that of a visit in which it may have been is no word of its own
}

TEST_CASE("talks on a day, naming nobody, are the encounter of that day in the same document") {
    TemporaryStore store;
    auto story = moscow_story();
    story.push_back(Article("n", "2016-07-16")
                        .tell({.parts = {{Role::agent, kerry}, {Role::host, putin}},
                               .from = "2016-07-14",
                               .to = "2016-07-14",
                               .dated = true})
                        .tell({.parts = {{Role::agent, kerry}, {Role::agent, lavrov}}, .to = "2016-07-16"})
                        .tell({.type = EventType::talks, .from = "2016-07-14", .to = "2016-07-14", .dated = true})
                        .tell({.type = EventType::talks, .to = "2016-07-16"})
                        .done());
    store->add(story);
    CHECK(explain(*store, "n-e2")->events.front().key == explain(*store, "000-e0")->events.front().key);
    CHECK(explain(*store, "n-e3")->events.front().participants.empty());
}

TEST_CASE("an answer as of a day knows only what was published until then") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto answer =
        met(*store,
            {.name = "\u0643\u064A\u0631\u064A", .with = "\u0628\u0648\u062A\u064A\u0646", .as_of = day("2016-07-14")});
    CHECK(answer.name.how == NameMatch::alias);
    REQUIRE(answer.view.events.size() == 1);
    CHECK(answer.view.events.front().modality == Modality::planned);
    CHECK(ids(answer.view, answer.view.events.front()) == std::vector<std::string>{"000"});
    const auto before = met(*store, {.name = "John Kerry", .with = "Vladimir Putin", .as_of = day("2016-07-13")});
    CHECK(before.view.events.empty());
}

TEST_CASE("pairs of people come by the number of their meetings") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto pairs = met_pairs(*store, {});
    REQUIRE(pairs.size() >= 2);
    CHECK(pairs[0].first.name_en == "John Kerry");
    CHECK(pairs[0].second.name_en == "Sergey Lavrov");
    CHECK(pairs[0].meetings == 2);
    CHECK(pairs[0].calls == 1);
    CHECK(pairs[0].last == day("2016-07-26"));
    CHECK(pairs[1].second.name_en == "Vladimir Putin");
    CHECK(met_pairs(*store, {.window = {day("2016-08-01"), std::nullopt}}).empty());
    CHECK(met_pairs(*store, {}, 1).size() == 1);
}

TEST_CASE("a country stands for its officials") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto answer = met(*store, {.name = "Kerry", .with = "Russia"});
    CHECK(answer.view.events.size() == 4);  // the call, Putin, Lavrov twice; the visit names no person as host
}

TEST_CASE("a denial beside the meeting is a part of it, not a second meeting nor its denial") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto view = load_view(*store);
    const auto denied = std::find_if(view.events.begin(), view.events.end(),
                                     [](const auto& e) { return e.modality == Modality::denied; });
    REQUIRE(denied != view.events.end());
    CHECK(denied->topic == "direct military cooperation");
    CHECK(view.actor(denied->tellings.front().sources.front()).name_en == "Kremlin");
    REQUIRE(denied->part_of.size() == 1);
    CHECK(denied->part_of.front().text().starts_with("20160714-meeting-"));
    REQUIRE(view.statements.size() == 1);
    CHECK(view.statements.front().content == "was not on the table");
    CHECK(view.statements.front().about.size() == 1);
}

TEST_CASE("a meeting that only some deny is disputed, sources counted once each") {
    TemporaryStore store;
    const std::vector<Part> parts{{Role::agent, putin}, {Role::agent, kerry}};
    std::vector<Extracted> batch;
    for (const char* id : {"a", "b"})
        batch.push_back(Article(id, "2016-07-15", id)
                            .tell({.parts = parts,
                                   .from = "2016-07-14",
                                   .to = "2016-07-14",
                                   .dated = true,
                                   .place = moscow,
                                   .sources = {usa}})
                            .done());
    batch.push_back(Article("c", "2016-07-16", "c")
                        .tell({.parts = parts,
                               .from = "2016-07-14",
                               .to = "2016-07-14",
                               .dated = true,
                               .modality = Modality::denied,
                               .sources = {kremlin}})
                        .done());
    store->add(batch);
    const auto view = load_view(*store);
    REQUIRE(view.events.size() == 1);
    CHECK(view.events.front().disputed);
    CHECK(view.events.front().accounts.assert_it == 1);  // two outlets, one source
    CHECK(view.events.front().accounts.deny_it == 1);
    CHECK(view.events.front().independent_sources == 2);
}

TEST_CASE("a text that two outlets print is one account, and a denial in a statement counts") {
    TemporaryStore store;
    const std::vector<Part> parts{{Role::agent, putin}, {Role::agent, kerry}};
    const auto print = [&](const char* id, const char* outlet, const char* words) {
        return Article(id, "2016-07-15", outlet)
            .tell({.parts = parts, .from = "2016-07-14", .to = "2016-07-14", .dated = true, .words = words})
            .done();
    };
    store->add(std::vector{print("a", "A", "They met"), print("b", "B", "They met"), print("c", "B", "They met there"),
                           print("d", "C", "They met again")});
    CHECK(load_view(*store).events.front().independent_sources == 2);  // A and B by their common text, C
    auto denying = Article("e", "2016-07-16", "C")
                       .tell({.parts = parts, .from = "2016-07-14", .to = "2016-07-14", .dated = true})
                       .say(kremlin, "It was not so", Stance::denies)
                       .done();
    store->add({&denying, 1});
    const auto view = load_view(*store);
    REQUIRE(view.events.size() == 1);
    CHECK(view.events.front().accounts.deny_it == 1);
    CHECK(view.events.front().disputed);
    CHECK(view.events.front().modality == Modality::asserted);
}

TEST_CASE("names are found in both scripts, and near ones are offered") {
    TemporaryStore store;
    store->add(moscow_story());
    CHECK(find_actor(*store, "JOHN KERRY").how == NameMatch::exact);
    CHECK(find_actor(*store, "person/john_kerry").actor->name_en == "John Kerry");
    CHECK(find_actor(*store, "lavrov").how == NameMatch::words);
    const auto missed = find_actor(*store, "Jon Kery");
    CHECK(missed.how == NameMatch::none);
    CHECK(missed.suggestions == std::vector<std::string>{"John Kerry"});
    CHECK(find_actor(*store, "").how == NameMatch::none);
    CHECK(met(*store,
              {
                  .name = "Nobody Here",
              })
              .view.events.empty());
}

TEST_CASE("explain takes an event's key, a beginning of it, or a telling's id") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto by_telling = explain(*store, "000-e0");
    REQUIRE(by_telling);
    const auto key = by_telling->events.front().key.text();
    CHECK(explain(*store, key)->events.front().key.text() == key);
    CHECK(explain(*store, key.substr(0, key.size() - 3)));
    CHECK_FALSE(explain(*store, "2016"));
    CHECK_FALSE(explain(*store, "no such event"));
}

TEST_CASE("who and find") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto kremlin_says = who(*store, "Kremlin");
    CHECK(kremlin_says.view.statements.size() == 1);
    CHECK(who(*store, "kerry").namings.front().text == "\u0643\u064A\u0631\u064A");
    const auto found = find(*store, {.words = "frank TALKS", .limit = 5});
    REQUIRE(found.size() == 1);
    CHECK(found.front().document.id.text() == "004");
    CHECK(found.front().hit.of(found.front().passage) == "frank");
    CHECK(find(*store, {.words = "\"talks frank\"", .limit = 5}).empty());
    CHECK(find(*store, {.words = "\" * -", .limit = 5}).empty());
}

TEST_CASE("a sentence printed twice tells one event, whatever was read of its second printing") {
    TemporaryStore store;
    Article a("p1", "2016-07-20");
    const char* words = "The two sides spoke at length about opening the northern road before winter";
    a.tell({.type = EventType::demand, .parts = {{Role::agent, kerry}}, .words = words});
    a.tell({.type = EventType::demand, .parts = {{Role::agent, lavrov}}, .words = "They asked for help"});
    a.tell({.type = EventType::demand, .parts = {{Role::agent, lavrov}}, .words = words});
    store->add({&a.done(), 1});
    const auto view = load_view(*store);
    REQUIRE(view.events.size() == 2);
    const auto& twice = view.events[0].tellings.size() == 2 ? view.events[0] : view.events[1];
    REQUIRE(twice.tellings.size() == 2);
    REQUIRE(twice.participants.size() == 2);
    CHECK(store->check().empty());
}

TEST_CASE("a proposal without a topic is known by the words of its sentence") {
    TemporaryStore store;
    Article a("q1", "2016-07-20");
    a.tell({.type = EventType::proposal,
            .parts = {{Role::agent, usa}},
            .words = "A draft on sharing radar pictures of the northern border region was sent"});
    Article b("q2", "2016-07-24");
    b.tell({.type = EventType::proposal,
            .parts = {{Role::agent, usa}},
            .modality = Modality::possible,
            .words = "Washington may publish the draft on radar pictures from that border region"});
    Article c("q3", "2016-07-24");
    c.tell({.type = EventType::proposal,
            .parts = {{Role::agent, usa}},
            .words = "Washington offers money for schools in the northern towns"});
    store->add(std::vector{a.done(), b.done(), c.done()});
    const auto view = load_view(*store);
    REQUIRE(view.events.size() == 2);
    CHECK((view.events[0].tellings.size() == 2 || view.events[1].tellings.size() == 2));
}

TEST_CASE("the truce, without a date, is the one known; of two nobody knows which") {
    const auto truce = [](const char* id, const char* published, const char* day) {
        Article article(id, published);
        article.tell({.type = EventType::truce,
                      .from = day,
                      .to = day != nullptr ? day : published,
                      .dated = day != nullptr,
                      .words = day != nullptr ? "Guns fell silent that morning" : "The truce holds for now"});
        return article.done();
    };
    TemporaryStore store;
    const auto first = truce("t1", "2016-03-01", "2016-02-27");
    const auto later = truce("t2", "2016-05-29", nullptr);
    store->add(std::vector{first, later});
    REQUIRE(load_view(*store).events.size() == 1);
    const auto second = truce("t3", "2016-05-10", "2016-05-09");
    store->add({&second, 1});
    CHECK(load_view(*store).events.size() == 3);
}

TEST_CASE("talks of three, however dated, are both meetings and bring nobody to either") {
    for (const auto& [from, dated] :
         {std::pair("2016-07-11", true), std::pair(static_cast<const char*>(nullptr), false)}) {
        TemporaryStore store;
        Article a("v1", "2016-07-14T18:00:00+03:00");
        a.tell({.parts = {{Role::host, putin}, {Role::agent, kerry}},
                .from = "2016-07-14",
                .to = "2016-07-14",
                .dated = true,
                .place = moscow,
                .modality = Modality::planned});
        a.tell({.type = EventType::talks,
                .parts = {{Role::agent, kerry}, {Role::agent, lavrov}},
                .from = "2016-07-15",
                .to = "2016-07-15",
                .dated = true,
                .modality = Modality::planned});
        Article b("v2", "2016-07-20");
        b.tell({.type = EventType::talks,
                .parts = {{Role::agent, kerry}, {Role::patient, putin}, {Role::patient, lavrov}},
                .from = from,
                .to = dated ? "2016-07-17" : "2016-07-20",
                .dated = dated,
                .words = "Talks that he held with the president and the minister"});
        store->add(std::vector{a.done(), b.done()});
        for (const auto* other : {&putin, &lavrov}) {
            const auto view = met(*store, {.name = kerry.name_en, .with = other->name_en, .min_support = 0}).view;
            REQUIRE(view.events.size() == 1);
            CHECK(view.events[0].participants.size() == 2);
            CHECK(view.documents_of(view.events[0]).size() == 2);
        }
    }
}

TEST_CASE("what is only possible is left out of who met whom, and counted") {
    TemporaryStore store;
    Article a("m1", "2016-07-20");
    a.tell({.parts = {{Role::agent, kerry}, {Role::agent, lavrov}},
            .from = "2016-08-01",
            .to = "2016-08-31",
            .dated = true,
            .modality = Modality::possible});
    store->add({&a.done(), 1});
    const auto answer = met(*store, {.name = kerry.name_en});
    CHECK(answer.view.events.empty());
    CHECK(answer.possible == 1);
    CHECK(met(*store, {.name = kerry.name_en, .possible = true}).view.events.size() == 1);
}
