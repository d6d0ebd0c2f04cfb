#pragma once
// The publication time of an article that gives none, from its own words and from what the store knows.

#include "isnad/core/document.hpp"
#include "isnad/extract/language.hpp"
#include "isnad/extract/time.hpp"
#include "isnad/graph/store.hpp"

#include <optional>

namespace isnad::app {

/// The days on which the article may have been published, with the reasons; empty when its text gives too little. What
/// counts, the first that is there: a day beside "today" or "yesterday" with its date; a meeting that the store dates
/// and the text tells as of "yesterday"; the last day of which the text tells as past, at most six days before, and the
/// weekday that "today, Thursday" gives. `store` may be null.
[[nodiscard]] std::optional<InferredPublication> infer_published(const Document& document, const Language& language,
                                                                 const TimeGrammar& grammar, const Store* store);

}  // namespace isnad::app
