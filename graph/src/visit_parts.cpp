#include "visit_parts.hpp"

namespace isnad::graph {

namespace {

constexpr int longest_stay = 7;    // days of a visit that is not a tour
constexpr int longest_visit = 31;  // days between first and last that visits are looked for

/// Pairs of a meeting and a visit whose days fit and that share a traveller; `?1` is one of the two.
constexpr const char* visits_of_meeting =
    "SELECT m.node, v.node FROM event m JOIN event v ON v.long = 0 AND v.first_day BETWEEN m.from_day - ?2 AND "
    "m.from_day AND v.from_day = v.first_day AND v.to_day >= m.to_day AND v.to_day - v.from_day <= ?2 WHERE m.node = "
    "?1 AND m.type IN ('meeting', 'talks') AND m.modality <> "
    "'denied' AND v.type = 'visit'";
constexpr const char* meetings_of_visit =
    "SELECT m.node, v.node FROM event v JOIN event m ON m.long = 0 AND m.first_day BETWEEN v.from_day AND v.to_day AND "
    "m.to_day <= v.to_day WHERE v.node = ?1 AND v.to_day - v.from_day <= ?2 AND v.type = 'visit' AND m.type IN "
    "('meeting', 'talks') AND m.modality <> 'denied' AND m.from_day IS NOT NULL AND m.to_day IS NOT NULL";

constexpr const char* fit =
    "SELECT 1 FROM event m, event v LEFT JOIN node mp ON mp.id = m.place JOIN node vp ON vp.id = v.place "
    "WHERE m.node = ?1 AND v.node = ?2 AND EXISTS (SELECT 1 FROM edge a JOIN edge b ON b.source = m.node AND "
    "b.target = a.target AND b.type IN ('agent', 'patient', 'host', 'addressee') WHERE a.source = v.node AND "
    "a.type = 'agent') AND CASE WHEN mp.id IS NULL THEN v.to_day - v.from_day < ?3 AND vp.country <> '' AND EXISTS "
    "(SELECT 1 FROM edge h JOIN node n ON n.id = h.target WHERE h.source = m.node AND h.type IN ('agent', 'patient', "
    "'host', 'addressee') AND n.country = vp.country) ELSE mp.id = vp.id OR (mp.country = vp.country AND mp.country "
    "<> '' AND NOT (mp.type = 'place' AND vp.type = 'place')) END";

void join(sqlite::Connection& db, sqlite::RowId meeting, sqlite::RowId visit) {
    db.run(
        "INSERT OR IGNORE INTO edge (source, type, target, valid_from, valid_to, reported) SELECT e.node, 'part_of', "
        "?2, "
        "e.from_day, e.to_day, (SELECT min(d.published_day) FROM tells x JOIN telling t ON t.id = x.telling JOIN "
        "document d ON d.node = t.document WHERE x.event = ?1) FROM event e WHERE e.node = ?1",
        meeting, visit);
    db.run(
        "INSERT OR IGNORE INTO evidence (edge, document, begin, \"end\", rule) SELECT g.id, t.document, "
        "t.sentence_begin, t.sentence_end, t.rule FROM edge g JOIN tells x ON x.event = g.source JOIN telling t ON "
        "t.id = x.telling WHERE g.source = ?1 AND g.type = 'part_of' AND g.target = ?2",
        meeting, visit);
}

}  // namespace

void join_parts_of_visits(sqlite::Connection& db, const std::vector<sqlite::RowId>& events) {
    std::vector<std::pair<sqlite::RowId, sqlite::RowId>> found;
    for (const auto event : events)
        for (const auto* query : {visits_of_meeting, meetings_of_visit}) {
            auto rows = db.rows(query, event, longest_visit);
            while (rows.next()) found.emplace_back(rows->integer(0), rows->integer(1));
        }
    for (const auto& [meeting, visit] : found)
        if (db.integer(fit, meeting, visit, longest_stay)) join(db, meeting, visit);
    for (const auto event : events) db.run("DELETE FROM pending_part WHERE event = ?1", event);
}

}  // namespace isnad::graph
