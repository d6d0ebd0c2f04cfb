#pragma once
// Who takes part in an event, as most of the articles that are about it have it.

#include "isnad/graph/view.hpp"

namespace isnad {

/// Leaves each event of several tellings with the parties that its tellings name: each telling votes with the weight of
/// its news, fresh reports with more; who has less than two fifths of the best is left out. An actor has the role that
/// most give him. Events whose tellings name nobody stay as they are.
void settle_parties(View& view);

}  // namespace isnad
