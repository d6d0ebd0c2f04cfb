#include "isnad/core/embedded_file.hpp"
#include "store_impl.hpp"

#include <fmt/format.h>

namespace isnad::graph {

namespace schema {
EmbeddedFiles files();  // made by the build: one migration a file, in order
}

namespace {

std::int64_t pragma(sqlite::Connection& db, std::string_view name) {
    auto query = db.prepare(fmt::format("PRAGMA {}", name));
    return query->step() ? query->integer(0) : 0;
}

bool is_blank(sqlite::Connection& db) {
    auto query = db.prepare("SELECT count(*) FROM sqlite_schema");
    return query->step() && query->integer(0) == 0 && pragma(db, "application_id") == 0;
}

[[noreturn]] void refuse(const sqlite::Connection& db, StoreError::Kind kind, std::string message) {
    throw StoreError(kind, {.file = db.path().string(), .message = std::move(message)});
}

void migrate(sqlite::Connection& db) {
    const auto files = schema::files();
    if (pragma(db, "user_version") >= static_cast<std::int64_t>(files.size())) return;
    sqlite::Transaction transaction(db);
    const auto from = static_cast<std::size_t>(pragma(db, "user_version"));  // another process may have been first
    for (std::size_t version = from; version < files.size(); ++version) db.execute(std::string(files[version].text));
    db.execute(fmt::format("PRAGMA application_id = {}", application_id));
    db.execute(fmt::format("PRAGMA user_version = {}", files.size()));
    transaction.commit();
}

}  // namespace

void prepare_schema(sqlite::Connection& db, OpenMode mode) {
    const bool blank = is_blank(db);  // the first read: says so when the file is not SQLite
    if (blank && mode != OpenMode::create)
        refuse(db, StoreError::Kind::foreign, "is empty, not an isnad store; ingest articles into it first");
    if (!blank && pragma(db, "application_id") != application_id)
        refuse(db, StoreError::Kind::foreign, "is a database of another program, not an isnad store");
    const auto version = pragma(db, "user_version");
    const auto known = static_cast<std::int64_t>(schema::files().size());
    if (version > known)
        refuse(db, StoreError::Kind::newer,
               fmt::format("was written by a later isnad: found store version {}, this program knows up to {}", version,
                           known));
    db.execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA secure_delete = OFF");
    if (mode != OpenMode::read_only) {
        db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000");
        migrate(db);  // before foreign keys: dropping a table that was rebuilt would take its children along
        restore_indexes(db);
    } else if (version < known) {
        refuse(
            db, StoreError::Kind::misuse,
            fmt::format("is of store version {}; open it once for writing to bring it to version {}", version, known));
    }
    db.execute("PRAGMA foreign_keys = ON");
}

std::string document_node_key(std::string_view id) { return fmt::format("document/{}", id); }

}  // namespace isnad::graph
