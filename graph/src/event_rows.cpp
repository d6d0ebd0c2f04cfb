#include "event_rows.hpp"

#include "fusion/consultations.hpp"
#include "fusion/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace isnad::graph {

namespace {

constexpr int longest_short = 31;  // days; docs/store.md, interval index

/// One end stands in for the other.
Interval lookup_days(const Interval& when) { return {when.from ? when.from : when.to, when.to ? when.to : when.from}; }

bool is_long(const Interval& days) { return days.from && (*days.to - *days.from).count() > longest_short; }

/// Where a telling stands, for evidence.
struct Words {
    sqlite::RowId document = 0;
    Span sentence;
    std::string rule;
};

class BlockWriter {
public:
    BlockWriter(sqlite::Connection& db, std::int64_t id, const FusionBlock& block)
        : m_db(db), m_id(id), m_block(block), m_words(block.mentions.size()) {}

    /// Events that are there as they should be stay; the others go before new ones come: they may bear the same keys.
    void write(const FusedBlock& fused) {
        const auto count = fused.drafts.size();
        std::vector<sqlite::RowId> rows(count, 0);
        drop_stale(fused, rows);
        std::vector<bool> fresh(count);
        for (std::size_t i = 0; i < count; ++i) {
            fresh[i] = rows[i] == 0;
            if (!fresh[i]) continue;
            for (const auto m : fused.drafts[i].members) m_words[m] = words(m_block.mentions[m].telling);
            rows[i] = write(fused, i);
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (!fresh[i]) continue;
            for (const auto whole : fused.drafts[i].wholes) join_part(fused.drafts[i], rows[i], rows[whole]);
            write_statements_about(rows[i]);
            if (const auto type = fused.summaries[i].type; is_consultation(type) && type != EventType::call)
                m_db.run("INSERT INTO pending_part (event) VALUES (?1)", rows[i]);
        }
    }

private:
    [[nodiscard]] Words words(std::int64_t telling) {
        auto rows =
            m_db.rows("SELECT document, sentence_begin, sentence_end, rule FROM telling WHERE id = ?1", telling);
        if (!rows.next()) return {};
        return {rows->integer(0),
                {static_cast<std::uint32_t>(rows->integer(1)), static_cast<std::uint32_t>(rows->integer(2))},
                rows->text(3)};
    }

    [[nodiscard]] sqlite::RowId node(ActorRank actor) const { return m_block.actors[actor].node; }

    /// Finds the rows of events that stay, and deletes the rest of the block.
    void drop_stale(const FusedBlock& fused, std::vector<sqlite::RowId>& stay) {
        std::map<std::string, std::size_t> wanted;
        for (std::size_t i = 0; i < fused.keys.size(); ++i) wanted.emplace("event/" + fused.keys[i].text(), i);
        std::vector<sqlite::RowId> stale;
        {
            auto rows = m_db.rows(
                "SELECT n.key, e.node, e.digest FROM event e JOIN node n ON n.id = e.node WHERE e.block = ?1", m_id);
            while (rows.next()) {
                const auto found = wanted.find(rows->text(0));
                if (found != wanted.end() && fused.digests[found->second] == rows->integer(2))
                    stay[found->second] = rows->integer(1);
                else
                    stale.push_back(rows->integer(1));
            }
        }
        for (const auto row : stale) m_db.run("DELETE FROM node WHERE id = ?1", row);
    }

    sqlite::RowId write(const FusedBlock& fused, std::size_t index) {
        const auto& draft = fused.drafts[index];
        const auto& summary = fused.summaries[index];
        m_db.run("INSERT INTO node (key, type) VALUES (?1, 'event')", "event/" + fused.keys[index].text());
        const auto row = m_db.last_id();
        std::optional<sqlite::RowId> place;
        if (summary.place) place = node(*summary.place);
        const auto days = lookup_days(summary.when);
        m_db.run(
            "INSERT INTO event (node, block, digest, type, from_day, to_day, certainty, modality, polarity, place, "
            "topic, "
            "asserted, denied, expected, sources, first_day, last_day, long, support) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
            row, m_id, fused.digests[index], info(summary.type).name, summary.when.from, summary.when.to,
            to_string(summary.certainty), to_string(summary.modality), to_string(summary.polarity), place,
            summary.topic, summary.accounts.assert_it, summary.accounts.deny_it, summary.accounts.expect_it,
            summary.independent_sources, days.from, days.to, is_long(days), summary.support);
        for (const auto m : draft.members)
            m_db.run("INSERT INTO tells (telling, event) VALUES (?1, ?2)", m_block.mentions[m].telling, row);
        write_edges(draft, summary, row);
        return row;
    }

