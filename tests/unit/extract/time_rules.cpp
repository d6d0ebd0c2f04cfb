// Runs every example of the rule files: what a rule must find, must not find, and traps that must be sprung.

#include "isnad/extract/time.hpp"
#include "time/grammar.hpp"
#include "time/matcher.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>

using namespace isnad;
using timing::Example;

namespace {

const TimeGrammar& grammar() {
    static const TimeGrammar built_in{embedded_lexicon()};
    return built_in;
}

std::string where(const Example& e) {
    return e.place.file->origin + ":" + std::to_string(e.place.line) + ": " + e.phrase;
}

/// A trap leaves no expression behind: whether one was sprung is asked of the matcher.
bool sprung(const timing::Rule& rule, const TokenizedText& text) {
    const auto& parts = grammar().parts();
    std::vector<std::uint32_t> words;
    for (const auto& token : text.tokens) words.push_back(parts.words.find(text.text(token)));
    timing::Matcher matcher(text, parts, words);
    const auto index = static_cast<std::uint16_t>(&rule - parts.rules.data());
    timing::Match match;
    for (std::uint32_t token = 0; token < words.size(); ++token)
        for (const auto& program : rule.programs)
            if (matcher.match({program.data(), index}, token, match)) return true;
    return false;
}

}  // namespace

TEST_CASE("every example of every time rule holds") {
    for (const auto& rule : grammar().parts().rules) {
        for (const auto& example : rule.examples) {
            const auto text = tokenize(example.phrase);
            const auto found = tag_times(text, grammar(), example.published);
            const auto own = std::find_if(found.begin(), found.end(), [&](const auto& t) {
                return t.rule == rule.id && (example.kind == Example::Kind::no || t.value == example.value);
            });
            INFO(where(example));
            for (const auto& t : found) UNSCOPED_INFO("found " << explain(t));
            switch (example.kind) {
                case Example::Kind::yes:
                    REQUIRE(own != found.end());
                    CHECK(own->interval == example.interval);
                    break;
                case Example::Kind::no: CHECK(own == found.end()); break;
                case Example::Kind::silent:
                    CHECK(found.empty());
                    CHECK(sprung(rule, text));
                    break;
            }
        }
    }
}

TEST_CASE("every family of time rules has three examples of each kind") {
    std::map<std::string, std::pair<int, int>> families;
    for (const auto& rule : grammar().parts().rules)
        for (const auto& example : rule.examples)
            ++(example.kind == Example::Kind::yes ? families[std::string(rule.family())].first
                                                  : families[std::string(rule.family())].second);
    for (const auto& [family, counts] : families) {
        INFO(family);
        if (!family.ends_with("trap")) CHECK(counts.first >= 3);
        CHECK(counts.second >= 3);
    }
}

namespace {

LexiconFiles with(const char* name, const char* text) {
    auto files = embedded_lexicon();
    files.push_back({name, text, name});
    return files;
}

/// The first complaint about a lexicon with one file more.
std::string complaint(const char* name, const char* text) {
    try {
        const TimeGrammar broken(with(name, text));
    } catch (const InputError& error) {
        return to_string(error.diagnostics().front());
    }
    return "none";
}

}  // namespace

TEST_CASE("a wrong line of the time lexicon is told with its place") {
    CHECK(complaint("en/time/x.tsv", "weekday\tMonday\n") ==
          "en/time/x.tsv:1:15: error: found 2 fields parted by tabs, expected 3 to 4");
    CHECK(complaint("en/time/x.tsv", "# a comment\nweekday\tMoonday\tmoonday\n") ==
          "en/time/x.tsv:2:9: error: found \"Moonday\", expected a number or a known name");
    CHECK(complaint("en/time/x.tsv", "weekday\t1\tx|y|x\n") ==
          "en/time/x.tsv:1:15: error: \"x\" is already a weekday in line 1");
    CHECK(complaint("en/time/x.txt", "rule a.b\n  match nothing\n")
              .starts_with("en/time/x.txt:2:9: error: found \"nothing\", expected a class"));
    CHECK(complaint("en/time/x.txt", "rule a.b\n  match weekday ( month\n")
              .starts_with("en/time/x.txt:2:24: error: found the end of the line"));
    CHECK(complaint("en/time/x.txt", "rule a.b\n  make nonsense\n")
              .starts_with("en/time/x.txt:2:8: error: found \"nonsense\", expected a production"));
    CHECK(complaint("en/time/x.txt", "rule nofamily\n")
              .starts_with("en/time/x.txt:1:6: error: found \"nofamily\", expected FAMILY.NAME"));
    CHECK(complaint("en/time/x.txt", "rule a.b\n  match weekday:weekday\n  make point\n") ==
          "en/time/x.txt:1:6: error: no example reaches the rule");
    CHECK(complaint("en/time/x.txt",
                    "rule a.b\n  match weekday:weekday\n  make point\n  yes monday | yesterday | 2016 | -\n")
              .starts_with("en/time/x.txt:4:16: error: found \"yesterday\", expected a publication date"));
    CHECK(complaint("en/time/x.txt", "macro X X\n")
              .starts_with("en/time/x.txt:1:9: error: found \"X\", expected a macro defined above"));
    CHECK(complaint("en/time/x.txt", "rule a.b\n  match any month\n").find("can begin with any word") !=
          std::string::npos);
    CHECK(complaint("en/time/x.txt", "rule a.b\n  match 'in' [ month | weekday ]\n").find("must stand on every way") !=
          std::string::npos);
}

