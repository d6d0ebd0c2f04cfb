#pragma once
// Meetings that were held on a visit are parts of it.

#include "store_impl.hpp"

#include <vector>

namespace isnad::graph {

/// Joins the meetings among new events to the visits they were part of, and to new visits their meetings: a traveller
/// takes part, the days lie inside, the places fit. Where no place of the meeting is known, somebody of the country
/// that is visited takes part, and the visit is short. They are pending no longer. Needs a transaction, and all
/// indexes.
void join_parts_of_visits(sqlite::Connection& db, const std::vector<sqlite::RowId>& events);

}  // namespace isnad::graph
