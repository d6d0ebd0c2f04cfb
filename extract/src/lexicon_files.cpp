#include "isnad/extract/lexicon_files.hpp"

#include "isnad/core/embedded_file.hpp"
#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace isnad {

namespace lexicon {
EmbeddedFiles files();  // made by the build
}

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw InputError(Diagnostic{.file = path.string(), .message = "cannot be read"});
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_lexicon_file(const fs::path& path) { return path.extension() == ".tsv" || path.extension() == ".txt"; }

void lay_over(LexiconFiles& files, LexiconFile file) {
    const auto same = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.name == file.name; });
    if (same == files.end())
        files.push_back(std::move(file));
    else
        *same = std::move(file);
}

std::vector<Field> split(std::string_view text, char separator, std::uint64_t column) {
    std::vector<Field> out;
    for (;;) {
        const auto end = text.find(separator);
        const auto part = text.substr(0, end);
        out.push_back({part, column});
        if (end == std::string_view::npos) return out;
        column += count_code_points(part) + 1;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

LexiconFiles embedded_lexicon() {
    LexiconFiles out;
    for (const auto& file : lexicon::files())
        out.push_back({std::string(file.name), std::string(file.text), "lexicon/" + std::string(file.name)});
    return out;
}

LexiconFiles lexicon_with_folder(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw InputError(Diagnostic{.file = folder.string(), .message = "is not a folder with lexicon files"});
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && is_lexicon_file(entry.path())) paths.push_back(entry.path());
    if (paths.empty())
        throw InputError(Diagnostic{.file = folder.string(), .message = "holds no lexicon file (.tsv or .txt)"});
    std::sort(paths.begin(), paths.end());
    auto out = embedded_lexicon();
    for (const auto& path : paths)
        lay_over(out, {fs::relative(path, folder).generic_string(), read_file(path), path.string()});
    return out;
}

Diagnostic Row::error(std::size_t field, std::string message) const {
    std::uint64_t column = 1;
    if (field < fields.size())
        column = fields[field].column;
    else if (!fields.empty())
        column = fields.back().column + count_code_points(fields.back().text);
    return {.file = file->origin, .line = line, .column = column, .message = std::move(message)};
}

void for_each_row(const LexiconFile& file, std::size_t min_fields, std::size_t max_fields,
                  std::vector<Diagnostic>& diagnostics, const std::function<void(const Row&)>& use) {
    std::uint64_t number = 0;
    for (const auto& whole : split(file.text, '\n', 1)) {
        ++number;
        auto line = whole.text;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        Row row{&file, number, split(line, '\t', 1)};
        if (const auto bad = find_malformed_utf8(line)) {
            diagnostics.push_back({.file = file.origin,
                                   .line = number,
                                   .column = count_code_points(line.substr(0, *bad)) + 1,
                                   .message = "found a byte that is not UTF-8"});
        } else if (row.fields.size() < min_fields || row.fields.size() > max_fields) {
            const auto wanted = min_fields == max_fields ? fmt::format("{}", min_fields)
                                                         : fmt::format("{} to {}", min_fields, max_fields);
            diagnostics.push_back(
                row.error(row.fields.size(),
                          fmt::format("found {} fields parted by tabs, expected {}", row.fields.size(), wanted)));
        } else {
            use(row);
        }
    }
}

std::vector<Field> split_forms(const Field& field) {
    std::vector<Field> out;
    for (auto part : split(field.text, '|', field.column)) {
        while (!part.text.empty() && part.text.front() == ' ') {
            part.text.remove_prefix(1);
            ++part.column;
        }
        while (!part.text.empty() && part.text.back() == ' ') part.text.remove_suffix(1);
        if (!part.text.empty()) out.push_back(part);
    }
    return out;
}

}  // namespace isnad
