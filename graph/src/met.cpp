#include "actor_rows.hpp"
#include "isnad/graph/query.hpp"
#include "query_parts.hpp"
#include "view_loader.hpp"

#include <algorithm>
#include <array>

namespace isnad {

namespace {

using Nodes = std::vector<sqlite::RowId>;

constexpr std::int64_t busy = 300;  // edges from which an actor counts as often named

/// Events in which an actor takes part.
Nodes events_with(sqlite::Connection& db, sqlite::RowId actor) {
    Nodes out;
    auto rows = db.rows(
        "SELECT source FROM edge WHERE target = ?1 AND type IN ('agent', 'patient', 'host', 'addressee')", actor);
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

/// Events in which two actors take part. The plus keeps the type out of the lookup: one probe an event, not four.
Nodes events_with(sqlite::Connection& db, sqlite::RowId actor, sqlite::RowId other) {
    Nodes out;
    auto rows = db.rows(
        "SELECT x.source FROM edge x CROSS JOIN edge y ON y.target = ?2 AND y.source = x.source AND "
        "+y.type IN ('agent', 'patient', 'host', 'addressee') WHERE x.target = ?1 AND "
        "x.type IN ('agent', 'patient', 'host', 'addressee')",
        actor, other);
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

/// A meeting, talks, a call, a visit; but not what is itself a part of a meeting (a denial of its topic).
bool is_consultation(sqlite::Connection& db, sqlite::RowId event) {
    return db
        .integer(
            "SELECT 1 FROM event e WHERE e.node = ?1 AND e.type IN ('meeting', 'talks', 'call', 'visit') AND "
            "NOT EXISTS (SELECT 1 FROM edge p JOIN event w ON w.node = p.target WHERE p.source = ?1 AND "
            "p.type = 'part_of' AND w.type IN ('meeting', 'talks', 'call'))",
            event)
        .has_value();
}

std::int64_t edges_to(sqlite::Connection& db, const Nodes& actors) {
    std::int64_t out = 0;
    for (const auto actor : actors) {
        out +=
            db.integer("SELECT count(*) FROM (SELECT 1 FROM edge WHERE target = ?1 LIMIT ?2)", actor, busy).value_or(0);
        if (out > busy) break;
    }
    return out;
}

bool holds(const Nodes& sorted, sqlite::RowId node) { return std::binary_search(sorted.begin(), sorted.end(), node); }

/// Two different actors face each other: one of the first side, one of the second. Of a visit a person who travels and
/// one who is visited.
bool is_answer(sqlite::Connection& db, sqlite::RowId event, const Nodes& side, const Nodes* other) {
    const auto rows = graph::players(db, event);
    const auto visit = db.integer("SELECT type = 'visit' FROM event WHERE node = ?1", event).value_or(0) != 0;
    if (rows.size() < 2) return false;
    const auto faces = [&](const graph::PlayedRow& a, const graph::PlayedRow& b) {
        return a.actor != b.actor && (!visit || (a.person && b.person && a.travels != b.travels));
    };
    for (const auto& a : rows) {
        if (!holds(side, a.actor)) continue;
        for (const auto& b : rows)
            if (faces(a, b) && (other == nullptr || holds(*other, b.actor))) return true;
    }
    return false;
}

Nodes answers(sqlite::Connection& db, const Nodes& side, const Nodes* other) {
    Nodes found;
    const bool from_other = other != nullptr && edges_to(db, *other) < edges_to(db, side);
    const auto& first = from_other ? *other : side;
    const auto* second = from_other ? &side : other;
    for (const auto actor : first) {
        const auto events =
            second != nullptr && second->size() == 1 ? events_with(db, actor, second->front()) : events_with(db, actor);
        found.insert(found.end(), events.begin(), events.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase_if(found, [&](auto event) { return !is_consultation(db, event) || !is_answer(db, event, side, other); });
    return found;
}

/// Whether everybody who takes part in one event takes part in another.
bool within(const EventInstance& few, const EventInstance& many) {
    return std::all_of(few.participants.begin(), few.participants.end(), [&](const Played& p) {
        return std::any_of(many.participants.begin(), many.participants.end(),
                           [&](const Played& q) { return q.actor == p.actor; });
    });
}

/// What is told of without a day is taken to be one of the dated meetings of the same people: counted, not listed.
std::size_t fold_undated(View& view, int min_support) {
    std::vector<EventInstance> dated;
    std::copy_if(view.events.begin(), view.events.end(), std::back_inserter(dated), [&](const EventInstance& e) {
        return e.when.from && e.when.to && e.modality == Modality::asserted && e.support >= min_support;
    });
    std::size_t folded = 0;
    std::erase_if(view.events, [&](const EventInstance& e) {
        if ((e.when.from && e.when.to) || e.modality != Modality::asserted) return false;
        const bool known = std::any_of(dated.begin(), dated.end(), [&](const auto& d) { return within(e, d); });
        folded += known ? e.tellings.size() : 0;
        return known;
    });
    return folded;
}

std::size_t drop_weak(View& view, int min_support) {
    return std::erase_if(view.events, [&](const EventInstance& e) {
        return e.modality == Modality::asserted && e.support < min_support;
    });
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
    if (!query.possible) out.possible = loader.drop_possible_events();
    out.view = loader.finish();
    out.undated = fold_undated(out.view, query.min_support);
    out.weak = drop_weak(out.view, query.min_support);
    return out;
}

std::vector<MetPair> met_pairs(const Store& store, const MetQuery& query, std::size_t limit) {
    store.fuse();
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    std::vector<MetPair> out;
    auto rows = db.rows(
        "SELECT a.target, b.target, sum(e.type <> 'call'), sum(e.type = 'call'), max(e.from_day) FROM event e "
        "JOIN edge a ON a.source = e.node AND a.type IN ('agent', 'patient', 'host', 'addressee') "
        "JOIN edge b ON b.source = e.node AND b.type IN ('agent', 'patient', 'host', 'addressee') "
        "JOIN node m ON m.id = a.target AND m.type = 'person' JOIN node n ON n.id = b.target AND n.type = 'person' "
        "WHERE m.key < n.key AND e.type IN ('meeting', 'talks', 'call') AND e.modality = 'asserted' AND "
        "e.support >= ?1 AND e.from_day IS NOT NULL AND e.to_day IS NOT NULL AND (?2 IS NULL OR e.to_day >= ?2) AND "
        "(?3 IS NULL OR e.from_day <= ?3) GROUP BY a.target, b.target ORDER BY sum(e.type <> 'call') DESC, count(*) "
        "DESC, max(e.from_day) DESC, m.key, n.key LIMIT ?4",
        query.min_support, query.window.from, query.window.to, limit);
    while (rows.next()) {
        auto first = graph::read_actor(db, rows->integer(0));
        auto second = graph::read_actor(db, rows->integer(1));
        if (!first || !second) continue;
        out.push_back({std::move(*first), std::move(*second), static_cast<std::size_t>(rows->integer(2)),
                       static_cast<std::size_t>(rows->integer(3)), sqlite::day_from(rows->integer(4))});
    }
    return out;
}

}  // namespace isnad
