#pragma once
// What a page says of its article in JSON-LD (schema.org).

#include <optional>
#include <string>
#include <string_view>

namespace isnad::app {

struct LinkedArticle {
    std::string title;
    std::string published;
    std::string source;
    std::string author;
    std::string language;
    std::string url;
};

/// Looks for a NewsArticle or another kind of article, in arrays and @graph too. `well_formed` is set to what it says
/// of the JSON; raw control characters in it, which many pages have, count as blanks.
[[nodiscard]] std::optional<LinkedArticle> read_json_ld(std::string_view script, bool& well_formed);

}  // namespace isnad::app
