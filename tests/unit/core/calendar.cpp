#include "isnad/core/calendar.hpp"

#include <catch2/catch.hpp>

using namespace isnad;
using namespace date::literals;

TEST_CASE("a day is read only when it exists") {
    CHECK(parse_day("2016-02-29") == Day{2016_y / 2 / 29});
    CHECK(parse_day("0001-01-01") == Day{1_y / 1 / 1});
    for (const char* bad :
         {"2015-02-29", "2016-13-01", "2016-00-10", "2016-1-1", "2016-02-30", "", "2016-07-14x", "-016-07-14"})
        CHECK_FALSE(parse_day(bad));
}

TEST_CASE("publication times keep the outlet's offset and write back the same") {
    for (const char* text : {"2016-07-14", "2016-07-14T18:00:00+03:00", "2016-07-14T18:00:00Z", "2016-07-14T18:00:00",
                             "2016-07-14T18:00:00-04:30"})
        CHECK(to_string(parse_publication_time(text).value()) == text);
    CHECK(to_string(parse_publication_time("2016-07-14 18:00").value()) == "2016-07-14T18:00:00");
    CHECK(to_string(parse_publication_time("2016-07-14T18:00:00.25+0300").value()) == "2016-07-14T18:00:00+03:00");
    for (const char* bad : {"2016-07-14T24:00:00", "2016-07-14T18:60", "2016-02-31T10:00:00Z", "2016-07-14T18",
                            "yesterday", "2016-07-14T18:00:00+25:00", "2016-07-14T18:00:00 "})
        CHECK_FALSE(parse_publication_time(bad));
}

TEST_CASE("ISO weeks begin on Monday and belong to the year of their Thursday") {
    CHECK(iso_week(Day{2016_y / 7 / 20}) == "2016-W29");
    CHECK(iso_week(Day{2016_y / 1 / 3}) == "2015-W53");
    CHECK(iso_week(Day{2018_y / 12 / 31}) == "2019-W01");
    CHECK(iso_week_start(Day{2016_y / 7 / 17}) == Day{2016_y / 7 / 11});
}

TEST_CASE("open ends overlap everything on their side") {
    const Day a{2016_y / 7 / 14};
    CHECK(may_overlap(one_day(a), {std::nullopt, a}));
    CHECK(may_overlap({a, std::nullopt}, {std::nullopt, std::nullopt}));
    CHECK_FALSE(may_overlap(one_day(a), {a + date::days{1}, std::nullopt}));
}
