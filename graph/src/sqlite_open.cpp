// How a store's file is opened: what stands in it is data, and readers leave it as it is.

#include "sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <utility>

namespace isnad::sqlite {

namespace {

namespace fs = std::filesystem;

constexpr int steps_counted = 1000;

std::int64_t size_of(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

fs::path beside(const fs::path& path, const char* ending) { return fs::path(path).concat(ending); }

/// Whether a statement has done more since its last row than any of ours needs: they go through a file a few times,
/// some ten steps a row of some ten bytes.
int overworked(void* data) {
    constexpr std::int64_t always_allowed = 200'000'000 / steps_counted;
    constexpr std::int64_t steps_a_byte = 64;
    auto& work = *static_cast<Work*>(data);
    if (++work.used < always_allowed) return 0;
    const auto bytes = size_of(work.path) + size_of(beside(work.path, "-wal"));
    return work.used > always_allowed + bytes * steps_a_byte / steps_counted ? 1 : 0;
}

std::string uri(const fs::path& path, const char* parameters) {
    std::string out = "file:";
    for (const char c : path.string()) {
        const auto u = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#' || u < 0x21 || u > 0x7E)
            out += fmt::format("%{:02X}", u);
        else
            out += c;
    }
    return out + parameters;
}

struct Opening {
    std::string name;
    int flags = SQLITE_OPEN_READONLY;
    bool query_only = false;
};

/// A reader takes the right to write where it has it, and makes no use of it: SQLite can then undo what a killed
/// writer left by halves, and takes its own files away in the end. Where nobody may write and nothing lies beside the
/// file, it is taken as it is, without the files that a WAL needs.
Opening for_reading(const fs::path& path) {
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const bool writable = access(path.c_str(), W_OK) == 0 && access(folder.c_str(), W_OK) == 0;
    std::error_code error;
    const bool alone = !fs::exists(beside(path, "-wal"), error) && size_of(beside(path, "-journal")) == 0;
    if (!writable && alone) return {uri(fs::absolute(path), "?immutable=1"), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI};
    if (writable && size_of(beside(path, "-wal")) == 0) return {path.string(), SQLITE_OPEN_READWRITE, true};
    return {path.string()};
}

Opening opening(const fs::path& path, Connection::Access access) {
    switch (access) {
        case Connection::Access::read_only: return for_reading(path);
        case Connection::Access::read_write: return {path.string(), SQLITE_OPEN_READWRITE};
        case Connection::Access::create: return {path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    }
    return {path.string()};
}

}  // namespace

void Connection::open(const std::string& name, int flags) {
    const int code = sqlite3_open_v2(name.c_str(), &m_connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) {
        try {
            fail(m_connection, m_work->path, code);
        } catch (...) {
            sqlite3_close(m_connection);
            throw;
        }
    }
    sqlite3_extended_result_codes(m_connection, 1);
    guard();
}

void Connection::guard() {
    for (const auto& [option, value] :
         {std::pair(SQLITE_DBCONFIG_DEFENSIVE, 1), std::pair(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
          std::pair(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), std::pair(SQLITE_DBCONFIG_ENABLE_VIEW, 0),
          std::pair(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)})
        sqlite3_db_config(m_connection, option, value, nullptr);
    for (const auto& [limit, most] :
         {std::pair(SQLITE_LIMIT_ATTACHED, 1), std::pair(SQLITE_LIMIT_EXPR_DEPTH, 100),
          std::pair(SQLITE_LIMIT_COMPOUND_SELECT, 20), std::pair(SQLITE_LIMIT_TRIGGER_DEPTH, 20),
          std::pair(SQLITE_LIMIT_WORKER_THREADS, 0)})
        sqlite3_limit(m_connection, limit, most);
    sqlite3_progress_handler(m_connection, steps_counted, overworked, m_work.get());
}

Connection::Connection(fs::path path, Access access, int busy_milliseconds)
    : m_work(std::make_shared<Work>(Work{std::move(path)})) {
    const auto how = opening(m_work->path, access);
    open(how.name, how.flags);
    sqlite3_busy_timeout(m_connection, busy_milliseconds);
    if (how.query_only) execute("PRAGMA query_only = ON");
}

Connection::Connection(fs::path path) : m_work(std::make_shared<Work>(Work{std::move(path)})) {
    open("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

void Connection::copy_from(Connection& original) {
    m_cache.clear();
    sqlite3_backup* backup = sqlite3_backup_init(m_connection, "main", original.m_connection, "main");
    if (backup == nullptr) fail(m_connection, m_work->path, sqlite3_extended_errcode(m_connection));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) fail(m_connection, m_work->path, code);
}

}  // namespace isnad::sqlite
