#include "json_ld.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace isnad::app {

namespace {

using nlohmann::json;

/// A text, or the name (or @id) of an object, or those of the members of an array with commas between.
std::string text_of(const json& value, const char* member) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object()) {
        const auto found = value.find(member);
        return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
    }
    std::string out;
    if (value.is_array())
        for (const auto& item : value) {
            if (item.is_array()) continue;
            const auto part = text_of(item, member);
            if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
        }
    return out;
}

std::string field(const json& object, const char* name, const char* member) {
    const auto found = object.find(name);
    return found == object.end() ? std::string() : text_of(*found, member);
}

bool is_article(const json& object) {
    const auto type = object.find("@type");
    if (type == object.end()) return false;
    const auto fits = [](const json& name) {
        return name.is_string() &&
               (name.get_ref<const std::string&>().ends_with("Article") || name == "BlogPosting" || name == "Report");
    };
    return fits(*type) || (type->is_array() && std::any_of(type->begin(), type->end(), fits));
}

/// The object itself, a member of an array, or one of a @graph: what pages do in practice.
const json* find_article(const json& value, int depth = 0) {
    constexpr int deepest = 4;
    if (depth > deepest) return nullptr;
    if (value.is_array()) {
        for (const auto& item : value)
            if (const auto* found = find_article(item, depth + 1)) return found;
        return nullptr;
    }
    if (!value.is_object()) return nullptr;
    if (is_article(value)) return &value;
    for (const char* name : {"@graph", "mainEntity"}) {
        const auto below = value.find(name);
        if (below == value.end()) continue;
        if (const auto* found = find_article(*below, depth + 1)) return found;
    }
    return nullptr;
}

}  // namespace

std::optional<LinkedArticle> read_json_ld(std::string_view script, bool& well_formed) {
    std::string text(script);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    const auto data = json::parse(text, nullptr, false, true);
    well_formed = !data.is_discarded();
    if (!well_formed) return std::nullopt;
    const auto* article = find_article(data);
    if (article == nullptr) return std::nullopt;
    LinkedArticle out;
    out.title = field(*article, "headline", "@value");
    if (out.title.empty()) out.title = field(*article, "name", "@value");
    out.published = field(*article, "datePublished", "@value");
    if (out.published.empty()) out.published = field(*article, "dateCreated", "@value");
    out.source = field(*article, "publisher", "name");
    out.author = field(*article, "author", "name");
    out.language = field(*article, "inLanguage", "alternateName");
    out.url = field(*article, "url", "@id");
    if (out.url.empty()) out.url = field(*article, "mainEntityOfPage", "@id");
    return out;
}

}  // namespace isnad::app
