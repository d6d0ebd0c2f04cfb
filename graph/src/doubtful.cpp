#include "actor_rows.hpp"
#include "isnad/graph/query.hpp"
#include "names.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace isnad {

namespace {

using Pair = std::pair<sqlite::RowId, sqlite::RowId>;

/// People and bodies of one type whose names share a word, at most one of them from a list, never told as two.
std::vector<Pair> candidates(sqlite::Connection& db, std::size_t limit) {
    std::vector<Pair> out;
    std::set<Pair> seen;
    auto rows = db.rows(
        "SELECT a.node, b.node FROM name a JOIN name b ON b.folded = a.folded AND b.kind = 2 "
        "JOIN node m ON m.id = a.node JOIN node n ON n.id = b.node AND n.key > m.key WHERE a.kind = 2 AND m.type = "
        "n.type AND "
        "m.type IN ('person', 'organization', 'armed_group', 'media') AND (instr(m.key, '~') OR instr(n.key, '~')) "
        "AND (m.country = '' OR n.country = '' OR m.country = n.country) AND NOT EXISTS (SELECT 1 FROM telling_actor x "
        "JOIN telling_actor y ON y.telling = x.telling WHERE x.node = m.id AND y.node = n.id) "
        "ORDER BY m.key, n.key");
    while (out.size() < limit && rows.next()) {
        const Pair pair{rows->integer(0), rows->integer(1)};
        if (seen.insert(pair).second) out.push_back(pair);
    }
    return out;
}

std::set<std::string> words_of(const std::string& name) {
    const auto words = graph::name_words(graph::fold_name(name));
    return {words.begin(), words.end()};
}

/// Why two names may be one actor's; empty when they are not alike enough.
std::string reason(const Actor& a, const Actor& b) {
    const auto first = words_of(a.name_ar);
    const auto second = words_of(b.name_ar);
    if (first.empty() || second.empty()) return {};
    const bool within = std::includes(first.begin(), first.end(), second.begin(), second.end()) ||
                        std::includes(second.begin(), second.end(), first.begin(), first.end());
    if (within) return "one name is a part of the other";
    std::vector<std::string> common;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
    if (common.size() + 1 >= std::min(first.size(), second.size()) && common.size() >= 1 &&
        first.size() == second.size())
        return "the names differ in one word";
    return {};
}

}  // namespace

std::vector<DoubtfulPair> doubtful_pairs(const Store& store, std::size_t limit) {
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    const auto same_as = graph::SameAs::load(db);
    std::vector<DoubtfulPair> out;
    for (const auto& [first, second] : candidates(db, 10 * limit)) {
        auto a = graph::read_actor(db, first);
        auto b = graph::read_actor(db, second);
        if (!a || !b || same_as.canonical(a->key.text()) == same_as.canonical(b->key.text())) continue;
        auto why = reason(*a, *b);
        if (why.empty()) continue;
        if (out.size() == limit) break;
        out.push_back({std::move(*a), std::move(*b), std::move(why)});
    }
    return out;
}

}  // namespace isnad
