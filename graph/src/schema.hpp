#pragma once
// The schema of a store: what it must be, and bringing an older one up to it.

#include "sqlite.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace isnad::graph {

/// "ISND"
inline constexpr std::int64_t application_id = 0x49534E44;

/// What sqlite_schema says of a table or an index. `sql` is empty for what SQLite makes by itself.
struct SchemaObject {
    std::string type, name, table, sql;
    friend auto operator<=>(const SchemaObject&, const SchemaObject&) = default;
};

/// How a store differs from the one that this program makes.
struct SchemaDifference {
    std::vector<SchemaObject> missing;
    std::vector<SchemaObject> unexpected;  ///< not there in our schema, or with another definition
};

/// Of the store's own version.
[[nodiscard]] SchemaDifference compare_schema(sqlite::Connection& db);

/// An index that a bulk load takes away: adding and fusing do without it.
[[nodiscard]] bool is_droppable(const SchemaObject& object);

/// Throws StoreError when this is no store, one of a later version, or one with anything of its own in it: a table,
/// a view, a trigger, another definition. Indexes that a bulk load takes away may be missing.
void verify_schema(sqlite::Connection& db, bool may_be_blank);

/// False when a writer, or a reader on a copy of its own, must migrate first.
[[nodiscard]] bool is_current(sqlite::Connection& db);

/// Brings the schema to the current version, indexes included, and turns foreign keys on. `for_good` vouches for what
/// an older store tells: later changes of it will be found.
void migrate(sqlite::Connection& db, bool for_good);

/// What every connection is set to, and what one that writes is: then the schema is current as well.
void set_up(sqlite::Connection& db);
void set_up_writer(sqlite::Connection& db);

}  // namespace isnad::graph
