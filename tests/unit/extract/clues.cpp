// Clues, their weights, and the verbs that tell of no event: how scores are made, and which rows are refused.

#include "events/clues.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/extract/language.hpp"
#include "lexicon/plain_verbs.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace isnad;

namespace {

constexpr ClueWord party("party"), subject("subject"), verb("verb"), noun("noun"), yes("yes"), no("no");

ClueWeights weights(const std::string& rows) {
    ClueWeights out;
    std::vector<Diagnostic> diagnostics;
    out.load({"ar/events/weights.tsv", rows, "weights.tsv"}, diagnostics);
    REQUIRE(diagnostics.empty());
    return out;
}

template <class Table>
std::string complaint(const std::string& rows) {
    Table table;
    std::vector<Diagnostic> diagnostics;
    table.load({"table", rows, "table.tsv"}, diagnostics);
    return diagnostics.size() == 1 ? to_string(diagnostics.front())
                                   : std::to_string(diagnostics.size()) + " complaints";
}

template <class... Words>
Clues clues(const Words&... words) {
    Clues out(party, true);
    out.add(words...);
    return out;
}

}  // namespace

TEST_CASE("a score is the sum of the weights of its clues, that of the decision itself among them") {
    const auto w = weights("party\t-1\nparty:subject:verb\t3\nparty:verb\t0.5\n");
    CHECK(w.score(clues(subject, verb)) == 2);
    auto both = clues(subject, verb);
    both.add(verb);
    CHECK(w.score(both) == 2.5F);
    CHECK(both.names() == std::vector<std::string>{"party", "party:subject:verb", "party:verb"});
}

TEST_CASE("a clue without a weight counts nothing") {
    CHECK(weights("party:subject:verb\t3\n").score(clues(subject, noun)) == 0);
    CHECK(weights("").score(clues(subject, verb)) == 0);
    CHECK(weights("day:subject:verb\t3\n").score(clues(subject, verb)) == 0);
}

TEST_CASE("the order of a clue's words matters, and where they are parted") {
    const auto w = weights("party:subject:verb\t3\n");
    CHECK(w.score(clues(verb, subject)) == 0);
    CHECK(w.score(clues(ClueWord("subject:verb"))) == 0);
    CHECK(w.score(clues(subject)) == 0);
    CHECK(join_clue(subject.hash, verb.hash) != join_clue(verb.hash, subject.hash));
}

TEST_CASE("of several answers each has its own score") {
    const auto w = weights("party:yes\t1\nparty:subject:yes\t2\nparty:subject:no\t-4\nparty:subject\t100\n");
    CHECK(w.score(clues(subject), yes) == 3);
    CHECK(w.score(clues(subject), no) == -4);
    CHECK(w.score(clues(verb), no) == 0);
}

TEST_CASE("names are kept only for those who want to read them") {
    Clues quiet(party, false);
    quiet.add(subject, verb);
    CHECK(quiet.names().empty());
    CHECK(quiet.hashes().size() == clues(subject, verb).hashes().size());
}

TEST_CASE("the table of weights keeps what it was given, however many there are") {
    std::string rows;
    constexpr int many = 5000;
    for (int n = 0; n < many; ++n) rows += "party:w" + std::to_string(n) + "\t" + std::to_string(n) + "\n";
    const auto w = weights(rows);
    int right = 0;
    for (int n = 0; n < many; ++n) {
        const auto name = "w" + std::to_string(n);
        right += w.score(clues(ClueWord(std::string_view(name)))) == static_cast<float>(n) ? 1 : 0;
    }
    CHECK(right == many);
}

TEST_CASE("a wrong row of the weights is refused with its place") {
    CHECK(complaint<ClueWeights>("party\t1\nparty:verb\t1,5\n") ==
          "table.tsv:2:12: error: found '1,5', expected a weight such as -0.25");
    CHECK(complaint<ClueWeights>("party\tnan\n") ==
          "table.tsv:1:7: error: found 'nan', expected a weight such as -0.25");
    CHECK(complaint<ClueWeights>("party\t1e99\n") ==
          "table.tsv:1:7: error: found '1e99', expected a weight such as -0.25");
    CHECK(complaint<ClueWeights>("# c\nparty:verb\t1\nparty\t1\nparty:verb\t2\n") ==
          "table.tsv:4:1: error: the clue 'party:verb' has a weight already");
    CHECK(complaint<ClueWeights>("\t1\n") ==
          "table.tsv:1:1: error: found nothing, expected a clue such as party:subject:verb");
    CHECK(complaint<ClueWeights>("party\n") == "table.tsv:1:6: error: found 1 fields parted by tabs, expected 2");
}

TEST_CASE("a wrong flag of a plain verb is refused with its place") {
    CHECK(complaint<PlainVerbs>("-\ta\t-\nb\tc\tlight\n") ==
          "table.tsv:2:5: error: found 'light', expected 'auxiliary' or '-'");
    CHECK(complaint<PlainVerbs>("a\tb\tauxiliary\n") == "0 complaints");
}

TEST_CASE("a verb tells of an event or it does not: no verb stands in both tables") {
    std::set<std::string> plain;
    std::vector<Diagnostic> diagnostics;
    const auto files = embedded_lexicon();
    for (const auto& file : files)
        if (file.name.ends_with("/events/verbs.tsv"))
            for_each_row(file, 3, 3, diagnostics, [&](const Row& row) {
                for (const std::size_t tense : {0U, 1U})
                    if (row.text(tense) != "-") CHECK(plain.insert(fold(row.text(tense))).second);
            });
    CHECK(plain.size() > 100);
    for (const auto& file : files)
        if (file.name.ends_with("/triggers.tsv"))
            for_each_row(file, 8, 8, diagnostics, [&](const Row& row) {
                for (const std::size_t tense : {2U, 3U}) {
                    INFO(file.name << ":" << row.line << ": " << row.text(tense));
                    CHECK_FALSE(plain.contains(fold(row.text(tense))));
                }
            });
    CHECK(diagnostics.empty());
}
