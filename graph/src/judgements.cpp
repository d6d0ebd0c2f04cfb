#include "judgements.hpp"

#include "block_rows.hpp"
#include "isnad/core/utf8.hpp"
#include "pair_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace isnad {

namespace graph {

namespace {

/// Listed actors stand for those that are only known by a name.
bool better(const std::string& a, const std::string& b) {
    const auto rank = [](const std::string& key) { return std::tuple(key.find('~') != std::string::npos, key); };
    return rank(a) < rank(b);
}

const std::string& root(std::map<std::string, std::string>& parents, const std::string& key) {
    const std::string* at = &parents.try_emplace(key, key).first->second;
    while (parents.at(*at) != *at) at = &parents.at(*at);
    return *at;
}

std::set<sqlite::RowId> documents_telling_of(sqlite::Connection& db, const std::set<std::string>& keys) {
    std::set<sqlite::RowId> out;
    for (const auto& key : keys) {
        auto rows = db.rows(
            "SELECT t.document FROM node n JOIN telling_actor a ON a.node = n.id JOIN telling t ON t.id = a.telling "
            "WHERE n.key = ?1 UNION SELECT t.document FROM node n JOIN telling t ON t.place = n.id WHERE n.key = ?1 "
            "UNION SELECT s.document FROM node n JOIN statement s ON s.speaker = n.id WHERE n.key = ?1 UNION "
            "SELECT s.document FROM node n JOIN statement_source x ON x.node = n.id JOIN statement s ON "
            "s.node = x.statement WHERE n.key = ?1",
            key);
        while (rows.next()) out.insert(rows->integer(0));
    }
    return out;
}

std::set<std::string> group_of(const SameAs& same_as, const std::string& key) {
    std::set<std::string> out{key};
    for (const auto& [member, canonical] : same_as.all())
        if (canonical == same_as.canonical(key)) out.insert({member, canonical});
    return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> merges_in_force(sqlite::Connection& db) {
    std::map<std::pair<std::string, std::string>, bool> merged;
    auto rows = db.rows("SELECT kind, first, second FROM judgement ORDER BY id");
    while (rows.next()) merged[{rows->text(1), rows->text(2)}] = rows->view(0) == "merge";
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& [pair, holds] : merged)
        if (holds) out.push_back(pair);
    return out;
}

SameAs SameAs::load(sqlite::Connection& db) {
    std::map<std::string, std::string> parents;
    for (const auto& [first, second] : merges_in_force(db)) {
        const auto a = root(parents, first);
        const auto b = root(parents, second);
        if (a == b) continue;
        if (better(a, b))
            parents[b] = a;
        else
            parents[a] = b;
    }
    SameAs out;
    std::vector<std::string> keys;
    for (const auto& [key, parent] : parents) keys.push_back(key);
    for (const auto& key : keys)
        if (const auto& canonical = root(parents, key); canonical != key) out.m_canonical.emplace(key, canonical);
    return out;
}

const std::string& SameAs::canonical(const std::string& key) const {
    const auto found = m_canonical.find(key);
    return found == m_canonical.end() ? key : found->second;
}

void reassign_blocks(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId document) {
    const auto loaded = load_document_tellings(db, same_as, document);
    db.run("INSERT OR IGNORE INTO pending SELECT DISTINCT block FROM telling WHERE document = ?1 AND block <> 0",
           document);
    db.run(
        "DELETE FROM node WHERE id IN (SELECT e.node FROM event e JOIN telling t ON t.block = e.block "
        "WHERE t.document = ?1)",
        document);
    drop_pairings(db, document);
    const auto placements = place_mentions(loaded);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        const auto& [block, pairs, leans_on] = placements[i];
        const auto telling = loaded.mentions[i].telling;
        db.run("UPDATE telling SET block = ?2, leans_on = ?3, day = NULL, support = 0 WHERE id = ?1", telling, block,
               leans_on);
        if (block != 0) db.run("INSERT OR IGNORE INTO pending (block) VALUES (?1)", block);
        add_pairings(db, telling, pairs);
    }
}

void place_all(sqlite::Connection& db) {
    const auto same_as = SameAs::load(db);
    std::vector<sqlite::RowId> documents;
    {
        auto rows = db.rows("SELECT node FROM document ORDER BY node");
        while (rows.next()) documents.push_back(rows->integer(0));
    }
    for (const auto document : documents) reassign_blocks(db, same_as, document);
}

void write_same_as_edges(sqlite::Connection& db) {
    if (!db.integer("SELECT 1 FROM judgement LIMIT 1")) return;
    db.run("DELETE FROM edge WHERE type = 'same_as'");
    for (const auto& [first, second] : merges_in_force(db))
        db.run(
            "INSERT INTO edge (source, type, target) SELECT a.id, 'same_as', b.id FROM node a, node b "
            "WHERE a.key = ?1 AND b.key = ?2",
            first, second);
}

}  // namespace graph

void Store::judge(const Judgement& judgement) {
    m_impl->require_writable();
    m_impl->end_bulk();
    auto& db = m_impl->db;
    const auto refuse = [&](const std::string& message) {
        throw StoreError(StoreError::Kind::misuse, {.file = db.path().string(), .message = message});
    };
    for (const auto* words : {&judgement.author, &judgement.made_at, &judgement.note})
        if (find_malformed_utf8(*words)) refuse("takes no judgement whose author, time or note is not UTF-8");
    if (judgement.first == judgement.second) refuse("an actor cannot be merged with itself");
    for (const auto* key : {&judgement.first, &judgement.second})
        if (!db.integer("SELECT 1 FROM node n JOIN description d ON d.node = n.id WHERE n.key = ?1", key->text()))
            refuse(fmt::format("knows no actor with the key {}", key->text()));
    const auto [first, second] = std::minmax(judgement.first.text(), judgement.second.text());

    sqlite::Transaction transaction(db);
    auto affected = graph::group_of(graph::SameAs::load(db), first);
    affected.merge(graph::group_of(graph::SameAs::load(db), second));
    const bool merge = judgement.kind == Judgement::Kind::merge;
    db.run("INSERT INTO judgement (kind, first, second, author, made_at, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
           merge ? "merge" : "split", first, second, judgement.author, judgement.made_at, judgement.note);
    const auto same_as = graph::SameAs::load(db);
    for (const auto document : graph::documents_telling_of(db, affected)) graph::reassign_blocks(db, same_as, document);
    graph::write_same_as_edges(db);
    transaction.commit();
}

std::vector<Judgement> Store::judgements() const {
    std::vector<Judgement> out;
    auto rows = m_impl->db.rows("SELECT kind, first, second, author, made_at, note FROM judgement ORDER BY id");
    while (rows.next())
        out.push_back({rows->view(0) == "merge" ? Judgement::Kind::merge : Judgement::Kind::split,
                       ActorKey(rows->text(1)), ActorKey(rows->text(2)), rows->text(3), rows->text(4), rows->text(5)});
    return out;
}

}  // namespace isnad
