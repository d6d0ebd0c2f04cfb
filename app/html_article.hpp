#pragma once
// An article as a page of HTML (docs/formats.md).

#include "isnad/core/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace isnad::app {

/// What is wrong with a page, at a line of it; 0 for the page as a whole.
struct HtmlProblem {
    std::string message;
    std::uint64_t line = 0;
};

struct HtmlArticle {
    std::optional<PublicationTime> published;
    std::string undated;  ///< when `published` is empty, why, as far as the page shows it: JSON-LD that cannot be read
    std::uint64_t undated_line = 0;
    std::string title;
    std::string source;
    std::string author;
    std::string language;  ///< "ar"; empty when the page does not say
    std::string url;
    std::string address;             ///< address_id of the page, from what it says of itself; may be empty
    std::string text;                ///< paragraphs, one a line
    std::optional<HtmlProblem> cut;  ///< why and where reading stopped before the end of the page
};

/// Reads a page of UTF-8: what it says of itself in JSON-LD before OpenGraph and other meta elements, those before its
/// visible elements. Work is linear in its size.
[[nodiscard]] std::variant<HtmlArticle, HtmlProblem> read_html_article(std::string_view page);

}  // namespace isnad::app
