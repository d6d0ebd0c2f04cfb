#include "briefing/importance.hpp"
#include "latin_names.hpp"

#include "sample_view.hpp"

#include <catch2/catch.hpp>

using namespace isnad::testing;  // the makers of views

TEST_CASE("every doubling of sources adds one, of outlets a half") {
    CHECK(isnad::support_weight({1, 1}) == Approx(1));
    CHECK(isnad::support_weight({4, 1}) == Approx(3));
    CHECK(isnad::support_weight({4, 4}) == Approx(4));
}

TEST_CASE("the news of an article weighs one, a passing mention a tenth") {
    CHECK(isnad::news_weight(0, false) == Approx(0.1));
    CHECK(isnad::news_weight(0, true) == Approx(0.35));
    CHECK(isnad::news_weight(1, true) == Approx(1));
    CHECK(isnad::news_weight({}, false) == Approx(0.35));  // without a title
}

TEST_CASE("every kind of event has its weight") {
    for (const isnad::EventTypeInfo& type : isnad::event_types()) CHECK(isnad::kind_weight(type.type) > 0);
    CHECK(isnad::kind_weight(isnad::EventType::meeting) > isnad::kind_weight(isnad::EventType::criticism));
}

TEST_CASE("a telling that was published before its event can have happened is no news of it; a recollection is less") {
    isnad::View view = meeting_view("x");
    const isnad::TitleMatch titles(view);
    const isnad::EventInstance& event = view.events[0];
    isnad::Telling early = telling("d1-e9", 0, isnad::Modality::asserted, "x");
    CHECK(isnad::telling_news(view, titles, event, early) == 0);
    const double fresh = isnad::telling_news(view, titles, event, event.tellings[1]);
    view.documents[1].published.day = day("2016-09-01");
    CHECK(isnad::telling_news(view, titles, event, event.tellings[1]) == Approx(0.4 * fresh));
}

TEST_CASE("more sources, better known people and the title's own words make an event more important") {
    isnad::View view = meeting_view("");
    isnad::EventInstance other = view.events[0];
    other.key = isnad::EventKey("20160714-meeting-00000002");
    other.tellings.pop_back();
    other.tellings.push_back(telling("d1-e3", 1, isnad::Modality::asserted, "the road"));
    view.events.push_back(other);
    view.events[1].tellings.erase(view.events[1].tellings.begin());
    const isnad::Importance importance(view);
    using Events = std::vector<const isnad::EventInstance*>;
    CHECK(importance.of(Events{&view.events[0], &view.events[1]}) > importance.of(Events{&view.events[1]}));
}

TEST_CASE("names without an English form are written in Latin letters, with vowels") {
    CHECK(isnad::latin_person("\u0622\u0646\u062F\u0631\u0648 \u0628\u0631\u0627\u0646\u0633\u0648\u0646")
              .find_first_of("aeiouAEIOU") != std::string::npos);
    CHECK_FALSE(isnad::has_arabic(isnad::latin_person("\u0643\u0648\u062A\u0633 \u0643\u0648\u0631\u0643\u0631")));
    CHECK(
        isnad::latin_body("\u0627\u0644\u0634\u0631\u0637\u0629 \u0627\u0644\u0625\u0633\u0631\u0627\u0626\u064A\u0644"
                          "\u064A\u0629") == "Israeli Police");
    CHECK(isnad::latin_body("Reuters") == "Reuters");
    CHECK(isnad::translates("\u0636\u0627\u0628\u0637") == false);
}

TEST_CASE("a meeting for which little speaks weighs less, and below two fifths it is not told") {
    isnad::EventInstance event = meeting_view("x").events[0];
    event.support = 100;
    CHECK(isnad::sureness(event) == Approx(1));
    CHECK_FALSE(isnad::too_unsure(event));
    event.support = 39;
    CHECK(isnad::sureness(event) == Approx(0.573));
    CHECK(isnad::too_unsure(event));
    event.modality = isnad::Modality::planned;
    CHECK_FALSE(isnad::too_unsure(event));
}
