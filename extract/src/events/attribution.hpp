#pragma once
// Who says it: the speech in whose words an event stands, "according to", relays of another's words.

#include "events/reading.hpp"

namespace isnad {

/// Sets the governor of every mention: the speech whose content it stands in. Needs the tree alone.
void find_governors(SentenceReading& reading);

/// "X quoted Y": Y speaks, X passes it on. The parties must be known.
void settle_relays(SentenceReading& reading);

/// Gives every mention its chain of sources. The parties must be known.
void find_sources(SentenceReading& reading);

}  // namespace isnad
