#include "isnad/extract/tokens.hpp"
#include "isnad/core/utf8.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace isnad;

TEST_CASE("tokens carry their folded form and their raw place") {
    const std::string raw = "\u0623\u064E\u0645\u0633\u060C 14:30\n\u0645\u062F\u0629\u0628";
    const auto text = tokenize(raw);
    REQUIRE(text.tokens.size() == 8);
    CHECK(text.text(std::size_t{0}) == "\u0627\u0645\u0633");
    CHECK(text.tokens[0].span.of(raw) == "\u0623\u064E\u0645\u0633");
    CHECK(text.tokens[1].kind == TokenKind::mark);
    CHECK(text.tokens[2].kind == TokenKind::number);
    CHECK(text.tokens[2].space_before);
    CHECK(text.tokens[5].kind == TokenKind::line_break);
    CHECK(text.tokens[6].span.of(raw) == "\u0645\u062F\u0629");  // a word ends after teh marbuta
    CHECK(text.tokens[7].span.of(raw) == "\u0628");
}

TEST_CASE("a letter that folds to several belongs to each of its tokens") {
    const std::string raw = "a\u00BD\u064E \u2026\u0629";  // a half with a mark over it, an ellipsis
    const auto text = tokenize(raw);
    REQUIRE(text.tokens.size() == 8);  // a 1 / 2 . . . heh
    for (std::size_t i : {1U, 2U, 3U}) CHECK(text.tokens[i].span.begin == 1);
    CHECK(text.tokens[1].span.of(raw) == "\u00BD");
    CHECK(text.tokens[3].span.of(raw) == "\u00BD\u064E");
    for (std::size_t i : {4U, 5U, 6U}) CHECK(text.tokens[i].span.of(raw) == "\u2026");
    CHECK(text.tokens[7].span.of(raw) == "\u0629");
}

TEST_CASE("a heh inside a word does not end it, a teh marbuta does") {
    const std::string raw = "\u0628\u0647\u0627\u0629\u0647\u0630\u0627";
    const auto text = tokenize(raw);
    REQUIRE(text.tokens.size() == 2);
    CHECK(text.tokens[0].span.of(raw) == "\u0628\u0647\u0627\u0629");
    CHECK(text.tokens[1].span.of(raw) == "\u0647\u0630\u0627");
    CHECK_FALSE(text.tokens[1].space_before);
}

TEST_CASE("tokens of any bytes stand in order and inside the text") {
    std::string raw;
    unsigned seed = 7;
    for (int i = 0; i < 20'000; ++i) {
        seed = seed * 1664525U + 1013904223U;
        raw += static_cast<char>(seed >> 24U);
        if (seed % 5 == 0) raw += "\u0629\u0647\uFDFA";
    }
    const auto text = tokenize(raw);
    CHECK_FALSE(find_malformed_utf8(text.folded.text));
    CHECK(text.folded.raw(text.folded.text.size()) == raw.size());
    std::uint32_t last = 0;
    for (const auto& token : text.tokens) {
        REQUIRE(token.span.begin >= last);
        REQUIRE(token.span.end > token.span.begin);
        REQUIRE(token.span.end <= raw.size());
        REQUIRE(token.begin < token.end);
        last = token.span.begin;
    }
}
