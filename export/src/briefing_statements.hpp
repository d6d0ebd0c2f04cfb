#pragma once
// What was said, chosen: one sentence once, a direct quotation before a report, people and offices before the rest.

#include "briefing_events.hpp"

#include <map>
#include <string>
#include <vector>

namespace isnad {

/// Lines by section, the best first. Nothing of `quoted` (folded sentences) is said again.
[[nodiscard]] std::map<SectionKey, std::vector<BriefingLine>> briefing_statements(const View& view,
                                                                                  const BriefingOptions& options,
                                                                                  std::vector<std::string> quoted);

}  // namespace isnad
