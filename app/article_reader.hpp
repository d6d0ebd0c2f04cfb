#pragma once
// Articles from files, folders and streams, one at a time: each is a Document, or a Diagnostic that says what is wrong
// with it and where. The forms of input are told in docs/formats.md.

#include "stages.hpp"

#include "isnad/core/diagnostic.hpp"
#include "isnad/core/document.hpp"

#include <cstddef>
#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace isnad::app {

struct ReadOptions {
    std::optional<PublicationTime> published;  ///< of every article that does not say
    bool infer_published = false;              ///< let those that have none pass, with Document::inferred set and empty
    std::string source;                        ///< outlet of every article that does not say
    std::string language = "ar";               ///< of every article that does not say
    std::optional<std::string> id;             ///< of the one article that is read
    bool tell_languages = false;               ///< warn of articles that are not in Arabic
    std::size_t max_line_bytes = std::size_t{16} << 20;
    std::size_t max_file_bytes = std::size_t{1} << 30;
    bool allow_outside = false;  ///< let "file" name texts that do not lie below the folder of its list
    StageHook at_stage;          ///< of tests
};

using ReadResult = std::variant<Document, Diagnostic>;

class ArticleReader {
public:
    /// `inputs` are .jsonl, .txt and .html files, folders (read with all below them) and "-" for `standard_input`,
    /// which must outlive the reader. Nothing is opened before next().
    ArticleReader(std::vector<std::string> inputs, ReadOptions options, std::istream& standard_input);
    ~ArticleReader();
    ArticleReader(ArticleReader&&) noexcept;
    ArticleReader& operator=(ArticleReader&&) noexcept;

    /// The next article or finding, in the order of the inputs (in a folder: by path, .jsonl before .txt before .html);
    /// empty at the end. An article that cannot be read is an error, and so is one whose id was read before with
    /// another content, and whatever is thrown while one is read: the next call goes on behind it. Warnings and notes
    /// are of what went in, or is no article: pages that were cut, other languages, other kinds of files, articles
    /// given twice.
    [[nodiscard]] std::optional<ReadResult> next();

    /// Articles given so far of which a part was not read; each was told.
    [[nodiscard]] std::size_t incomplete() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace isnad::app
