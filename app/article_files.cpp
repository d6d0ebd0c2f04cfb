#include "article_files.hpp"

#include "reading_notes.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <tuple>
#include <utility>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

Diagnostic problem(std::string file, std::string message) {
    return {Severity::error, std::move(file), 0, 0, std::move(message)};
}

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    for (char& c : ending)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return ending;
}

Diagnostic warning(std::string file, std::string message) {
    return {Severity::warning, std::move(file), 0, 0, std::move(message)};
}

std::optional<ArticleFile::Kind> kind_of(const fs::path& path) {
    const std::string ending = ending_of(path);
    if (ending == ".jsonl" || ending == ".ndjson") return ArticleFile::Kind::json_lines;
    if (ending == ".txt") return ArticleFile::Kind::text;
    if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return ArticleFile::Kind::html;
    return std::nullopt;
}

std::string why_not_read(const fs::path& path) {
    const std::string extension = ending_of(path);
    if (extension == ".gz" || extension == ".zst" || extension == ".xz") {
        return "compressed; expand it first: zcat FILE | isnad ingest -";
    }
    return fmt::format("{}; expected .jsonl, .txt, .html, a folder of them, or - for standard input",
                       extension.empty() ? "a file without an extension" : "not a kind of article: " + extension);
}

/// Sorts what lies in a folder into articles, files of other kinds and what cannot be read.
class FolderList {
public:
    explicit FolderList(std::string folder) : m_folder(std::move(folder)) {}

    ArticleFiles read() {
        std::error_code error;
        for (fs::recursive_directory_iterator it(m_folder, error), end; !error && it != end; it.increment(error))
            take(*it);
        if (error) m_out.findings.push_back(problem(m_folder, "cannot be read: " + error.message()));
        if (m_out.files.empty() && m_out.findings.empty())
            m_out.findings.push_back(
                problem(m_folder, "a folder without articles; expected .jsonl, .txt or .html files in it"));
        std::sort(m_out.files.begin(), m_out.files.end(), [](const ArticleFile& a, const ArticleFile& b) {
            return std::tie(a.kind, a.path) < std::tie(b.kind, b.path);
        });
        std::sort(m_out.findings.begin(), m_out.findings.end(),
                  [](const Diagnostic& a, const Diagnostic& b) { return a.file < b.file; });
        if (!m_others.empty()) m_out.findings.push_back({Severity::note, m_folder, 0, 0, other_kinds(m_others)});
        return std::move(m_out);
    }

private:
    void take(const fs::directory_entry& entry) {
        std::error_code error;
        const auto status = entry.status(error);
        const bool link = entry.is_symlink(error);
        const std::string path = entry.path().string();
        if (fs::is_directory(status)) {
            if (link) m_out.findings.push_back(warning(path, "a link to a folder, which was not followed"));
            return;
        }
        const auto kind = kind_of(entry.path());
        if (!kind) {
            ++m_others[ending_of(entry.path())];
        } else if (!fs::exists(status)) {
            m_out.findings.push_back(problem(path, "a link to a file that is not there"));
        } else if (!fs::is_regular_file(status)) {
            m_out.findings.push_back(problem(path, "not a plain file"));
        } else {
            const fs::path below = entry.path().lexically_relative(m_folder);
            m_out.files.push_back({*kind, path, fs::path(below).replace_extension().generic_string()});
        }
    }

    std::string m_folder;
    std::map<std::string, std::size_t> m_others;  ///< by ending
    ArticleFiles m_out;
};

}  // namespace

ArticleFiles list_article_files(const std::string& argument) {
    if (argument == "-") return {{{ArticleFile::Kind::json_lines, "-", {}}}, {}};
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (!fs::exists(status)) return {{}, {problem(argument, "no such file or folder")}};
    if (fs::is_directory(status)) return FolderList(argument).read();
    const fs::path path(argument);
    const auto kind = kind_of(path);
    if (!kind) return {{}, {problem(argument, why_not_read(path))}};
    return {{{*kind, argument, path.stem().string()}}, {}};
}

std::optional<Diagnostic> check_text(const std::string& name, std::string_view text) {
    if (text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos) {
        return problem(name, "empty: expected the text of an article");
    }
    const auto bad = find_malformed_utf8(text);
    if (!bad) return std::nullopt;
    const std::string_view before = text.substr(0, *bad);
    const auto line = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    const auto line_begin = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return Diagnostic{Severity::error, name, line, count_code_points(before.substr(line_begin)) + 1,
                      fmt::format("not UTF-8: byte 0x{:02X} (byte {} of the file); convert the file, for example with "
                                  "iconv -f WINDOWS-1256 -t UTF-8",
                                  static_cast<unsigned char>(text[*bad]), *bad + 1)};
}

std::variant<std::string, Diagnostic> read_bytes(const std::string& path, std::size_t max_bytes) {
    std::error_code error;
    if (!fs::exists(path, error)) return problem(path, "no such file");
    if (!fs::is_regular_file(path, error)) return problem(path, "not a plain file");
    const auto size = fs::file_size(path, error);
    if (size > max_bytes) {
        return problem(path, fmt::format("larger than {} MiB; split it into articles", max_bytes >> 20U));
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) return problem(path, "cannot be opened for reading");
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(size))) {
        return problem(path, fmt::format("could not be read to its end (input/output error); found {} bytes of {}",
                                         in.gcount(), size));
    }
    return text;
}

std::variant<std::string, Diagnostic> read_stream(const std::string& name, std::istream& in, std::size_t max_bytes) {
    constexpr std::size_t piece = 64 * 1024;
    std::string text;
    while (in && text.size() <= max_bytes) {
        const auto before = text.size();
        text.resize(before + piece);
        in.read(text.data() + before, piece);
        text.resize(before + static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) return problem(name, "could not be read to its end (input/output error)");
    if (text.size() > max_bytes) {
        return problem(name, fmt::format("larger than {} MiB; split it into articles", max_bytes >> 20U));
    }
    return text;
}

std::variant<std::string, Diagnostic> read_whole_file(const std::string& path, std::size_t max_bytes) {
    auto text = read_bytes(path, max_bytes);
    if (std::holds_alternative<Diagnostic>(text)) return text;
    if (auto bad = check_text(path, std::get<std::string>(text))) return *bad;
    return text;
}

}  // namespace isnad::app
