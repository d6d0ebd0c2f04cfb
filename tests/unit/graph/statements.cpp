// The room's own use of SQLite: what is bound lives as long as it is read.

#include "sqlite.hpp"

#include "story.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace isnad;

TEST_CASE("rows keep the text that they were asked with, and a statement lets it go") {
    const story::TemporaryStore store;
    sqlite::Connection db(store.folder() / "plain.db", sqlite::Connection::Access::create, 100);
    const auto ask = [&](char letter) { return db.rows("SELECT ?1", std::string(100, letter)); };
    {
        auto rows = ask('x');
        const std::string other(100, 'y');  // takes the place that the asked text had
        REQUIRE(rows.next());
        CHECK(rows->view(0) == std::string(100, 'x'));
    }
    CHECK(db.integer("SELECT length(?1)", std::string(100, 'x')) == 100);
    db.run("CREATE TABLE kept (text)");
    db.run("INSERT INTO kept VALUES (?1)", std::string(100, 'z'));
    CHECK(db.integer("SELECT count(*) FROM kept WHERE text = ?1", std::string(100, 'z')) == 1);
    auto& query = db.cached("SELECT ?1");
    REQUIRE(query.step());
    CHECK(query.is_null(0));
    query.reset();
}
