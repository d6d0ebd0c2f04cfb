#include "article_reader.hpp"

#include "article_files.hpp"
#include "html_article.hpp"
#include "html_encoding.hpp"
#include "json_article.hpp"
#include "line_source.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>
#include <tsl/robin_map.h>

#include <algorithm>
#include <deque>
#include <fstream>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos; }

Diagnostic problem(std::string file, std::uint64_t line, std::uint64_t column, std::string message) {
    return {Severity::error, std::move(file), line, column, std::move(message)};
}

const char* const how_to_date =
    "no publication time, and relative dates (\"yesterday\") need one; add \"published\": "
    "\"2016-07-14T18:00:00+03:00\" "
    "to it, or give one for all such articles with --published 2016-07-14";

constexpr std::size_t largest_page = std::size_t{256} << 20;  // bytes; a page becomes a tree of some ten times its size

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

}  // namespace

std::string explain_bad_date(std::string_view text) {
    if (looks_like_a_date(text)) {
        return fmt::format("{}: no such day or clock time in the calendar", text.substr(0, 40));
    }
    return fmt::format("{}: not a date; expected ISO 8601, as 2016-07-14 or 2016-07-14T18:00:00+03:00",
                       text.substr(0, 40));
}

class ArticleReader::Impl {
public:
    Impl(std::vector<std::string> inputs, ReadOptions options, std::istream& standard_input)
        : m_inputs(inputs.begin(), inputs.end()), m_options(std::move(options)), m_stdin(&standard_input) {}

    std::optional<ReadResult> next() {
        while (m_lines || !m_files.empty() || !m_inputs.empty()) {
            auto result = guarded_step();
            if (result) return result;
        }
        return std::nullopt;
    }

private:
    /// A step that cannot throw for what is in the input. Each step takes its line, file or input first, so that none
    /// is tried twice.
    std::optional<ReadResult> guarded_step() {
        Document at;  // what is known of the article so far
        try {
            auto result = step();
            auto* document = result ? std::get_if<Document>(&*result) : nullptr;
            if (document == nullptr) return result;
            document->origin = {m_name, m_line};
            at.id = document->id;
            if (m_options.at_stage) m_options.at_stage(Stage::reading, *document);
            if (auto duplicate = remember(*document)) return *duplicate;
            return result;
        } catch (...) {
            at.origin = {m_name, m_line};
            return caught(Stage::reading, at);
        }
    }

    /// One line, file or input; empty when it gives nothing by itself.
    std::optional<ReadResult> step() {
        if (m_lines) return next_line();
        if (!m_files.empty()) return open(take_front(m_files));
        return expand(take_front(m_inputs));
    }

    template <class T>
    static T take_front(std::deque<T>& queue) {
        T front = std::move(queue.front());
        queue.pop_front();
        return front;
    }

    std::optional<ReadResult> expand(const std::string& input) {
        auto files = list_article_files(input);
        if (auto* diagnostic = std::get_if<Diagnostic>(&files)) return *diagnostic;
        auto& list = std::get<std::vector<ArticleFile>>(files);
        m_files.assign(list.begin(), list.end());
        return std::nullopt;
    }

    std::optional<ReadResult> open(const ArticleFile& file) {
        m_name = file.path == "-" ? "<stdin>" : file.path;
        if (file.kind == ArticleFile::Kind::text) {
            if (m_named.count(fs::path(file.path).lexically_normal().string()) != 0) return std::nullopt;
            return read_text_file(file);
        }
        if (file.kind == ArticleFile::Kind::html) return read_html_file(file);
        if (file.path == "-") return open_stdin();
        m_stream = std::make_unique<std::ifstream>(file.path, std::ios::binary);
        if (!*m_stream) return problem(m_name, 0, 0, "cannot be opened for reading");
        start_lines(*m_stream, fs::path(file.path).parent_path());
        return std::nullopt;
    }

