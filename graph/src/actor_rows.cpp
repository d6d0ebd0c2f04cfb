#include "actor_rows.hpp"

#include "isnad/core/fold.hpp"

#include <algorithm>
#include <set>

namespace isnad::graph {

namespace {

constexpr std::size_t cache_limit = 200'000;
constexpr std::size_t longest_name = 160;  // bytes

enum NameKind { full_name = 0, told_name = 1, name_word = 2 };

/// Of several values for one field: the longest, then the first in byte order. The empty one only when all are.
void prefer(std::string& chosen, std::string_view value) {
    if (value.size() > chosen.size() || (value.size() == chosen.size() && value < chosen)) chosen = value;
}

/// What is chosen for a node.
struct Columns {
    std::string type, name_en, name_ar, wikidata, country, description;

    void prefer_each(const sqlite::Query& row) {
        int column = 0;
        for (auto* field : {&type, &name_en, &name_ar, &wikidata, &country, &description})
            prefer(*field, row.view(column++));
    }

    void update(sqlite::Connection& db, sqlite::RowId row) const {
        db.run(
            "UPDATE node SET type = ?2, name_en = ?3, name_ar = ?4, wikidata = ?5, country = ?6, description = ?7 "
            "WHERE id = ?1",
            row, type, name_en, name_ar, wikidata, country, description);
    }

