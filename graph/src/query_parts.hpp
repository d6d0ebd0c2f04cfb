#pragma once
// Rows that questions are answered from.

#include "names.hpp"
#include "store_impl.hpp"

#include <string>
#include <utility>
#include <vector>

namespace isnad::graph {

/// An actor with all who stand for it: a country's people and bodies. Sorted.
[[nodiscard]] std::vector<sqlite::RowId> standing_for(sqlite::Connection& db, sqlite::RowId actor);

/// Events with a day in the window; both ends may be open.
[[nodiscard]] std::vector<sqlite::RowId> events_in(sqlite::Connection& db, const Interval& window);

/// The same with first day and key, sorted by them.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::string>> keys_in(sqlite::Connection& db, const Interval& window);

/// Events in which an actor plays any part, or of which it is a source. Sorted.
[[nodiscard]] std::vector<sqlite::RowId> events_of(sqlite::Connection& db, sqlite::RowId actor);

struct PlayedRow {
    sqlite::RowId actor = 0;
    bool person = false;
    bool travels = false;  ///< of a visit; acts, of other events
};
[[nodiscard]] std::vector<PlayedRow> players(sqlite::Connection& db, sqlite::RowId event);

[[nodiscard]] Span span_at(const sqlite::Query& row, int column);
/// Empty when the span lies outside.
[[nodiscard]] std::string words_at(const std::string& text, Span span);
/// Without the prefix that its node has.
[[nodiscard]] EventKey event_key_of(std::string_view node_key);
[[nodiscard]] Stance parse_stance(std::string_view name);

/// From the columns id, published_day, published_clock, utc_offset, outlet, title, url, language, inferred_from,
/// inferred_to, inferred_reasons.
[[nodiscard]] SourceDocument read_document(const sqlite::Query& row, int first_column);

/// True when some day lies in both, one known end of the event standing for the other.
[[nodiscard]] bool lies_in(const Interval& event, const Interval& window);

}  // namespace isnad::graph
