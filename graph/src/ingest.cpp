#include "ingest.hpp"

#include "digest.hpp"
#include "event_rows.hpp"
#include "fusion/consultations.hpp"
#include "isnad/core/fold.hpp"
#include "judgements.hpp"
#include "pair_rows.hpp"
#include "row_digest.hpp"
#include "statement_edges.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace isnad {

namespace graph {

namespace {

std::optional<std::int64_t> minutes(const std::optional<std::chrono::minutes>& value) {
    if (!value) return std::nullopt;
    return value->count();
}

std::optional<std::int64_t> clock(const PublicationTime& published) {
    if (published.grain != PublicationTime::Grain::second) return std::nullopt;
    return published.clock.count();
}

std::optional<std::int64_t> ordinal_of(const std::optional<TimeIndex>& time) {
    if (!time) return std::nullopt;
    return static_cast<std::int64_t>(time->value());
}

/// Whether an event near in the text, with a day of its own words, takes in all who take part: the same one told again.
bool told_with_day(const std::vector<Event>& events, std::size_t ordinal) {
    constexpr std::size_t reach = 40;  // events
    const auto& e = events[ordinal];
    const auto same = [&](const Event& other) {
        const auto takes_part = [&](const Participant& p) {
            return std::any_of(other.participants.begin(), other.participants.end(),
                               [&](const Participant& o) { return o.node == p.node; });
        };
        return other.day_basis == DayBasis::stated && other.time == e.time &&
               info(other.type).family == info(e.type).family &&
               std::all_of(e.participants.begin(), e.participants.end(), takes_part);
    };
    const auto from = events.begin() + static_cast<std::ptrdiff_t>(ordinal - std::min(ordinal, reach));
    const auto to = events.begin() + static_cast<std::ptrdiff_t>(std::min(events.size(), ordinal + reach));
    return std::any_of(from, to, same);
}

/// The days a telling brings to fusion: those that its own sentence states, or that of the same event told again.
/// Another day carried from elsewhere may date another event; it only says on which side of the day of publication it
/// was. Of consultations the accounts of a pair are weighed, carried days among them.
Interval days_of_telling(const std::vector<Event>& events, std::size_t ordinal, Day published) {
    const auto& e = events[ordinal];
    if (is_consultation(e.type)) return e.when;
    if (e.day_basis != DayBasis::carried || told_with_day(events, ordinal)) return e.when;
    const bool over = e.modality == Modality::asserted || e.modality == Modality::denied;
    return over ? Interval{std::nullopt, published} : Interval{published, std::nullopt};
}

}  // namespace

DocumentWriter::DocumentWriter(sqlite::Connection& db, const AddOptions& options)
    : m_db(db), m_options(options), m_actor_rows(db), m_same_as(SameAs::load(db)) {}

void DocumentWriter::write(const Extracted& extracted, const std::string& digest, IngestResult& result) {
    const auto& document = extracted.document;
    const auto met = meet(document, digest);
    if (met.unchanged) {
        ++result.unchanged;
        return;
    }
    if (met.refused) {
        result.refused.push_back(document.id);
        return;
    }
    bool replaces = met.same_id.has_value();
    if (replaces) remove(*met.same_id);
    for (const auto& [row, id] : earlier_of_file(document)) {
        if (m_options.replace) {
            remove(row);
            replaces = true;
        } else {
            result.beside.push_back({document.id, id});
        }
    }
    insert(extracted, digest);
    ++(replaces ? result.replaced : result.added);
}

DocumentWriter::Met DocumentWriter::meet(const Document& document, const std::string& digest) {
    auto rows = m_db.rows("SELECT node, digest, text_digest, origin FROM document WHERE id = ?1", document.id);
    if (!rows.next()) return {};
    const bool same_file = !document.origin.key.empty() && rows->view(3) == document.origin.key;
    const bool may_replace = m_options.replace || same_file || rows->view(2) == text_digest(document.text);
    return {rows->integer(0), rows->view(1) == digest, !may_replace};
}

/// Other documents of the same file, when a change of its text changes the id.
std::vector<std::pair<sqlite::RowId, std::string>> DocumentWriter::earlier_of_file(const Document& document) {
    std::vector<std::pair<sqlite::RowId, std::string>> out;
    if (!document.origin.id_by_content || document.origin.key.empty()) return out;
    auto rows = m_db.rows("SELECT node, id FROM document WHERE origin = ?1 AND origin <> '' AND id <> ?2 ORDER BY id",
                          document.origin.key, document.id);
    while (rows.next()) out.emplace_back(rows->integer(0), rows->text(1));
    return out;
}

void DocumentWriter::insert(const Extracted& extracted, const std::string& digest) {
    const auto& extraction = extracted.extraction;
    insert_document(extracted.document, digest);
    m_actors.clear();
    for (const auto& node : extraction.nodes) m_actors.push_back(m_actor_rows.note(node, m_document));
    insert_mentions(extracted);
    insert_times(extraction.times);
    insert_tellings(extracted);
    for (std::size_t i = 0; i < extraction.statements.size(); ++i)
        insert_statement(extracted, extraction.statements[i], i);
    keep_rows_digest(m_db, m_document);
}

void DocumentWriter::insert_document(const Document& d, const std::string& digest) {
    m_db.run("INSERT INTO node (key, type) VALUES (?1, 'document')", document_node_key(d.id));
    m_document = m_db.last_id();
    const auto inferred = d.inferred.value_or(InferredPublication{});
    std::string reasons;
    for (const auto& reason : inferred.reasons) reasons += (reasons.empty() ? "" : "\n") + reason;
    m_db.run(
        "INSERT INTO document (node, id, published_day, published_clock, utc_offset, outlet, title, url, "
        "language, text, text_digest, digest, inferred_from, inferred_to, inferred_reasons, origin) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        m_document, d.id, d.published.day, clock(d.published), minutes(d.published.utc_offset), d.source, d.title,
        d.url, d.language, d.text, text_digest(d.text), digest, inferred.days.from, inferred.days.to, reasons,
        d.origin.key);
    m_db.run("INSERT INTO document_words (rowid, folded) VALUES (?1, ?2)", m_document, indexed_words(d.title, d.text));
}

void DocumentWriter::insert_mentions(const Extracted& extracted) {
    std::vector<std::pair<Span, sqlite::RowId>> mentions;
    for (const auto& mention : extracted.extraction.mentions) {
        const auto node = m_actors[mention.node.value()];
        m_db.run("INSERT OR IGNORE INTO mention (document, begin, \"end\", node) VALUES (?1, ?2, ?3, ?4)", m_document,
                 mention.span.begin, mention.span.end, node);
        if (m_db.changes() > 0) mentions.emplace_back(mention.span, node);  // one that is told twice counts once
    }
    m_actor_rows.count_mentions(extracted.document.text, mentions, 1);
}

void DocumentWriter::insert_times(const std::vector<TimeExpression>& times) {
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto& t = times[i];
        m_db.run(
            "INSERT INTO time_expression (document, ordinal, begin, \"end\", type, value, mod, grain, from_day, "
            "to_day, clock_from, clock_to, certainty, anchor, anchor_time, rule, arithmetic) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            m_document, i, t.span.begin, t.span.end, to_string(t.type), t.value, t.mod, to_string(t.grain),
            t.interval.from, t.interval.to, minutes(t.clock_from), minutes(t.clock_to), to_string(t.certainty),
            to_string(t.anchor.kind), ordinal_of(t.anchor.expression), t.rule, t.arithmetic);
    }
}

