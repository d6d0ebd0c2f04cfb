// A store from elsewhere is data: no SQL of its author is run, and reading it changes nothing.

#include "sqlite.hpp"
#include "story.hpp"
#include "visitor.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <iterator>

using namespace isnad;
using namespace story;

namespace {

std::string bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Why it is not opened; empty when it is.
std::string refusal(const std::filesystem::path& path, OpenMode mode) {
    try {
        const auto store = Store::open(path, {.mode = mode});
        static_cast<void>(store.content_hash());
        return {};
    } catch (const StoreError& error) {
        return error.diagnostic().message;
    }
}

/// Runs as a user who owns nothing here; true when `work` said so.
bool as_nobody(const std::function<bool()>& work) {
    const auto child = fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(2);
        try {
            _exit(work() ? 0 : 1);
        } catch (const std::exception& error) {
            std::fputs(error.what(), stderr);
            _exit(3);
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("SQL that a store brings along is not run") {
    TemporaryStore store;
    store->add(moscow_story());
    store->fuse();
    store.close();
    const auto created = store.folder() / "created";
    Visitor(store.path())
        .run("INSERT INTO dropped_index VALUES ('zz', 'COMMIT; DELETE FROM document; VACUUM INTO ''" +
             created.string() +
             "''; BEGIN'), ('edge_key; DELETE FROM document', ''); INSERT INTO pending SELECT min(block) FROM telling");
    for (const auto mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create})
        CHECK(Store::open(store.path(), {.mode = mode}).size().documents == 5);
    CHECK_FALSE(std::filesystem::exists(created));
}

TEST_CASE("a store with anything of its own in it is refused, whoever asks") {
    constexpr const char* additions[] = {
        "CREATE TRIGGER t AFTER INSERT ON pending BEGIN DELETE FROM document; END",
        "CREATE TABLE more (a)",
        "CREATE INDEX more ON document (title)",
        "CREATE VIEW v AS SELECT 1",
        "DROP VIEW IF EXISTS v; ALTER TABLE event RENAME TO told; CREATE VIEW event AS WITH "
        "RECURSIVE r(n) AS (SELECT 1 "
        "UNION ALL SELECT n + 1 FROM r) SELECT n AS node FROM r",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'NOT "
        "NULL', '') WHERE name = 'document'",
        "INSERT INTO document_words (document_words, rank) VALUES ('rank', 'bm25(10.0)')",
        "DROP TABLE evidence",
        "DROP INDEX telling_block"};
    for (const auto* sql : additions) {
        INFO(sql);
        TemporaryStore store;
        store->add(moscow_story());
        store->fuse();
        store.close();
        Visitor(store.path()).run(sql);
        const auto before = bytes(store.path());
        for (const auto mode : {OpenMode::read_only, OpenMode::read_write, OpenMode::create})
            CHECK_FALSE(refusal(store.path(), mode).empty());
        CHECK(bytes(store.path()) == before);
    }
}

TEST_CASE("a version that no isnad has written is refused") {
    TemporaryStore store;
    store->add(moscow_story());
    store.close();
    for (const auto* version : {"-1", "0"}) {
        Visitor(store.path()).run(std::string("PRAGMA user_version = ") + version);
        CHECK_FALSE(refusal(store.path(), OpenMode::read_only).empty());
        CHECK_FALSE(refusal(store.path(), OpenMode::create).empty());
    }
}

TEST_CASE("work without end is given up") {
    TemporaryStore store;
    store->add(moscow_story());
    sqlite::Connection db(store.path(), sqlite::Connection::Access::read_only, 0);
    CHECK_THROWS_AS(db.integer("WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"),
                    StoreError);
    CHECK(db.integer("SELECT count(*) FROM document") == 5);
    CHECK_THROWS_AS(db.execute("DELETE FROM document"), StoreError);
    CHECK_THROWS_AS(db.execute("ATTACH 'other.db' AS a; ATTACH 'more.db' AS b"), StoreError);
}

TEST_CASE("readers leave the file as it is, and answer as if all were fused") {
    TemporaryStore store;
    const auto story = moscow_story();
    store->add(std::span(story).first(3));
    store->fuse();
    store->add(story);  // killed before it was fused
    store.close();
    const auto before = bytes(store.path());
    std::string hash;
    {
        const auto reader = Store::open(store.path());
        hash = reader.content_hash();
        CHECK(reader.check().empty());
        CHECK(reader.size().documents == 5);
    }
    CHECK(bytes(store.path()) == before);
    CHECK_FALSE(std::filesystem::exists(store.path().string() + "-wal"));
    CHECK_FALSE(std::filesystem::exists(store.path().string() + "-shm"));
    store.reopen(OpenMode::read_write);
    CHECK(store->content_hash() == hash);
}

TEST_CASE("a reader goes on with what others have written since") {
    TemporaryStore store;
    const auto story = moscow_story();
    store->add(std::span(story).first(2));
    const auto reader = Store::open(store.path());
    CHECK(reader.size().documents == 2);
    store->add(std::span(story).first(4));
    CHECK(reader.size().documents == 4);
    store->add(story);
    store->fuse();
    CHECK(reader.content_hash() == store->content_hash());
}

TEST_CASE("what stands in a folder where one may not write is read") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto hash = store->content_hash();
    const auto fused = store.folder() / "50% of #1?";
    const auto pending = store.folder() / "pending";
    std::filesystem::create_directories(fused);
    std::filesystem::create_directories(pending);
    store.close();
    std::filesystem::copy(store.path(), fused / "story.db");
    std::filesystem::copy(store.path(), pending / "story.db");
    Visitor(pending / "story.db")
        .run(
            "PRAGMA foreign_keys = ON; INSERT INTO pending SELECT DISTINCT block FROM telling; "
            "DELETE FROM node WHERE type = 'event'");
    namespace fs = std::filesystem;
    fs::permissions(store.folder(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    for (const auto& folder : {fused, pending}) {
        fs::permissions(folder / "story.db", fs::perms::owner_read | fs::perms::others_read);
        fs::permissions(
            folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
        CHECK(as_nobody([&] { return Store::open(folder / "story.db").content_hash() == hash; }));
        CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
        fs::permissions(folder, fs::perms::owner_all);
    }
}

TEST_CASE("a store that was being made when its writer was killed is read as what it is") {
    TemporaryStore store;
    store->add(moscow_story());
    store->fuse();
    const auto hash = store->content_hash();
    store.close();
    const auto hot = store.folder() / "hot.db";
    const auto child = fork();
    if (child == 0) {  // dies with a hot journal beside the file
        sqlite3* db = nullptr;
        std::filesystem::copy(store.path(), hot);
        sqlite3_open(hot.c_str(), &db);
        sqlite3_exec(db,
                     "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN; UPDATE document SET text = '', "
                     "title = hex(zeroblob(100000)); DELETE FROM evidence",
                     nullptr, nullptr, nullptr);
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(std::filesystem::file_size(hot.string() + "-journal") > 0);
    CHECK(refusal(hot, OpenMode::read_only).empty());
    CHECK(Store::open(hot).content_hash() == hash);
}
