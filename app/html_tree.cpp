#include "html_tree.hpp"

#include <algorithm>
#include <array>
#include <new>

namespace isnad::app {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

bool blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

struct FreeParser {
    void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

}  // namespace

ParsedHtml parse_html(std::string_view page) {
    constexpr int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    if (parser == nullptr) throw std::bad_alloc();
    ParsedHtml out;
    out.tree.reset(
        htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", options));
    // A parser that met a limit has no more use for what it reads.
    if (parser->disableSAX == 0) return out;
    out.cut = static_cast<std::uint64_t>(std::max(parser->lastError.line, 1));
    out.why = parser->lastError.code == XML_ERR_NO_MEMORY
                  ? "a text of more than 10 MB in one piece, or no memory for it"
                  : "its elements are nested more than 256 deep";
    return out;
}

std::size_t find_overlong_tag(std::string_view page) {
    constexpr std::size_t most = 1000;
    std::array<bool, 256> unclosed{};  // quotation marks that no further one of their kind closes
    for (auto tag = page.find('<'); tag != std::string_view::npos; tag = page.find('<', tag)) {
        const auto name = page.substr(tag + 1, 6);
        auto at = ++tag;
        std::size_t words = 0;
        for (; at < page.size() && page[at] != '>' && page[at] != '<'; ++at) {
            const char c = page[at];
            if (blank(c) && at + 1 < page.size() && !blank(page[at + 1])) ++words;
            if (words > most) return tag - 1;
            if ((c != '"' && c != '\'') || unclosed[static_cast<unsigned char>(c)]) continue;
            const auto close = page.find(c, at + 1);
            unclosed[static_cast<unsigned char>(c)] = close == std::string_view::npos;
            if (close != std::string_view::npos) at = close;
        }
        tag = std::min(at, page.size());
        if (name == "script") tag = std::min(page.find("</script", tag), page.size());
    }
    return std::string_view::npos;
}

std::string_view name_of(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{};
}

std::string attribute(const xmlNode* node, const char* name) {
    if (node->type != XML_ELEMENT_NODE) return {};
    xmlChar* value = xmlGetProp(node, xml(name));
    std::string out(view(value));
    xmlFree(value);
    return out;
}

bool has_attribute(const xmlNode* node, const char* name) {
    return node->type == XML_ELEMENT_NODE && xmlHasProp(node, xml(name)) != nullptr;
}

bool has_word(const xmlNode* node, const char* name, std::string_view word) {
    const std::string value = " " + squeezed(attribute(node, name)) + " ";
    return value.find(" " + std::string(word) + " ") != std::string::npos;
}

std::uint64_t line_of(const xmlNode* node) {
    const auto line = xmlGetLineNo(node);
    return line > 0 ? static_cast<std::uint64_t>(line) : 0;
}

std::string text_below(const xmlNode* node, std::size_t most_bytes) {
    std::string out;
    walk(
        node,
        [&](const xmlNode* n) {
            if (out.size() >= most_bytes) return false;
            if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) out += view(n->content);
            return true;
        },
        [](const xmlNode*) {});
    return out;
}

std::string squeezed(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool no_break = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0xA0;
        if (no_break) ++i;
        if (no_break || c <= ' ') {
            space = true;
            continue;
        }
        if (space && !out.empty()) out += ' ';
        space = false;
        out += text[i];
    }
    return out;
}

}  // namespace isnad::app
