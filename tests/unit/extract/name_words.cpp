// The tables of names and the model of how names are spelled. The words are in Arabic, so they stand in name_words.tsv.

#include "lexicon/name_words.hpp"

#include "isnad/core/fold.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <string>

using namespace isnad;

namespace {

NameWords built_in() {
    NameWords out;
    std::vector<Diagnostic> diagnostics;
    for (const auto name : NameWords::files)
        for (const auto& file : embedded_lexicon())
            if (file.name.ends_with(name)) out.load(file, diagnostics);
    REQUIRE(diagnostics.empty());
    return out;
}

/// Calls `use` for the rows of name_words.tsv that begin with a word.
template <class Use>
void each(const std::string& kind, Use use) {
    std::ifstream in(ISNAD_SOURCE_DIR "/tests/unit/extract/name_words.tsv");
    int count = 0;
    for (std::string row; std::getline(in, row);) {
        if (!row.starts_with(kind + "\t")) continue;
        const auto text = row.substr(kind.size() + 1);
        const auto tab = text.find('\t');
        ++count;
        INFO(row);
        use(fold(text.substr(0, tab)), tab == std::string::npos ? std::string{} : text.substr(tab + 1));
    }
    CHECK(count > 0);
}

std::vector<Diagnostic> loaded(const std::string& name, const std::string& text) {
    NameWords words;
    std::vector<Diagnostic> out;
    words.load({name, text, name}, out);
    return out;
}

}  // namespace

TEST_CASE("a name comes out in Latin letters when the tables have all of its words") {
    const auto names = built_in();
    each("latin", [&](const std::string& name, const std::string& latin) { CHECK(names.latin(name) == latin); });
}

TEST_CASE("given names, family names and everyday words are told apart") {
    const auto names = built_in();
    each("given", [&](const std::string& word, const std::string&) { CHECK(names.given(word)); });
    each("alone", [&](const std::string& word, const std::string&) {
        CHECK((names.kind(word) & (NameKind::alone | NameKind::common)) == NameKind::alone);
    });
    each("common", [&](const std::string& word, const std::string&) {
        CHECK(names.common(word));
        CHECK_FALSE(names.given(word));
    });
}

TEST_CASE("the letters of foreign names that no table has look like names, and everyday words do not") {
    const auto names = built_in();
    each("likely", [&](const std::string& word, const std::string&) {
        CHECK(names.kind(word) == 0);
        CHECK(names.likeness(word) > 100);
    });
    each("unlikely", [&](const std::string& word, const std::string&) { CHECK(names.likeness(word) < -100); });
}

TEST_CASE("a wrong row of a table of names is named with its line and column") {
    const auto flag = loaded("ar/family_names.tsv", "# names\nSmith\tx\tlonely\n");
    REQUIRE(flag.size() == 1);
    CHECK(flag.front().line == 2);
    CHECK(flag.front().column == 9);
    const auto weight = loaded("ar/name_letters.tsv", "a\t12\nb\t1.5\n");
    REQUIRE(weight.size() == 1);
    CHECK(weight.front().line == 2);
    CHECK(weight.front().column == 3);
    CHECK(loaded("ar/given_names.tsv", "only one field\n").size() == 1);
}
