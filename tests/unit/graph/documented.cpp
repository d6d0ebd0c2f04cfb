// docs/store.md says what it says: its queries run, and files that are no store are refused as it describes.

#include "story.hpp"
#include "visitor.hpp"

#include <sys/resource.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace isnad;
using namespace story;

namespace {

StoreError::Kind refusal(const std::filesystem::path& path, OpenMode mode) {
    try {
        const auto store = Store::open(path, {.mode = mode, .busy_timeout = std::chrono::milliseconds(10)});
    } catch (const StoreError& error) {
        return error.kind();
    }
    FAIL("opened");
    return StoreError::Kind::misuse;
}

}  // namespace

TEST_CASE("the ten documented queries run and answer") {
    TemporaryStore store;
    store->add(moscow_story());
    store->fuse();
    std::ifstream in(std::filesystem::path(ISNAD_SOURCE_DIR) / "docs" / "store.md");
    const std::string page{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    Visitor visitor(store.path());
    int queries = 0;
    constexpr std::string_view begin = "```sql\n";
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
        const auto from = at + begin.size();
        CHECK(visitor.rows(page.substr(from, page.find("```", from) - from)) > 0);
        ++queries;
    }
    CHECK(queries == 10);
}

TEST_CASE("another program's database and a later version are refused and left as they are") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto foreign = store.folder() / "foreign.db";
    Visitor(foreign).run("CREATE TABLE t (a); PRAGMA application_id = 7");
    CHECK(refusal(foreign, OpenMode::create) == StoreError::Kind::foreign);
    CHECK(Visitor(foreign).rows("SELECT * FROM sqlite_schema") == 1);
    Visitor(foreign).run("PRAGMA application_id = 0");
    CHECK(refusal(foreign, OpenMode::create) == StoreError::Kind::foreign);

    store.close();
    Visitor(store.path()).run("PRAGMA user_version = 99");
    CHECK(refusal(store.path(), OpenMode::read_only) == StoreError::Kind::newer);
    CHECK(refusal(store.path(), OpenMode::read_write) == StoreError::Kind::newer);
}

TEST_CASE("a store of the first version is brought up to date, and loses nothing by it") {
    TemporaryStore store;
    const auto old = store.folder() / "old.db";
    {
        std::ifstream in(std::filesystem::path(ISNAD_SOURCE_DIR) / "graph" / "schema" / "001.sql");
        Visitor visitor(old);
        visitor.run(std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()});
        visitor.run("PRAGMA application_id = 1230196292; PRAGMA user_version = 1");
        visitor.run("INSERT INTO node (id, key, type) VALUES (1, 'document/x', 'document'), (2, 'event/e', 'event')");
        visitor.run("INSERT INTO document VALUES (1, 'x', 17000, NULL, NULL, '', '', '', 'ar', 'text', 'd', 'd')");
        visitor.run("INSERT INTO edge VALUES (7, 2, 'reported_by', 1, 17000, 17000, 17000)");
        visitor.run("INSERT INTO evidence VALUES (7, 1, 0, 4, 'rule')");
    }
    CHECK(Store::open(old).size().documents == 1);  // on a copy: the file is left as it is
    CHECK(Visitor(old).rows("SELECT * FROM pragma_user_version WHERE user_version = 1") == 1);
    auto opened = Store::open(old, {.mode = OpenMode::read_write});
    Visitor visitor(old);
    CHECK(visitor.rows("SELECT * FROM edge WHERE id = 7 AND type = 'reported_by'") == 1);
    CHECK(visitor.rows("SELECT * FROM evidence WHERE edge = 7") == 1);
    CHECK(visitor.rows("PRAGMA foreign_key_check") == 0);
    CHECK(visitor.rows("SELECT * FROM sqlite_schema WHERE name = 'edge_key'") == 1);
    CHECK(opened.add(moscow_story()).added == 5);
}

TEST_CASE("a bulk load builds its indexes in the end, and what was killed on the way gets them back") {
    TemporaryStore plain;
    plain->add(moscow_story());
    const auto indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
    const auto all = Visitor(plain.path()).rows(indexes);
    const auto path = plain.folder() / "bulk.db";
    {
        auto bulk = Store::open(path, {.mode = OpenMode::create, .bulk = true});
        CHECK(Visitor(path).rows(indexes) < all);
        bulk.add(moscow_story());
        CHECK(bulk.content_hash() == plain->content_hash());
        CHECK(Visitor(path).rows(indexes) == all);
        CHECK(bulk.check().empty());
    }
    const auto broken = plain.folder() / "broken.db";
    Store::open(broken, {.mode = OpenMode::create, .bulk = true}).add(moscow_story());
    CHECK(Visitor(broken).rows(indexes) < all);
    const auto again = Store::open(broken, {.mode = OpenMode::read_write});
    CHECK(Visitor(broken).rows(indexes) == all);
    CHECK(again.content_hash() == plain->content_hash());
    CHECK(Store::open(path, {.mode = OpenMode::read_write, .bulk = true}).content_hash() == plain->content_hash());
}

TEST_CASE("a second writer is told that the store is locked, and nothing is lost") {
    TemporaryStore store;
    const auto story = moscow_story();
    store->add(std::span(story).first(3));
    const auto hash = store->content_hash();
    auto other =
        Store::open(store.path(), {.mode = OpenMode::read_write, .busy_timeout = std::chrono::milliseconds(5)});
    {
        Visitor visitor(store.path());
        visitor.run("BEGIN IMMEDIATE");
        try {
            other.add(story);
            FAIL("wrote");
        } catch (const StoreError& error) {
            CHECK(error.kind() == StoreError::Kind::locked);
        }
        CHECK(Store::open(store.path()).content_hash() == hash);  // readers go on
    }
    CHECK(other.add(story).added == 2);
}

TEST_CASE("a full disk stops a batch and keeps what was there") {
    TemporaryStore store;
    const auto story = moscow_story();
    store->add(std::span(story).first(2));
    const auto hash = store->content_hash();
    auto big = story[2];
    big.document.text += std::string(8'000'000, 'x');
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{4'000'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    std::optional<StoreError::Kind> kind;
    try {
        store->add({&big, 1});
    } catch (const StoreError& error) {
        kind = error.kind();
        UNSCOPED_INFO(error.what());
    }
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(kind == StoreError::Kind::full);
    CHECK(store->content_hash() == hash);
    CHECK(store->check().empty());
    CHECK(store->add(story).added == 3);
}

TEST_CASE("check finds what was tampered with") {
    const auto tampered = [](const std::string& sql) {
        TemporaryStore store;
        store->add(moscow_story());
        store->fuse();
        Visitor(store.path()).run(sql);
        return store->check().size();
    };
    CHECK(tampered("SELECT 1") == 0);
    CHECK(tampered("UPDATE document SET text = text || ' ' WHERE id = '000'") == 1);
    CHECK(tampered("UPDATE mention SET \"end\" = 100000") > 0);
    CHECK(tampered("DELETE FROM node WHERE key = 'person/john_kerry'") > 0);
    CHECK(tampered("DELETE FROM event WHERE node = (SELECT min(node) FROM event)") > 0);
    CHECK(tampered("UPDATE telling SET place = NULL, from_day = from_day + 3 WHERE key = '003-e0'") > 0);
}
