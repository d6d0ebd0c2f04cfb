// What the sentences of tests/corpus/actor_sentences.tsv cannot show: nodes, spans, a pack of one's own, ICU's
// countries.

#include "isnad/core/fold.hpp"
#include "isnad/extract/extract.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace isnad;

namespace {

const Language& built_in() {
    static const Language language{embedded_lexicon()};
    return language;
}

Document document(const std::string& day, const std::string& text) {
    Document out;
    out.id = "d";
    out.published = parse_publication_time(day).value();
    out.text = text;
    return out;
}

/// Text of tests/unit/extract/actors.tsv by its name: C++ sources are ASCII.
std::string line(const std::string& name) {
    std::ifstream in(ISNAD_SOURCE_DIR "/tests/unit/extract/actors.tsv");
    for (std::string row; std::getline(in, row);)
        if (row.starts_with(name + "\t")) return row.substr(name.size() + 1);
    FAIL("no line " << name);
    return {};
}

const Node* find(const Extraction& e, const std::string& key) {
    for (const auto& n : e.nodes)
        if (n.key == key) return &n;
    return nullptr;
}

}  // namespace

TEST_CASE("a new person keeps the words of the title, the state and the name") {
    const auto doc = document("2016-07-15", line("new_person"));
    const auto found = extract(doc, built_in());
    REQUIRE(found.nodes.size() == 1);
    const auto& person = found.nodes.front();
    CHECK(person.type == NodeType::person);
    CHECK(person.key == "person/~" + fold(person.name_ar));
    CHECK(person.name_ar == line("new_person.name"));
    CHECK(person.description == line("new_person.title"));
    CHECK(person.country == "JOR");
    REQUIRE(found.mentions.size() == 2);
    CHECK(found.mentions[1].span.of(doc.text) == line("new_person.family"));
}

TEST_CASE("a mention's span leaves clitics out and takes the title in") {
    const auto doc = document("2016-07-15", line("spans"));
    const auto found = extract(doc, built_in());
    REQUIRE(found.mentions.size() == 2);
    CHECK(found.mentions[0].span.of(doc.text) == line("spans.title"));
    CHECK(found.mentions[1].span.of(doc.text) == line("spans.bare"));
}

TEST_CASE("an office without a known holder is an actor of its own, one for each state") {
    const auto found = extract(document("2016-07-15", line("unnamed")), built_in());
    const auto* minister = find(found, "group/~defence_minister/AUS");
    REQUIRE(minister != nullptr);
    CHECK(minister->name_en == "Defence Minister of Australia");
    CHECK(minister->country == "AUS");
}

TEST_CASE("a pack of one's own names people, terms and places") {
    const auto folder = std::filesystem::temp_directory_path() / "isnad_actors_pack";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "mystory");
    const auto write = [&](const char* name, const std::string& text) {
        std::ofstream(folder / "mystory" / name) << text << '\n';
    };
    const auto tabs = [](std::string text) {
        std::replace(text.begin(), text.end(), ';', '\t');
        return text;
    };
    write("people.tsv", tabs(line("pack.people")));
    write("offices.tsv", tabs("foreign_minister;ISL;test_person;2016-01-01;2016-12-31"));
    write("places.tsv", tabs(line("pack.places")));
    const Language language{lexicon_with_folder(folder)};
    const auto found = extract(document("2016-07-15", line("pack.text")), language);
    CHECK(find(found, "person/test_person") != nullptr);
    CHECK(find(found, "place/test_place") != nullptr);
    const auto later = extract(document("2017-07-15", line("pack.text")), language);
    CHECK(find(later, "person/test_person") == nullptr);

    write("offices.tsv", "foreign_minister\tISL\tnobody\t2016-01-01\t-");
    CHECK_THROWS_AS(Language{lexicon_with_folder(folder)}, InputError);
    std::filesystem::remove_all(folder);
}

TEST_CASE("every country of ICU is found by its Arabic name and carries its English one") {
    int known = 0;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        const icu::Locale region("", *code);
        const std::string iso3 = region.getISO3Country();
        icu::UnicodeString arabic;
        icu::UnicodeString english;
        region.getDisplayCountry(icu::Locale("ar"), arabic);
        region.getDisplayCountry(icu::Locale("en"), english);
        std::string name;
        std::string name_en;
        arabic.toUTF8String(name);
        english.toUTF8String(name_en);
        const auto found = extract(document("2016-07-15", name), built_in());
        if (const auto* node = find(found, "country/" + iso3); node != nullptr && !node->name_en.empty())
            ++known;
        else
            UNSCOPED_INFO("not a listed state: " << iso3 << ' ' << name << ' ' << name_en);
    }
    // ICU knows 249 regions; the states among them are 197, the others are territories.
    CHECK(known >= 190);
}

TEST_CASE("an adjective of two words belongs to an unnamed source") {
    const auto found = extract(document("2016-07-15", line("well_informed")), built_in());
    const auto* source = find(found, "group/~" + fold(line("well_informed.group")));
    REQUIRE(source != nullptr);
    CHECK(source->name_en == "well-informed source");
    const auto definite = extract(document("2016-07-15", line("well_informed_definite")), built_in());
    REQUIRE(definite.nodes.size() == 1);
    CHECK(definite.nodes.front().name_en == "well-informed source");
}

TEST_CASE("an adjective that has no English name leaves the group's name as it is") {
    auto files = embedded_lexicon();
    files.push_back({"ar/zz/function_words.tsv", "group_adjective\t" + line("bright") + "\n", "test"});
    const auto found = extract(document("2016-07-15", line("bright_source")), Language{files});
    REQUIRE(found.nodes.size() == 1);
    CHECK(found.nodes.front().name_en == "source");
}
