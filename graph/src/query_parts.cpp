#include "query_parts.hpp"

#include <algorithm>
#include <limits>

namespace isnad::graph {

namespace {

constexpr std::int64_t longest_short = 31;  // as event.long says
constexpr std::int64_t never = 10'000'000;  // days: beyond every date

/// A window as day numbers; open ends lie beyond every date.
struct Bounds {
    explicit Bounds(const Interval& window)
        : low(window.from ? sqlite::day_number(*window.from) : -never),
          high(window.to ? sqlite::day_number(*window.to) : never) {}
    std::int64_t low;
    std::int64_t high;
};

void read_ids(sqlite::Rows& rows, std::vector<sqlite::RowId>& out) {
    while (rows.next()) out.push_back(rows->integer(0));
}

void sort_unique(std::vector<sqlite::RowId>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

constexpr std::string_view event_prefix = "event/";

}  // namespace

std::vector<sqlite::RowId> standing_for(sqlite::Connection& db, sqlite::RowId actor) {
    std::vector<sqlite::RowId> out{actor};
    auto rows = db.rows(
        "SELECT o.id FROM node c JOIN node o ON o.country = c.country WHERE c.id = ?1 AND c.type = 'country' AND "
        "c.country <> '' AND o.country <> '' AND o.type IN ('person', 'organization', 'armed_group', 'group', "
        "'country')",
        actor);
    read_ids(rows, out);
    sort_unique(out);
    return out;
}

std::vector<sqlite::RowId> events_in(sqlite::Connection& db, const Interval& window) {
    std::vector<sqlite::RowId> out;
    if (!window.from && !window.to) {
        auto rows = db.rows("SELECT node FROM event");
        read_ids(rows, out);
        return out;
    }
    const Bounds bounds(window);
    auto brief = db.rows("SELECT node FROM event WHERE long = 0 AND first_day BETWEEN ?1 AND ?2 AND last_day >= ?3",
                         bounds.low - longest_short, bounds.high, bounds.low);
    read_ids(brief, out);
    auto lasting = db.rows("SELECT node FROM event WHERE long = 1 AND last_day >= ?1 AND first_day <= ?2", bounds.low,
                           bounds.high);
    read_ids(lasting, out);
    return out;
}

std::vector<std::pair<std::int64_t, std::string>> keys_in(sqlite::Connection& db, const Interval& window) {
    std::vector<std::pair<std::int64_t, std::string>> out;
    const auto read = [&](sqlite::Rows rows) {
        while (rows.next()) out.emplace_back(rows->integer(0), rows->text(1));
    };
    if (!window.from && !window.to) {
        read(db.rows(
            "SELECT coalesce(e.first_day, 1 << 40), substr(n.key, 7) FROM event e JOIN node n ON n.id = e.node"));
    } else {
        const Bounds bounds(window);
        read(
            db.rows("SELECT e.first_day, substr(n.key, 7) FROM event e CROSS JOIN node n ON n.id = e.node "
                    "WHERE e.long = 0 AND e.first_day BETWEEN ?1 AND ?2 AND e.last_day >= ?3",
                    bounds.low - longest_short, bounds.high, bounds.low));
        read(
            db.rows("SELECT e.first_day, substr(n.key, 7) FROM event e CROSS JOIN node n ON n.id = e.node "
                    "WHERE e.long = 1 AND e.last_day >= ?1 AND e.first_day <= ?2",
                    bounds.low, bounds.high));
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<sqlite::RowId> events_of(sqlite::Connection& db, sqlite::RowId actor) {
    std::vector<sqlite::RowId> out;
    auto rows = db.rows(
        "SELECT x.source FROM edge x JOIN event e ON e.node = x.source WHERE x.target = ?1 AND "
        "x.type IN ('agent', 'patient', 'host', 'addressee', 'against', 'source', 'at')",
        actor);
    read_ids(rows, out);
    sort_unique(out);
    return out;
}

std::vector<PlayedRow> players(sqlite::Connection& db, sqlite::RowId event) {
    std::vector<PlayedRow> out;
    auto rows = db.rows(
        "SELECT x.target, n.type = 'person', x.type = 'agent' FROM edge x JOIN node n ON n.id = x.target WHERE "
        "x.source = ?1 AND "
        "x.type IN ('agent', 'patient', 'host', 'addressee')",
        event);
    while (rows.next()) out.push_back({rows->integer(0), rows->integer(1) != 0, rows->integer(2) != 0});
    return out;
}

Span span_at(const sqlite::Query& row, int column) {
    return {static_cast<std::uint32_t>(row.integer(column)), static_cast<std::uint32_t>(row.integer(column + 1))};
}

std::string words_at(const std::string& text, Span span) {
    if (span.end > text.size() || span.begin > span.end) return {};
    return std::string(span.of(text));
}

EventKey event_key_of(std::string_view node_key) {
    node_key.remove_prefix(std::min(event_prefix.size(), node_key.size()));
    return EventKey(std::string(node_key));
}

Stance parse_stance(std::string_view name) {
    for (const auto s : {Stance::asserts, Stance::denies, Stance::expects, Stance::demands, Stance::doubts})
        if (name == to_string(s)) return s;
    return Stance::asserts;
}

SourceDocument read_document(const sqlite::Query& row, int first_column) {
    SourceDocument out;
    out.id = DocumentKey(row.text(first_column));
    out.published.day = sqlite::day_from(row.integer(first_column + 1));
    if (const auto clock = row.maybe_integer(first_column + 2)) {
        out.published.grain = PublicationTime::Grain::second;
        out.published.clock = std::chrono::seconds(*clock);
    }
    if (const auto offset = row.maybe_integer(first_column + 3))
        out.published.utc_offset = std::chrono::minutes(*offset);
    out.outlet = row.text(first_column + 4);
    out.title = row.text(first_column + 5);
    out.url = row.text(first_column + 6);
    out.language = row.text(first_column + 7);
    if (const auto days = row.interval(first_column + 8); days.from) {
        out.inferred = InferredPublication{days, {}};
        const auto reasons = row.view(first_column + 10);
        for (std::size_t i = 0; i < reasons.size();) {
            const auto end = std::min(reasons.find('\n', i), reasons.size());
            out.inferred->reasons.emplace_back(reasons.substr(i, end - i));
            i = end + 1;
        }
    }
    return out;
}

bool lies_in(const Interval& event, const Interval& window) {
    if (!window.from && !window.to) return true;
    const auto first = event.from ? event.from : event.to;
    const auto last = event.to ? event.to : event.from;
    if (!first) return false;
    return (!window.to || *first <= *window.to) && (!window.from || *last >= *window.from);
}

}  // namespace isnad::graph
