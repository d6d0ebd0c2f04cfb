#include "isnad/core/fold.hpp"

#include "page_story.hpp"
#include "sample_view.hpp"
#include "utf16_index.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <string>

using namespace isnad;
using namespace isnad::testing;

namespace {

std::string story_of(const View& view) {
    std::ostringstream out;
    write_page_story(view, out, Tongue::ar);
    return out.str();
}

}  // namespace

TEST_CASE("offsets count as a browser does") {
    // one, two, three and four bytes; the last is a surrogate pair
    const std::string text = "a\u0639\u20AC\U0001F600z";
    const Utf16Index index(text);
    CHECK(index.at(0) == 0);
    CHECK(index.at(1) == 1);
    CHECK(index.at(3) == 2);
    CHECK(index.at(6) == 3);
    CHECK(index.at(10) == 5);
    CHECK(index.at(text.size()) == 6);
    CHECK(index.at(text.size() + 100) == 6);
    std::string longer;
    for (int i = 0; i < 100; ++i) longer += text;
    CHECK(Utf16Index(longer).at(longer.size()) == 600);
    CHECK(Utf16Index(longer).at(text.size() * 50 + 3) == 302);
    CHECK(Utf16Index("").at(5) == 0);
}

TEST_CASE("the story of the page cannot end its script element") {
    const std::string text = story_of(meeting_view(hostile));
    CHECK(text.find('<') == std::string::npos);
    CHECK(text.find("\xE2\x80\xA8") == std::string::npos);
    const auto story = nlohmann::json::parse(text);
    CHECK(story["actors"][0]["ar"] == hostile);
    CHECK(story["documents"][0]["outlet"] == hostile);
    CHECK(story["events"][0]["topic"] == hostile);
    CHECK(story["tongue"] == "ar");
}

TEST_CASE("spans of the page lead to the words in the text") {
    View view = meeting_view("x");
    view.documents[0].text = "\U0001F600 \u0627\u0644\u062A\u0642\u0649 b";  // five Arabic letters from byte 5 to 15
    Telling& telling = view.events[0].tellings[0];
    telling.sentence = {5, 17};
    telling.trigger_span = {5, 15};
    const auto story = nlohmann::json::parse(story_of(view));
    const auto& told = story["events"][0]["tellings"][0];
    CHECK(told["in"] == 0);
    CHECK(told["at"] == nlohmann::json({3, 10}));
    CHECK(told["trigger"] == nlohmann::json({3, 8}));
}

TEST_CASE("the words of the page are the program's") {
    const auto story = nlohmann::json::parse(story_of(meeting_view("x")));
    CHECK(story["words"]["en"]["type.meeting"] == "Meeting");
    for (const char* tongue : {"ar", "en"}) {
        for (const auto& [key, word] : story["words"][tongue].items()) CHECK(word != key);
    }
}

TEST_CASE("the page folds letters as the program does") {
    std::ifstream file(ISNAD_SOURCE_DIR "/export/page/src/fold_letters.json");
    const auto letters = nlohmann::json::parse(file);
    CHECK(letters.size() > 10);
    for (const auto& [letter, folded] : letters.items()) CHECK(fold(letter) == folded.get<std::string>());
}
