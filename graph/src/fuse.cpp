#include "event_rows.hpp"
#include "isnad/graph/store.hpp"

#include <optional>
#include <vector>

namespace isnad {

namespace {

constexpr std::size_t blocks_a_transaction = 2000;

std::vector<std::int64_t> some_pending(sqlite::Connection& db) {
    std::vector<std::int64_t> out;
    auto rows = db.rows("SELECT block FROM pending ORDER BY block LIMIT ?1", blocks_a_transaction);
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

void fuse_pending(sqlite::Connection& db) {
    for (;;) {
        sqlite::Transaction transaction(db);
        const auto same_as = graph::SameAs::load(db);
        const auto blocks = some_pending(db);
        if (blocks.empty()) return;
        for (const auto block : blocks) graph::write_block(db, same_as, block);
        transaction.commit();
    }
}

}  // namespace

void Store::fuse() const {
    auto& db = m_impl->db;
    if (!m_impl->read_only) {
        if (db.integer("SELECT 1 FROM pending LIMIT 1")) fuse_pending(db);
        m_impl->end_bulk();
        return;
    }
    if (!db.integer("SELECT 1 FROM pending LIMIT 1")) return;
    try {
        Impl writer(db.path(), {.mode = OpenMode::read_write, .busy_timeout = m_impl->busy_timeout});
        fuse_pending(writer.db);
    } catch (const StoreError& error) {
        // The reader goes on with the events as they were: only rights and locks may stand in the way of a writer.
        if (error.kind() != StoreError::Kind::unwritable && error.kind() != StoreError::Kind::locked) throw;
    }
}

}  // namespace isnad
