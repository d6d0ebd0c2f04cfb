#include "pair_rows.hpp"

#include "digest.hpp"
#include "fusion/pair_days.hpp"

#include <map>
#include <set>
#include <tuple>

namespace isnad::graph {

namespace {

constexpr int unsettled = -1;  // support of a pairing that no fusion has seen
constexpr int longest_stay = 3;

/// The accounts of a pair with what their rows say by now.
struct PairRows {
    std::vector<Account> accounts;
    std::vector<SettledDay> settled;
    std::vector<sqlite::RowId> tellings;
    PairRule rule;
};

/// A text that several outlets print is one account: it goes by the first of them.
class Outlets {
public:
    std::string of(const std::string& digest, std::string outlet) {
        return m_first.try_emplace(digest, std::move(outlet)).first->second;
    }

private:
    std::map<std::string, std::string> m_first;
};

PairRows read_pair(sqlite::Connection& db, std::int64_t pair) {
    PairRows out;
    Outlets outlets;
    auto rows = db.rows(
        "SELECT p.telling, d.id, d.outlet, d.text_digest, d.published_day, t.from_day, t.to_day, t.day_basis, "
        "t.told_by, t.modality, t.type = 'visit', (SELECT count(*) FROM pairing q WHERE q.telling = p.telling) > 1, "
        "EXISTS (SELECT 1 FROM time_expression e WHERE e.document = t.document AND e.ordinal = t.time AND "
        "e.anchor = 'event' AND e.from_day IS NULL AND e.to_day IS NULL), n.key, p.day, p.support, t.type = 'talks' "
        "AND "
        "t.told_by = 'verb', t.type = 'call', NOT EXISTS (SELECT 1 FROM telling_actor a "
        "JOIN node w ON w.id = a.node WHERE a.telling = t.id AND a.role <> 'source' AND w.type = 'person') FROM "
        "pairing p "
        "JOIN telling t ON t.id = p.telling JOIN document d ON d.node = t.document "
        "LEFT JOIN node n ON n.id = t.place AND n.type = 'place' WHERE p.pair = ?1 ORDER BY d.id, t.ordinal",
        pair);
    while (rows.next()) {
        Account a;
        a.document = rows->text(1);
        a.outlet = outlets.of(rows->text(3), rows->view(2).empty() ? "document:" + a.document : rows->text(2));
        a.published = sqlite::day_from(rows->integer(4));
        a.when = rows->interval(5);
        a.basis = parse_day_basis(rows->view(7)).value_or(DayBasis::none);
        a.told_by = parse_told_by(rows->view(8)).value_or(ToldBy::noun);
        a.modality = parse_modality(rows->view(9)).value_or(Modality::asserted);
        if (rows->integer(10) != 0) out.rule.same = longest_stay;
        a.crowded = rows->integer(11) != 0;
        a.earlier = rows->integer(12) != 0;
        a.talked = rows->integer(16) != 0;
        a.call = rows->integer(17) != 0;
        a.states = rows->integer(18) != 0;
        if (!rows->is_null(13)) a.town = rows->text(13);
        out.accounts.push_back(std::move(a));
        out.tellings.push_back(rows->integer(0));
        out.settled.push_back({rows->maybe_day(14), static_cast<int>(rows->integer(15))});
    }
    return out;
}

/// Where a mention stands by what its pairs settle: the day with the most support, the earlier of two.
struct Standing {
    SettledDay settled;
    std::int64_t first_pair = 0;
};

Standing standing(sqlite::Connection& db, sqlite::RowId telling) {
    Standing out;
    auto rows = db.rows("SELECT pair, day, support FROM pairing WHERE telling = ?1 ORDER BY pair", telling);
    while (rows.next()) {
        if (out.first_pair == 0) out.first_pair = rows->integer(0);
        const SettledDay next{rows->maybe_day(1), static_cast<int>(rows->integer(2))};
        const auto rank = [](const SettledDay& s) { return std::tuple(s.day.has_value(), s.support); };
        const bool earlier = next.day && out.settled.day && *next.day < *out.settled.day;
        if (rank(next) > rank(out.settled) || (rank(next) == rank(out.settled) && earlier)) out.settled = next;
    }
    if (!out.settled.day) out.settled.support = 0;
    return out;
}

void move(sqlite::Connection& db, sqlite::RowId telling, std::int64_t old, std::int64_t block,
          const SettledDay& settled) {
    db.run("UPDATE telling SET block = ?2, day = ?3, support = ?4 WHERE id = ?1", telling, block, settled.day,
           settled.support);
    for (const auto touched : {old, block})
        if (touched != 0) db.run("INSERT OR IGNORE INTO pending (block) VALUES (?1)", touched);
}

/// Talks of three, on a day that is not said, that were two meetings: a mention without a day of its own whose pairs
/// met on several days stands in the block of each.
void settle_other_days(sqlite::Connection& db, sqlite::RowId telling, EventType type, const SettledDay& main) {
    const bool open = !db.integer(
        "SELECT 1 FROM telling WHERE id = ?1 AND (modality = 'denied' OR (day_basis IN ('stated', 'carried') AND "
        "to_day - from_day <= 2))",
        telling);
    std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>>
        pairs;  // with the blocks as they are and shall be
    {
        auto rows = db.rows("SELECT pair, day, block FROM pairing WHERE telling = ?1 ORDER BY pair", telling);
        while (rows.next()) {
            const auto day = rows->maybe_day(1);
            const bool other = open && day && day != main.day;
            pairs.emplace_back(rows->integer(0), rows->integer(2), other ? consultation_block(type, day, 0, {}) : 0);
        }
    }
    for (const auto& [pair, old, block] : pairs) {
        if (old == block) continue;
        db.run("UPDATE pairing SET block = ?3 WHERE telling = ?1 AND pair = ?2", telling, pair, block);
        for (const auto touched : {old, block})
            if (touched != 0) db.run("INSERT OR IGNORE INTO pending (block) VALUES (?1)", touched);
    }
}

/// Moves a mention, and those that lean on it, to the block of its day.
void settle_telling(sqlite::Connection& db, sqlite::RowId telling) {
    const auto [settled, first_pair] = standing(db, telling);
    std::int64_t block = 0;
    auto type = EventType::meeting;
    std::vector<std::pair<sqlite::RowId, std::int64_t>> moving;  // with the blocks they leave
    {
        auto rows = db.rows(
            "SELECT t.type, d.id, t.block, t.document, t.ordinal FROM telling t JOIN document d ON d.node = "
            "t.document WHERE t.id = ?1",
            telling);
        if (!rows.next()) return;
        type = parse_event_type(rows->view(0)).value_or(EventType::meeting);
        block = consultation_block(type, settled.day, first_pair, rows->view(1));
        moving.emplace_back(telling, rows->integer(2));
        auto leaning = db.rows("SELECT id, block FROM telling WHERE document = ?1 AND leans_on = ?2 ORDER BY id",
                               rows->integer(3), rows->integer(4));
        while (leaning.next()) moving.emplace_back(leaning->integer(0), leaning->integer(1));
    }
    for (const auto& [row, old] : moving) move(db, row, old, block, settled);
    settle_other_days(db, telling, type, settled);
}

}  // namespace

void add_pairings(sqlite::Connection& db, sqlite::RowId telling, const std::vector<std::string>& pairs) {
    for (const auto& name : pairs) {
        const auto pair = number_of(Digest().text(name).finish());
        db.run("INSERT OR IGNORE INTO pairing (telling, pair, day, support) VALUES (?1, ?2, NULL, ?3)", telling, pair,
               unsettled);
        db.run("INSERT OR IGNORE INTO pending_pair (pair) VALUES (?1)", pair);
    }
}

void drop_pairings(sqlite::Connection& db, sqlite::RowId document) {
    db.run(
        "INSERT OR IGNORE INTO pending_pair SELECT p.pair FROM pairing p JOIN telling t ON t.id = p.telling WHERE "
        "t.document = ?1",
        document);
    db.run(
        "INSERT OR IGNORE INTO pending SELECT p.block FROM pairing p JOIN telling t ON t.id = p.telling WHERE "
        "t.document = ?1 AND p.block <> 0",
        document);
    db.run("DELETE FROM pairing WHERE telling IN (SELECT id FROM telling WHERE document = ?1)", document);
}

void settle_pair(sqlite::Connection& db, std::int64_t pair) {
    const auto found = read_pair(db, pair);
    const auto settled = settle_days(found.accounts, found.rule);
    for (std::size_t i = 0; i < settled.size(); ++i) {
        if (settled[i] == found.settled[i]) continue;
        db.run("UPDATE pairing SET day = ?3, support = ?4 WHERE telling = ?1 AND pair = ?2", found.tellings[i], pair,
               settled[i].day, settled[i].support);
        settle_telling(db, found.tellings[i]);
    }
    db.run("DELETE FROM pending_pair WHERE pair = ?1", pair);
}

bool pair_is_settled(sqlite::Connection& db, std::int64_t pair) {
    const auto found = read_pair(db, pair);
    return settle_days(found.accounts, found.rule) == found.settled;
}

}  // namespace isnad::graph
