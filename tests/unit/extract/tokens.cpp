#include "isnad/extract/tokens.hpp"

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
