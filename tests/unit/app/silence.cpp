// Nothing is lost in silence: read errors, pages that are cut, files of other kinds, languages.

#include "article_reader.hpp"
#include "options.hpp"
#include "reading_notes.hpp"
#include "scratch_folder.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <streambuf>

namespace fs = std::filesystem;
using namespace isnad;
using namespace isnad::app;

namespace {

/// Gives a text, then an error, as a file gives one: of a block that cannot be read whole nothing is given.
class Broken : public std::streambuf {
public:
    explicit Broken(std::string text) : m_text(std::move(text)) {
        setg(m_text.data(), m_text.data(), m_text.data() + m_text.size());
    }

protected:
    int_type underflow() override { throw std::ios_base::failure("input/output error"); }
    std::streamsize xsgetn(char* to, std::streamsize size) override {
        if (egptr() - gptr() < size) underflow();
        return std::streambuf::xsgetn(to, size);
    }

private:
    std::string m_text;
};

/// The first block of a file, to its end with lines that are blank.
std::string block(const std::string& text) { return text + std::string(256 * 1024 - text.size(), '\n'); }

struct Read {
    std::vector<Document> documents;
    std::vector<Diagnostic> findings;
    std::size_t incomplete = 0;

    [[nodiscard]] std::ptrdiff_t errors() const {
        return std::count_if(findings.begin(), findings.end(),
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
    }
    [[nodiscard]] bool says(Severity severity, const std::string& words) const {
        return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& d) {
            return d.severity == severity && to_string(d).find(words) != std::string::npos;
        });
    }
};

Read read(const std::vector<std::string>& inputs, std::istream& in) {
    ReadOptions options;
    options.published = parse_publication_time("2016-07-14");
    options.tell_languages = true;
    ArticleReader reader(inputs, options, in);
    Read out;
    while (auto result = reader.next()) {
        if (auto* document = std::get_if<Document>(&*result))
            out.documents.push_back(std::move(*document));
        else
            out.findings.push_back(std::get<Diagnostic>(*result));
    }
    out.incomplete = reader.incomplete();
    return out;
}

Read read(const std::vector<std::string>& inputs, const std::string& standard_input = {}) {
    std::istringstream in(standard_input);
    return read(inputs, in);
}

std::string line(const std::string& id, const std::string& more = {}) {
    return R"({"id":")" + id + R"(","text":"The text of )" + id + "\"" + more + "}\n";
}

std::string nested_page(int depth) {
    std::string out =
        "<html><body><article><p>A paragraph of an article that is long enough to be taken for "
        "one, whatever stands around it, and whatever comes below it.</p>\n";
    for (int i = 0; i < depth; ++i) out += "<div>";
    return out + "<p>The paragraph that is deepest.</p></article></body></html>";
}

}  // namespace

TEST_CASE("a read error is not the end of the file") {
    const auto message_at = [](const std::string& read) {
        return fmt::format("<stdin>:{}: error: could not be read on from here",
                           std::count(read.begin(), read.end(), '\n') + 1);
    };
    SECTION("between two lines") {
        const auto first = block(line("a") + line("b"));
        Broken broken(first + line("c"));
        std::istream in(&broken);
        const auto got = read({"-"}, in);
        CHECK(got.documents.size() == 2);
        CHECK(got.says(Severity::error, message_at(first)));
    }
    SECTION("within a line") {
        const std::string begun = R"({"id":)";
        const auto first = block(line("a")).substr(0, 256 * 1024 - begun.size()) + begun;
        Broken broken(first + R"("b")");
        std::istream in(&broken);
        const auto got = read({"-"}, in);
        CHECK(got.documents.size() == 1);
        CHECK(got.errors() == 1);
        CHECK(got.says(Severity::error, message_at(first)));
    }
    SECTION("in a text") {
        Broken broken("A text that is not whole");
        std::istream in(&broken);
        const auto got = read({"-"}, in);
        CHECK(got.documents.empty());
        CHECK(got.says(Severity::error, "could not be read to its end"));
    }
}

