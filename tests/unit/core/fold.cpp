#include "isnad/core/fold.hpp"

#include "isnad/core/utf8.hpp"

#include <catch2/catch.hpp>

using namespace isnad;

// Arabic stands here as escapes: the sources are ASCII.
TEST_CASE("spellings of one word fold to one form") {
    CHECK(fold("\u0623\u0645\u0633") == fold("\u0627\u0645\u0633"));                          // hamza
    CHECK(fold("\u0639\u0644\u0649") == fold("\u0639\u0644\u064A"));                          // alef maqsura
    CHECK(fold("\u0645\u062F\u0629") == fold("\u0645\u062F\u0647"));                          // teh marbuta
    CHECK(fold("\u0645\u064F\u062F\u0651\u0640\u0629\u200F") == fold("\u0645\u062F\u0629"));  // marks, tatweel, bidi
    CHECK(fold("\uFEFB") == fold("\u0644\u0627"));                                            // ligature
    CHECK(fold("\u0662\u0660\u06F1\u06F6") == "2016");
    CHECK(fold("Caf\u00C9 \u00AB\u201Cx\u201D\u00BB \u2013") == "cafe \"\"x\"\" -");
}

TEST_CASE("every folded byte knows where it came from") {
    const std::string raw = "a\u064Eb\u200Fc\u0623";
    const auto folded = fold_with_origin(raw);
    CHECK(folded.text == "abc\u0627");
    CHECK(folded.raw(0) == 0);
    CHECK(folded.raw(1) == 3);  // b, after the dropped mark
    CHECK(folded.raw(folded.text.size()) == raw.size());
}

TEST_CASE("malformed bytes are found, and folded without reading past the end") {
    CHECK(find_malformed_utf8("ab\xC0\x80") == 2);
    CHECK(find_malformed_utf8("\xED\xA0\x80") == 0);
    CHECK(find_malformed_utf8("\xF4\x90\x80\x80") == 0);
    CHECK(find_malformed_utf8("ok \xD8") == 3);
    CHECK_FALSE(find_malformed_utf8("\u0623\U0001F600"));
    CHECK(fold("\xD8") == "?");
}

TEST_CASE("code point offsets agree with counting") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "a" : "\u0623";
    const CodePointIndex index(text);
    for (std::size_t byte = 0; byte <= text.size(); ++byte)
        if (byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U)
            REQUIRE(index.code_point(byte) == count_code_points(std::string_view(text).substr(0, byte)));
}
