#pragma once
// How far the grammar of a sentence says that an event took place, and whether it is the news of the text.

#include "events/reading.hpp"

namespace isnad {

[[nodiscard]] ToldBy told_by(const SentenceReading& reading, const EventMention& mention);

/// A verb in the past of a main clause or of what is reported, or an occasion of one: told as just done when no day
/// is given. "Had met" tells of earlier days.
[[nodiscard]] bool told_as_news(const SentenceReading& reading, const EventMention& mention);

}  // namespace isnad