    /// Standard input is JSON Lines when its first character opens an object (or an array, by mistake), a page of HTML
    /// when it opens an element, otherwise the text of one article.
    std::optional<ReadResult> open_stdin() {
        int c = m_stdin->peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            m_stdin->get();
            c = m_stdin->peek();
        }
        if (c == '{' || c == '[' || c == std::istream::traits_type::eof()) {
            start_lines(*m_stdin, {});
            return std::nullopt;
        }
        std::string text{std::istreambuf_iterator<char>(*m_stdin), {}};
        m_line = 0;
        if (c == '<') return document_from_html("stdin", std::move(text));
        return document_from_text("stdin", std::move(text));
    }

    void start_lines(std::istream& in, fs::path folder) {
        m_lines.emplace(in, m_options.max_line_bytes);
        m_folder = std::move(folder);
        m_any_line = false;
    }

    std::optional<ReadResult> next_line() {
        m_line = m_lines->number() + 1;
        const LineState state = m_lines->next();
        if (state == LineState::end) {
            m_lines.reset();
            m_stream.reset();
            m_line = 0;
            if (m_any_line) return std::nullopt;
            return problem(m_name, 0, 0, "empty: expected one article a line, as JSON");
        }
        if (state == LineState::line && is_blank(m_lines->text())) return std::nullopt;
        m_any_line = true;
        if (state == LineState::too_long) {
            return problem(m_name, m_line, 0,
                           fmt::format("line of more than {} MiB; put its text into a file of its own and name it with "
                                       "\"file\", or allow longer lines with --max-line",
                                       m_options.max_line_bytes >> 20U));
        }
        auto parsed = parse_json_article(m_parser, m_lines->text());
        if (const auto* bad = std::get_if<JsonProblem>(&parsed)) return at(bad->offset, bad->message);
        return document_from_json(std::move(std::get<JsonArticle>(parsed)));
    }

    /// A diagnostic at a byte of the current line.
    [[nodiscard]] Diagnostic at(std::size_t offset, std::string message) const {
        const std::string_view line = m_lines->text();
        return problem(m_name, m_line, count_code_points(line.substr(0, offset)) + 1, std::move(message));
    }

    ReadResult document_from_json(JsonArticle article) {
        if (!article.id || is_blank(article.id->text)) return at(0, "the article has no \"id\"");
        Document document;
        document.id = article.id->text;
        if (article.published) {
            const auto time = parse_publication_time(article.published->text);
            if (!time) {
                return at(article.published->offset, "\"published\": " + explain_bad_date(article.published->text));
            }
            document.published = *time;
        } else if (m_options.published) {
            document.published = *m_options.published;
        } else if (m_options.infer_published) {
            document.inferred.emplace();
        } else {
            return at(0, fmt::format("article \"{}\" has {}", document.id, how_to_date));
        }
        document.source = article.source.empty() ? m_options.source : std::move(article.source);
        document.language = article.language.empty() ? m_options.language : std::move(article.language);
        document.title = std::move(article.title);
        document.url = std::move(article.url);
        document.author = std::move(article.author);
        return add_text(std::move(document), std::move(article));
    }

    ReadResult add_text(Document document, JsonArticle article) {
        if (article.text && article.file) {
            return at(article.file->offset, "both \"text\" and \"file\"; expected one of them");
        }
        if (article.text) {
            document.text = std::move(article.text->text);
            if (is_blank(document.text)) return at(article.text->offset, "the text is empty");
            return document;
        }
        if (!article.file) {
            return at(0, fmt::format("article \"{}\" has neither \"text\" nor \"file\"", document.id));
        }
        const fs::path path = (m_folder / article.file->text).lexically_normal();
        m_named.insert({path.string(), true});
        auto text = read_whole_file(path.string(), m_options.max_file_bytes);
        if (auto* bad = std::get_if<Diagnostic>(&text)) {
            if (bad->line != 0) return *bad;
            return at(article.file->offset, fmt::format("\"file\": {}: {}", bad->file, bad->message));
        }
        document.text = std::move(std::get<std::string>(text));
        return document;
    }

    ReadResult read_text_file(const ArticleFile& file) {
        m_line = 0;
        auto text = read_whole_file(file.path, m_options.max_file_bytes);
        if (auto* bad = std::get_if<Diagnostic>(&text)) return *bad;
        return document_from_text(file.id, std::move(std::get<std::string>(text)));
    }

    ReadResult read_html_file(const ArticleFile& file) {
        m_line = 0;
        auto bytes = read_bytes(file.path, std::min(m_options.max_file_bytes, largest_page));
        if (auto* bad = std::get_if<Diagnostic>(&bytes)) return *bad;
        return document_from_html(file.id, std::move(std::get<std::string>(bytes)));
    }

    ReadResult document_from_html(const std::string& id, std::string bytes) {
        auto page = decode_html(m_name, std::move(bytes));
        if (auto* bad = std::get_if<Diagnostic>(&page)) return *bad;
        auto read = read_html_article(std::get<std::string>(page));
        if (auto* bad = std::get_if<HtmlProblem>(&read)) return problem(m_name, bad->line, 0, bad->message);
        auto& article = std::get<HtmlArticle>(read);
        if (!article.published) article.published = m_options.published;
        if (!article.published && !m_options.infer_published) {
            const std::string why = article.undated.empty() ? "" : " (" + article.undated + ")";
            return problem(
                m_name, article.undated_line, 0,
                fmt::format("the page has no publication time{}, and relative dates (\"yesterday\") need one; "
                            "give it with --published 2016-07-14",
                            why));
        }
        Document document;
        document.id = id;
        if (article.published)
            document.published = *article.published;
        else
            document.inferred.emplace();
        document.source = article.source.empty() ? m_options.source : std::move(article.source);
        document.language = article.language.empty() ? m_options.language : std::move(article.language);
        document.title = std::move(article.title);
        document.author = std::move(article.author);
        document.url = std::move(article.url);
        document.text = std::move(article.text);
        return document;
    }

    ReadResult document_from_text(const std::string& id, std::string text) {
        if (auto bad = check_text(m_name, text)) return *bad;
        if (!m_options.published && !m_options.infer_published) {
            return problem(m_name, 0, 0,
                           "a plain text has no publication time, and relative dates (\"yesterday\") need one; give it "
                           "with --published 2016-07-14");
        }
        Document document;
        document.id = id;
        if (m_options.published)
            document.published = *m_options.published;
        else
            document.inferred.emplace();
        document.source = m_options.source;
        document.language = m_options.language;
        document.text = std::move(text);
        return document;
    }

    /// A diagnostic when an article of this id was read before. Sixteen bytes an article.
    std::optional<Diagnostic> remember(const Document& document) {
        if (m_names.empty() || m_names.back() != m_name) m_names.push_back(m_name);
        const std::uint64_t place = (static_cast<std::uint64_t>(m_names.size() - 1) << 40U) | m_line;
        const auto [it, is_new] = m_seen.insert({std::hash<std::string>{}(document.id), place});
        if (is_new) return std::nullopt;
        const std::string& first = m_names[it->second >> 40U];
        const std::uint64_t line = it->second & ((std::uint64_t{1} << 40U) - 1);
        return problem(m_name, m_line, 0,
                       fmt::format("article \"{}\" was read already, from {}{}; ids must differ", document.id, first,
                                   line != 0 ? fmt::format(":{}", line) : ""));
    }

    std::deque<std::string> m_inputs;
    std::deque<ArticleFile> m_files;
    ReadOptions m_options;
    std::istream* m_stdin;
    std::unique_ptr<std::ifstream> m_stream;
    std::optional<LineSource> m_lines;
    fs::path m_folder;
    std::string m_name;
    std::uint64_t m_line = 0;
    bool m_any_line = false;
    simdjson::ondemand::parser m_parser;
    tsl::robin_map<std::string, bool> m_named;  ///< text files that some .jsonl named
    tsl::robin_map<std::uint64_t, std::uint64_t> m_seen;
    std::vector<std::string> m_names;
};

ArticleReader::ArticleReader(std::vector<std::string> inputs, ReadOptions options, std::istream& standard_input)
    : m_impl(std::make_unique<Impl>(std::move(inputs), std::move(options), standard_input)) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

std::optional<ReadResult> ArticleReader::next() { return m_impl->next(); }

}  // namespace isnad::app
