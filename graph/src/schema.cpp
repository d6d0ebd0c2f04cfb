#include "schema.hpp"

#include "isnad/core/embedded_file.hpp"
#include "judgements.hpp"
#include "row_digest.hpp"
#include "store_impl.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace isnad::graph {

namespace schema {
EmbeddedFiles files();  // made by the build: one migration a file, in order
}

namespace {

std::int64_t pragma(sqlite::Connection& db, std::string_view name) {
    auto query = db.prepare(fmt::format("PRAGMA {}", name));
    return query->step() ? query->integer(0) : 0;
}

constexpr std::size_t paired_since = 5;  // version from which mentions know their pairs

std::size_t newest() { return schema::files().size(); }

[[noreturn]] void refuse(const sqlite::Connection& db, StoreError::Kind kind, std::string message) {
    throw StoreError(kind, {.file = db.path().string(), .message = std::move(message)});
}

/// White space and quotation of names differ between SQLite's versions where a table was renamed.
std::string plain(std::string sql) {
    std::erase_if(sql, [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '"'; });
    return sql;
}

/// Sorted. Statistics that a user's ANALYZE has left are nobody's matter.
std::vector<SchemaObject> objects(sqlite::Connection& db) {
    std::vector<SchemaObject> out;
    auto rows = db.prepare(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT IN ('sqlite_stat1', "
        "'sqlite_stat4')");
    while (rows->step()) out.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3)});
    std::sort(out.begin(), out.end());
    return out;
}

void run_migrations(sqlite::Connection& db, std::size_t from, std::size_t to) {
    const auto files = schema::files();
    for (auto version = from; version < to; ++version) db.execute(std::string(files[version].text));
}

/// What our migrations make, of which indexes are built from as well.
std::vector<SchemaObject> expected(std::size_t version) {
    sqlite::Connection db("the schema");
    run_migrations(db, 0, version);
    return objects(db);
}

const std::vector<SchemaObject>& newest_objects() {
    static const auto all = expected(newest());
    return all;
}

struct ByMeaning {
    bool operator()(const SchemaObject& a, const SchemaObject& b) const {
        if (const auto order = std::tie(a.type, a.name, a.table) <=> std::tie(b.type, b.name, b.table); order != 0)
            return order < 0;
        return plain(a.sql) < plain(b.sql);
    }
};

}  // namespace

SchemaDifference compare_schema(sqlite::Connection& db) {
    const auto version = static_cast<std::size_t>(pragma(db, "user_version"));
    const auto wanted = version == newest() ? newest_objects() : expected(version);
    const auto found = objects(db);
    SchemaDifference out;
    std::set_difference(wanted.begin(), wanted.end(), found.begin(), found.end(), std::back_inserter(out.missing),
                        ByMeaning{});
    std::set_difference(found.begin(), found.end(), wanted.begin(), wanted.end(), std::back_inserter(out.unexpected),
                        ByMeaning{});
    return out;
}

bool is_droppable(const SchemaObject& object) {
    constexpr std::array needed{"telling_block", "pairing_pair", "pairing_block",  "statement_about_telling",
                                "event_block",   "tells_event",  "document_origin"};
    return object.type == "index" && !object.sql.empty() &&
           std::find(needed.begin(), needed.end(), object.name) == needed.end();
}

void verify_schema(sqlite::Connection& db, bool may_be_blank) {
    const sqlite::ReadTransaction reading(db);
    const auto mark = pragma(db, "application_id");  // the first read: says so when the file is not SQLite
    if (mark == 0 && objects(db).empty()) {
        if (may_be_blank) return;
        refuse(db, StoreError::Kind::foreign, "is empty, not an isnad store; ingest articles into it first");
    }
    if (mark != application_id)
        refuse(db, StoreError::Kind::foreign, "is a database of another program, not an isnad store");
    const auto version = pragma(db, "user_version");
    if (version > static_cast<std::int64_t>(newest()))
        refuse(db, StoreError::Kind::newer,
               fmt::format("was written by a later isnad: found store version {}, this program knows up to {}", version,
                           newest()));
    if (version < 1)
        refuse(db, StoreError::Kind::foreign, fmt::format("is not an isnad store: its version is {}", version));
    const auto difference = compare_schema(db);
    for (const auto& object : difference.unexpected)
        refuse(db, StoreError::Kind::foreign,
               fmt::format("is not as isnad makes a store: the {} {} is not isnad's", object.type, object.name));
    for (const auto& object : difference.missing)
        if (!is_droppable(object))
            refuse(db, StoreError::Kind::damaged,
                   fmt::format("is damaged: the {} {} is missing", object.type, object.name));
    if (db.integer("SELECT count(*) FROM document_words_config WHERE k <> 'version'") != 0)
        refuse(db, StoreError::Kind::foreign, "is not as isnad makes a store: the word index has settings of its own");
}

bool is_current(sqlite::Connection& db) { return pragma(db, "user_version") == static_cast<std::int64_t>(newest()); }

void migrate(sqlite::Connection& db, bool for_good) {
    if (!is_current(db)) {
        sqlite::Transaction transaction(db);  // before foreign keys: dropping a rebuilt table would take its children
        const auto from = static_cast<std::size_t>(pragma(db, "user_version"));  // another process may have been first
        run_migrations(db, from, newest());
        if (from < paired_since) place_all(db);
        if (for_good) keep_missing_rows_digests(db);
        db.execute(fmt::format("PRAGMA application_id = {}", application_id));
        db.execute(fmt::format("PRAGMA user_version = {}", newest()));
        transaction.commit();
    }
    restore_indexes(db);
    db.execute("PRAGMA foreign_keys = ON");
}

void set_up(sqlite::Connection& db) {
    db.execute("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768; PRAGMA secure_delete = ON");
}

void set_up_writer(sqlite::Connection& db) {
    set_up(db);
    db.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000");
    migrate(db, true);
}

std::string document_node_key(std::string_view id) { return fmt::format("document/{}", id); }

}  // namespace isnad::graph
