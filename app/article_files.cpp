#include "article_files.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace isnad::app {

namespace fs = std::filesystem;

namespace {

Diagnostic problem(std::string file, std::string message) {
    return {Severity::error, std::move(file), 0, 0, std::move(message)};
}

std::optional<ArticleFile::Kind> kind_of(const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".jsonl" || extension == ".ndjson") return ArticleFile::Kind::json_lines;
    if (extension == ".txt") return ArticleFile::Kind::text;
    if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return ArticleFile::Kind::html;
    return std::nullopt;
}

std::string why_not_read(const fs::path& path) {
    const std::string extension = path.extension().string();
    if (extension == ".gz" || extension == ".zst" || extension == ".xz") {
        return "compressed; expand it first: zcat FILE | isnad ingest -";
    }
    return fmt::format("{}; expected .jsonl, .txt, .html, a folder of them, or - for standard input",
                       extension.empty() ? "a file without an extension" : "not a kind of article: " + extension);
}

std::variant<std::vector<ArticleFile>, Diagnostic> list_folder(const std::string& folder) {
    std::vector<ArticleFile> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const auto kind = kind_of(it->path());
        if (!kind || !it->is_regular_file(error)) continue;
        const fs::path below = it->path().lexically_relative(folder);
        files.push_back({*kind, it->path().string(), fs::path(below).replace_extension().generic_string()});
    }
    if (error) return problem(folder, "cannot be read: " + error.message());
    if (files.empty()) return problem(folder, "a folder without articles; expected .jsonl, .txt or .html files in it");
    std::sort(files.begin(), files.end(), [](const ArticleFile& a, const ArticleFile& b) {
        return std::tie(a.kind, a.path) < std::tie(b.kind, b.path);
    });
    return files;
}

}  // namespace

std::variant<std::vector<ArticleFile>, Diagnostic> list_article_files(const std::string& argument) {
    if (argument == "-") return std::vector<ArticleFile>{{ArticleFile::Kind::json_lines, "-", {}}};
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (!fs::exists(status)) return problem(argument, "no such file or folder");
    if (fs::is_directory(status)) return list_folder(argument);
    const fs::path path(argument);
    const auto kind = kind_of(path);
    if (!kind) return problem(argument, why_not_read(path));
    return std::vector<ArticleFile>{{*kind, argument, path.stem().string()}};
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
    std::string text(static_cast<std::size_t>(size), '\0');
    if (!in || !in.read(text.data(), static_cast<std::streamsize>(size))) {
        return problem(path, "cannot be opened for reading");
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
