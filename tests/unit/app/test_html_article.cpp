// Pages of HTML: each NAME.html of pages/ must give what NAME.expected says, an article or a diagnostic.

#include "article_reader.hpp"
#include "html_article.hpp"
#include "html_encoding.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace fs = std::filesystem;
using namespace isnad;

namespace {

const fs::path pages = ISNAD_SOURCE_DIR "/tests/unit/app/pages";

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The document or the diagnostic, as the expected files have them.
std::string told(const app::ReadResult& result) {
    if (const auto* bad = std::get_if<Diagnostic>(&result))
        return fmt::format("{}:{}: {}\n", fs::path(bad->file).filename().string(), bad->line, bad->message);
    const auto& d = std::get<Document>(result);
    return fmt::format("id: {}\npublished: {}\nsource: {}\ntitle: {}\nauthor: {}\nlanguage: {}\nurl: {}\n\n{}", d.id,
                       to_string(d.published), d.source, d.title, d.author, d.language, d.url, d.text);
}

app::ReadResult read_page(const std::string& input, const app::ReadOptions& options = {},
                          const std::string& standard_input = {}) {
    std::istringstream in(standard_input);
    app::ArticleReader reader({input}, options, in);
    return reader.next().value();
}

std::size_t letters_of(const std::string& page) {
    const auto read = app::read_html_article(page);
    const auto* article = std::get_if<app::HtmlArticle>(&read);
    return article == nullptr ? 0 : article->text.size();
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

const std::string sentence =
    "A paragraph of an article that is long enough to be taken for one, whatever stands around it.";

}  // namespace

TEST_CASE("pages of HTML become articles, or say what is wrong") {
    int count = 0;
    for (const auto& entry : fs::directory_iterator(pages)) {
        if (entry.path().extension() != ".html") continue;
        INFO(entry.path().filename().string());
        ++count;
        CHECK(told(read_page(entry.path().string())) ==
              read_file(fs::path(entry.path()).replace_extension(".expected")));
    }
    CHECK(count >= 10);
}

TEST_CASE("a folder of pages, and a page on standard input") {
    std::istringstream in;
    app::ArticleReader reader({pages.string()}, {}, in);
    int documents = 0;
    while (auto result = reader.next()) documents += std::holds_alternative<Document>(*result) ? 1 : 0;
    CHECK(documents == 6);
    const auto page = read_page("-", {}, read_file(pages / "time_only.html"));
    REQUIRE(std::holds_alternative<Document>(page));
    CHECK(std::get<Document>(page).id == "stdin-397f9cf10e11");
}

TEST_CASE("--published, --source and --lang stand in for what a page does not say") {
    app::ReadOptions options;
    options.published = parse_publication_time("2016-07-14");
    options.source = "A paper";
    const auto page = read_page((pages / "no_time.html").string(), options);
    REQUIRE(std::holds_alternative<Document>(page));
    CHECK(to_string(std::get<Document>(page).published) == "2016-07-14");
    CHECK(std::get<Document>(page).source == "A paper");
}

TEST_CASE("UTF-16 is known by its zeros, and not by the word of a page in single bytes") {
    const std::string markup = "<html><p>x</p></html>";
    std::string little;
    std::string big;
    for (const char c : markup) {
        little.append(1, c).append(1, '\0');
        big.append(1, '\0').append(1, c);
    }
    CHECK(std::get<std::string>(app::decode_html("p", little)) == markup);
    CHECK(std::get<std::string>(app::decode_html("p", big)) == markup);
    const std::string claimed = "<meta charset=\"utf-16\"><p>\xE3</p>";
    CHECK(std::holds_alternative<Diagnostic>(app::decode_html("p", claimed)));
    CHECK(std::holds_alternative<std::string>(app::decode_html("p", "<meta charset=\"utf-16\"><p>x</p>")));
}

TEST_CASE("hostile pages end in a result") {
    const auto paragraph = "<p>" + sentence + "</p>";
    const auto size = sentence.size() + 1;
    CHECK(letters_of(repeated("<div>", 20) + paragraph) == size);
    CHECK(letters_of(repeated("<div>", 20000) + paragraph) == 0);
    CHECK(letters_of(paragraph + repeated("<b>" + sentence, 3000)) >= size);
    CHECK(letters_of(repeated("<article>", 5000) + paragraph) == 0);
    CHECK(letters_of(repeated("<article>", 50) + paragraph) == size);
    CHECK(letters_of(repeated("<p>", 20000) + sentence) == size);
    CHECK(letters_of(repeated("<", 100000)) == 0);
    CHECK(letters_of("<div " + repeated("a=1 ", 100000) + ">" + paragraph) == 0);
    CHECK(letters_of("<script type=\"application/ld+json\">" + repeated("[", 100000) + "</script>" + paragraph) ==
          size);
    CHECK(letters_of("") == 0);
    CHECK(letters_of("<!--") == 0);
}
