#include "block_rows.hpp"
#include "digest.hpp"
#include "isnad/core/utf8.hpp"
#include "fusion/summary.hpp"

#include <fmt/format.h>

#include <map>
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
        events();
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
        try {
            m_db.run("INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 0)");
        } catch (const StoreError& error) {
            if (error.kind() != StoreError::Kind::unwritable)
                report("the word index is damaged: " + std::string(error.what()));
        }
    }

    void foreign_keys() {
        auto rows = m_db.prepare("PRAGMA foreign_key_check");
        while (rows->step())
            report(fmt::format("row {} of table {} refers to a row of {} that is not there", rows->integer(1),
                               rows->view(0), rows->view(2)));
    }

    void documents() {
        auto rows = m_db.prepare(
            "SELECT d.id, d.text, d.text_digest, n.key, length(d.digest) FROM document d JOIN node n ON n.id = d.node "
            "ORDER BY d.id");
        while (rows->step()) {
            const auto id = rows->text(0);
            if (rows->view(3) != graph::document_node_key(id))
                report(fmt::format("document {}: its node has the key {}", id, rows->view(3)));
            if (rows->view(2) != graph::text_digest(rows->view(1)))
                report(fmt::format("document {}: the text is not the one that was stored", id));
            if (rows->integer(4) != 64) report(fmt::format("document {}: its digest is malformed", id));
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
            "t.block NOT IN (SELECT block FROM pending)",
            "tells of no event");
    }

    /// Fuses every block anew and compares.
    void events() {
        const auto same_as = graph::SameAs::load(m_db);
        auto blocks = m_db.prepare("SELECT DISTINCT block FROM telling WHERE block NOT IN (SELECT block FROM pending)");
        while (blocks->step()) {
            const auto block = graph::load_block(m_db, same_as, blocks->integer(0));
            compare_events(blocks->integer(0), graph::fuse_and_summarise(block));
        }
    }

    void compare_events(std::int64_t block, const graph::FusedBlock& fused) {
        std::map<std::string, std::int64_t> expected;
        for (std::size_t i = 0; i < fused.keys.size(); ++i)
            expected.emplace("event/" + fused.keys[i].text(), fused.digests[i]);
        auto rows =
            m_db.rows("SELECT n.key, e.digest FROM event e JOIN node n ON n.id = e.node WHERE e.block = ?1", block);
        while (rows.next()) {
            const auto found = expected.find(rows->text(0));
            if (found == expected.end() || found->second != rows->integer(1))
                report(fmt::format("{} does not follow from the tellings", rows->view(0)));
            if (found != expected.end()) expected.erase(found);
        }
        for (const auto& [key, digest] : expected)
            report(fmt::format("{} follows from the tellings and is not there", key));
    }

    sqlite::Connection& m_db;
    std::vector<Diagnostic> m_found;
};

}  // namespace

std::vector<Diagnostic> Store::check() const { return Checker(m_impl->db).run(); }

}  // namespace isnad
