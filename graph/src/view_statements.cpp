#include "query_parts.hpp"
#include "view_loader.hpp"

namespace isnad::graph {

void ViewLoader::add_statement(sqlite::RowId statement) {
    StatementNode out;
    {
        auto rows = m_db.rows(
            "SELECT key, document, speaker, addressee, cue_begin, cue_end, content_begin, content_end, "
            "sentence_begin, sentence_end, occasion, from_day, to_day, modality, rule, headline, time "
            "FROM statement WHERE node = ?1",
            statement);
        if (!rows.next()) return;
        const auto& row = *rows;
        out.key = row.text(0);
        const auto in = row.integer(1);
        out.document = document(in);
        if (const auto node = row.maybe_integer(2)) out.speaker = actor(*node);
        if (const auto node = row.maybe_integer(3)) out.addressee = actor(*node);
        out.cue = words_at(text(in), span_at(row, 4));
        out.content_span = span_at(row, 6);
        out.content = words_at(text(in), out.content_span);
        out.sentence = span_at(row, 8);
        out.words = words_at(text(in), out.sentence);
        out.occasion = row.text(10);
        out.when = row.interval(11);
        out.modality = parse_modality(row.view(13)).value_or(Modality::asserted);
        out.rule = row.text(14);
        out.headline = row.integer(15) != 0;
        out.time = read_time(in, row.maybe_integer(16));
        read_quotes(statement, text(in), out);
    }
    read_statement_links(statement, out);
    m_view.statements.push_back(std::move(out));
}

void ViewLoader::read_quotes(sqlite::RowId statement, const std::string& text, StatementNode& out) {
    auto rows = m_db.rows("SELECT begin, \"end\", kind FROM quote WHERE statement = ?1 ORDER BY begin, \"end\", kind",
                          statement);
    while (rows.next())
        out.quotes.push_back({words_at(text, span_at(*rows, 0)), rows->view(2) == to_string(QuoteKind::indirect)
                                                                     ? QuoteKind::indirect
                                                                     : QuoteKind::direct});
}

void ViewLoader::read_statement_links(sqlite::RowId statement, StatementNode& out) {
    {
        auto rows = m_db.rows("SELECT node FROM statement_source WHERE statement = ?1 ORDER BY position", statement);
        while (rows.next()) out.sources.push_back(actor(rows->integer(0)));
    }
    auto rows = m_db.rows(
        "SELECT DISTINCT n.key, a.stance FROM statement_about a JOIN tells x ON x.telling = a.telling "
        "JOIN node n ON n.id = x.event WHERE a.statement = ?1 ORDER BY n.key, a.stance",
        statement);
    while (rows.next()) out.about.push_back({event_key_of(rows->view(0)), parse_stance(rows->view(1))});
}

}  // namespace isnad::graph
