#pragma once
// The text of the article on a page.

#include "html_tree.hpp"

namespace isnad::app {

/// The element that holds the article: itemprop articleBody, else the article or main element with the most text in
/// paragraphs (of nested ones the innermost), else the element whose own paragraphs hold the most. Null when no
/// paragraph is found.
[[nodiscard]] const xmlNode* find_article(const xmlNode* root);

/// True for what is not read as text of an article: scripts, navigation, forms, asides, captions, what is hidden, and
/// what its class or id calls a list of related articles, comments, sharing and the like.
[[nodiscard]] bool beside_the_article(const xmlNode* node);

/// The paragraphs below a node, one a line, white space squeezed. Lines that are mostly links or dates of a time
/// element are left out, and so is a line that is only the title.
[[nodiscard]] std::string article_text(const xmlNode* article, std::string_view title);

}  // namespace isnad::app
