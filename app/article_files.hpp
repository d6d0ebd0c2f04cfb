#pragma once
// The files that an argument stands for, and reading one of them whole.

#include "isnad/core/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace isnad::app {

struct ArticleFile {
    enum class Kind : std::uint8_t { json_lines, text, html };
    Kind kind = Kind::json_lines;
    std::string path;  ///< "-" for standard input
    std::string name;  ///< its path below the folder that was asked for, without the ending
};

struct ArticleFiles {
    std::vector<ArticleFile> files;    ///< the .jsonl, then the .txt and then the .html files, each kind sorted by path
    std::vector<Diagnostic> findings;  ///< what is no article, or cannot be read
};

/// One file, or those below a folder; endings count in capitals, too. An error when there is no such file, when it is
/// of a kind that is not read, when a folder holds no article, and for each link, pipe or device that stands for one.
/// Files of other kinds in a folder are counted in a note.
[[nodiscard]] ArticleFiles list_article_files(const std::string& argument);

/// The file's text, known to be UTF-8 and not blank; otherwise what is wrong, with line and column where there is one.
[[nodiscard]] std::variant<std::string, Diagnostic> read_whole_file(const std::string& path, std::size_t max_bytes);

/// The file's bytes as they are.
[[nodiscard]] std::variant<std::string, Diagnostic> read_bytes(const std::string& path, std::size_t max_bytes);

/// The rest of a stream; a Diagnostic when it is larger, or cannot be read to its end.
[[nodiscard]] std::variant<std::string, Diagnostic> read_stream(const std::string& name, std::istream& in,
                                                                std::size_t max_bytes);

/// What read_whole_file checks, for a text that comes from elsewhere.
[[nodiscard]] std::optional<Diagnostic> check_text(const std::string& name, std::string_view text);

/// "2016-02-30: no such day ..." for a text that parse_publication_time or parse_day refused.
[[nodiscard]] std::string explain_bad_date(std::string_view text);

}  // namespace isnad::app
