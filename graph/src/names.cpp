#include "names.hpp"

#include "actor_rows.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <tuple>

namespace isnad {

namespace graph {

namespace {

constexpr std::size_t most_suggestions = 5;
constexpr std::size_t most_fits = 20;

/// Folded letters, one unit each, for counting edits.
std::u16string letters(std::string_view folded) {
    std::u16string out;
    for (std::size_t i = 0; i < folded.size();) {
        const auto lead = static_cast<unsigned char>(folded[i]);
        if (lead < 0x80U || i + 1 >= folded.size()) {
            out += static_cast<char16_t>(lead);
            ++i;
        } else {
            out += static_cast<char16_t>((lead & 0x1FU) << 6U | (static_cast<unsigned char>(folded[i + 1]) & 0x3FU));
            i += lead >= 0xE0U ? 3 : 2;
        }
    }
    return out;
}

/// Edits (insert, delete, change, swap of neighbours) from one to the other; more than `limit` counts as limit + 1.
std::size_t edits(const std::u16string& a, const std::u16string& b, std::size_t limit) {
    const auto longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        auto smallest = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            smallest = std::min(smallest, now[j]);
        }
        if (smallest > limit) return limit + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return std::min(last[b.size()], limit + 1);
}

std::vector<sqlite::RowId> nodes_of(sqlite::Rows& rows) {
    std::vector<sqlite::RowId> out;
    while (rows.next()) out.push_back(rows->integer(0));
    return out;
}

/// Nodes under a folded name, the most often mentioned first.
std::vector<sqlite::RowId> under(sqlite::Connection& db, const std::string& folded, int kind) {
    auto rows = db.rows(
        "SELECT x.node, (SELECT coalesce(sum(m.times), 0) FROM name m WHERE m.node = x.node AND m.kind = 1) AS told, "
        "n.key FROM name x JOIN node n ON n.id = x.node WHERE x.folded = ?1 AND x.kind = ?2 "
        "ORDER BY x.times DESC, told DESC, n.key LIMIT ?3",
        folded, kind, most_fits);
    return nodes_of(rows);
}

/// Nodes whose full names hold all of the words.
std::vector<sqlite::RowId> under_words(sqlite::Connection& db, const std::vector<std::string>& words) {
    std::vector<sqlite::RowId> fits;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto found = under(db, words[i], 2);
        if (i == 0)
            fits = found;
        else
            std::erase_if(fits, [&](auto node) { return std::find(found.begin(), found.end(), node) == found.end(); });
    }
    return fits;
}

std::vector<std::string> near_names(sqlite::Connection& db, const std::string& folded) {
    const auto asked = letters(folded);
    const auto limit = std::clamp<std::size_t>(asked.size() / 4, 1, 3);
    std::set<std::tuple<std::size_t, std::int64_t, std::string>> found;
    auto rows = db.rows(
        "SELECT x.folded, CASE WHEN n.name_en <> '' AND unicode(x.folded) < 128 THEN n.name_en "
        "WHEN n.name_ar <> '' THEN n.name_ar ELSE n.name_en END, "
        "(SELECT coalesce(sum(m.times), 0) FROM name m WHERE m.node = n.id AND m.kind = 1) "
        "FROM name x JOIN node n ON n.id = x.node WHERE x.kind IN (0, 2)");
    while (rows.next()) {
        const auto distance = edits(asked, letters(rows->view(0)), limit);
        if (distance <= limit) found.emplace(distance, -rows->integer(2), rows->text(1));
    }
    std::vector<std::string> out;
    for (const auto& [distance, told, name] : found)
        if (out.size() < most_suggestions && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    return out;
}

void join_merged(sqlite::Connection& db, std::vector<sqlite::RowId>& nodes) {
    const auto same_as = SameAs::load(db);
    std::vector<sqlite::RowId> out;
    for (const auto node : nodes) {
        const auto canonical = canonical_node(db, same_as, node);
        if (std::find(out.begin(), out.end(), canonical) == out.end()) out.push_back(canonical);
    }
    nodes = std::move(out);
}

/// Actors by a name, as the documents have them.
FoundName find_told_name(sqlite::Connection& db, std::string_view name) {
    FoundName out;
    const std::string asked(name);
    if (const auto node = db.integer("SELECT n.id FROM node n WHERE n.key = ?1 AND "
                                     "EXISTS (SELECT 1 FROM description d WHERE d.node = n.id)",
                                     asked)) {
        out = {NameMatch::exact, {*node}, {}};
        return out;
    }
    const auto folded = fold_name(name);
    if (folded.empty()) return out;
    constexpr std::array tries{std::pair(NameMatch::exact, 0), std::pair(NameMatch::alias, 1)};
    for (const auto& [how, kind] : tries)
        if (auto nodes = under(db, folded, kind); !nodes.empty()) {
            out = {how, std::move(nodes), {}};
            return out;
        }
    if (const auto words = name_words(folded); !words.empty())
        if (auto nodes = under_words(db, words); !nodes.empty()) {
            out = {NameMatch::words, std::move(nodes), {}};
            return out;
        }
    out.suggestions = near_names(db, folded);
    return out;
}

}  // namespace

sqlite::RowId canonical_node(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId node) {
    if (same_as.all().empty()) return node;
    const auto actor = read_actor(db, node);
    if (!actor) return node;
    const auto& canonical = same_as.canonical(actor->key.text());
    return db.integer("SELECT id FROM node WHERE key = ?1", canonical).value_or(node);
}

FoundName find_name(sqlite::Connection& db, std::string_view name, Identity identity) {
    auto out = find_told_name(db, name);
    if (identity == Identity::judged) join_merged(db, out.nodes);
    return out;
}

std::optional<Actor> read_actor(sqlite::Connection& db, sqlite::RowId node) {
    auto rows =
        db.rows("SELECT key, type, name_en, name_ar, wikidata, country, description FROM node WHERE id = ?1", node);
    if (!rows.next()) return std::nullopt;
    return Actor{.key = ActorKey(rows->text(0)),
                 .type = parse_node_type(rows->view(1)).value_or(NodeType::group),
                 .name_en = rows->text(2),
                 .name_ar = rows->text(3),
                 .wikidata = rows->text(4),
                 .country = rows->text(5),
                 .description = rows->text(6)};
}

}  // namespace graph

NameLookup find_actor(const Store& store, std::string_view name, Identity identity) {
    auto& db = store.impl().db;
    auto found = graph::find_name(db, name, identity);
    NameLookup out;
    out.asked = name;
    out.how = found.how;
    out.suggestions = std::move(found.suggestions);
    for (std::size_t i = 0; i < found.nodes.size(); ++i) {
        auto actor = graph::read_actor(db, found.nodes[i]);
        if (!actor) continue;
        if (i == 0)
            out.actor = std::move(actor);
        else
            out.others.push_back(std::move(*actor));
    }
    return out;
}

}  // namespace isnad
