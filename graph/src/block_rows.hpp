#pragma once
// Tellings read back from the store for fusion.

#include "fusion/fusion.hpp"
#include "store_impl.hpp"

namespace isnad::graph {

/// All tellings of a block, by document id and place in it.
[[nodiscard]] FusionBlock load_block(sqlite::Connection& db, const SameAs& same_as, std::int64_t block);

/// All tellings of one document, in their order.
[[nodiscard]] FusionBlock load_document_tellings(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId document);

/// The tellings of one event published until a day.
[[nodiscard]] FusionBlock load_event_tellings(sqlite::Connection& db, const SameAs& same_as, sqlite::RowId event,
                                              std::optional<Day> as_of);

/// The tellings that an extraction would give, before they are stored. `actors` are the rows of its nodes.
[[nodiscard]] FusionBlock block_of(const Document& document, const Extraction& extraction, const SameAs& same_as,
                                   const std::vector<sqlite::RowId>& actors);

}  // namespace isnad::graph
