#pragma once
// Where an event took place: the town or state behind "in", given to the nearest event word of its clause.

#include "events/reading.hpp"

namespace isnad {

/// Sets the places of a sentence's mentions.
void find_places(SentenceReading& reading);

}  // namespace isnad