    friend bool operator==(const Columns&, const Columns&) = default;
};

std::string cache_key(const Node& node) {
    std::string out = node.key;
    for (const auto* field : {&node.name_en, &node.name_ar, &node.wikidata, &node.country, &node.description})
        out.append(1, '\0').append(*field);
    out += static_cast<char>(node.type);
    return out;
}

}  // namespace

std::string fold_name(std::string_view name) {
    const auto folded = fold(name.substr(0, std::min(name.size(), longest_name)));
    std::string out;
    bool gap = false;
    for (const char c : folded) {
        const auto u = static_cast<unsigned char>(c);
        const bool letter = u >= 0x80U || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z');
        if (!letter) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

std::vector<std::pair<Span, sqlite::RowId>> mentions_of(sqlite::Connection& db, sqlite::RowId document) {
    std::vector<std::pair<Span, sqlite::RowId>> out;
    auto rows = db.rows("SELECT begin, \"end\", node FROM mention WHERE document = ?1", document);
    while (rows.next())
        out.emplace_back(
            Span{static_cast<std::uint32_t>(rows->integer(0)), static_cast<std::uint32_t>(rows->integer(1))},
            rows->integer(2));
    return out;
}

std::vector<std::string> name_words(std::string_view folded) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < folded.size();) {
        const auto end = std::min(folded.find(' ', i), folded.size());
        const auto word = folded.substr(i, end - i);
        const bool ascii = !word.empty() && static_cast<unsigned char>(word[0]) < 0x80U;
        if (word.size() >= (ascii ? 3U : 6U)) out.emplace_back(word);
        i = end + 1;
    }
    return out;
}

sqlite::RowId ActorRows::find_or_make(const Node& node) {
    if (const auto known = m_known.find(node.key); known != m_known.end()) return known->second;
    auto row = m_db.integer("SELECT id FROM node WHERE key = ?1", node.key);
    if (!row) {
        m_db.run("INSERT INTO node (key, type) VALUES (?1, ?2)", node.key, to_string(node.type));
        row = m_db.last_id();
    }
    if (m_known.size() > cache_limit) m_known.clear();
    m_known.emplace(node.key, *row);
    return *row;
}

sqlite::RowId ActorRows::note(const Node& node, sqlite::RowId document) {
    const auto row = find_or_make(node);
    if (describe(node, row, document)) improve(row, node);
    return row;
}

bool ActorRows::describe(const Node& node, sqlite::RowId row, sqlite::RowId document) {
    const auto key = cache_key(node);
    std::optional<sqlite::RowId> id;
    if (const auto known = m_descriptions.find(key); known != m_descriptions.end()) id = known->second;
    bool fresh = false;
    if (!id) {
        id = m_db.integer(
            "SELECT id FROM description WHERE node = ?1 AND type = ?2 AND name_en = ?3 AND name_ar = ?4 "
            "AND wikidata = ?5 AND country = ?6 AND description = ?7",
            row, to_string(node.type), node.name_en, node.name_ar, node.wikidata, node.country, node.description);
        if (!id) {
            m_db.run(
                "INSERT INTO description (node, type, name_en, name_ar, wikidata, country, description) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                row, to_string(node.type), node.name_en, node.name_ar, node.wikidata, node.country, node.description);
            id = m_db.last_id();
            fresh = true;
        }
        if (m_descriptions.size() > cache_limit) m_descriptions.clear();
        m_descriptions.emplace(key, *id);
    }
    m_db.run("INSERT OR IGNORE INTO described (document, description) VALUES (?1, ?2)", document, *id);
    return fresh;
}

void ActorRows::improve(sqlite::RowId row, const Node& node) {
    Columns best;
    {
        auto rows =
            m_db.rows("SELECT type, name_en, name_ar, wikidata, country, description FROM node WHERE id = ?1", row);
        if (rows.next()) best.prefer_each(*rows);
    }
    const auto before = best;
    prefer(best.type, to_string(node.type));
    prefer(best.name_en, node.name_en);
    prefer(best.name_ar, node.name_ar);
    prefer(best.wikidata, node.wikidata);
    prefer(best.country, node.country);
    prefer(best.description, node.description);
    if (best != before) best.update(m_db, row);
    name(row, fold_name(node.name_en));
    name(row, fold_name(node.name_ar));
}

void ActorRows::choose(sqlite::RowId row) {
    Columns best;
    std::set<std::string> names;
    {
        auto rows = m_db.rows(
            "SELECT type, name_en, name_ar, wikidata, country, description FROM description WHERE node = ?1", row);
        while (rows.next()) {
            best.prefer_each(*rows);
            for (const int column : {1, 2}) names.insert(fold_name(rows->view(column)));
        }
    }
    best.update(m_db, row);
    m_db.run("DELETE FROM name WHERE node = ?1 AND kind IN (0, 2)", row);
    for (const auto& full : names) name(row, full);
}

void ActorRows::name(sqlite::RowId row, std::string_view full) {
    if (full.empty()) return;
    constexpr const char* insert = "INSERT OR IGNORE INTO name (folded, kind, node, times) VALUES (?1, ?2, ?3, 0)";
    m_db.run(insert, full, static_cast<int>(full_name), row);
    for (const auto& word : name_words(full)) m_db.run(insert, word, static_cast<int>(name_word), row);
}

void ActorRows::count_mentions(std::string_view text, const std::vector<std::pair<Span, sqlite::RowId>>& mentions,
                               int sign) {
    for (const auto& [span, node] : mentions) {
        if (span.end > text.size() || span.begin > span.end) continue;  // of a damaged store
        auto folded = fold_name(span.of(text));
        if (!folded.empty()) m_counts[{std::move(folded), node}] += sign;
    }
}

void ActorRows::flush() {
    for (const auto& [name, count] : m_counts) {
        m_db.run(
            "INSERT INTO name (folded, kind, node, times) VALUES (?1, ?2, ?3, ?4) "
            "ON CONFLICT DO UPDATE SET times = times + excluded.times",
            name.first, static_cast<int>(told_name), name.second, count);
        if (count < 0)
            m_db.run("DELETE FROM name WHERE folded = ?1 AND kind = 1 AND node = ?2 AND times <= 0", name.first,
                     name.second);
    }
    m_counts.clear();
}

void ActorRows::forget(sqlite::RowId document) {
    std::vector<std::pair<sqlite::RowId, sqlite::RowId>> last_said;  // description, node
    {
        auto rows = m_db.rows(
            "SELECT d.id, d.node FROM described x JOIN description d ON d.id = x.description WHERE x.document = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM described o WHERE o.description = d.id AND o.document <> ?1)",
            document);
        while (rows.next()) last_said.emplace_back(rows->integer(0), rows->integer(1));
    }
    m_db.run("DELETE FROM described WHERE document = ?1", document);
    for (const auto& [description, node] : last_said) m_db.run("DELETE FROM description WHERE id = ?1", description);
    for (const auto& [description, node] : last_said) {
        if (m_db.integer("SELECT 1 FROM description WHERE node = ?1 LIMIT 1", node))
            choose(node);
        else
            m_db.run("DELETE FROM node WHERE id = ?1", node);
    }
    m_known.clear();
    m_descriptions.clear();
}

}  // namespace isnad::graph
