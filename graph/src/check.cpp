#include "check_derived.hpp"
#include "digest.hpp"
#include "isnad/core/utf8.hpp"
#include "row_digest.hpp"
#include "schema.hpp"
#include "store_impl.hpp"

#include <fmt/format.h>

#include <string>

namespace isnad {

namespace {

class Checker {
public:
    explicit Checker(sqlite::Connection& db) : m_db(db) {}

    std::vector<Diagnostic> run() {
        integrity();
        if (!m_found.empty()) return std::move(m_found);  // what follows would read damaged pages
        foreign_keys();
        documents();
        spans();
        counts();
        indexes();
        return std::move(m_found);
    }

private:
    void report(std::string message) {
        m_found.push_back({.file = m_db.path().string(), .message = std::move(message)});
    }

    void integrity() {
        auto rows = m_db.prepare("PRAGMA integrity_check");
        while (rows->step())
            if (rows->view(0) != "ok") report("the file is damaged: " + rows->text(0));
    }

    void foreign_keys() {
        auto rows = m_db.prepare("PRAGMA foreign_key_check");
        while (rows->step())
            report(fmt::format("row {} of table {} refers to a row of {} that is not there", rows->integer(1),
                               rows->view(0), rows->view(2)));
    }

    void documents() {
        auto rows = m_db.prepare(
            "SELECT d.id, d.text, d.text_digest, n.key, d.node, c.digest FROM document d JOIN node n ON n.id = d.node "
            "LEFT JOIN document_check c ON c.document = d.node ORDER BY d.id");
        while (rows->step()) {
            const auto id = rows->text(0);
            if (rows->view(3) != graph::document_node_key(id))
                report(fmt::format("document {}: its node has the key {}", id, rows->view(3)));
            if (rows->view(2) != graph::text_digest(rows->view(1)))
                report(fmt::format("document {}: the text is not the one that was stored", id));
            if (!rows->is_null(5) && rows->view(5) != graph::rows_digest(m_db, rows->integer(4)))
                report(fmt::format("document {}: what it tells is not what was stored", id));
            if (find_malformed_utf8(rows->view(1))) report(fmt::format("document {}: the text is not UTF-8", id));
        }
    }

    void spans() {
        constexpr std::string_view inside =
            "SELECT '{0}', d.id, x.{1}, x.{2} FROM {0} x JOIN document d ON d.node = x.document "
            "WHERE x.{1} < 0 OR x.{1} > x.{2} OR x.{2} > length(CAST(d.text AS BLOB))";
        struct Place {
            std::string_view table, begin, end;
        };
        for (const auto& place :
             {Place{"mention", "begin", "\"end\""}, Place{"time_expression", "begin", "\"end\""},
              Place{"telling", "trigger_begin", "trigger_end"}, Place{"telling", "sentence_begin", "sentence_end"},
              Place{"statement", "cue_begin", "cue_end"}, Place{"statement", "content_begin", "content_end"},
              Place{"statement", "sentence_begin", "sentence_end"}, Place{"evidence", "begin", "\"end\""}}) {
            auto rows = m_db.prepare(fmt::format(inside, place.table, place.begin, place.end));
            while (rows->step())
                report(fmt::format("document {}: a {} at bytes {} to {} lies outside its text", rows->view(1),
                                   rows->view(0), rows->integer(2), rows->integer(3)));
        }
    }

    void none(std::string_view sql, std::string_view what) {
        auto rows = m_db.prepare(sql);
        while (rows->step()) report(fmt::format("{} {}", rows->view(0), what));
    }

    void counts() {
        none(
            "SELECT n.key FROM node n WHERE n.type NOT IN ('event', 'document', 'statement') AND NOT EXISTS "
            "(SELECT 1 FROM description d WHERE d.node = n.id)",
            "is spoken of by no document");
        none(
            "SELECT n.key FROM edge x JOIN node n ON n.id = x.source WHERE x.type <> 'same_as' AND NOT EXISTS "
            "(SELECT 1 FROM evidence v WHERE v.edge = x.id)",
            "has an edge without evidence");
        none(
            "SELECT n.key FROM event e JOIN node n ON n.id = e.node WHERE NOT EXISTS "
            "(SELECT 1 FROM tells x WHERE x.event = e.node)",
            "is an event that nothing tells of");
        none(
            "SELECT t.key FROM telling t WHERE NOT EXISTS (SELECT 1 FROM tells x WHERE x.telling = t.id) AND "
            "t.block NOT IN (SELECT block FROM pending) AND NOT EXISTS (SELECT 1 FROM pending_pair)",
            "tells of no event");
    }

    /// Indexes that a bulk load has taken away come back with its end; others are missing.
    void indexes() {
        for (const auto& index : graph::compare_schema(m_db).missing)
            if (!m_db.integer("SELECT 1 FROM dropped_index WHERE name = ?1", index.name))
                report(fmt::format("the index {} is missing; the next command that writes builds it", index.name));
    }

    sqlite::Connection& m_db;
    std::vector<Diagnostic> m_found;
};

}  // namespace

std::vector<Diagnostic> Store::check() const {
    const bool as_it_stands = m_impl->file && graph::is_current(*m_impl->file);
    auto found = Checker(as_it_stands ? *m_impl->file : m_impl->db).run();
    if (!found.empty()) return found;  // what follows would only say so again
    try {
        fuse();
        return graph::check_derived(m_impl->db);
    } catch (const StoreError& error) {
        if (error.kind() != StoreError::Kind::damaged && error.kind() != StoreError::Kind::rejected) throw;
        return {error.diagnostic()};
    }
}

}  // namespace isnad
