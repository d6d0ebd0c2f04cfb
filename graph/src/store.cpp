#include "isnad/graph/store.hpp"

#include "schema.hpp"
#include "store_impl.hpp"

#include <fmt/format.h>

#include <utility>

namespace isnad {

namespace {

namespace fs = std::filesystem;

sqlite::Connection::Access access(OpenMode mode) {
    switch (mode) {
        case OpenMode::read_only: return sqlite::Connection::Access::read_only;
        case OpenMode::read_write: return sqlite::Connection::Access::read_write;
        case OpenMode::create: return sqlite::Connection::Access::create;
    }
    return sqlite::Connection::Access::read_only;
}

std::chrono::milliseconds waiting_time(const OpenOptions& options) {
    constexpr std::chrono::milliseconds usual{5000};
    return options.busy_timeout.count() == 0 ? usual : options.busy_timeout;
}

[[noreturn]] void refuse(const fs::path& path, StoreError::Kind kind, std::string message) {
    throw StoreError(kind, {.file = path.string(), .message = std::move(message)});
}

/// What SQLite would only call "unable to open database file".
fs::path checked(const fs::path& path, OpenMode mode) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (fs::is_directory(status)) refuse(path, StoreError::Kind::foreign, "is a folder, expected a store file");
    if (fs::exists(status)) return path;
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error))
        refuse(path, StoreError::Kind::missing, fmt::format("the folder {} does not exist", folder.string()));
    if (mode != OpenMode::create)
        refuse(path, StoreError::Kind::missing, "there is no such store; ingest articles to make one");
    return path;
}

}  // namespace

Store::Impl::Impl(const fs::path& path, const OpenOptions& options)
    : db(checked(path, options.mode), access(options.mode), static_cast<int>(waiting_time(options).count())),
      read_only(options.mode == OpenMode::read_only),
      busy_timeout(waiting_time(options)),
      bulk(false) {
    if (!read_only && db.opened_read_only())
        refuse(path, StoreError::Kind::unwritable, "cannot be written: the file is read-only");
    graph::verify_schema(db, options.mode == OpenMode::create);
    if (read_only) {
        graph::set_up(db);
        complete_for_reading();
        return;
    }
    graph::set_up_writer(db);
    if (options.bulk) bulk = graph::drop_indexes(db);
}

void Store::Impl::complete_for_reading() {
    if (db.in_transaction()) return;
    if (file) {
        if (file->data_version() == copied_version) return;
        db.swap(*file);
        file.reset();
    }
    const bool current = graph::is_current(db);
    if (current && !graph::anything_pending(db)) return;
    sqlite::Connection copy(db.path());
    copied_version = db.data_version();
    copy.copy_from(db);
    copy.execute("PRAGMA cache_size = -32768; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF");
    graph::migrate(copy, false);
    graph::fuse_pending(copy);
    graph::join_pending_parts(copy);
    db.swap(copy);
    file.emplace(std::move(copy));
}

void Store::Impl::end_bulk() {
    if (!bulk) return;
    graph::restore_indexes(db);
    bulk = false;
}

void Store::Impl::require_writable() const {
    if (read_only) refuse(db.path(), StoreError::Kind::misuse, "was opened for reading only");
}

Store Store::open(const fs::path& path, const OpenOptions& options) {
    return Store(std::make_unique<Impl>(path, options));
}

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const fs::path& Store::path() const { return m_impl->db.path(); }

Store::Size Store::size() const {
    fuse();
    auto& db = m_impl->db;
    const auto count = [&](const char* sql) { return static_cast<std::size_t>(db.integer(sql).value_or(0)); };
    return {.documents = count("SELECT count(*) FROM document"),
            .actors = count("SELECT count(DISTINCT node) FROM description"),
            .tellings = count("SELECT count(*) FROM telling"),
            .events = count("SELECT count(*) FROM event"),
            .statements = count("SELECT count(*) FROM statement"),
            .edges = count("SELECT count(*) FROM edge")};
}

IngestResult& IngestResult::operator+=(const IngestResult& other) {
    added += other.added;
    unchanged += other.unchanged;
    replaced += other.replaced;
    refused.insert(refused.end(), other.refused.begin(), other.refused.end());
    beside.insert(beside.end(), other.beside.begin(), other.beside.end());
    return *this;
}

}  // namespace isnad
