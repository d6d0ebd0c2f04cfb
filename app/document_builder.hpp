#pragma once
// Documents from what was read of them; what an article does not say of itself is taken from the options.

#include "article_reader.hpp"
#include "json_article.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::app {

/// A line of JSON Lines, as diagnostics name places in it.
struct LinePlace {
    std::string file;
    std::uint64_t number = 0;
    std::string_view text;
    std::filesystem::path folder;  ///< that "file" is relative to

    /// A finding at a byte of the line.
    [[nodiscard]] Diagnostic at(std::size_t offset, std::string message) const;
    /// Where the text stands that "file" names.
    [[nodiscard]] std::filesystem::path beside(const std::string& name) const;
    /// Whether it lies below the folder, links followed.
    [[nodiscard]] bool is_below(const std::filesystem::path& path) const;
};

/// A page, and what is not whole about it.
struct BuiltPage {
    ReadResult result;
    std::optional<Diagnostic> cut;  ///< the parser stopped before the end
};

class DocumentBuilder {
public:
    explicit DocumentBuilder(ReadOptions options);

    [[nodiscard]] ReadResult from_json(JsonArticle article, const LinePlace& place) const;
    /// `file` is what diagnostics call the input, `name` what its id begins with.
    [[nodiscard]] ReadResult from_text(const std::string& file, const std::string& name, std::string text) const;
    [[nodiscard]] BuiltPage from_page(const std::string& file, const std::string& name, std::string bytes) const;

private:
    [[nodiscard]] ReadResult add_text(Document document, JsonArticle article, const LinePlace& place) const;
    /// False when no publication time was given, and none may be inferred.
    bool set_published(Document& document, const std::optional<PublicationTime>& given) const;

    ReadOptions m_options;
};

}  // namespace isnad::app
