#include "html_article.hpp"

#include "article_files.hpp"
#include "article_id.hpp"
#include "html_body.hpp"
#include "html_tree.hpp"
#include "json_ld.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace isnad::app {

namespace {

/// A text of the page and the line where it stands.
struct Placed {
    std::string text;
    std::uint64_t line = 0;
};

/// Everything the page says of itself, found in one walk.
struct Facts {
    std::optional<LinkedArticle> linked;
    std::uint64_t linked_line = 0;
    std::uint64_t broken_json = 0;        ///< line of the first JSON-LD that cannot be read
    std::map<std::string, Placed> metas;  ///< the first content of each name, property or itemprop
    std::vector<Placed> times;            ///< of time elements and itemprop datePublished; the likeliest first
    std::string title;                    ///< of the title element
    std::string heading;                  ///< the first h1
    std::string canonical;
    std::string language;
    std::string author;
};

// A page of an article says each of these once or a few times, in a line or two; a hostile one nests them in each
// other.
constexpr std::size_t longest_fact = 4096;  // bytes
constexpr std::size_t most_times = 64;

class FactFinder {
public:
    Facts read(const xmlNode* root) {
        walk(
            root, [&](const xmlNode* node) { return enter(node); }, [](const xmlNode*) {});
        m_facts.times.insert(m_facts.times.begin(), m_said.begin(), m_said.end());
        return std::move(m_facts);
    }

private:
    bool enter(const xmlNode* node) {
        const auto name = name_of(node);
        if (name.empty()) return false;
        if (name == "html") set(m_facts.language, attribute(node, "lang"));
        if (name == "meta") read_meta(node);
        if (name == "title") set(m_facts.title, node);
        if (name == "h1") set(m_facts.heading, node);
        if (name == "link" && has_word(node, "rel", "canonical")) set(m_facts.canonical, attribute(node, "href"));
        if (name == "script" && attribute(node, "type") == "application/ld+json") read_script(node);
        if (name == "nav" || name == "aside" || name == "footer" || name == "script" || name == "style") return false;
        if (name != "meta") read_visible(node);
        return true;
    }

    static void set(std::string& field, std::string value) {
        if (field.empty()) field = squeezed(value);
    }

    static void set(std::string& field, const xmlNode* node) {
        if (field.empty()) field = fact(node);
    }

    static std::string fact(const xmlNode* node) {
        auto text = squeezed(text_below(node, longest_fact));
        return text.size() <= longest_fact ? text : std::string();
    }

    void read_meta(const xmlNode* node) {
        for (const char* key : {"property", "name", "itemprop"})
            if (has_attribute(node, key))
                m_facts.metas.try_emplace(attribute(node, key),
                                          Placed{squeezed(attribute(node, "content")), line_of(node)});
    }

    void read_script(const xmlNode* node) {
        if (m_facts.linked) return;
        bool well_formed = true;
        m_facts.linked = read_json_ld(text_below(node), well_formed);
        if (m_facts.linked) m_facts.linked_line = line_of(node);
        if (!well_formed && m_facts.broken_json == 0) m_facts.broken_json = line_of(node);
    }

    void read_visible(const xmlNode* node) {
        const bool says_published = has_word(node, "itemprop", "datePublished");
        if (says_published || name_of(node) == "time") {
            auto text = attribute(node, "datetime");
            if (text.empty()) text = attribute(node, "content");
            if (text.empty()) text = fact(node);
            Placed time{squeezed(text), line_of(node)};
            const bool first = says_published || has_attribute(node, "pubdate");
            auto& times = first ? m_said : m_facts.times;
            if (times.size() < most_times) times.push_back(std::move(time));
        }
        const bool by = has_word(node, "rel", "author") || has_word(node, "itemprop", "author");
        if (by) set(m_facts.author, node);
    }

    Facts m_facts;
    std::vector<Placed> m_said;  ///< times that the page calls those of publication
};

const Placed* first_meta(const Facts& facts, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = facts.metas.find(name);
        if (found != facts.metas.end() && !found->second.text.empty()) return &found->second;
    }
    return nullptr;
}

std::string meta(const Facts& facts, std::initializer_list<const char*> names) {
    const auto* found = first_meta(facts, names);
    return found == nullptr ? std::string() : found->text;
}

std::string first_of(std::initializer_list<std::string> values) {
    for (const auto& value : values)
        if (!value.empty()) return value;
    return {};
}

/// ISO 8601 as pages write it: with a blank for the T, or one before the offset.
std::optional<PublicationTime> parse_page_time(std::string text) {
    if (text.size() > 10 && text[10] == ' ') text[10] = 'T';
    if (const auto blank = text.find(' '); blank != std::string::npos) text.erase(blank, 1);
    return parse_publication_time(text);
}