TEST_CASE("a word more is a line more") {
    const TimeGrammar grammar(with("en/time/more.tsv", "weekday\tThursday\tthorsday\n"));
    const auto published = parse_publication_time("2016-07-15").value();
    const std::string phrase = "They met on Thorsday.";
    const auto found = tag_times(tokenize(phrase), grammar, published);
    REQUIRE(found.size() == 1);
    CHECK(found.front().value == "2016-07-14");
    CHECK(explain(found.front()).starts_with("DATE 2016-07-14 [2016-07-14, 2016-07-14]; exact; rule en_day.weekday"));
}

TEST_CASE("a weekday whose week its clause leaves open says so") {
    const auto published = parse_publication_time("2016-07-15").value();  // a Friday
    const auto only = [&](const char* text) {
        const auto found = tag_times(tokenize(text), grammar(), published);
        REQUIRE(found.size() == 1);
        return found.front();
    };
    CHECK(only("They met on Tuesday in the capital.").certainty == Certainty::exact);
    CHECK(only("The committee will meet on Tuesday.").certainty == Certainty::exact);
    CHECK(only("A meeting in the capital Tuesday.").certainty == Certainty::approximate);
    CHECK(only("A meeting in the capital Friday.").certainty == Certainty::exact);
    const auto tomorrow = only("A meeting in the capital Saturday.");
    CHECK(tomorrow.value == "2016-07-16");
    CHECK(tomorrow.certainty == Certainty::approximate);
}

TEST_CASE("options: week start, direction, calendar, zones") {
    const auto published = parse_publication_time("2016-05-29T12:00:00+03:00").value();
    const auto value = [&](const std::string& phrase, const TimeOptions& options) {
        const auto found = tag_times(tokenize(phrase), grammar(), published, options);
        return found.empty() ? std::string("nothing") : found.front().value;
    };
    TimeOptions options;
    CHECK(value("last week", options) == "2016-W20");
    CHECK(value("Tuesday", options) == "2016-05-24");
    CHECK(value("at 9:00 am GMT", options) == "2016-05-29T12:00");
    CHECK(value("on 10/9/2016", options) == "2016-09-10");
    options.week_start = date::Sunday;
    CHECK(value("last week", options) == "2016-05-22/2016-05-28");
    options.direction = TimeDirection::future;
    CHECK(value("Tuesday", options) == "2016-05-31");
    CHECK(value("Sunday", options) == "2016-06-05");
    options.direction = TimeDirection::past;
    CHECK(value("They will meet on Sunday", options) == "2016-05-29");
    options.convert_zones = false;
    CHECK(value("at 9:00 am GMT", options) == "2016-05-29T09:00Z");
    options.calendar = TimeCalendar::hijri;
    CHECK(value("10/9/1437", options) == "2016-06-15");
}

TEST_CASE("nothing is found in spans to skip") {
    const std::string raw = "Monday. Tuesday 3 May 2016. Friday.";
    const auto published = parse_publication_time("2016-05-29").value();
    const std::vector<Span> skip{{8, 27}};
    const auto found = tag_times(tokenize(raw), grammar(), published, {}, skip);
    REQUIRE(found.size() == 2);
    CHECK(found[0].span.of(raw) == "Monday");
    CHECK(found[1].span.of(raw) == "Friday");
}

TEST_CASE("years from 1 to 9999, and none beyond") {
    const auto published = parse_publication_time("2016-05-29").value();
    const auto value = [&](const std::string& phrase) {
        const auto found = tag_times(tokenize(phrase), grammar(), published);
        return found.empty() ? std::string("nothing") : found.front().value;
    };
    CHECK(value("9999-12-31") == "9999-12-31");
    CHECK(value("1000-01-01") == "1000-01-01");
    CHECK(value("900000 years ago") == "PAST_REF");  // too far to count
    CHECK(value("3000 years ago") == "P3000Y");      // a length: there is no such year
    CHECK(value("2000 years ago") == "0016");
}

TEST_CASE("a form of several words that the text's end cuts short is no match") {
    const auto published = parse_publication_time("2016-05-29").value();
    for (const std::string raw : {"the\nday", "the\nday\n", "the day\nbefore", "the day before\nyesterday"}) {
        const auto found = tag_times(tokenize(raw), grammar(), published);
        CHECK(found.size() == (raw.ends_with("yesterday") ? 1 : 0));
    }
}