TEST_CASE("a page that the parser cuts goes in and says so") {
    const ScratchFolder folder;
    const auto got = read({folder.write("deep.html", nested_page(300))});
    REQUIRE(got.documents.size() == 1);
    CHECK(got.documents[0].text.find("deepest") == std::string::npos);
    CHECK(got.incomplete == 1);
    CHECK(got.says(Severity::warning, "deep.html:2: warning: article \"" + got.documents[0].id +
                                          "\" is cut here: its elements are nested more than 256 deep"));
    const auto whole = read({folder.write("flat.html", nested_page(200))});
    REQUIRE(whole.documents.size() == 1);
    CHECK(whole.documents[0].text.find("deepest") != std::string::npos);
    CHECK(whole.incomplete == 0);
    const std::string long_text(11'000'000, 'x');
    const auto cut = read(
        {folder.write("long.html",
                      "<html><body><article><p>A paragraph of an article that is long enough to be taken for one, an "
                      "article by itself.</p><p>" +
                          long_text + "</p></article></body></html>")});
    CHECK(cut.incomplete == 1);
    CHECK(cut.says(Severity::warning, "more than 10 MB"));
}

TEST_CASE("what a folder holds beside articles is counted, and what cannot be read is named") {
    const ScratchFolder folder;
    folder.write("PAGE.HTM", nested_page(1));
    folder.write("below/Note.TXT", "A note.");
    folder.write("table.csv", "a,b");
    folder.write("more/table.CSV", "a,b");
    folder.write("paper.pdf", "%PDF");
    folder.write("LICENSE", "All rights.");
    fs::create_symlink("gone.txt", folder / "dangling.txt");
    fs::create_directory_symlink(folder.path(), folder / "loop");
    REQUIRE(mkfifo((folder / "pipe.jsonl").c_str(), 0600) == 0);
    const auto got = read({folder.path().string()});
    CHECK(got.documents.size() == 2);
    CHECK(got.says(
        Severity::note,
        folder.path().string() + ": note: 4 files of other kinds passed over (.csv 2, without an ending 1, .pdf 1)"));
    CHECK(got.says(Severity::error, "dangling.txt: error: a link to a file that is not there"));
    CHECK(got.says(Severity::error, "pipe.jsonl: error: not a plain file"));
    CHECK(got.says(Severity::warning, "loop: warning: a link to a folder, which was not followed"));
}

TEST_CASE("endings in capitals count for a file by itself") {
    const ScratchFolder folder;
    CHECK(read({folder.write("LIST.JSONL", line("a"))}).documents.size() == 1);
}

TEST_CASE("languages that are not read are named once each, with their number") {
    const auto got = read({"-"}, line("a", R"(,"language":"fr")") + line("b", R"(,"language":"fr")") + line("c") +
                                     line("d", R"(,"language":"ar-SY")"));
    CHECK(got.documents.size() == 4);
    CHECK(got.findings.size() == 2);
    CHECK(got.says(Severity::warning,
                   "<stdin>:1: warning: article \"a\" is said to be in \"fr\"; who did what is read in "
                   "Arabic only; the same holds for 1 more"));
    CHECK(got.says(Severity::warning, "<stdin>:3: warning: article \"c\" holds no Arabic letter"));
}

TEST_CASE("an article in Arabic is no surprise, and no end of languages is listed") {
    ReadingNotes notes;
    Document document;
    document.text = "\xD8\xB2\xD8\xA7\xD8\xB1";
    for (const char* language : {"ar", "AR", "ar-SY", "ar_EG", "Arabic", ""}) {
        document.language = language;
        notes.note_language(document);
    }
    CHECK(notes.take().empty());
    for (int i = 0; i < 500; ++i) {
        document.language = "x" + std::to_string(i);
        notes.note_language(document);
    }
    CHECK(notes.take().size() <= 21);
}

TEST_CASE("a store in memory is refused, where all would be lost") {
    const auto parse = [](std::vector<std::string> arguments) {
        CLI::App app;
        std::string db;
        add_db_option(app, db);
        app.parse(std::move(arguments));
        return db;
    };
    CHECK_THROWS_AS(parse({"", "--db"}), CLI::ValidationError);  // CLI11 takes them from the end
    CHECK_THROWS_AS(parse({":memory:", "--db"}), CLI::ValidationError);
    CHECK(parse({"story.db", "--db"}) == "story.db");
}
