// No article takes the place of another unless it is told to: ids, and what may be replaced.

#include "article_id.hpp"
#include "ingest_job.hpp"
#include "scratch_folder.hpp"
#include "terminal.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace isnad;
using namespace isnad::app;

namespace {

struct Outcome {
    bool all = true;
    std::string messages;
};

Outcome ingest(const ScratchFolder& folder, const std::vector<std::string>& inputs, const std::string& standard_input,
               ReadOptions reading = {}, bool replace = false) {
    std::istringstream in(standard_input);
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal(in, out, err, false);
    reading.published = parse_publication_time("2016-07-14");
    ArticleReader reader(inputs, reading, in);
    const bool all = IngestJob({folder / "story.db", {}, {.replace = replace}, {}}, terminal).run(reader);
    return {all, err.str()};
}

std::string page(const std::string& text, const std::string& address = {}) {
    const std::string link = address.empty() ? "" : "<link rel=\"canonical\" href=\"" + address + "\">";
    return "<html><head><title>Title</title>" + link + "</head><body><article><p>" + text +
           " This sentence makes the page long enough to be taken for an article.</p></article></body></html>";
}

std::string line(const std::string& id, const std::string& text) {
    return R"({"id":")" + id + R"(","published":"2016-07-14","text":")" + text + "\"}\n";
}

std::size_t stored(const ScratchFolder& folder) { return Store::open(folder / "story.db").size().documents; }

