#include "block_rows.hpp"

#include "fusion/consultations.hpp"
#include "query_parts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace isnad::graph {

namespace {

/// Collects actors by node row, then ranks them by key.
class ActorCollector {
public:
    explicit ActorCollector(FusionBlock& block) : m_block(block) {}

    /// A provisional rank; finish() makes ranks final.
    ActorRank rank(const FusionActor& actor) {
        const auto [it, fresh] = m_ranks.try_emplace(actor.key, static_cast<ActorRank>(m_block.actors.size()));
        if (fresh) m_block.actors.push_back(actor);
        return it->second;
    }

    void finish() {
        std::vector<ActorRank> order(m_block.actors.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](auto a, auto b) { return m_block.actors[a].key < m_block.actors[b].key; });
        std::vector<ActorRank> final_rank(order.size());
        std::vector<FusionActor> sorted;
        for (std::size_t i = 0; i < order.size(); ++i) {
            final_rank[order[i]] = static_cast<ActorRank>(i);
            sorted.push_back(std::move(m_block.actors[order[i]]));
        }
        m_block.actors = std::move(sorted);
        for (auto& mention : m_block.mentions) {
            for (auto& party : mention.parties) party.actor = final_rank[party.actor];
            for (auto& source : mention.sources) source = final_rank[source];
            if (mention.place) mention.place = final_rank[*mention.place];
            std::sort(mention.parties.begin(), mention.parties.end());
            mention.parties.erase(std::unique(mention.parties.begin(), mention.parties.end()), mention.parties.end());
        }
    }

private:
    FusionBlock& m_block;
    std::map<std::string, ActorRank> m_ranks;  // texts choose the keys, so they are ordered
};

class BlockLoader {
public:
    BlockLoader(sqlite::Connection& db, const SameAs& same_as) : m_db(db), m_same_as(same_as), m_collector(m_block) {}

    void add(sqlite::Rows& rows) {
        while (rows.next()) {
            FusionMention m;
            m.telling = rows->integer(0);
            m.document = rows->text(1);
            m.key = rows->text(2);
            m.outlet = rows->text(3);
            m.published = sqlite::day_from(rows->integer(4));
            m.type = parse_event_type(rows->view(5)).value_or(EventType::statement);
            m.when = rows->interval(6);
            m.dated = !rows->is_null(8);
            m.earlier = rows->integer(20) != 0;
            if (const auto place = rows->maybe_integer(9)) m.place = actor(*place);
            m.topic = rows->text(10);
            m.modality = parse_modality(rows->view(11)).value_or(Modality::asserted);
            m.polarity = rows->view(12) == to_string(Polarity::negative) ? Polarity::negative : Polarity::positive;
            m.text_digest = rows->text(13);
            m.basis = parse_day_basis(rows->view(21)).value_or(DayBasis::none);
            m.told_by = parse_told_by(rows->view(22)).value_or(ToldBy::noun);
            m.day = rows->maybe_day(24);
            m.support = static_cast<int>(rows->integer(25));
            add_actors(m);
            if (!is_consultation(m.type)) read_sentence(m, told_sentence(*rows, m));
            add_stands(m);
            if (is_consultation(m.type))
                m_places.emplace(std::pair(m.document, rows->integer(26)), m_block.mentions.size());
            if (const auto fuller = rows->maybe_integer(23)) m_leaning.emplace_back(m_block.mentions.size(), *fuller);
            m_block.mentions.push_back(std::move(m));
        }
        for (const auto& [i, fuller] : m_leaning) {
            const auto found = m_places.find({m_block.mentions[i].document, fuller});
            if (found != m_places.end()) m_block.mentions[i].leans_on = found->second;
        }
    }

