#include "event_rows.hpp"
#include "isnad/graph/store.hpp"
#include "pair_rows.hpp"
#include "visit_parts.hpp"

#include <optional>
#include <vector>

namespace isnad {

namespace {

constexpr std::size_t at_once = 2000;

constexpr const char* pending_pairs = "SELECT pair FROM pending_pair ORDER BY pair LIMIT ?1";
constexpr const char* pending_parts = "SELECT event FROM pending_part ORDER BY event LIMIT ?1";
constexpr const char* pending_blocks = "SELECT block FROM pending ORDER BY block LIMIT ?1";

std::vector<std::int64_t> some(sqlite::Connection& db, const char* pending) {
    std::vector<std::int64_t> out;
    auto rows = db.rows(pending, at_once);
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

/// Works off what is pending, some at a time, each lot in a transaction of its own.
template <class Work>
void work_off(sqlite::Connection& db, const char* pending, Work work) {
    for (;;) {
        sqlite::Transaction transaction(db);
        const auto lot = some(db, pending);
        if (lot.empty()) return;
        work(lot);
        transaction.commit();
    }
}

/// First the days on which pairs met, then the events of the blocks that this and new mentions touch.
void fuse_pending(sqlite::Connection& db) {
    work_off(db, pending_pairs, [&](const auto& pairs) {
        for (const auto pair : pairs) graph::settle_pair(db, pair);
    });
    work_off(db, pending_blocks, [&](const auto& blocks) {
        const auto same_as = graph::SameAs::load(db);
        for (const auto block : blocks) graph::write_block(db, same_as, block);
    });
}

/// Needs all indexes.
void join_pending_parts(sqlite::Connection& db) {
    work_off(db, pending_parts, [&](const auto& events) { graph::join_parts_of_visits(db, events); });
}

bool anything_pending(sqlite::Connection& db) {
    return db.integer(
                 "SELECT 1 FROM pending_pair UNION ALL SELECT 1 FROM pending UNION ALL SELECT 1 FROM pending_part LIMIT 1")
        .has_value();
}

}  // namespace

void Store::fuse() const {
    auto& db = m_impl->db;
    if (!m_impl->read_only) {
        if (anything_pending(db)) fuse_pending(db);
        m_impl->end_bulk();
        join_pending_parts(db);
        return;
    }
    if (!anything_pending(db)) return;
    try {
        Impl writer(db.path(), {.mode = OpenMode::read_write, .busy_timeout = m_impl->busy_timeout});
        fuse_pending(writer.db);
        join_pending_parts(writer.db);
    } catch (const StoreError& error) {
        // The reader goes on with the events as they were: only rights and locks may stand in the way of a writer.
        if (error.kind() != StoreError::Kind::unwritable && error.kind() != StoreError::Kind::locked) throw;
    }
}

}  // namespace isnad
