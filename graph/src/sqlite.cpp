#include "sqlite.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <memory>
#include <new>
#include <utility>

namespace isnad::sqlite {

namespace {

struct Failure {
    StoreError::Kind kind;
    const char* message;
};

Failure describe(int code) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {StoreError::Kind::locked, "another process is writing to this store; try again"};
        case SQLITE_FULL:
            return {StoreError::Kind::full,
                    "could not be written: no space left, or a limit on its size; what was stored before is there"};
        case SQLITE_INTERRUPT:
            return {StoreError::Kind::damaged, "is damaged: it takes more work than a store of its size can need"};
        case SQLITE_NOTADB: return {StoreError::Kind::foreign, "is not an isnad store: not a SQLite database"};
        case SQLITE_READONLY:
            return {StoreError::Kind::unwritable, "cannot be written: the file or its folder is read-only"};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH: return {StoreError::Kind::unwritable, "cannot be opened: no right to read or write it"};
        case SQLITE_CORRUPT: return {StoreError::Kind::damaged, "is damaged"};
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_RANGE:
        case SQLITE_TOOBIG: return {StoreError::Kind::rejected, "the database refused what was to be written"};
        default: return {StoreError::Kind::damaged, "the database failed"};
    }
}

}  // namespace

void fail(sqlite3* connection, const std::filesystem::path& path, int code) {
    if ((code & 0xFF) == SQLITE_NOMEM) throw std::bad_alloc();
    auto failure = describe(code);
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT)
        failure.message = "was left by a writer that was killed, and can be mended only where it can be written";
    const int system = connection != nullptr ? sqlite3_system_errno(connection) : 0;
    const bool no_room = system == ENOSPC || system == EDQUOT || system == EFBIG;
    if ((code & 0xFF) == SQLITE_IOERR && (no_room || code == SQLITE_IOERR_WRITE)) failure = describe(SQLITE_FULL);
    const char* detail = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    throw StoreError(failure.kind, {.file = path.string(), .message = fmt::format("{} ({})", failure.message, detail)});
}

Query::Query(sqlite3* connection, std::shared_ptr<Work> work, std::string_view sql)
    : m_connection(connection), m_work(std::move(work)) {
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &m_statement, nullptr);
    if (code != SQLITE_OK) sqlite::fail(connection, m_work->path, code);
}

Query::~Query() { sqlite3_finalize(m_statement); }

void Query::fail() const { sqlite::fail(m_connection, m_work->path, sqlite3_extended_errcode(m_connection)); }

void Query::bind(int index, std::nullptr_t) {
    if (sqlite3_bind_null(m_statement, index) != SQLITE_OK) fail();
}

void Query::bind_text(int index, std::string_view value, bool copy) {
    const char* data = value.data() != nullptr ? value.data() : "";
    const auto keep = copy ? SQLITE_TRANSIENT : SQLITE_STATIC;
    if (sqlite3_bind_text64(m_statement, index, data, value.size(), keep, SQLITE_UTF8) != SQLITE_OK) fail();
}

void Query::bind(int index, std::string_view value) { bind_text(index, value, true); }
void Query::borrow(int index, std::string_view value) { bind_text(index, value, false); }

void Query::bind(int index, double value) {
    if (sqlite3_bind_double(m_statement, index, value) != SQLITE_OK) fail();
}

void Query::bind_integer(int index, std::int64_t value) {
    if (sqlite3_bind_int64(m_statement, index, value) != SQLITE_OK) fail();
}

void Query::bind_maybe(int index, bool has_value, std::int64_t value) {
    if (has_value)
        bind_integer(index, value);
    else
        bind(index, nullptr);
}

bool Query::step() {
    m_work->used = 0;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail();
}

void Query::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Query::is_null(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(m_statement, column); }
double Query::real(int column) const { return sqlite3_column_double(m_statement, column); }
int Query::columns() const { return sqlite3_column_count(m_statement); }

std::string_view Query::view(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {data != nullptr ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::optional<std::int64_t> Query::maybe_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<Day> Query::maybe_day(int column) const {
    if (is_null(column)) return std::nullopt;
    return day_from(integer(column));
}

Connection::~Connection() {
    m_cache.clear();
    sqlite3_close(m_connection);
}

void Connection::execute(const std::string& sql) {
    m_work->used = 0;
    const int code = sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(m_connection, m_work->path, code);
}

void Connection::end(const char* sql) noexcept {
    m_work->used = 0;
    sqlite3_exec(m_connection, sql, nullptr, nullptr, nullptr);
}

Query& Connection::cached(const char* sql) {
    auto& slot = m_cache[sql];
    if (!slot) slot = std::make_unique<Query>(m_connection, m_work, sql);
    return *slot;
}

RowId Connection::last_id() const { return sqlite3_last_insert_rowid(m_connection); }
std::int64_t Connection::changes() const { return sqlite3_changes64(m_connection); }
bool Connection::in_transaction() const { return sqlite3_get_autocommit(m_connection) == 0; }
bool Connection::opened_read_only() const { return sqlite3_db_readonly(m_connection, "main") == 1; }
std::int64_t Connection::data_version() { return integer("PRAGMA data_version").value_or(0); }

void Connection::swap(Connection& other) noexcept {
    m_work.swap(other.m_work);
    std::swap(m_connection, other.m_connection);
    m_cache.swap(other.m_cache);
}

Transaction::Transaction(Connection& connection) : m_connection(&connection) { connection.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!m_open || !m_connection->in_transaction()) return;
    m_connection->end("ROLLBACK");  // where it fails, closing the connection rolls back as well
}

void Transaction::commit() {
    m_connection->execute("COMMIT");
    m_open = false;
}

ReadTransaction::ReadTransaction(Connection& connection)
    : m_connection(&connection), m_own(!connection.in_transaction()) {
    if (m_own) connection.execute("BEGIN");
}

ReadTransaction::~ReadTransaction() {
    if (m_own) m_connection->end("COMMIT");  // nothing was written
}

}  // namespace isnad::sqlite
