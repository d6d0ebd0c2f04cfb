#pragma once
// One article as a line of JSON (docs/formats.md).

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <simdjson.h>

namespace isnad::app {

/// A text of the line and the byte where it stands.
struct Located {
    std::string text;
    std::size_t offset = 0;
};

/// The known fields; null and missing are the same.
struct JsonArticle {
    std::optional<Located> id;
    std::optional<Located> text;
    std::optional<Located> file;
    std::optional<Located> published;
    std::string source;
    std::string title;
    std::string url;
    std::string author;
    std::string language;
};

/// What is wrong with the line, at a byte of it.
struct JsonProblem {
    std::string message;
    std::size_t offset = 0;
};

/// Unknown fields are passed over. `line` needs LineSource::padding bytes of capacity beyond its size.
[[nodiscard]] std::variant<JsonArticle, JsonProblem> parse_json_article(simdjson::ondemand::parser& parser,
                                                                        const std::string& line);

}  // namespace isnad::app
