// Bulk loads: the indexes that no write needs are taken away first and built in one go in the end. Their names stand in
// a table meanwhile, written in the transaction that drops them, so that check knows why they are away. What they are
// is the program's to know: any writer builds those that are missing.

#include "schema.hpp"
#include "store_impl.hpp"

#include <algorithm>

namespace isnad::graph {

namespace {

std::vector<SchemaObject> away(sqlite::Connection& db) {
    auto missing = compare_schema(db).missing;
    std::erase_if(missing, [](const SchemaObject& object) { return !is_droppable(object); });
    return missing;
}

void build_indexes(sqlite::Connection& db) {
    sqlite::Transaction transaction(db);
    for (const auto& index : away(db)) db.execute(index.sql);
    db.run("DELETE FROM dropped_index");
    transaction.commit();
}

}  // namespace

bool drop_indexes(sqlite::Connection& db) {
    sqlite::Transaction transaction(db);
    if (db.integer("SELECT 1 FROM document LIMIT 1")) return false;
    std::vector<SchemaObject> indexes;
    {
        auto rows = db.rows("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name");
        while (rows.next()) indexes.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3)});
    }
    for (const auto& index : indexes) {
        if (!is_droppable(index)) continue;
        db.run("INSERT INTO dropped_index (name, sql) VALUES (?1, '')", index.name);
        db.execute("DROP INDEX " + index.name);  // a name of ours: the schema was compared
    }
    transaction.commit();
    return true;
}

void restore_indexes(sqlite::Connection& db) {
    if (away(db).empty() && !db.integer("SELECT 1 FROM dropped_index LIMIT 1")) return;
    db.execute("PRAGMA temp_store = FILE");  // what is sorted may be larger than the memory that a load takes
    build_indexes(db);
    db.execute("PRAGMA temp_store = MEMORY");
}

}  // namespace isnad::graph
