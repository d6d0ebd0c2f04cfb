#include "document_builder.hpp"

#include "article_files.hpp"
#include "article_id.hpp"
#include "html_article.hpp"
#include "html_encoding.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

const char* const how_to_date =
    "no publication time, and relative dates (\"yesterday\") need one; add \"published\": "
    "\"2016-07-14T18:00:00+03:00\" "
    "to it, or give one for all such articles with --published 2016-07-14";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos; }

Diagnostic problem(const std::string& file, std::uint64_t line, std::string message) {
    return {Severity::error, file, line, 0, std::move(message)};
}

/// True when the text has the shape of an ISO date, whatever its figures.
bool looks_like_a_date(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !digit : text[i] != shape[i]) return false;
    }
    return true;
}

std::string or_else(std::string value, const std::string& other) { return value.empty() ? other : std::move(value); }

}  // namespace

std::string explain_bad_date(std::string_view text) {
    if (looks_like_a_date(text)) {
        return fmt::format("{}: no such day or clock time in the calendar", text.substr(0, 40));
    }
    return fmt::format("{}: not a date; expected ISO 8601, as 2016-07-14 or 2016-07-14T18:00:00+03:00",
                       text.substr(0, 40));
}

Diagnostic LinePlace::at(std::size_t offset, std::string message) const {
    return {Severity::error, file, number, count_code_points(text.substr(0, offset)) + 1, std::move(message)};
}

fs::path LinePlace::beside(const std::string& name) const { return (folder / name).lexically_normal(); }

bool LinePlace::is_below(const fs::path& path) const {
    std::error_code error;
    const auto top = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
    if (error) return false;
    const auto from_root = fs::absolute(path, error);  // else a name that is not there stays relative
    if (error) return false;
    const auto real = fs::weakly_canonical(from_root, error);
    if (error) return false;
    return std::mismatch(top.begin(), top.end(), real.begin(), real.end()).first == top.end();
}

DocumentBuilder::DocumentBuilder(ReadOptions options) : m_options(std::move(options)) {}

bool DocumentBuilder::set_published(Document& document, const std::optional<PublicationTime>& given) const {
    const auto& published = given ? given : m_options.published;
    if (published)
        document.published = *published;
    else
        document.inferred.emplace();
    return published || m_options.infer_published;
}

ReadResult DocumentBuilder::from_json(JsonArticle article, const LinePlace& place) const {
    if (!m_options.id && (!article.id || is_blank(article.id->text))) return place.at(0, "the article has no \"id\"");
    Document document;
    document.id = m_options.id ? *m_options.id : article.id->text;
    std::optional<PublicationTime> given;
    if (article.published) {
        given = parse_publication_time(article.published->text);
        if (!given) {
            return place.at(article.published->offset, "\"published\": " + explain_bad_date(article.published->text));
        }
    }
    if (!set_published(document, given)) {
        return place.at(0, fmt::format("article \"{}\" has {}", document.id, how_to_date));
    }
    document.source = or_else(std::move(article.source), m_options.source);
    document.language = or_else(std::move(article.language), m_options.language);
    document.title = std::move(article.title);
    document.url = std::move(article.url);
    document.author = std::move(article.author);
    return add_text(std::move(document), std::move(article), place);
}

ReadResult DocumentBuilder::add_text(Document document, JsonArticle article, const LinePlace& place) const {
    if (article.text && article.file) {
        return place.at(article.file->offset, "both \"text\" and \"file\"; expected one of them");
    }
    if (article.text) {
        document.text = std::move(article.text->text);
        if (is_blank(document.text)) {
            return place.at(article.text->offset, fmt::format("the text of article \"{}\" is empty", document.id));
        }
        return document;
    }
    if (!article.file) {
        return place.at(0, fmt::format("article \"{}\" has neither \"text\" nor \"file\"", document.id));
    }
    if (article.file->text.find('\0') != std::string::npos) {
        return place.at(article.file->offset, "\"file\" holds a NUL character; expected the name of a file");
    }
    const fs::path path = place.beside(article.file->text);
    if (!m_options.allow_outside && !place.is_below(path)) {
        return place.at(article.file->offset,
                        fmt::format("\"file\": {} lies outside the folder of its list; --allow-outside would read it",
                                    article.file->text));
    }
    auto text = read_whole_file(path.string(), m_options.max_file_bytes);
    if (auto* bad = std::get_if<Diagnostic>(&text)) {
        if (bad->line != 0) return *bad;
        return place.at(article.file->offset, fmt::format("\"file\": {}: {}", bad->file, bad->message));
    }
    document.text = std::move(std::get<std::string>(text));
    return document;
}

ReadResult DocumentBuilder::from_text(const std::string& file, const std::string& name, std::string text) const {
    if (auto bad = check_text(file, text)) return *bad;
    Document document;
    if (!set_published(document, std::nullopt)) {
        return problem(file, 0,
                       "a plain text has no publication time, and relative dates (\"yesterday\") need one; give it "
                       "with --published 2016-07-14");
    }
    document.source = m_options.source;
    document.language = m_options.language;
    document.text = std::move(text);
    document.origin.id_by_content = !m_options.id;
    document.id = m_options.id ? *m_options.id : content_id(name, document);
    return document;
}

BuiltPage DocumentBuilder::from_page(const std::string& file, const std::string& name, std::string bytes) const {
    auto page = decode_html(file, std::move(bytes));
    if (auto* bad = std::get_if<Diagnostic>(&page)) return {*bad, {}};
    auto read = read_html_article(std::get<std::string>(page));
    if (auto* bad = std::get_if<HtmlProblem>(&read)) return {problem(file, bad->line, bad->message), {}};
    auto& article = std::get<HtmlArticle>(read);
    Document document;
    if (!set_published(document, article.published)) {
        const std::string why = article.undated.empty() ? "" : " (" + article.undated + ")";
        return {problem(file, article.undated_line,
                        fmt::format("the page has no publication time{}, and relative dates (\"yesterday\") need one; "
                                    "give it with --published 2016-07-14",
                                    why)),
                {}};
    }
    document.source = or_else(std::move(article.source), m_options.source);
    document.language = or_else(std::move(article.language), m_options.language);
    document.title = std::move(article.title);
    document.author = std::move(article.author);
    document.url = std::move(article.url);
    document.text = std::move(article.text);
    document.id = m_options.id ? *m_options.id : article.address;
    document.origin.id_by_content = document.id.empty();
    if (document.id.empty()) document.id = content_id(name, document);
    std::optional<Diagnostic> cut;
    if (article.cut) {
        cut = Diagnostic{Severity::warning, file, article.cut->line, 0,
                         fmt::format("article \"{}\" is cut here: {}; what follows was not read", document.id,
                                     article.cut->message)};
    }
    return {std::move(document), std::move(cut)};
}

}  // namespace isnad::app
