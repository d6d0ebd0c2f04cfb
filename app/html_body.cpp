#include "html_body.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace isnad::app {

namespace {

constexpr std::array<std::string_view, 21> beside{"script", "style",      "noscript", "nav",    "form",   "aside",
                                                  "figure", "figcaption", "footer",   "button", "iframe", "svg",
                                                  "select", "template",   "textarea", "object", "canvas", "video",
                                                  "audio",  "head",       "dialog"};
constexpr std::array<std::string_view, 20> beside_classes{
    "related",  "share",  "social",     "comment",   "breadcrumb", "tags",     "caption",
    "advert",   "promo",  "newsletter", "sidebar",   "most-read",  "mostread", "read-more",
    "readmore", "widget", "navbar",     "copyright", "recommend",  "byline"};
constexpr std::array<std::string_view, 31> blocks{
    "p",  "div", "article", "main",  "section", "header",  "h1",     "h2",    "h3", "h4",         "h5",
    "h6", "ul",  "ol",      "li",    "dl",      "dt",      "dd",     "table", "tr", "blockquote", "pre",
    "br", "hr",  "tbody",   "thead", "body",    "address", "center", "html",  "td"};

template <std::size_t n>
bool among(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string lower(std::string text) {
    for (auto& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return text;
}

std::string_view content(const xmlNode* node) {
    if (node->type != XML_TEXT_NODE || node->content == nullptr) return {};
    return reinterpret_cast<const char*>(node->content);
}

/// Bytes of text in paragraphs below each element that holds paragraphs: what is directly in it, and in its p elements.
std::unordered_map<const xmlNode*, std::size_t> paragraph_text(const xmlNode* root) {
    constexpr std::size_t shortest = 60;  // bytes: some thirty Arabic letters
    std::unordered_map<const xmlNode*, std::size_t> out;
    std::size_t links = 0;
    walk(
        root,
        [&](const xmlNode* node) {
            if (beside_the_article(node)) return false;
            if (name_of(node) == "a") ++links;
            const auto size = squeezed(content(node)).size();
            if (links != 0 || size < shortest) return true;
            constexpr int inline_levels = 16;
            const auto* holder = node->parent;
            for (int level = 0; level < inline_levels && holder != nullptr && holder != root; ++level) {
                if (among(blocks, name_of(holder))) break;
                holder = holder->parent;
            }
            if (holder != nullptr && name_of(holder) == "p" && holder != root) holder = holder->parent;
            if (holder != nullptr) out[holder] += size;
            return true;
        },
        [&](const xmlNode* node) {
            if (name_of(node) == "a" && links != 0) --links;
        });
    return out;
}

}  // namespace

bool beside_the_article(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return false;
    const auto name = name_of(node);
    if (among(beside, name)) return true;
    if (name == "body" || name == "html" || name == "article" || name == "main" || node->properties == nullptr)
        return false;
    if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
    if (has_word(node, "itemprop", "articleBody")) return false;
    const std::string called = lower(attribute(node, "class") + " " + attribute(node, "id"));
    return std::any_of(beside_classes.begin(), beside_classes.end(),
                       [&](std::string_view c) { return called.find(c) != std::string::npos; });
}

const xmlNode* find_article(const xmlNode* root) {
    const auto texts = paragraph_text(root);
    const xmlNode* named = nullptr;
    std::vector<std::pair<const xmlNode*, std::size_t>> semantic;  // article and main elements: the text of all below
    std::vector<std::size_t> inside;
    const xmlNode* densest = nullptr;
    std::size_t most = 0;
    walk(
        root,
        [&](const xmlNode* node) {
            if (node->type != XML_ELEMENT_NODE) return false;
            if (named == nullptr && has_word(node, "itemprop", "articleBody")) named = node;
            const auto name = name_of(node);
            if (name == "article" || name == "main") {
                inside.push_back(semantic.size());
                semantic.emplace_back(node, 0);
            }
            const auto found = texts.find(node);
            if (found == texts.end()) return true;
            if (found->second > most) {
                most = found->second;
                densest = node;
            }
            constexpr std::size_t innermost = 4;
            for (auto i = inside.size(); i > 0 && inside.size() - i < innermost; --i)
                semantic[inside[i - 1]].second += found->second;
            return true;
        },
        [&](const xmlNode* node) {
            if (!inside.empty() && semantic[inside.back()].first == node) inside.pop_back();
        });
    if (named != nullptr) return named;
    const xmlNode* best = nullptr;
    std::size_t best_size = 0;
    for (const auto& [node, size] : semantic)
        if (size > best_size || (best != nullptr && size == best_size)) {
            best = node;
            best_size = size;
        }
    return best != nullptr && best_size >= most / 2 ? best : densest;
}

namespace {

/// Gathers the lines of a text as the walk goes on.
class LineGatherer {
public:
    explicit LineGatherer(std::string_view title) : m_title(squeezed(title)) {}

    void add(std::string_view text, bool link) {
        m_line += text;
        if (link) m_link_bytes += squeezed(text).size();
    }

    void close() {
        const auto line = squeezed(m_line);
        m_line.clear();
        const bool links = m_link_bytes * 10 > line.size() * 6;
        m_link_bytes = 0;
        if (line.empty() || links || line == m_title) return;
        m_text += line;
        m_text += '\n';
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_title;
    std::string m_text;
    std::string m_line;
    std::size_t m_link_bytes = 0;
};

}  // namespace

std::string article_text(const xmlNode* article, std::string_view title) {
    LineGatherer lines(title);
    std::size_t links = 0;
    walk(
        article,
        [&](const xmlNode* node) {
            if (node != article && beside_the_article(node)) return false;
            const auto name = name_of(node);
            if (name == "a" || name == "time") ++links;
            if (among(blocks, name)) lines.close();
            lines.add(content(node), links != 0);
            return true;
        },
        [&](const xmlNode* node) {
            const auto name = name_of(node);
            if ((name == "a" || name == "time") && links != 0) --links;
            if (among(blocks, name)) lines.close();
        });
    lines.close();
    return lines.take();
}

}  // namespace isnad::app
