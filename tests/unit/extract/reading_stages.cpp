// How a sentence is read, stage by stage: what each makes of sentences in the tables beside this file. A sentence that
// is read wrongly names its stage here.

#include "staged_reading.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace isnad;
using namespace isnad::staged;

TEST_CASE("a sentence is a tree of clauses, and each has who acts in it") {
    for (const auto& row : fixture("clauses.tsv", 3)) {
        INFO(row[0] << ": " << row[1]);
        CHECK(clauses(read(row[1])) == row[2]);
    }
}

TEST_CASE("the small words around a verb or event noun say whether it is fact") {
    for (const auto& row : fixture("operators.tsv", 3)) {
        INFO(row[0] << ": " << row[1]);
        CHECK(operation(read(row[1])) == row[2]);
    }
}

TEST_CASE("what is told has those who tell it, the outermost first") {
    for (const auto& row : fixture("sources.tsv", 3)) {
        INFO(row[0] << ": " << row[1]);
        CHECK(told_by(read(row[1])) == row[2]);
    }
}

TEST_CASE("an event has those who take part, each by its words") {
    for (const auto& row : fixture("parties.tsv", 3)) {
        INFO(row[0] << ": " << row[1]);
        CHECK(parties(read(row[1])) == row[2]);
    }
}

TEST_CASE("an event has its day, and where the day is from") {
    for (const auto& row : fixture("days.tsv", 3)) {
        INFO(row[0] << ": " << row[1]);
        CHECK(day(read(row[1])) == row[2]);
    }
}

TEST_CASE("reading is pure: nobody is added twice, however often a place is looked at") {
    for (const auto& row : fixture("named_once.tsv", 2)) {
        INFO(row[0]);
        const auto reading = read(row[0]);
        std::vector<std::string> names;
        for (const auto& n : reading.extraction.nodes) names.push_back(n.key);
        std::sort(names.begin(), names.end());
        CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
        std::vector<Span> places;
        for (const auto& m : reading.extraction.mentions) places.push_back(m.span);
        for (const auto& a : places)
            CHECK(std::count_if(places.begin(), places.end(), [&](const Span& b) { return a.overlaps(b); }) == 1);
        CHECK(std::to_string(names.size()) == row[1]);
    }
}

TEST_CASE("a trace changes nothing of what is read") {
    for (const auto& row : fixture("named_once.tsv", 2)) {
        const auto traced = read(row[0]);
        const auto plain = extract(traced.document, built_in());
        INFO(row[0]);
        CHECK(plain.nodes.size() == traced.extraction.nodes.size());
        CHECK(plain.events.size() == traced.extraction.events.size());
        CHECK(plain.statements.size() == traced.extraction.statements.size());
    }
}

TEST_CASE("what is weighed grows as the text does") {
    constexpr std::size_t copies = 40;
    for (const auto& row : fixture("hostile.tsv", 2)) {
        INFO(row[0]);
        std::string few;
        for (std::size_t n = 0; n < copies; ++n) few += row[1] + "\n\n";
        const auto work = [](const std::string& text) {
            std::size_t out = 0;
            for (const auto& s : read(text).trace.sentences)
                out += s.decisions.size() + s.clauses.size() + s.mentions.size();
            return out;
        };
        const auto once = work(few);
        CHECK(once > copies);
        CHECK(work(few + few) <= once * 2 + once / 5);
    }
}

TEST_CASE("each place that may tell of an event is weighed against a bounded number of others") {
    constexpr std::size_t most = 200;  // 60 items to either side, and those that earlier sentences left behind
    for (const auto& row : fixture("hostile.tsv", 2)) {
        INFO(row[0]);
        std::string text;
        for (std::size_t n = 0; n < 200; ++n) text += row[1] + " ";  // one line: sentences as long as they may be
        for (const auto& s : read(text).trace.sentences) {
            std::vector<std::size_t> decisions(s.mentions.size());
            for (const auto& d : s.decisions) ++decisions[d.mention];
            CHECK(std::all_of(decisions.begin(), decisions.end(), [](std::size_t n) { return n <= most; }));
        }
    }
}
