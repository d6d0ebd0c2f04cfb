#include "article_reader.hpp"

#include "article_files.hpp"
#include "article_id.hpp"
#include "document_builder.hpp"
#include "json_article.hpp"
#include "line_source.hpp"
#include "reading_notes.hpp"
#include "seen_articles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <fstream>
#include <set>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_page = std::size_t{256} << 20;  // bytes; a page becomes a tree of some ten times its size

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos; }

template <class T>
T take_front(std::deque<T>& queue) {
    T front = std::move(queue.front());
    queue.pop_front();
    return front;
}

}  // namespace

class ArticleReader::Impl {
public:
    Impl(std::vector<std::string> inputs, ReadOptions options, std::istream& standard_input)
        : m_inputs(inputs.begin(), inputs.end()),
          m_options(std::move(options)),
          m_builder(m_options),
          m_stdin(&standard_input) {}

    std::optional<ReadResult> next() {
        while (m_lines || !m_files.empty() || !m_inputs.empty()) {
            if (!m_told.empty()) return take_front(m_told);
            auto result = guarded_step();
            if (result) return result;
        }
        for (auto& note : m_notes.take()) m_told.push_back(std::move(note));
        if (m_told.empty()) return std::nullopt;
        return take_front(m_told);
    }

    [[nodiscard]] std::size_t incomplete() const { return m_incomplete; }

private:
    /// A step that cannot throw for what is in the input. Each step takes its line, file or input first, so that none
    /// is tried twice.
    std::optional<ReadResult> guarded_step() {
        Document at;  // what is known of the article so far
        try {
            auto result = step();
            auto* document = result ? std::get_if<Document>(&*result) : nullptr;
            if (document == nullptr) return result;
            document->origin.file = m_name;
            document->origin.line = m_line;
            document->origin.key = m_key;
            at.id = document->id;
            if (m_options.at_stage) m_options.at_stage(Stage::reading, *document);
            return admit(std::move(*document));
        } catch (...) {
            at.origin.file = m_name;
            at.origin.line = m_line;
            return caught(Stage::reading, at);
        }
    }

    /// One line, file or input; empty when it gives nothing by itself.
    std::optional<ReadResult> step() {
        if (m_lines) return next_line();
        if (!m_files.empty()) return open(take_front(m_files));
        expand(take_front(m_inputs));
        return std::nullopt;
    }

    /// The document, unless its id was taken before.
    std::optional<ReadResult> admit(Document document) {
        const auto earlier = m_seen.note(document);
        if (!earlier) {
            if (m_options.tell_languages) m_notes.note_language(document);
            return document;
        }
        if (earlier->same_content) {
            m_notes.note_repeated();
            return std::nullopt;
        }
        const auto& [file, line, key, by_content] = earlier->origin;
        const std::string place = file + (line != 0 ? fmt::format(":{}", line) : "");
        if (m_options.id) {
            return problem(fmt::format("--id \"{}\" is for one article, and {} was read already", document.id, place));
        }
        return problem(fmt::format("article \"{}\" was read already, from {}, and is another there; ids must differ",
                                   document.id, place));
    }

    /// A finding at the line being read, or about the file as a whole.
    [[nodiscard]] Diagnostic problem(std::string message) const {
        return {Severity::error, m_name, m_line, 0, std::move(message)};
    }

    void expand(const std::string& input) {
        m_name = input;
        m_line = 0;
        auto found = list_article_files(input);
        m_files.assign(std::make_move_iterator(found.files.begin()), std::make_move_iterator(found.files.end()));
        m_told.insert(m_told.end(), std::make_move_iterator(found.findings.begin()),
                      std::make_move_iterator(found.findings.end()));
    }

    std::optional<ReadResult> open(const ArticleFile& file) {
        m_line = 0;
        if (file.path == "-") return open_stdin();
        m_name = file.path;
        m_key = file_key(file.path);
        if (file.kind == ArticleFile::Kind::json_lines) return open_lines(file);
        if (file.kind == ArticleFile::Kind::text && m_named.contains(fs::path(file.path).lexically_normal().string()))
            return std::nullopt;
        if (!m_key.empty() && !m_read.insert(m_key).second) {
            m_notes.note_repeated();
            return std::nullopt;
        }
        return file.kind == ArticleFile::Kind::text ? read_text_file(file) : read_page_file(file);
    }

    std::optional<ReadResult> open_lines(const ArticleFile& file) {
        m_stream = std::make_unique<std::ifstream>(file.path, std::ios::binary);
        if (!*m_stream) return problem("cannot be opened for reading");
        start_lines(*m_stream, fs::path(file.path).parent_path());
        return std::nullopt;
    }