    FusionBlock finish() {
        m_collector.finish();
        return std::move(m_block);
    }

private:
    ToldSentence told_sentence(const sqlite::Query& row, const FusionMention& m) {
        ToldSentence out{row.text(14), span_at(row, 15), span_at(row, 17), {}};
        if (!row.view(10).empty()) return out;  // the topic tells enough
        auto names =
            m_db.rows("SELECT begin, \"end\", node FROM mention WHERE document = ?1 AND begin BETWEEN ?2 AND ?3",
                      row.integer(19), out.sentence.begin, out.sentence.end);
        while (names.next())
            out.names.push_back({span_at(*names, 0),
                                 m.type == EventType::proposal ? content_key(names->integer(2), m) : std::string()});
        return out;
    }

    /// What is proposed is told by those it names, but for the parties themselves and the countries of the story.
    std::string content_key(sqlite::RowId row, const FusionMention& m) {
        auto named = read_actor(row);
        if (named.type == NodeType::country) return {};
        const bool party = std::any_of(m.parties.begin(), m.parties.end(), [&](const Party& p) {
            return m_block.actors[p.actor].key == named.key && p.role != Role::against;
        });
        return party ? std::string() : std::move(named.key);
    }

    void add_actors(FusionMention& m) {
        auto rows = m_db.rows("SELECT role, node FROM telling_actor WHERE telling = ?1 ORDER BY position", m.telling);
        while (rows.next()) {
            const auto who = actor(rows->integer(1));
            if (const auto role = parse_role(rows->view(0)))
                m.parties.push_back({*role, who});
            else
                m.sources.push_back(who);
        }
    }

    void add_stands(FusionMention& m) {
        auto rows = m_db.rows(
            "SELECT a.stance, coalesce((SELECT x.node FROM statement_source x WHERE x.statement = s.node "
            "ORDER BY x.position DESC LIMIT 1), s.speaker) FROM statement_about a "
            "JOIN statement s ON s.node = a.statement WHERE a.telling = ?1",
            m.telling);
        while (rows.next())
            if (const auto origin = rows->maybe_integer(1))
                m.stands.push_back({parse_stance(rows->view(0)), read_actor(*origin).key});
    }

    ActorRank actor(sqlite::RowId row) {
        const auto [it, fresh] = m_ranks.try_emplace(row, 0);
        if (fresh) it->second = m_collector.rank(read_actor(row));
        return it->second;
    }

    FusionActor read_actor(sqlite::RowId row) {
        FusionActor out;
        {
            auto rows = m_db.rows("SELECT key, type, country FROM node WHERE id = ?1", row);
            if (rows.next())
                out = {rows->text(0), parse_node_type(rows->view(1)).value_or(NodeType::group), rows->text(2), row};
        }
        const auto& canonical = m_same_as.canonical(out.key);
        if (canonical == out.key) return out;
        auto rows = m_db.rows("SELECT id, type, country FROM node WHERE key = ?1", canonical);
        if (rows.next())
            out = {canonical, parse_node_type(rows->view(1)).value_or(NodeType::group), rows->text(2),
                   rows->integer(0)};
        return out;
    }

    sqlite::Connection& m_db;
    const SameAs& m_same_as;
    FusionBlock m_block;
    ActorCollector m_collector;
    std::unordered_map<sqlite::RowId, ActorRank> m_ranks;
    std::map<std::pair<std::string, std::int64_t>, MentionRank> m_places;  ///< by document and ordinal
    std::vector<std::pair<std::size_t, std::int64_t>> m_leaning;           ///< mentions and the ordinals they lean on
};

#define ISNAD_TELLING_COLUMNS                                                                                        \
    "SELECT t.id, d.id, t.key, d.outlet, d.published_day, t.type, t.from_day, t.to_day, t.time, t.place, "           \
    "t.topic, t.modality, t.polarity, d.text_digest, CASE WHEN t.type IN ('meeting', 'talks', 'call', 'visit') "     \
    "THEN '' ELSE substr(CAST(d.text AS BLOB), t.sentence_begin + 1, t.sentence_end - t.sentence_begin) END, "       \
    "t.sentence_begin, t.sentence_end, t.trigger_begin, t.trigger_end, t.document, EXISTS (SELECT 1 FROM "           \
    "time_expression e WHERE e.document = t.document AND e.ordinal = t.time AND e.anchor = 'event' AND e.from_day "  \
    "IS NULL AND e.to_day IS NULL), t.day_basis, t.told_by, t.leans_on, t.day, t.support, t.ordinal FROM telling t " \
    "JOIN document d ON d.node = t.document "

