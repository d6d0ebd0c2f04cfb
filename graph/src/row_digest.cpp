#include "row_digest.hpp"

#include <array>

namespace isnad::graph {

namespace {

/// Every table below a document, in an order of its own.
constexpr std::array told{
    "SELECT id, published_day, published_clock, utc_offset, outlet, title, url, language, text_digest, digest, "
    "inferred_from, inferred_to, inferred_reasons, origin FROM document WHERE node = ?1",
    "SELECT n.key, d.type, d.name_en, d.name_ar, d.wikidata, d.country, d.description FROM described x "
    "JOIN description d ON d.id = x.description JOIN node n ON n.id = d.node WHERE x.document = ?1 "
    "ORDER BY n.key, d.type, d.name_en, d.name_ar, d.wikidata, d.country, d.description",
    "SELECT m.begin, m.\"end\", n.key FROM mention m JOIN node n ON n.id = m.node WHERE m.document = ?1 "
    "ORDER BY m.begin, m.\"end\", n.key",
    "SELECT ordinal, begin, \"end\", type, value, mod, grain, from_day, to_day, clock_from, clock_to, certainty, "
    "anchor, "
    "anchor_time, rule, arithmetic FROM time_expression WHERE document = ?1 ORDER BY ordinal",
    "SELECT t.ordinal, t.key, t.type, t.from_day, t.to_day, t.time, p.key, t.topic, t.modality, t.polarity, "
    "t.trigger_begin, t.trigger_end, t.sentence_begin, t.sentence_end, t.rule, t.headline, "
    "t.day_basis, t.told_by FROM telling t "
    "LEFT JOIN node p ON p.id = t.place WHERE t.document = ?1 ORDER BY t.ordinal",
    "SELECT t.ordinal, a.position, a.role, n.key FROM telling t JOIN telling_actor a ON a.telling = t.id "
    "JOIN node n ON n.id = a.node WHERE t.document = ?1 ORDER BY t.ordinal, a.position",
    "SELECT s.ordinal, s.key, a.key, b.key, s.cue_begin, s.cue_end, s.content_begin, s.content_end, s.sentence_begin, "
    "s.sentence_end, s.occasion, s.from_day, s.to_day, s.time, s.modality, s.rule, s.headline FROM statement s "
    "LEFT JOIN node a ON a.id = s.speaker LEFT JOIN node b ON b.id = s.addressee WHERE s.document = ?1 "
    "ORDER BY s.ordinal",
    "SELECT s.ordinal, q.begin, q.\"end\", q.kind FROM statement s JOIN quote q ON q.statement = s.node "
    "WHERE s.document = ?1 ORDER BY s.ordinal, q.begin, q.\"end\", q.kind",
    "SELECT s.ordinal, x.position, n.key FROM statement s JOIN statement_source x ON x.statement = s.node "
    "JOIN node n ON n.id = x.node WHERE s.document = ?1 ORDER BY s.ordinal, x.position",
    "SELECT s.ordinal, t.ordinal, a.stance FROM statement s JOIN statement_about a ON a.statement = s.node "
    "JOIN telling t ON t.id = a.telling WHERE s.document = ?1 ORDER BY s.ordinal, t.ordinal, a.stance"};

}  // namespace

void add_row(Digest& digest, const sqlite::Query& row, int columns) {
    for (int i = 0; i < columns; ++i) digest.number(row.is_null(i) ? 1 : 0).text(row.view(i));
}

std::string rows_digest(sqlite::Connection& db, sqlite::RowId document) {
    Digest digest;
    for (const auto* sql : told) {
        auto rows = db.rows(sql, document);
        const int columns = rows->columns();
        std::int64_t count = 0;
        for (; rows.next(); ++count) add_row(digest, *rows, columns);
        digest.number(count);
    }
    return hex(digest.finish());
}

void keep_rows_digest(sqlite::Connection& db, sqlite::RowId document) {
    db.run("INSERT OR IGNORE INTO document_check (document, digest) VALUES (?1, ?2)", document,
           rows_digest(db, document));
}

void keep_missing_rows_digests(sqlite::Connection& db) {
    std::vector<sqlite::RowId> documents;
    {
        auto rows = db.rows("SELECT node FROM document WHERE node NOT IN (SELECT document FROM document_check)");
        while (rows.next()) documents.push_back(rows->integer(0));
    }
    for (const auto document : documents) keep_rows_digest(db, document);
}

}  // namespace isnad::graph