    /// Standard input is JSON Lines when its first character opens an object (or an array, by mistake), a page of HTML
    /// when it opens an element, otherwise the text of one article.
    std::optional<ReadResult> open_stdin() {
        m_name = "<stdin>";
        m_key.clear();
        skip_mark(*m_stdin);
        int c = m_stdin->peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            m_stdin->get();
            c = m_stdin->peek();
        }
        if (c == '{' || c == '[' || c == std::istream::traits_type::eof()) {
            start_lines(*m_stdin, {});
            return std::nullopt;
        }
        auto text = read_stream(m_name, *m_stdin, m_options.max_file_bytes);
        if (auto* bad = std::get_if<Diagnostic>(&text)) return *bad;
        if (c == '<') return page("stdin", std::move(std::get<std::string>(text)));
        return m_builder.from_text(m_name, "stdin", std::move(std::get<std::string>(text)));
    }

    /// A byte order mark is no text. Other bytes are put back.
    static void skip_mark(std::istream& in) {
        for (const char* mark = "\xEF\xBB\xBF"; *mark != '\0'; ++mark) {
            if (in.peek() == static_cast<unsigned char>(*mark)) {
                in.get();
                continue;
            }
            for (; *mark != '\xEF'; --mark) in.unget();
            return;
        }
    }

    void start_lines(std::istream& in, fs::path folder) {
        m_lines.emplace(in, m_options.max_line_bytes);
        m_folder = std::move(folder);
        m_any_line = false;
    }

    void end_lines() {
        m_lines.reset();
        m_stream.reset();
    }

    std::optional<ReadResult> next_line() {
        m_line = m_lines->number() + 1;
        switch (m_lines->next()) {
            case LineState::end: return lines_ended();
            case LineState::failed:
                end_lines();
                return problem("could not be read on from here (input/output error); what follows was not read");
            case LineState::too_long:
                m_any_line = true;
                return problem(
                    fmt::format("line of more than {} MiB; put its text into a file of its own and name it with "
                                "\"file\", or allow longer lines with --max-line",
                                m_options.max_line_bytes >> 20U));
            case LineState::line: break;
        }
        if (is_blank(m_lines->text())) return std::nullopt;
        m_any_line = true;
        return article_of_line();
    }

    std::optional<ReadResult> lines_ended() {
        end_lines();
        m_line = 0;
        if (m_any_line) return std::nullopt;
        return problem("empty: expected one article a line, as JSON");
    }

    ReadResult article_of_line() {
        const LinePlace place{m_name, m_line, m_lines->text(), m_folder};
        auto parsed = parse_json_article(m_parser, m_lines->text());
        if (const auto* bad = std::get_if<JsonProblem>(&parsed)) return place.at(bad->offset, bad->message);
        auto& article = std::get<JsonArticle>(parsed);
        if (article.file) m_named.insert(place.beside(article.file->text).string());
        return m_builder.from_json(std::move(article), place);
    }

    ReadResult read_text_file(const ArticleFile& file) {
        auto text = read_whole_file(file.path, m_options.max_file_bytes);
        if (auto* bad = std::get_if<Diagnostic>(&text)) return *bad;
        return m_builder.from_text(m_name, file.name, std::move(std::get<std::string>(text)));
    }

    ReadResult read_page_file(const ArticleFile& file) {
        auto bytes = read_bytes(file.path, std::min(m_options.max_file_bytes, largest_page));
        if (auto* bad = std::get_if<Diagnostic>(&bytes)) return *bad;
        return page(file.name, std::move(std::get<std::string>(bytes)));
    }

    ReadResult page(const std::string& name, std::string bytes) {
        auto built = m_builder.from_page(m_name, name, std::move(bytes));
        if (built.cut) {
            ++m_incomplete;
            m_told.push_back(*std::move(built.cut));
        }
        return std::move(built.result);
    }

    std::deque<std::string> m_inputs;
    std::deque<ArticleFile> m_files;
    ReadOptions m_options;
    DocumentBuilder m_builder;
    std::istream* m_stdin;
    std::unique_ptr<std::ifstream> m_stream;
    std::optional<LineSource> m_lines;
    fs::path m_folder;
    std::string m_name;  ///< of the file being read, for messages
    std::string m_key;   ///< file_key of it
    std::uint64_t m_line = 0;
    bool m_any_line = false;
    simdjson::ondemand::parser m_parser;
    std::set<std::string> m_named;  ///< text files that some .jsonl named
    std::set<std::string> m_read;   ///< keys of texts and pages
    SeenArticles m_seen;
    ReadingNotes m_notes;
    std::deque<Diagnostic> m_told;  ///< to be given before the next article
    std::size_t m_incomplete = 0;
};

ArticleReader::ArticleReader(std::vector<std::string> inputs, ReadOptions options, std::istream& standard_input)
    : m_impl(std::make_unique<Impl>(std::move(inputs), std::move(options), standard_input)) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

std::optional<ReadResult> ArticleReader::next() { return m_impl->next(); }
std::size_t ArticleReader::incomplete() const { return m_impl->incomplete(); }

}  // namespace isnad::app