/// A title without the outlet's name after a dash or bar.
std::string without_outlet(std::string title, const std::string& outlet) {
    if (outlet.empty() || !title.ends_with(outlet)) return title;
    const auto head = std::string_view(title).substr(0, title.size() - outlet.size());
    const auto end = head.find_last_not_of(" -|:");
    if (end == std::string_view::npos || end + 2 >= head.size()) return title;
    return std::string(head.substr(0, end + 1));
}

/// "ar" of "ar-SY", "ar_AR" or "Arabic".
std::string language_tag(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        if (low < 'a' || low > 'z') break;
        out += low;
    }
    if (out == "arabic") return "ar";
    if (out == "english") return "en";
    return out.size() == 2 || out.size() == 3 ? out : std::string();
}

/// Every place that gives the time of publication, the likeliest first.
std::vector<Placed> publication_times(const Facts& facts) {
    std::vector<Placed> out;
    if (facts.linked && !facts.linked->published.empty())
        out.push_back({squeezed(facts.linked->published), facts.linked_line});
    for (const char* name :
         {"article:published_time", "og:published_time", "datePublished", "pubdate", "publishdate", "publish-date",
          "publish_date", "parsely-pub-date", "dc.date.issued", "DC.date.issued", "dcterms.created", "date"})
        if (const auto* found = first_meta(facts, {name})) out.push_back(*found);
    out.insert(out.end(), facts.times.begin(), facts.times.end());
    return out;
}

/// Sets the time of publication, or what stands in its place.
void set_published(const Facts& facts, HtmlArticle& article) {
    for (const auto& candidate : publication_times(facts)) {
        article.published = parse_page_time(candidate.text);
        if (article.published) return;
        if (article.undated.empty() && !candidate.text.empty()) {
            article.undated = explain_bad_date(candidate.text);
            article.undated_line = candidate.line;
        }
    }
    if (article.undated.empty() && facts.broken_json != 0) {
        article.undated = "its JSON-LD is not well-formed JSON";
        article.undated_line = facts.broken_json;
    }
}

std::string author_of(const Facts& facts) {
    const auto named = meta(facts, {"author", "article:author"});
    const bool address = named.starts_with("http");
    return first_of({facts.linked ? squeezed(facts.linked->author) : "", address ? "" : named, facts.author});
}

}  // namespace

std::variant<HtmlArticle, HtmlProblem> read_html_article(std::string_view page) {
    if (const auto tag = find_overlong_tag(page); tag != std::string_view::npos)
        return HtmlProblem{"a tag with more than 1000 attributes",
                           static_cast<std::uint64_t>(
                               std::count(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(tag), '\n')) +
                               1};
    const auto parsed = parse_html(page);
    const auto* root = parsed.tree == nullptr ? nullptr : xmlDocGetRootElement(parsed.tree.get());
    if (root == nullptr) return HtmlProblem{"no HTML element in it; expected a page with an article", 0};
    const auto facts = FactFinder().read(root);
    const auto linked = facts.linked.value_or(LinkedArticle{});
    HtmlArticle out;
    set_published(facts, out);
    out.source = first_of({squeezed(linked.source), meta(facts, {"og:site_name", "application-name"})});
    out.title =
        first_of({squeezed(linked.title), without_outlet(meta(facts, {"og:title", "twitter:title"}), out.source),
                  facts.heading, without_outlet(facts.title, out.source)});
    out.url = first_of({facts.canonical, meta(facts, {"og:url"}), squeezed(linked.url)});
    out.address =
        first_of({address_id(facts.canonical), address_id(meta(facts, {"og:url"})), address_id(squeezed(linked.url))});
    out.author = author_of(facts);
    out.language = first_of(
        {language_tag(linked.language), language_tag(facts.language), language_tag(meta(facts, {"og:locale"}))});
    if (const auto* article = find_article(root)) out.text = article_text(article, out.title);
    constexpr std::size_t shortest = 40;  // letters: a news flash
    const auto letters = count_code_points(out.text);
    if (letters < shortest && parsed.cut != 0)
        return HtmlProblem{
            fmt::format("no article in the page before this line, where reading stopped: {}", parsed.why), parsed.cut};
    if (letters < shortest)
        return HtmlProblem{fmt::format("no article in the page: found {} letters of text outside navigation, lists of "
                                       "links and forms, expected {} at least",
                                       letters, shortest),
                           0};
    if (parsed.cut != 0) out.cut = HtmlProblem{parsed.why, parsed.cut};
    return out;
}

}  // namespace isnad::app
