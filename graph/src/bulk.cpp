// Bulk loads: the indexes that no write needs are taken away first and built in one go in the end. Their definitions
// stand in a table meanwhile, written in the transaction that drops them, so that a kill loses none.

#include "store_impl.hpp"

#include <string>
#include <utility>
#include <vector>

namespace isnad::graph {

namespace {

std::vector<std::pair<std::string, std::string>> pairs(sqlite::Rows rows) {
    std::vector<std::pair<std::string, std::string>> out;
    while (rows.next()) out.emplace_back(rows->text(0), rows->text(1));
    return out;
}

void build_indexes(sqlite::Connection& db) {
    sqlite::Transaction transaction(db);
    for (const auto& [name, sql] : pairs(db.rows("SELECT name, sql FROM dropped_index ORDER BY name"))) db.execute(sql);
    db.run("DELETE FROM dropped_index");
    transaction.commit();
}

}  // namespace

bool drop_indexes(sqlite::Connection& db) {
    sqlite::Transaction transaction(db);
    if (db.integer("SELECT 1 FROM document LIMIT 1")) return false;
    db.run(
        "INSERT INTO dropped_index (name, sql) SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND "
        "sql IS NOT NULL AND name NOT IN ('telling_block', 'pairing_pair', 'statement_about_telling', 'event_block', 'tells_event', "
        "'document_origin')");
    for (const auto& [name, sql] : pairs(db.rows("SELECT name, sql FROM dropped_index")))
        db.execute("DROP INDEX " + name);
    transaction.commit();
    return true;
}

void restore_indexes(sqlite::Connection& db) {
    if (!db.integer("SELECT 1 FROM dropped_index LIMIT 1")) return;
    db.execute("PRAGMA temp_store = FILE");  // what is sorted may be larger than the memory that a load takes
    build_indexes(db);
    db.execute("PRAGMA temp_store = MEMORY");
}

}  // namespace isnad::graph
