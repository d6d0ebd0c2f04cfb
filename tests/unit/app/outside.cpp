// What comes from outside: files that a list names, bytes that are not UTF-8, control characters.

#include "article_reader.hpp"
#include "options.hpp"
#include "scratch_folder.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include <catch2/catch.hpp>

#include <sstream>

namespace fs = std::filesystem;
using namespace isnad;
using namespace isnad::app;

namespace {

ReadResult read_named(const ScratchFolder& folder, const std::string& file, bool allow_outside = false) {
    folder.write("lists/list.jsonl", R"({"id":"a","published":"2016-07-14","file":")" + file + "\"}\n");
    std::istringstream in;
    ReadOptions options;
    options.allow_outside = allow_outside;
    ArticleReader reader({folder / "lists/list.jsonl"}, options, in);
    return reader.next().value();
}

bool refused(const ReadResult& result, const std::string& words) {
    const auto* problem = std::get_if<Diagnostic>(&result);
    return problem != nullptr && problem->severity == Severity::error &&
           problem->message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a list names texts below its folder, others only when that is allowed") {
    const ScratchFolder folder;
    const auto outside = folder.write("secret.txt", "Not for you.");
    folder.write("lists/texts/one.txt", "For you.");
    folder.write("lists-too/two.txt", "Not for you either.");
    fs::create_symlink(outside, (fs::create_directories(folder / "lists"), folder / "lists/link.txt"));
    fs::create_symlink("texts/one.txt", folder / "lists/inner.txt");
    for (const std::string file : {"texts/one.txt", "texts/../texts/one.txt", "inner.txt"})
        CHECK(std::holds_alternative<Document>(read_named(folder, file)));
    CHECK(std::holds_alternative<Document>(read_named(folder, folder / "lists/texts/one.txt")));
    for (const std::string& file : {std::string("../secret.txt"), std::string("link.txt"), outside,
                                    std::string("../lists-too/two.txt"), std::string("texts/../../secret.txt")}) {
        INFO(file);
        CHECK(refused(read_named(folder, file), "lies outside the folder of its list"));
        CHECK(std::holds_alternative<Document>(read_named(folder, file, true)));
    }
    CHECK(refused(read_named(folder, R"(texts/one.txt\u0000.html)", true), "NUL"));
    CHECK(refused(read_named(folder, "texts/none.txt"), "no such file"));
}

TEST_CASE("a list on standard input names texts below the working folder") {
    const ScratchFolder folder;
    const auto outside = folder.write("secret.txt", "Not for you.");
    std::istringstream in(R"({"id":"a","published":"2016-07-14","file":")" + outside + "\"}\n");
    ArticleReader reader({"-"}, {}, in);
    CHECK(refused(reader.next().value(), "lies outside the folder of its list"));
}

TEST_CASE("words that are not UTF-8 are refused, names of files are not") {
    CLI::App app;
    std::string name;
    std::string file;
    bool flag = false;
    app.add_option("--name", name)->type_name("NAME");
    app.add_option("--file", file)->type_name("FILE");
    app.add_flag("--flag", flag);
    refuse_malformed(app);
    // CLI11 takes the words from the end.
    CHECK_THROWS_AS(app.parse(std::vector<std::string>{"a\xFF", "--name"}), CLI::ValidationError);
    CHECK_NOTHROW(app.parse(std::vector<std::string>{"--flag", "a\xFF", "--file", "\xD8\xB2", "--name"}));
    CHECK(file == "a\xFF");
}

TEST_CASE("control characters are made visible, letters are left") {
    const auto [text, shown] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"a b", "a b"},
        {"\xD8\xB2\xD8\xA7\xD8\xB1", "\xD8\xB2\xD8\xA7\xD8\xB1"},
        {"a\x1b[31m", "a\\x1b[31m"},
        {std::string("a\0b", 3), "a\\x00b"},
        {"a\nb\t\x7F", "a\\x0ab\\x09\\x7f"},
        {"\xC2\x9B"
         "2J",
         "\\x9b2J"},
        {"a\xFF\xD8", "a\\xff\\xd8"},
    }));
    CHECK(visible(text) == shown);
}

TEST_CASE("messages and tables hold no control character but their own line breaks") {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal(in, out, err, false);
    terminal.report({Severity::error, "a\x1b.jsonl", 1, 0, "article \"x\ny\""});
    terminal.note("one\n    two\x07");
    CHECK(err.str() == "a\\x1b.jsonl:1: error: article \"x\\x0ay\"\nisnad: one\n    two\\x07\n");
    write_table(out, {"A", "B"}, {{"\x1b", "\n"}});
    CHECK(out.str() == "A     B\n\\x1b  \\x0a\n");
}
