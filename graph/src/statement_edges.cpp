#include "statement_edges.hpp"

#include "event_rows.hpp"
#include "query_parts.hpp"

#include <set>
#include <string>

namespace isnad::graph {

namespace {

std::set<sqlite::RowId> sources(sqlite::Connection& db, sqlite::RowId statement) {
    std::set<sqlite::RowId> out;
    auto rows = db.rows("SELECT node FROM statement_source WHERE statement = ?1", statement);
    while (rows.next()) out.insert(rows->integer(0));
    return out;
}

}  // namespace

void write_statement_edges(sqlite::Connection& db, sqlite::RowId statement) {
    auto rows = db.rows(
        "SELECT s.document, s.speaker, s.addressee, s.sentence_begin, s.sentence_end, s.from_day, s.to_day, s.rule, "
        "d.published_day FROM statement s JOIN document d ON d.node = s.document WHERE s.node = ?1",
        statement);
    if (!rows.next()) return;
    const auto edge = [&](const char* type, sqlite::RowId target) {
        const auto row = add_edge(db, statement, type, target, rows->interval(5), sqlite::day_from(rows->integer(8)));
        add_evidence(db, row, rows->integer(0), span_at(*rows, 3), rows->view(7));
    };
    if (const auto speaker = rows->maybe_integer(1)) edge("speaker", *speaker);
    if (const auto addressee = rows->maybe_integer(2)) edge("addressee", *addressee);
    for (const auto source : sources(db, statement)) edge("source", source);
}

}  // namespace isnad::graph
