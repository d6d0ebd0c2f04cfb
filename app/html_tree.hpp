#pragma once
// An HTML page as a tree, on libxml2, which mends what is broken. Walks do not recurse: pages may be nested without
// end.

#include <libxml/HTMLparser.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace isnad::app {

struct FreeTree {
    void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeTree>;

struct ParsedHtml {
    HtmlTree tree;          ///< empty when nothing can be made of the page
    std::uint64_t cut = 0;  ///< the line at which a limit of the parser was met; 0 when all was read
    const char* why = "";   ///< the limit
};
/// `page` is UTF-8 without NUL bytes, below 2 GiB.
[[nodiscard]] ParsedHtml parse_html(std::string_view page);

/// Where a tag of more than 1000 words begins, whose attributes the parser would compare in pairs; npos when there is
/// none.
[[nodiscard]] std::size_t find_overlong_tag(std::string_view page);

/// The name of an element; empty for every other node.
[[nodiscard]] std::string_view name_of(const xmlNode* node);
/// The value of an attribute; empty when there is none.
[[nodiscard]] std::string attribute(const xmlNode* node, const char* name);
[[nodiscard]] bool has_attribute(const xmlNode* node, const char* name);
/// True when a blank-parted attribute (class, rel, itemprop) holds the word.
[[nodiscard]] bool has_word(const xmlNode* node, const char* name, std::string_view word);
[[nodiscard]] std::uint64_t line_of(const xmlNode* node);
/// The text below a node as it stands, to its end or to the piece that makes `most_bytes` full.
[[nodiscard]] std::string text_below(const xmlNode* node, std::size_t most_bytes = std::string::npos);

/// `text` with every run of white space as one space, none at its ends.
[[nodiscard]] std::string squeezed(std::string_view text);

/// Calls enter(node) and leave(node) for a node and those below it, in their order. Where enter returns false, what is
/// below the node is passed over.
template <class Enter, class Leave>
void walk(const xmlNode* root, Enter enter, Leave leave) {
    const xmlNode* node = root;
    while (node != nullptr) {
        if (enter(node) && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
            node = node->children;
            continue;
        }
        leave(node);
        while (node != root && node->next == nullptr) {
            node = node->parent;
            leave(node);
        }
        if (node == root) return;
        node = node->next;
    }
}

}  // namespace isnad::app