void DocumentWriter::insert_tellings(const Extracted& extracted) {
    m_tellings.clear();
    const auto& events = extracted.extraction.events;
    if (events.empty()) return;
    auto block = block_of(extracted.document, extracted.extraction, m_same_as, m_actors);
    const auto published = extracted.document.published.day;
    for (std::size_t i = 0; i < events.size(); ++i) block.mentions[i].when = days_of_telling(events, i, published);
    const auto placements = place_mentions(block);
    for (std::size_t i = 0; i < events.size(); ++i) insert_telling(events[i], block.mentions[i].when, i, placements[i]);
    if (!m_same_as.all().empty()) reassign_blocks(m_db, m_same_as, m_document);
}

void DocumentWriter::insert_telling(const Event& e, const Interval& days, std::size_t ordinal,
                                    const Placement& placement) {
    m_db.run(
        "INSERT INTO telling (document, ordinal, key, type, from_day, to_day, time, place, topic, modality, "
        "polarity, trigger_begin, trigger_end, sentence_begin, sentence_end, rule, headline, block, leans_on, "
        "day_basis, told_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
        "?18, ?19, ?20, ?21)",
        m_document, ordinal, e.id, info(e.type).name, days.from, days.to, ordinal_of(e.time), actor(e.place), e.topic,
        to_string(e.modality), to_string(e.polarity), e.trigger.begin, e.trigger.end, e.sentence.begin, e.sentence.end,
        e.rule, e.headline, placement.block, placement.leans_on, to_string(e.day_basis), to_string(e.told_by));
    const auto telling = m_db.last_id();
    add_pairings(m_db, telling, placement.pairs);
    if (placement.block != 0) m_db.run("INSERT OR IGNORE INTO pending (block) VALUES (?1)", placement.block);
    m_tellings.push_back(telling);
    int position = 0;
    constexpr const char* insert = "INSERT INTO telling_actor (telling, position, role, node) VALUES (?1, ?2, ?3, ?4)";
    for (const auto& p : e.participants)
        m_db.run(insert, telling, position++, to_string(p.role), m_actors[p.node.value()]);
    for (const auto source : e.sources) m_db.run(insert, telling, position++, "source", m_actors[source.value()]);
}

