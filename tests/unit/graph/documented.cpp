// docs/store.md says what it says: its queries run, and files that are no store are refused as it describes.

#include "story.hpp"

#include <sqlite3.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace isnad;
using namespace story;

namespace {

/// A second program at the file.
class Visitor {
public:
    explicit Visitor(const std::filesystem::path& path) { REQUIRE(sqlite3_open(path.c_str(), &m_db) == SQLITE_OK); }
    ~Visitor() { sqlite3_close(m_db); }
    Visitor(const Visitor&) = delete;
    Visitor& operator=(const Visitor&) = delete;

    void run(const std::string& sql) {
        char* message = nullptr;
        const int code = sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, &message);
        INFO(sql << "\n" << (message != nullptr ? message : ""));
        CHECK(code == SQLITE_OK);
        sqlite3_free(message);
    }

    int rows(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        INFO(sql);
        REQUIRE(sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        int count = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) ++count;
        sqlite3_finalize(statement);
        return count;
    }

private:
    sqlite3* m_db = nullptr;
};

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
    CHECK(tampered("UPDATE mention SET \"end\" = 100000") == 1);
    CHECK(tampered("DELETE FROM node WHERE key = 'person/john_kerry'") > 0);
    CHECK(tampered("DELETE FROM event WHERE node = (SELECT min(node) FROM event)") > 0);
    CHECK(tampered("UPDATE telling SET place = NULL, from_day = from_day + 3 WHERE key = '003-e0'") > 0);
}
