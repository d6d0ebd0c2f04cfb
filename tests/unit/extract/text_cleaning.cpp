// What of a text is read, and what of it is told once: furniture, sentences, headlines, repeated paragraphs. The texts
// and what must come of them stand in text_cleaning.txt.

#include "isnad/extract/extract.hpp"
#include "language_parts.hpp"
#include "text/sentences.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>

using namespace isnad;

namespace {

const Language& language() {
    static const Language built_in{embedded_lexicon()};
    return built_in;
}

/// Sections of text_cleaning.txt by name. A line "=== NAME" opens one; a line of furniture begins with '~'.
std::map<std::string, std::vector<std::string>> sections() {
    std::ifstream in(ISNAD_SOURCE_DIR "/tests/unit/extract/text_cleaning.txt");
    std::map<std::string, std::vector<std::string>> out;
    std::vector<std::string>* current = nullptr;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("#")) continue;
        if (line.starts_with("=== "))
            current = &out[line.substr(4)];
        else if (current != nullptr)
            current->push_back(line);
    }
    return out;
}

std::string text_of(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += (line.starts_with("~") ? line.substr(1) : line) + "\n";
    return out;
}

Extraction read(const std::string& text, const std::string& title = {}) {
    Document document;
    document.id = "t";
    document.published = parse_publication_time("2016-07-15").value();
    document.text = text;
    document.title = title;
    return extract(document, language());
}

template <class Item>
std::size_t told_once(const std::vector<Item>& items) {
    std::size_t out = 0;
    for (const auto& item : items) out += item.repeats ? 0U : 1U;
    return out;
}

std::size_t headlines(const std::vector<Sentence>& sentences) {
    std::size_t out = 0;
    for (const auto& s : sentences) out += s.headline ? 1U : 0U;
    return out;
}

}  // namespace

TEST_CASE("Furniture is told from the article line by line") {
    for (const auto& [name, lines] : sections()) {
        if (!name.starts_with("furniture")) continue;
        INFO(name);
        const auto text = text_of(lines);
        const auto tokens = tokenize(text);
        const auto& parts = language().parts();
        const auto furniture = find_furniture(tokens, parts.furniture, parts.times);
        std::uint32_t begin = 0;
        for (const auto& line : lines) {
            const bool wanted = line.starts_with("~");
            const Span span{begin, begin + static_cast<std::uint32_t>(line.size() - (wanted ? 1 : 0))};
            begin = span.end + 1;
            if (line.empty()) continue;
            INFO(span.of(text));
            const bool found =
                std::any_of(furniture.begin(), furniture.end(), [&](Span f) { return f.overlaps(span); });
            CHECK(found == wanted);
        }
    }
}

TEST_CASE("A paragraph printed twice is told once") {
    const auto all = sections();
    const auto once = read(text_of(all.at("paragraphs")));
    const auto twice = read(text_of(all.at("paragraphs")) + text_of(all.at("paragraphs again")));
    REQUIRE(once.events.size() >= 2);
    REQUIRE(once.statements.size() >= 2);
    CHECK(twice.events.size() == 2 * once.events.size());
    CHECK(told_once(twice.events) == once.events.size());
    CHECK(told_once(twice.statements) == once.statements.size());
    for (const auto& e : twice.events)
        if (e.repeats) CHECK(twice.event(*e.repeats).trigger < e.trigger);
    auto dropped = twice;
    drop_repeats(dropped);
    CHECK(dropped.events.size() == once.events.size());
    CHECK(dropped.statements.size() == once.statements.size());
    for (const auto& s : dropped.statements)
        for (const auto& about : s.about) CHECK(about.event.value() < dropped.events.size());
}

TEST_CASE("What the headline tells is told by the body") {
    const auto found = read(text_of(sections().at("headline")));
    REQUIRE(found.events.size() >= 2);
    CHECK(found.events.front().headline);
    REQUIRE(found.events.front().repeats);
    const auto& body = found.event(*found.events.front().repeats);
    CHECK_FALSE(body.headline);
    CHECK(body.time);
}

TEST_CASE("The headline is the title where there is one") {
    const auto all = sections();
    const auto text = text_of(all.at("title"));
    const auto title = all.at("title").front();
    const auto tokens = tokenize(text);
    CHECK(headlines(find_sentences(tokens, {}, title)) == 2);
    CHECK(headlines(find_sentences(tokens, {}, "Another title")) == 0);
}

TEST_CASE("A sentence without end is cut, so that work stays linear") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += i % 3 == 0 ? "\xD9\x88 " : "Kerry, \xC2\xAB";
    const auto tokens = tokenize(text);
    std::uint32_t next = 0;
    for (const auto& s : find_sentences(tokens, {})) {
        REQUIRE(s.begin == next);
        REQUIRE(s.end - s.begin <= 400);
        next = s.end;
    }
    CHECK(next == tokens.tokens.size());
}

TEST_CASE("Lines without end are cut, too, wherever the line breaks fall") {
    for (const std::string line : {"Kerry said\n", "Kerry said so\n", "Kerry\n"}) {
        std::string text = "Headline\n";
        for (int i = 0; i < 5000; ++i) text += line;
        for (const auto& s : find_sentences(tokenize(text), {})) REQUIRE(s.end - s.begin <= 401);
    }
}
