#include "derive.hpp"

#include "actor_rows.hpp"
#include "ingest.hpp"
#include "judgements.hpp"
#include "statement_edges.hpp"
#include "store_impl.hpp"

#include <vector>

namespace isnad::graph {

namespace {

constexpr std::size_t documents_a_flush = 500;

template <class Use>
void for_each_row(sqlite::Connection& db, const char* ids, Use use) {
    std::vector<sqlite::RowId> all;
    {
        auto rows = db.rows(ids);
        while (rows.next()) all.push_back(rows->integer(0));
    }
    for (const auto id : all) use(id);
}

void drop_derived(sqlite::Connection& db) {
    db.execute(
        "DELETE FROM edge; DELETE FROM event; DELETE FROM name;"
        "DELETE FROM node WHERE id NOT IN (SELECT node FROM document) AND id NOT IN (SELECT node FROM statement) "
        "AND id NOT IN (SELECT node FROM description);"
        "UPDATE node SET (key, type, name_en, name_ar, wikidata, country, description) = "
        "('document/' || (SELECT d.id FROM document d WHERE d.node = node.id), 'document', '', '', '', '', '') "
        "WHERE id IN (SELECT node FROM document);"
        "UPDATE node SET (key, type, name_en, name_ar, wikidata, country, description) = "
        "('statement/' || (SELECT d.id || '/' || s.ordinal FROM statement s JOIN document d ON d.node = s.document "
        "WHERE s.node = node.id), 'statement', '', '', '', '', '') WHERE id IN (SELECT node FROM statement);"
        "INSERT INTO document_words (document_words) VALUES ('delete-all')");
}

void index_words(sqlite::Connection& db, sqlite::RowId document) {
    auto rows = db.rows("SELECT title, text FROM document WHERE node = ?1", document);
    if (rows.next())
        db.run("INSERT INTO document_words (rowid, folded) VALUES (?1, ?2)", document,
               indexed_words(rows->view(0), rows->view(1)));
}

void name_actors(sqlite::Connection& db) {
    ActorRows actors(db);
    for_each_row(db, "SELECT DISTINCT node FROM description", [&](sqlite::RowId node) { actors.choose(node); });
    std::size_t count = 0;
    for_each_row(db, "SELECT node FROM document", [&](sqlite::RowId document) {
        auto rows = db.rows("SELECT text FROM document WHERE node = ?1", document);
        if (rows.next()) actors.count_mentions(rows->view(0), mentions_of(db, document), 1);
        if (++count % documents_a_flush == 0) actors.flush();
    });
    actors.flush();
}

}  // namespace

void derive_anew(sqlite::Connection& db) {
    sqlite::Transaction transaction(db);
    drop_derived(db);
    name_actors(db);
    for_each_row(db, "SELECT node FROM document ORDER BY node", [&](sqlite::RowId row) { index_words(db, row); });
    for_each_row(db, "SELECT node FROM statement", [&](sqlite::RowId row) { write_statement_edges(db, row); });
    write_same_as_edges(db);
    place_all(db);
    transaction.commit();
    fuse_pending(db);
    join_pending_parts(db);
}

}  // namespace isnad::graph
