#pragma once
// What isnad time prints as JSON (docs/formats.md).

#include "isnad/core/document.hpp"
#include "isnad/core/time_expression.hpp"
#include "isnad/core/utf8.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace isnad::app {

/// One expression; `index` is the text's. Offsets count code points.
[[nodiscard]] nlohmann::ordered_json time_as_json(const std::string& text, const CodePointIndex& index,
                                                  const TimeExpression& time);

/// {"id", "published", "times": [...]}
[[nodiscard]] nlohmann::ordered_json times_of_document(const Document& document,
                                                       const std::vector<TimeExpression>& times);

}  // namespace isnad::app
