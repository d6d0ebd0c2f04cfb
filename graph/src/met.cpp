#include "isnad/graph/query.hpp"
#include "query_parts.hpp"
#include "view_loader.hpp"

#include <algorithm>
#include <array>

namespace isnad {

namespace {

using Nodes = std::vector<sqlite::RowId>;

constexpr std::int64_t busy = 2000;  // edges from which an actor counts as often named

/// Consultations in which an actor takes part, but for what is itself a part of a meeting (a denial of its topic).
Nodes consultations(sqlite::Connection& db, sqlite::RowId actor) {
    Nodes out;
    auto rows = db.rows(
        "SELECT DISTINCT x.source FROM edge x JOIN event e ON e.node = x.source WHERE x.target = ?1 AND "
        "x.type IN ('agent', 'patient', 'host', 'addressee') AND e.type IN ('meeting', 'talks', 'call', 'visit') AND "
        "NOT EXISTS (SELECT 1 FROM edge p JOIN event w ON w.node = p.target WHERE p.source = x.source AND "
        "p.type = 'part_of' AND w.type IN ('meeting', 'talks', 'call'))",
        actor);
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

std::int64_t edges_to(sqlite::Connection& db, sqlite::RowId actor) {
    return db.integer("SELECT count(*) FROM (SELECT 1 FROM edge WHERE target = ?1 LIMIT ?2)", actor, busy).value_or(0);
}

std::int64_t edges_to(sqlite::Connection& db, const Nodes& actors) {
    std::int64_t out = 0;
    for (const auto actor : actors) {
        out += edges_to(db, actor);
        if (out > busy) break;
    }
    return out;
}

bool holds(const Nodes& sorted, sqlite::RowId node) { return std::binary_search(sorted.begin(), sorted.end(), node); }

/// Two different actors face each other: one of the first side, one of the second. A visit needs two persons.
bool is_answer(sqlite::Connection& db, sqlite::RowId event, const Nodes& side, const Nodes* other) {
    const auto rows = graph::players(db, event);
    const auto visit = db.integer("SELECT type = 'visit' FROM event WHERE node = ?1", event).value_or(0) != 0;
    const auto persons = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.person; });
    if (rows.size() < 2 || (visit && persons < 2)) return false;
    for (const auto& a : rows) {
        if (!holds(side, a.actor)) continue;
        for (const auto& b : rows)
            if (a.actor != b.actor && (other == nullptr || holds(*other, b.actor))) return true;
    }
    return false;
}

Nodes answers(sqlite::Connection& db, const Nodes& side, const Nodes* other) {
    Nodes found;
    const bool from_other = other != nullptr && edges_to(db, *other) < edges_to(db, side);
    for (const auto actor : from_other ? *other : side) {
        const auto events = consultations(db, actor);
        found.insert(found.end(), events.begin(), events.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [&](auto event) { return !is_answer(db, event, side, other); });
    return found;
}

}  // namespace

MetAnswer met(const Store& store, const MetQuery& query) {
    store.fuse();
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    MetAnswer out;
    out.name = find_actor(store, query.name);
    if (!query.with.empty()) out.with = find_actor(store, query.with);
    if (!out.name.actor || (out.with && !out.with->actor)) return out;

    const auto nodes = [&](const Actor& actor) {
        return graph::standing_for(db, db.integer("SELECT id FROM node WHERE key = ?1", actor.key.text()).value_or(0));
    };
    const auto side = nodes(*out.name.actor);
    Nodes other;
    if (out.with) other = nodes(*out.with->actor);
    graph::ViewLoader loader(db, query.as_of);
    for (const auto event : answers(db, side, out.with ? &other : nullptr)) loader.add_event(event);
    loader.keep_events_in(query.window);
    out.view = loader.finish();
    return out;
}

}  // namespace isnad
