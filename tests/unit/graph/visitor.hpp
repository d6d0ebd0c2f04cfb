#pragma once
// A second program at a store's file.

#include <sqlite3.h>

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

namespace story {

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

    /// Rows changed so far.
    [[nodiscard]] int changes() const { return sqlite3_total_changes(m_db); }

private:
    sqlite3* m_db = nullptr;
};

}  // namespace story