/// "Less than a month after an earlier meeting": a time that is counted from another event and gives no day.
bool counted_from_other(const TimeExpression& time) {
    return time.anchor.kind == TimeAnchor::Kind::event && !time.interval.from && !time.interval.to;
}

/// The day on which a mention stands in a block, when it is that of one of its pairs only.
void settle_for(sqlite::Connection& db, FusionMention& mention, std::int64_t block) {
    if (!is_consultation(mention.type)) return;
    auto rows =
        db.rows("SELECT day, max(support) FROM pairing WHERE telling = ?1 AND block = ?2 AND block <> 0 GROUP BY day",
                mention.telling, block);
    if (!rows.next()) return;
    mention.day = rows->maybe_day(0);
    mention.support = static_cast<int>(rows->integer(1));
}

}  // namespace

FusionBlock load_block(sqlite::Connection& db, const SameAs& same_as, std::int64_t block) {
    BlockLoader loader(db, same_as);
    auto rows =
        db.rows(ISNAD_TELLING_COLUMNS
                "WHERE t.id IN (SELECT id FROM telling WHERE block = ?1 UNION SELECT telling FROM pairing WHERE "
                "block = ?1 AND block <> 0) ORDER BY d.id, t.ordinal",
                block);
    loader.add(rows);
    auto out = loader.finish();
    for (auto& mention : out.mentions) settle_for(db, mention, block);
    return out;
}

FusionBlock load_document_tellings(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId document) {
    BlockLoader loader(db, same_as);
    auto rows = db.rows(ISNAD_TELLING_COLUMNS "WHERE t.document = ?1 ORDER BY t.ordinal", document);
    loader.add(rows);
    return loader.finish();
}

FusionBlock load_event_tellings(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId event,
                                std::optional<Day> as_of) {
    BlockLoader loader(db, same_as);
    auto rows = db.rows(ISNAD_TELLING_COLUMNS
                        "JOIN tells x ON x.telling = t.id WHERE x.event = ?1 AND (?2 IS NULL OR d.published_day <= ?2) "
                        "ORDER BY d.id, t.ordinal",
                        event, as_of);
    loader.add(rows);
    return loader.finish();
}

#undef ISNAD_TELLING_COLUMNS

FusionBlock block_of(const Document& document, const Extraction& extraction, const SameAs& same_as,
                     const std::vector<sqlite::RowId>& actors) {
    FusionBlock block;
    ActorCollector collector(block);
    const auto rank = [&](NodeIndex i) {
        const auto& node = extraction.node(i);
        return collector.rank({same_as.canonical(node.key), node.type, node.country, actors[i.value()]});
    };
    std::vector<ToldName> names;
    for (const auto& mention : extraction.mentions) names.push_back({mention.span, {}});
    for (const auto& event : extraction.events) {
        FusionMention m;
        m.document = document.id;
        m.key = event.id;
        m.outlet = document.source;
        m.published = document.published.day;
        m.type = event.type;
        for (const auto& p : event.participants) m.parties.push_back({p.role, rank(p.node)});
        for (const auto source : event.sources) m.sources.push_back(rank(source));
        if (event.place) m.place = rank(*event.place);
        m.when = event.when;
        m.dated = event.time.has_value();
        m.basis = event.day_basis;
        m.told_by = event.told_by;
        m.earlier = event.time && counted_from_other(extraction.times[event.time->value()]);
        m.topic = event.topic;
        if (!is_consultation(m.type))
            read_sentence(m, {words_at(document.text, event.sentence), event.sentence, event.trigger, names});
        m.modality = event.modality;
        m.polarity = event.polarity;
        block.mentions.push_back(std::move(m));
    }
    collector.finish();
    return block;
}

}  // namespace isnad::graph
