#include "article_reader.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace fs = std::filesystem;
using isnad::Diagnostic;
using isnad::Document;
using isnad::app::ArticleReader;
using isnad::app::ReadOptions;

namespace {

struct Read {
    std::vector<Document> documents;
    std::vector<Diagnostic> problems;
};

Read read_all(std::vector<std::string> inputs, const ReadOptions& options = {},
              const std::string& standard_input = {}) {
    std::istringstream in(standard_input);
    ArticleReader reader(std::move(inputs), options, in);
    Read out;
    while (auto result = reader.next()) {
        if (auto* document = std::get_if<Document>(&*result)) {
            out.documents.push_back(std::move(*document));
        } else {
            out.problems.push_back(std::get<Diagnostic>(*result));
        }
    }
    return out;
}

Read read_lines(const std::string& text, const ReadOptions& options = {}) { return read_all({"-"}, options, text); }

const std::string good = R"({"id":"a","published":"2016-07-14T18:00:00+03:00","text":"Text.","source":null})";

}  // namespace

TEST_CASE("a line of JSON becomes a document") {
    const Read read =
        read_lines(good + "\n\n" + R"({"id":7,"published":"2016-07-15","text":"T","title":"H","extra":[1,{"a":2}]})");
    REQUIRE(read.problems.empty());
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].id == "a");
    CHECK(read.documents[0].source.empty());
    CHECK(read.documents[0].language == "ar");
    CHECK(read.documents[1].id == "7");
    CHECK(read.documents[1].title == "H");
}

TEST_CASE("a carriage return belongs to the line break") { CHECK(read_lines(good + "\r\n").documents.size() == 1); }

TEST_CASE("a byte order mark is no part of the first line") {
    CHECK(read_lines("\xEF\xBB\xBF" + good + "\n").documents.size() == 1);
}

TEST_CASE("a bad line is told with its place and the next one is read") {
    const auto [bad, column] = GENERATE(table<std::string, unsigned>({
        {R"({"id":"b","text":"T"})", 1},
        {R"({"id":"b","published":"2016-02-30","text":"T"})", 23},
        {R"({"id":"b","published":"2016-07-14","text":"T)", 45},
        {R"({"id":"b","published":"2016-07-14","text":7})", 43},
        {R"({"id":"b","published":"2016-07-14","text":" "})", 43},
        {R"({"published":"2016-07-14","text":"T"})", 1},
        {R"([1])", 1},
        {"{\"id\":\"b\xFF\"}", 9},
    }));
    const Read read = read_lines(bad + "\n" + good);
    CHECK(read.documents.size() == 1);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line == 1);
    CHECK(read.problems[0].column == column);
}

TEST_CASE("a line beyond the limit is passed over without being kept") {
    ReadOptions options;
    options.max_line_bytes = 1000;
    const Read read = read_lines("{\"id\":\"" + std::string(600000, 'x') + "\n" + good, options);
    CHECK(read.documents.size() == 1);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].line == 1);
}

TEST_CASE("an id is taken once") {
    const Read same = read_lines(good + "\n" + good);
    CHECK(same.documents.size() == 1);
    REQUIRE(same.problems.size() == 1);
    CHECK(same.problems[0].severity == isnad::Severity::note);
    const Read other = read_lines(good + "\n" + R"({"id":"a","published":"2016-07-15","text":"Text."})");
    CHECK(other.documents.size() == 1);
    REQUIRE(other.problems.size() == 1);
    CHECK(other.problems[0].severity == isnad::Severity::error);
    CHECK(other.problems[0].line == 2);
}

TEST_CASE("no line may break the reader, wherever it is cut") {
    for (std::size_t size = 1; size < good.size(); ++size) {
        const Read read = read_lines(good.substr(0, size) + "\n");
        CHECK(read.documents.empty());
        CHECK(read.problems.size() == 1);
    }
}

TEST_CASE("a folder gives its JSON Lines, then the texts that none of them named") {
    const fs::path folder = fs::temp_directory_path() / ("isnad_reader_" + std::to_string(getpid()));
    fs::create_directories(folder / "below");
    std::ofstream(folder / "list.jsonl") << R"({"id":"n","published":"2016-07-14","file":"named.txt"})" << '\n';
    std::ofstream(folder / "named.txt") << "Named.";
    std::ofstream(folder / "below" / "alone.txt") << "Alone.";
    std::ofstream(folder / "README.md") << "Not an article.";
    ReadOptions options;
    options.published = isnad::parse_publication_time("2016-07-15");
    const Read read = read_all({folder.string()}, options);
    fs::remove_all(folder);
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].severity == isnad::Severity::note);
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].text == "Named.");
    CHECK(read.documents[1].id.starts_with("below/alone-"));
    CHECK(isnad::to_string(read.documents[1].published) == "2016-07-15");
}
