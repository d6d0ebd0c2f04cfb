#include "event_rows.hpp"
#include "isnad/graph/store.hpp"
#include "pair_rows.hpp"
#include "store_impl.hpp"
#include "visit_parts.hpp"

#include <optional>
#include <vector>

namespace isnad {

namespace {

constexpr std::size_t at_once = 2000;

constexpr const char* pending_pairs = "SELECT pair FROM pending_pair ORDER BY pair LIMIT ?1";
constexpr const char* pending_blocks = "SELECT block FROM pending ORDER BY block LIMIT ?1";
constexpr const char* pending_parts = "SELECT event FROM pending_part ORDER BY event LIMIT ?1";

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

}  // namespace

bool graph::anything_pending(sqlite::Connection& db) {
    return db
        .integer(
            "SELECT 1 FROM pending_pair UNION ALL SELECT 1 FROM pending UNION ALL SELECT 1 FROM pending_part LIMIT 1")
        .has_value();
}

void graph::fuse_pending(sqlite::Connection& db) {
    work_off(db, pending_pairs, [&](const auto& pairs) {
        for (const auto pair : pairs) settle_pair(db, pair);
    });
    work_off(db, pending_blocks, [&](const auto& blocks) {
        const auto same_as = SameAs::load(db);
        for (const auto block : blocks) write_block(db, same_as, block);
    });
}

void graph::join_pending_parts(sqlite::Connection& db) {
    work_off(db, pending_parts, [&](const auto& events) { join_parts_of_visits(db, events); });
}

void Store::fuse() const {
    if (m_impl->read_only) return m_impl->complete_for_reading();
    auto& db = m_impl->db;
    if (graph::anything_pending(db)) graph::fuse_pending(db);
    m_impl->end_bulk();
    graph::join_pending_parts(db);
}

}  // namespace isnad