std::optional<sqlite::RowId> DocumentWriter::actor(const std::optional<NodeIndex>& node) const {
    if (!node) return std::nullopt;
    return m_actors[node->value()];
}

void DocumentWriter::insert_statement(const Extracted& extracted, const Statement& s, std::size_t ordinal) {
    m_db.run("INSERT INTO node (key, type) VALUES (?1, 'statement')",
             fmt::format("statement/{}/{}", extracted.document.id, ordinal));
    const auto node = m_db.last_id();
    m_db.run(
        "INSERT INTO statement (node, document, ordinal, key, speaker, addressee, cue_begin, cue_end, "
        "content_begin, content_end, sentence_begin, sentence_end, occasion, from_day, to_day, time, modality, "
        "rule, headline) VALUES "
        "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
        node, m_document, ordinal, s.id, actor(s.speaker), actor(s.addressee), s.cue.begin, s.cue.end, s.content.begin,
        s.content.end, s.sentence.begin, s.sentence.end, s.occasion, s.when.from, s.when.to, ordinal_of(s.time),
        to_string(s.modality), s.rule, s.headline);
    for (const auto& q : s.quotes)
        m_db.run("INSERT OR IGNORE INTO quote (statement, begin, \"end\", kind) VALUES (?1, ?2, ?3, ?4)", node,
                 q.span.begin, q.span.end, to_string(q.kind));
    for (const auto& about : s.about)
        m_db.run("INSERT OR IGNORE INTO statement_about (statement, telling, stance) VALUES (?1, ?2, ?3)", node,
                 m_tellings[about.event.value()], to_string(about.stance));
    for (std::size_t i = 0; i < s.sources.size(); ++i)
        m_db.run("INSERT INTO statement_source (statement, position, node) VALUES (?1, ?2, ?3)", node, i,
                 m_actors[s.sources[i].value()]);
    write_statement_edges(m_db, node);
}

void DocumentWriter::finish() { m_actor_rows.flush(); }

void DocumentWriter::remove(sqlite::RowId document) {
    m_actor_rows.flush();
    const auto mentions = mentions_of(m_db, document);
    {
        auto rows = m_db.rows("SELECT title, text FROM document WHERE node = ?1", document);
        if (!rows.next()) return;
        m_db.run("INSERT INTO document_words (document_words, rowid, folded) VALUES ('delete', ?1, ?2)", document,
                 indexed_words(rows->view(0), rows->view(1)));
        m_actor_rows.count_mentions(rows->view(1), mentions, -1);
        m_actor_rows.flush();
    }
    m_db.run("INSERT OR IGNORE INTO pending SELECT DISTINCT block FROM telling WHERE document = ?1", document);
    drop_pairings(m_db, document);
    m_db.run(
        "DELETE FROM node WHERE id IN (SELECT e.node FROM event e JOIN telling t ON t.block = e.block "
        "WHERE t.document = ?1)",
        document);
    m_db.run("DELETE FROM node WHERE id IN (SELECT node FROM statement WHERE document = ?1)", document);
    m_db.run("DELETE FROM telling WHERE document = ?1", document);
    m_db.run("DELETE FROM mention WHERE document = ?1", document);
    m_actor_rows.forget(document);
    m_db.run("DELETE FROM node WHERE id = ?1", document);
}

std::string indexed_words(std::string_view title, std::string_view text) {
    std::string out = fold(title);
    out += '\n';
    out += fold(text);
    return out;
}

}  // namespace graph

IngestResult Store::add(std::span<const Extracted> batch, const AddOptions& options) {
    m_impl->require_writable();
    std::vector<std::string> digests;
    digests.reserve(batch.size());
    for (const auto& extracted : batch) digests.push_back(graph::content_digest(extracted));
    IngestResult result;
    sqlite::Transaction transaction(m_impl->db);
    graph::DocumentWriter writer(m_impl->db, options);
    for (std::size_t i = 0; i < batch.size(); ++i) writer.write(batch[i], digests[i], result);
    writer.finish();
    graph::write_same_as_edges(m_impl->db);
    transaction.commit();
    return result;
}

bool Store::forget(const DocumentKey& document) {
    m_impl->require_writable();
    m_impl->end_bulk();
    sqlite::Transaction transaction(m_impl->db);
    const auto row = m_impl->db.integer("SELECT node FROM document WHERE id = ?1", document.text());
    if (!row) return false;
    graph::DocumentWriter(m_impl->db).remove(*row);
    graph::write_same_as_edges(m_impl->db);
    transaction.commit();
    return true;
}

void Store::scrub(bool rewrite) {
    m_impl->require_writable();
    fuse();
    auto& db = m_impl->db;
    db.run("INSERT INTO document_words (document_words) VALUES ('optimize')");
    if (rewrite) db.execute("VACUUM");
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace isnad
