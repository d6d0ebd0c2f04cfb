#include "logical_tables.hpp"
#include "row_digest.hpp"
#include "store_impl.hpp"

#include <array>
#include <string_view>

namespace isnad {

namespace {

/// A sum over rows, so that their order does not count. Four lanes of the rows' SHA-256 are added up.
class MultisetHash {
public:
    void add(sqlite::Query& rows, std::string_view table) {
        const int columns = rows.columns();
        while (rows.step()) {
            graph::Digest digest;
            digest.text(table);
            graph::add_row(digest, rows, columns);
            const auto value = digest.finish();
            for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
                std::uint64_t number = 0;
                for (std::size_t i = 0; i < 8; ++i) number = number << 8U | value[8 * lane + i];
                m_lanes[lane] += number;
            }
        }
    }

    [[nodiscard]] std::string hex() const {
        graph::Digest digest;
        for (const auto lane : m_lanes) digest.number(static_cast<std::int64_t>(lane));
        return graph::hex(digest.finish());
    }

private:
    std::array<std::uint64_t, 4> m_lanes{};
};

using graph::Table;

constexpr std::array tables{
    Table{"node", "SELECT key, type, name_en, name_ar, wikidata, country, description FROM node"},
    Table{"document",
          "SELECT id, published_day, published_clock, utc_offset, outlet, title, url, language, "
          "text_digest, digest, inferred_from, inferred_to, inferred_reasons FROM document"},
    Table{"description",
          "SELECT n.key, d.type, d.name_en, d.name_ar, d.wikidata, d.country, d.description, o.id "
          "FROM description d JOIN node n ON n.id = d.node JOIN described x ON x.description = d.id "
          "JOIN document o ON o.node = x.document"},
    Table{"name", "SELECT x.folded, x.kind, n.key, x.times FROM name x JOIN node n ON n.id = x.node"},
    Table{"mention",
          "SELECT d.id, m.begin, m.\"end\", n.key FROM mention m JOIN document d ON d.node = m.document "
          "JOIN node n ON n.id = m.node"},
    Table{"time_expression",
          "SELECT d.id, t.ordinal, t.begin, t.\"end\", t.type, t.value, t.mod, t.grain, t.from_day, t.to_day, "
          "t.clock_from, t.clock_to, t.certainty, t.anchor, t.anchor_time, t.rule, t.arithmetic "
          "FROM time_expression t JOIN document d ON d.node = t.document"},
    Table{"telling",
          "SELECT d.id, t.ordinal, t.key, t.type, t.from_day, t.to_day, t.time, p.key, t.topic, t.modality, "
          "t.polarity, t.trigger_begin, t.trigger_end, t.sentence_begin, t.sentence_end, t.rule, t.headline, t.block, "
          "t.day_basis, t.told_by, t.leans_on, t.day, t.support "
          "FROM telling t JOIN document d ON d.node = t.document LEFT JOIN node p ON p.id = t.place"},
    Table{"pairing",
          "SELECT d.id, t.ordinal, p.pair, p.day, p.support, p.block FROM pairing p JOIN telling t ON t.id = p.telling "
          "JOIN document d ON d.node = t.document"},
    Table{"telling_actor",
          "SELECT d.id, t.ordinal, a.position, a.role, n.key FROM telling_actor a JOIN telling t ON t.id = a.telling "
          "JOIN document d ON d.node = t.document JOIN node n ON n.id = a.node"},
    Table{"statement",
          "SELECT d.id, s.ordinal, s.key, a.key, b.key, s.cue_begin, s.cue_end, s.content_begin, s.content_end, "
          "s.sentence_begin, s.sentence_end, s.occasion, s.from_day, s.to_day, s.time, s.modality, s.rule, s.headline "
          "FROM statement s JOIN document d ON d.node = s.document LEFT JOIN node a ON a.id = s.speaker "
          "LEFT JOIN node b ON b.id = s.addressee"},
    Table{"quote", "SELECT n.key, q.begin, q.\"end\", q.kind FROM quote q JOIN node n ON n.id = q.statement"},
    Table{"statement_source",
          "SELECT s.key, x.position, n.key FROM statement_source x JOIN node s ON "
          "s.id = x.statement JOIN node n ON n.id = x.node"},
    Table{"statement_about",
          "SELECT s.key, d.id, t.ordinal, x.stance FROM statement_about x JOIN node s ON s.id = x.statement "
          "JOIN telling t ON t.id = x.telling JOIN document d ON d.node = t.document"},
    Table{"event",
          "SELECT n.key, e.block, e.digest, e.type, e.from_day, e.to_day, e.certainty, e.modality, e.polarity, p.key, "
          "e.topic, "
          "e.asserted, e.denied, e.expected, e.sources, e.first_day, e.last_day, e.long, e.support "
          "FROM event e JOIN node n ON n.id = e.node LEFT JOIN node p ON p.id = e.place"},
    Table{"tells",
          "SELECT d.id, t.ordinal, n.key FROM tells x JOIN telling t ON t.id = x.telling "
          "JOIN document d ON d.node = t.document JOIN node n ON n.id = x.event"},
    Table{"edge",
          "SELECT a.key, x.type, b.key, x.valid_from, x.valid_to, x.reported FROM edge x "
          "JOIN node a ON a.id = x.source JOIN node b ON b.id = x.target"},
    Table{"evidence",
          "SELECT a.key, x.type, b.key, d.id, v.begin, v.\"end\", v.rule FROM evidence v JOIN edge x ON x.id = v.edge "
          "JOIN node a ON a.id = x.source JOIN node b ON b.id = x.target JOIN document d ON d.node = v.document"},
};

}  // namespace

std::span<const Table> graph::logical_tables() { return tables; }

std::string Store::content_hash() const {
    fuse();
    auto& db = m_impl->db;
    const sqlite::ReadTransaction reading(db);
    MultisetHash hash;
    for (const auto& table : tables) hash.add(*db.prepare(table.rows), table.name);
    return hash.hex();
}

}  // namespace isnad
