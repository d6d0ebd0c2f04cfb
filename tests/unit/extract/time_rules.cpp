// Runs every example of the rule files: what a rule must find, must not find, and traps that must be sprung.

#include "isnad/extract/time.hpp"
#include "time/grammar.hpp"

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
                case Example::Kind::silent: CHECK(found.empty()); break;
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
        if (family != "trap") CHECK(counts.first >= 3);
        CHECK(counts.second >= 3);
    }
}