bool says(const Outcome& outcome, const std::string& words) {
    return outcome.messages.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("an address is an id when it names a page") {
    const auto [address, id] = GENERATE(table<std::string, std::string>({
        {"https://news.example/a/1", "https://news.example/a/1"},
        {"HTTPS://News.Example/A/1#top", "https://news.example/A/1"},
        {"http://news.example/?id=7", "http://news.example/?id=7"},
        {"http://news.example?id=7", "http://news.example?id=7"},
        {"https://news.example/", ""},
        {"https://news.example", ""},
        {"/a/1", ""},
        {"ftp://news.example/a/1", ""},
        {"https:///a", ""},
        {"https://news.example/a b", ""},
        {"https://news.example/\x1b[31m", ""},
        {"https://news.example/\xff", ""},
        {"", ""},
    }));
    CHECK(address_id(address) == id);
}

TEST_CASE("an id made of the content differs with title and text, and is fit to be printed") {
    Document document;
    document.text = "one";
    const auto first = content_id("note", document);
    CHECK(first.size() == std::string("note-0123456789ab").size());
    document.title = "one";
    CHECK(content_id("note", document) != first);
    document.title.clear();
    CHECK(content_id("note", document) == first);
    CHECK(content_id("a\x1b\xff"
                     "b",
                     document)
              .starts_with("a__b-"));
}

TEST_CASE("pages of one file name in two folders are two articles") {
    const ScratchFolder folder;
    const auto a = folder.write("a/index.html", page("The first."));
    const auto b = folder.write("b/index.html", page("The second."));
    CHECK(ingest(folder, {a}, "").all);
    CHECK(says(ingest(folder, {b}, ""), "1 added"));
    CHECK(stored(folder) == 2);
}

TEST_CASE("two texts piped are two articles, and one text piped twice is one") {
    const ScratchFolder folder;
    CHECK(ingest(folder, {"-"}, "The first text.").all);
    CHECK(says(ingest(folder, {"-"}, "The second text."), "1 added"));
    CHECK(says(ingest(folder, {"-"}, "The second text."), "0 added, 1 there already"));
    CHECK(stored(folder) == 2);
}

TEST_CASE("a page is called by its address") {
    const ScratchFolder folder;
    const auto first = folder.write("one.html", page("As it was.", "https://news.example/7"));
    CHECK(ingest(folder, {first}, "").all);
    SECTION("read again from its file it is replaced") {
        folder.write("one.html", page("As it is now.", "https://news.example/7"));
        CHECK(says(ingest(folder, {first}, ""), "0 added, 1 replaced"));
    }
    SECTION("from another file it is refused, or replaced when asked") {
        const auto other = folder.write("two.html", page("As it is now.", "https://news.example/7"));
        const auto refused = ingest(folder, {other}, "");
        CHECK_FALSE(refused.all);
        CHECK(says(refused, other + ": error: article \"https://news.example/7\" is in "));
        CHECK(says(refused, "0 added, 1 skipped"));
        CHECK(says(ingest(folder, {other}, "", {}, true), "0 added, 1 replaced"));
    }
    SECTION("from another file with the same text nothing is lost") {
        const auto other = folder.write("two.html", page("As it was.", "https://news.example/7"));
        CHECK(ingest(folder, {other}, "").all);
    }
    CHECK(stored(folder) == 1);
}

TEST_CASE("an article of another list is not replaced unless asked") {
    const ScratchFolder folder;
    const auto first = folder.write("monday.jsonl", line("1", "Monday's first."));
    const auto second = folder.write("tuesday.jsonl", line("1", "Tuesday's first.") + line("2", "Tuesday's second."));
    CHECK(ingest(folder, {first}, "").all);
    const auto refused = ingest(folder, {second}, "");
    CHECK_FALSE(refused.all);
    CHECK(says(refused, second + ":1: error: article \"1\" is in "));
    CHECK(says(refused, "1 added, 1 skipped"));
    CHECK_FALSE(ingest(folder, {"-"}, line("1", "From a pipe.")).all);
    CHECK(ingest(folder, {"-"}, line("1", "From a pipe."), {}, true).all);
    CHECK_FALSE(ingest(folder, {"-"}, line("1", "From another pipe.")).all);
    CHECK(stored(folder) == 2);
}

TEST_CASE("a text that changed in its file is added beside the earlier one, and that is told") {
    const ScratchFolder folder;
    const auto file = folder.write("note.txt", "The first text.");
    CHECK(ingest(folder, {file}, "").all);
    folder.write("note.txt", "The text, corrected.");
    SECTION("without being asked") {
        const auto outcome = ingest(folder, {file}, "");
        CHECK(outcome.all);
        CHECK(says(outcome, "note.txt: note: another text than before: added as \"note-"));
        CHECK(stored(folder) == 2);
    }
    SECTION("with --replace it takes its place") {
        CHECK(says(ingest(folder, {file}, "", {}, true), "0 added, 1 replaced"));
        CHECK(stored(folder) == 1);
    }
}

TEST_CASE("--id is for one article") {
    const ScratchFolder folder;
    ReadOptions reading;
    reading.id = "mine";
    CHECK(ingest(folder, {"-"}, "A text.", reading).all);
    CHECK_FALSE(ingest(folder, {"-"}, "Another text.", reading).all);
    const auto two = ingest(folder, {"-"}, line("1", "One.") + line("2", "Two."), reading, true);
    CHECK_FALSE(two.all);
    CHECK(says(two, "<stdin>:2: error: --id \"mine\" is for one article, and <stdin>:1 was read already"));
    CHECK(stored(folder) == 1);
}

TEST_CASE("what is given twice is counted, and what differs is an error") {
    const ScratchFolder folder;
    const auto list = folder.write("list.jsonl", line("1", "One.") + line("2", "Two."));
    const auto text = folder.write("note.txt", "A text.");
    const auto twice = ingest(folder, {list, text, list, text}, "");
    CHECK(twice.all);
    CHECK(says(twice, "isnad: note: 3 articles were given again with the same id and content, and read once"));
    CHECK(says(twice, "3 added;"));
    const auto other = ingest(folder, {list, "-"}, line("1", "Not one."));
    CHECK_FALSE(other.all);
    CHECK(says(other, "<stdin>:1: error: article \"1\" was read already, from " + list + ":1, and is another there"));
}
