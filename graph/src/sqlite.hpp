#pragma once
// SQLite for this room: connections, cached statements, transactions. Every failure is a StoreError, or std::bad_alloc.

#include "isnad/core/calendar.hpp"
#include "isnad/graph/store_error.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace isnad::sqlite {

using RowId = std::int64_t;

[[nodiscard]] inline std::int64_t day_number(Day day) { return day.time_since_epoch().count(); }
[[nodiscard]] inline Day day_from(std::int64_t number) { return Day{date::days{static_cast<int>(number)}}; }

/// What a connection's statements share: where the store lies, and how much was done since the last row.
struct Work {
    std::filesystem::path path;
    std::int64_t used = 0;  ///< in thousands of SQLite's steps
};

/// A prepared statement. Bound parameters count from 1, columns from 0.
class Query {
public:
    Query(sqlite3* connection, std::shared_ptr<Work> work, std::string_view sql);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    void bind(int index, std::nullptr_t);
    /// Text is copied. borrow() is for who steps to the end before the text goes: Connection::run and integer.
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void borrow(int index, std::string_view value);
    void bind(int index, double value);
    void bind(int index, Day value) { bind_integer(index, day_number(value)); }
    template <class T>
    requires std::is_integral_v<T>
    void bind(int index, T value) { bind_integer(index, static_cast<std::int64_t>(value)); }
    template <class T>
    requires std::is_integral_v<T>
    void bind(int index, const std::optional<T>& value) {
        bind_maybe(index, value.has_value(), static_cast<std::int64_t>(value.value_or(T{})));
    }
    void bind(int index, const std::optional<Day>& value) {
        bind_maybe(index, value.has_value(), day_number(value.value_or(Day{})));
    }

    /// True when there is a row to read.
    bool step();
    /// Ready for the next use; what was bound is let go.
    void reset();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view view(int column) const;  ///< until the next step
    [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
    [[nodiscard]] int columns() const;
    [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const;
    [[nodiscard]] std::optional<Day> maybe_day(int column) const;
    [[nodiscard]] Interval interval(int column) const { return {maybe_day(column), maybe_day(column + 1)}; }

private:
    void bind_text(int index, std::string_view value, bool copy);
    void bind_integer(int index, std::int64_t value);
    void bind_maybe(int index, bool has_value, std::int64_t value);
    [[noreturn]] void fail() const;

    sqlite3* m_connection;
    std::shared_ptr<Work> m_work;
    sqlite3_stmt* m_statement = nullptr;
};

/// A cached query in use; gives it back, reset, at the end of its scope.
class Rows {
public:
    explicit Rows(Query& query) : m_query(&query) {}
    ~Rows() { m_query->reset(); }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    bool next() { return m_query->step(); }
    [[nodiscard]] const Query* operator->() const { return m_query; }
    [[nodiscard]] const Query& operator*() const { return *m_query; }

private:
    Query* m_query;
};

/// Whatever a file says, a connection runs no SQL of the file's author (views and triggers are off, and no other file
/// can be attached), and gives up on a statement that takes more work than a file of its size can need.
class Connection {
public:
    /// read_only leaves the file as it is, and reads it where nobody may write.
    enum class Access : std::uint8_t { read_only, read_write, create };

    Connection(std::filesystem::path path, Access access, int busy_milliseconds);
    /// An empty database that is gone with the connection; messages call it by `path`.
    explicit Connection(std::filesystem::path path);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    Connection(Connection&& other) noexcept { swap(other); }
    Connection& operator=(Connection&&) = delete;

    /// Becomes a copy of what `original` holds.
    void copy_from(Connection& original);
    void swap(Connection& other) noexcept;

    /// Runs statements that give no rows.
    void execute(const std::string& sql);

    /// Ends a transaction as well as can be.
    void end(const char* sql) noexcept;

    /// A statement prepared once and kept. `sql` must be a literal: its address is the key.
    [[nodiscard]] Query& cached(const char* sql);

    /// Runs a cached statement that gives no rows.
    template <class... Values>
    void run(const char* sql, const Values&... values) {
        Query& query = cached(sql);
        Rows rows(query);
        borrow_all(query, values...);
        while (rows.next()) {
        }
    }

    /// Rows of a cached statement; the same literal must not be in use already.
    template <class... Values>
    [[nodiscard]] Rows rows(const char* sql, const Values&... values) {
        Query& query = cached(sql);
        int index = 0;
        (query.bind(++index, values), ...);
        return Rows(query);
    }

    /// The first column of the first row.
    template <class... Values>
    [[nodiscard]] std::optional<std::int64_t> integer(const char* sql, const Values&... values) {
        Query& query = cached(sql);
        Rows result(query);
        borrow_all(query, values...);
        if (!result.next()) return std::nullopt;
        return result->maybe_integer(0);
    }

    [[nodiscard]] RowId last_id() const;
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] bool in_transaction() const;
    /// SQLite opens a write-protected file for reading without a word.
    [[nodiscard]] bool opened_read_only() const;
    /// Another number when another connection has written since.
    [[nodiscard]] std::int64_t data_version();
    [[nodiscard]] const std::filesystem::path& path() const { return m_work->path; }
    [[nodiscard]] std::unique_ptr<Query> prepare(std::string_view sql) {
        return std::make_unique<Query>(m_connection, m_work, sql);
    }

private:
    template <class... Values>
    static void borrow_all(Query& query, const Values&... values) {
        int index = 0;
        (borrow_or_bind(query, ++index, values), ...);
    }
    template <class Value>
    static void borrow_or_bind(Query& query, int index, const Value& value) {
        if constexpr (std::is_convertible_v<const Value&, std::string_view> && !std::is_null_pointer_v<Value>)
            query.borrow(index, value);
        else
            query.bind(index, value);
    }

    void open(const std::string& name, int flags);
    void guard();

    std::shared_ptr<Work> m_work;
    sqlite3* m_connection = nullptr;
    std::unordered_map<const char*, std::unique_ptr<Query>> m_cache;
};

/// Rolls back unless committed. Takes the write lock at once.
class Transaction {
public:
    explicit Transaction(Connection& connection);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection* m_connection;
    bool m_open = true;
};

/// A stable view of the store for several reads; does nothing inside a transaction.
class ReadTransaction {
public:
    explicit ReadTransaction(Connection& connection);
    ~ReadTransaction();
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Connection* m_connection;
    bool m_own;
};

/// Throws what a failed call of SQLite means.
[[noreturn]] void fail(sqlite3* connection, const std::filesystem::path& path, int code);

}  // namespace isnad::sqlite
