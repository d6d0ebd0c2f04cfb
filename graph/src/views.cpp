// Whole views, one actor's, one event's.

#include "digest.hpp"
#include "isnad/graph/query.hpp"
#include "query_parts.hpp"
#include "view_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace isnad {

namespace {

using Nodes = std::vector<sqlite::RowId>;

Nodes statements_between(sqlite::Connection& db, const ViewFilter& filter) {
    Nodes out;
    auto rows = db.rows(
        "SELECT s.node FROM statement s JOIN document d ON d.node = s.document WHERE "
        "(?1 IS NULL OR coalesce(s.to_day, d.published_day) >= ?1) AND "
        "(?2 IS NULL OR coalesce(s.from_day, d.published_day) <= ?2) AND (?3 IS NULL OR d.published_day <= ?3)",
        filter.window.from, filter.window.to, filter.as_of);
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

/// Statements by or to an actor, or with it in their chain.
std::set<sqlite::RowId> statements_of(sqlite::Connection& db, sqlite::RowId actor) {
    std::set<sqlite::RowId> out;
    auto rows = db.rows(
        "SELECT s.node FROM edge x JOIN statement s ON s.node = x.source WHERE x.target = ?1 AND "
        "x.type IN ('speaker', 'addressee', 'source')",
        actor);
    while (rows.next()) out.insert(rows->integer(0));
    return out;
}

Nodes side_of(sqlite::Connection& db, const std::string& name) {
    const auto found = graph::find_name(db, name);
    if (found.nodes.empty())
        throw StoreError(StoreError::Kind::missing,
                         {.file = db.path().string(), .message = fmt::format("knows nobody by the name {}", name)});
    return graph::standing_for(db, found.nodes.front());
}

void keep_about(sqlite::Connection& db, const Nodes& side, Nodes& events, Nodes& statements) {
    std::set<sqlite::RowId> wanted_events;
    std::set<sqlite::RowId> wanted_statements;
    for (const auto actor : side) {
        for (const auto event : graph::events_of(db, actor)) wanted_events.insert(event);
        wanted_statements.merge(statements_of(db, actor));
    }
    std::erase_if(events, [&](auto event) { return !wanted_events.contains(event); });
    std::erase_if(statements, [&](auto statement) { return !wanted_statements.contains(statement); });
}

std::vector<Naming> namings(sqlite::Connection& db, sqlite::RowId actor) {
    std::map<std::string, std::size_t> counts;
    {
        auto rows = db.rows(
            "SELECT d.text, m.begin, m.\"end\" FROM mention m JOIN document d ON d.node = m.document "
            "WHERE m.node = ?1 LIMIT 20000",
            actor);
        while (rows.next()) {
            const auto begin = static_cast<std::size_t>(rows->integer(1));
            const auto end = static_cast<std::size_t>(rows->integer(2));
            if (begin <= end && end <= rows->view(0).size())
                ++counts[std::string(rows->view(0).substr(begin, end - begin))];
        }
    }
    std::vector<Naming> out;
    for (const auto& [text, times] : counts) out.push_back({text, times});
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.times > b.times; });
    return out;
}

std::vector<Naming> descriptions(sqlite::Connection& db, sqlite::RowId actor) {
    std::vector<Naming> out;
    auto rows = db.rows(
        "SELECT d.description, count(*) AS times FROM description d JOIN described x ON x.description = d.id "
        "WHERE d.node = ?1 AND d.description <> '' GROUP BY d.description ORDER BY times DESC, d.description",
        actor);
    while (rows.next()) out.push_back({rows->text(0), static_cast<std::size_t>(rows->integer(1))});
    return out;
}

std::optional<sqlite::RowId> find_event(sqlite::Connection& db, const std::string& key) {
    const auto node_key = "event/" + key;
    if (const auto row = db.integer("SELECT id FROM node WHERE key = ?1", node_key)) return row;
    if (const auto row = db.integer(
            "SELECT x.event FROM telling t JOIN tells x ON x.telling = t.id WHERE t.key = ?1 ORDER BY x.event", key))
        return row;
    const auto beyond = node_key + "\x7f";
    auto rows = db.rows("SELECT id FROM node WHERE key >= ?1 AND key < ?2 LIMIT 2", node_key, beyond);
    if (key.empty() || !rows.next()) return std::nullopt;
    const auto row = rows->integer(0);
    if (rows.next()) return std::nullopt;  // a beginning of several
    return row;
}

}  // namespace

std::vector<DocumentKey> View::documents_of(const EventInstance& event) const {
    std::vector<DocumentKey> out;
    for (const auto& telling : event.tellings) {
        const auto& id = document(telling.document).id;
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
    return out;
}

View load_view(const Store& store, const ViewFilter& filter) {
    store.fuse();
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    auto events = graph::events_in(db, filter.as_of ? Interval{} : filter.window);
    Nodes statements;
    if (filter.statements) statements = statements_between(db, filter);
    if (!filter.about.empty()) keep_about(db, side_of(db, filter.about), events, statements);
    graph::ViewLoader loader(db, filter.as_of);
    loader.expect(events.size(), statements.size());
    if (!filter.tellings) loader.leave_tellings_out();
    if (!filter.times) loader.leave_times_out();
    if (filter.texts) loader.keep_texts();
    for (const auto event : events) loader.add_event(event);
    loader.keep_events_in(filter.window);
    loader.keep_events_with(filter.min_sources);
    for (const auto statement : statements) loader.add_statement(statement);
    return loader.finish();
}

WhoAnswer who(const Store& store, std::string_view name, std::optional<Day> as_of) {
    store.fuse();
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    WhoAnswer out;
    out.name = find_actor(store, name);
    if (!out.name.actor) return out;
    const auto actor = db.integer("SELECT id FROM node WHERE key = ?1", out.name.actor->key.text()).value_or(0);
    out.namings = namings(db, actor);
    out.descriptions = descriptions(db, actor);
    graph::ViewLoader loader(db, as_of);
    for (const auto event : graph::events_of(db, actor)) loader.add_event(event);
    for (const auto statement : statements_of(db, actor)) loader.add_statement(statement);
    out.view = loader.finish();
    return out;
}

std::optional<InferredPublication> inferred_publication(const Store& store, const DocumentKey& document,
                                                        std::string_view text) {
    auto rows = store.impl().db.rows(
        "SELECT id, published_day, published_clock, utc_offset, outlet, title, url, language, inferred_from, "
        "inferred_to, inferred_reasons FROM document WHERE id = ?1 AND text_digest = ?2",
        document.text(), graph::text_digest(text));
    if (!rows.next()) return std::nullopt;
    return graph::read_document(*rows, 0).inferred;
}

std::vector<EventKey> events_between(const Store& store, const Interval& window) {
    store.fuse();
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    std::vector<EventKey> out;
    for (auto& [day, key] : graph::keys_in(db, window)) out.emplace_back(std::move(key));
    return out;
}

std::optional<View> explain(const Store& store, std::string_view event) {
    store.fuse();
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    const auto row = find_event(db, std::string(event));
    if (!row) return std::nullopt;
    graph::ViewLoader loader(db, std::nullopt);
    loader.add_event(*row);
    return loader.finish();
}

}  // namespace isnad