    void write_edges(const Draft& draft, const Summary& summary, sqlite::RowId event) {
        for (const auto& party : summary.parties)
            edge(draft, event, to_string(party.role), node(party.actor), summary.when, [&](const FusionMention& m) {
                return std::any_of(m.parties.begin(), m.parties.end(),
                                   [&](const Party& p) { return p.actor == party.actor; });
            });
        if (summary.place)
            edge(draft, event, "at", node(*summary.place), summary.when,
                 [&](const FusionMention& m) { return m.place == summary.place; });
        write_source_edges(draft, summary, event);
        write_document_edges(draft, summary, event);
    }

    void write_source_edges(const Draft& draft, const Summary& summary, sqlite::RowId event) {
        std::set<ActorRank> sources;
        for (const auto m : draft.members)
            sources.insert(m_block.mentions[m].sources.begin(), m_block.mentions[m].sources.end());
        for (const auto source : sources)
            edge(draft, event, "source", node(source), summary.when, [&](const FusionMention& m) {
                return std::find(m.sources.begin(), m.sources.end(), source) != m.sources.end();
            });
    }

    void write_document_edges(const Draft& draft, const Summary& summary, sqlite::RowId event) {
        std::map<sqlite::RowId, MentionRank> first;  // its first telling in each document
        for (const auto m : draft.members) first.try_emplace(m_words[m].document, m);
        for (const auto& [document, m] : first)
            evidence(add_edge(m_db, event, "reported_by", document, summary.when, m_block.mentions[m].published), m);
    }

    /// An edge with the tellings that say so; with all of them when none does (a visit is at its host's).
    template <class Says>
    void edge(const Draft& draft, sqlite::RowId event, const char* type, sqlite::RowId target, const Interval& valid,
              Says says) {
        std::vector<MentionRank> telling;
        for (const auto m : draft.members)
            if (says(m_block.mentions[m])) telling.push_back(m);
        if (telling.empty()) telling = draft.members;
        Day reported = m_block.mentions[telling.front()].published;
        for (const auto m : telling) reported = std::min(reported, m_block.mentions[m].published);
        const auto row = add_edge(m_db, event, type, target, valid, reported);
        for (const auto m : telling) evidence(row, m);
    }

    void evidence(sqlite::RowId edge, MentionRank m) {
        add_evidence(m_db, edge, m_words[m].document, m_words[m].sentence, m_words[m].rule);
    }

    void join_part(const Draft& part, sqlite::RowId row, sqlite::RowId whole) {
        if (row == whole) return;
        edge(part, row, "part_of", whole, part.when, [](const FusionMention&) { return true; });
    }

    void write_statements_about(sqlite::RowId event) {
        struct About {
            sqlite::RowId statement, document;
            Span sentence;
            std::string rule;
            Day published;
        };
        std::vector<About> found;
        {
            auto rows = m_db.rows(
                "SELECT DISTINCT s.node, s.document, s.sentence_begin, s.sentence_end, s.rule, d.published_day FROM "
                "tells x "
                "JOIN statement_about a ON a.telling = x.telling JOIN statement s ON s.node = a.statement "
                "JOIN document d ON d.node = s.document WHERE x.event = ?1 ORDER BY s.node",
                event);
            while (rows.next())
                found.push_back(
                    {rows->integer(0),
                     rows->integer(1),
                     {static_cast<std::uint32_t>(rows->integer(2)), static_cast<std::uint32_t>(rows->integer(3))},
                     rows->text(4),
                     sqlite::day_from(rows->integer(5))});
        }
        for (const auto& about : found)
            add_evidence(m_db, add_edge(m_db, about.statement, "about", event, {}, about.published), about.document,
                         about.sentence, about.rule);
    }

    sqlite::Connection& m_db;
    std::int64_t m_id;
    const FusionBlock& m_block;
    std::vector<Words> m_words;
};

}  // namespace

sqlite::RowId add_edge(sqlite::Connection& db, sqlite::RowId source, const char* type, sqlite::RowId target,
                       const Interval& valid, Day reported) {
    db.run("INSERT INTO edge (source, type, target, valid_from, valid_to, reported) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
           source, type, target, valid.from, valid.to, reported);
    return db.last_id();
}

void add_evidence(sqlite::Connection& db, sqlite::RowId edge, sqlite::RowId document, Span span,
                  std::string_view rule) {
    db.run("INSERT OR IGNORE INTO evidence (edge, document, begin, \"end\", rule) VALUES (?1, ?2, ?3, ?4, ?5)", edge,
           document, span.begin, span.end, rule);
}

void write_block(sqlite::Connection& db, const SameAs& same_as, std::int64_t block) {
    const auto loaded = load_block(db, same_as, block);
    BlockWriter(db, block, loaded).write(fuse_and_summarise(loaded));
    db.run("DELETE FROM pending WHERE block = ?1", block);
}

}  // namespace isnad::graph
