// Lines that are not the article's. The texts are in Arabic, so they stand in tests/corpus/furniture_lines.tsv.

#include "text/furniture.hpp"
#include "isnad/extract/lexicon_files.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

using namespace isnad;

namespace {

FurnitureWords words() {
    FurnitureWords out;
    std::vector<Diagnostic> diagnostics;
    for (const auto& file : embedded_lexicon())
        if (file.name.ends_with("furniture.tsv")) out.load(file, diagnostics);
    REQUIRE(diagnostics.empty());
    return out;
}

}  // namespace

TEST_CASE("lines of a page are told from lines of the article") {
    const auto known = words();
    const TimeGrammar grammar(embedded_lexicon());
    std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/tests/corpus/furniture_lines.tsv");
    int count = 0;
    for (std::string row; std::getline(in, row);) {
        const auto tab = row.find('\t');
        if (row.empty() || row.front() == '#' || tab == std::string::npos) continue;
        const std::string line = row.substr(tab + 1);
        INFO(row);
        CHECK(find_furniture(tokenize(line), known, grammar).size() == (row.substr(0, tab) == "page" ? 1 : 0));
        ++count;
    }
    CHECK(count >= 20);
}

TEST_CASE("a wrong scope of furniture is told with its place") {
    FurnitureWords out;
    std::vector<Diagnostic> diagnostics;
    const LexiconFile file{"ar/furniture.tsv", "line\tViews\nside\tShare\n", "furniture.tsv"};
    out.load(file, diagnostics);
    REQUIRE(diagnostics.size() == 1);
    CHECK(to_string(diagnostics.front()) ==
          "furniture.tsv:2:1: error: found scope 'side', expected line, brief, always, whole, form, also or stamp");
}
