// One article must not end a run: each stage is made to throw for one article, and the others go in.

#include "ingest_job.hpp"
#include "record_lines.hpp"
#include "terminal.hpp"

#include "isnad/extract/lexicon_files.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <new>
#include <sstream>
#include <stdexcept>

namespace fs = std::filesystem;
using namespace isnad;
using namespace isnad::app;

namespace {

enum class Thrown { error, no_memory, number };

/// Throws for one article at one stage.
StageHook trap(Stage at, std::string id, Thrown what) {
    return [=](Stage stage, const Document& document) {
        if (stage != at || document.id != id) return;
        if (what == Thrown::error) throw std::out_of_range("on purpose");
        if (what == Thrown::no_memory) throw std::bad_alloc();
        throw 7;
    };
}

std::string article(const std::string& id) {
    return R"({"id":")" + id + R"(","published":"2016-07-14","text":"It was the 13 July 2016."})" + "\n";
}

struct Outcome {
    bool all = true;
    std::string out;
    std::string messages;
};

Outcome ingest(const std::string& input, const StageHook& hook, const fs::path& db) {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal(in, out, err, false);
    ReadOptions reading;
    reading.infer_published = true;
    reading.at_stage = hook;
    ArticleReader reader({"-"}, reading, in);
    IngestOptions options{db.string(), {}, {}, {}};
    options.work.at_stage = hook;
    options.work.batch_articles = 4;
    const bool all = IngestJob(std::move(options), terminal).run(reader);
    return {all, out.str(), err.str()};
}

Outcome records(const std::string& input, const StageHook& hook) {
    static const Language language{embedded_lexicon()};
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal(in, out, err, false);
    ReadOptions reading;
    reading.at_stage = hook;
    ArticleReader reader({"-"}, reading, in);
    PipelineOptions options;
    options.at_stage = hook;
    const bool all = write_records(reader, language, options, out, terminal);
    return {all, out.str(), err.str()};
}

/// A path for a store; what is there goes when it does.
class Scratch {
public:
    Scratch() { clear(); }
    ~Scratch() { clear(); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    operator const fs::path&() const { return m_path; }

private:
    void clear() const {
        for (const char* end : {"", "-wal", "-shm"}) fs::remove(m_path.string() + end);
    }
    fs::path m_path = fs::temp_directory_path() / ("isnad_walls_" + std::to_string(getpid()) + ".db");
};

std::size_t documents(const fs::path& db) { return Store::open(db).size().documents; }

std::size_t lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

const std::string three = article("a") + article("b") + article("c");

}  // namespace

TEST_CASE("whatever a stage throws, the article is named and the others are stored") {
    const auto stage = GENERATE(Stage::reading, Stage::extraction, Stage::store);
    const auto [what, words] = GENERATE(table<Thrown, std::string>({
        {Thrown::error, "on purpose"},
        {Thrown::no_memory, "out of memory"},
        {Thrown::number, "an unknown failure"},
    }));
    const Scratch db;
    const auto outcome = ingest(three, trap(stage, "b", what), db);
    INFO(outcome.messages);
    CHECK_FALSE(outcome.all);
    CHECK(documents(db) == 2);
    CHECK(outcome.messages.find("<stdin>:2: error: article \"b\" could not be ") != std::string::npos);
    CHECK(outcome.messages.find(words) != std::string::npos);
    CHECK(outcome.messages.find("2 added, 1 skipped") != std::string::npos);
}

TEST_CASE("whatever a stage throws, the records of the others are written") {
    const auto stage = GENERATE(Stage::reading, Stage::extraction, Stage::record);
    const auto outcome = records(three, trap(stage, "b", Thrown::error));
    INFO(outcome.messages);
    CHECK_FALSE(outcome.all);
    CHECK(lines(outcome.out) == 2);
    CHECK(lines(outcome.messages) == 1);
    CHECK(outcome.messages.starts_with("<stdin>:2: error: article \"b\" could not be "));
}

TEST_CASE("of a thousand articles with one that throws, 999 are stored") {
    std::string input;
    for (int i = 0; i < 1000; ++i) input += article("n" + std::to_string(i));
    const Scratch db;
    const auto outcome = ingest(input, trap(Stage::store, "n617", Thrown::error), db);
    CHECK_FALSE(outcome.all);
    CHECK(documents(db) == 999);
    CHECK(lines(outcome.messages) == 2);
}

TEST_CASE("an article without a publication time has a wall, too") {
    const auto stage = GENERATE(Stage::extraction, Stage::store);
    const Scratch db;
    std::ifstream in(ISNAD_SOURCE_DIR "/tests/golden/inputs/undated.jsonl");
    std::string first;
    std::getline(in, first);
    std::string second = first;
    second.replace(second.find("i1"), 2, "i9");
    const auto outcome = ingest(first + "\n" + second + "\n", trap(stage, "i1", Thrown::error), db);
    INFO(outcome.messages);
    CHECK_FALSE(outcome.all);
    CHECK(documents(db) == 1);
}

TEST_CASE("what lies in the store and not in an article ends the run") {
    const StageHook full = [](Stage stage, const Document&) {
        if (stage == Stage::store)
            throw StoreError(StoreError::Kind::full, {.file = "s.db", .message = "no space left"});
    };
    const Scratch db;
    CHECK_THROWS_AS(ingest(three, full, db), StoreError);
}

TEST_CASE("what the store refuses of an article stays out by itself") {
    const StageHook refused = [](Stage stage, const Document& document) {
        if (stage == Stage::store && document.id == "c")
            throw StoreError(StoreError::Kind::rejected, {.file = "s.db", .message = "too big"});
    };
    const Scratch db;
    const auto outcome = ingest(three, refused, db);
    CHECK(documents(db) == 2);
    CHECK(outcome.messages.find("<stdin>:3: error: article \"c\" could not be stored: too big") != std::string::npos);
}
