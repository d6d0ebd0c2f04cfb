#pragma once
// The lexicon's files: those built into the program, or those of a folder in their place or beside them.
//
// A lexicon file is a table: one row a line, fields parted by tabs; lines that are empty or start with '#' are
// comments.

#include "isnad/core/diagnostic.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct LexiconFile {
    std::string name;  ///< path below the lexicon folder, with '/': "ar/time/rules.txt"
    std::string text;
    std::string origin;  ///< what diagnostics call it
};

using LexiconFiles = std::vector<LexiconFile>;

/// The lexicon built into the program.
[[nodiscard]] LexiconFiles embedded_lexicon();

/// The built-in lexicon with the files of a folder laid over it: a file of the same name replaces the built-in one, any
/// other is added (a story pack of one's own). Throws InputError when the folder cannot be read or holds no lexicon
/// file.
[[nodiscard]] LexiconFiles lexicon_with_folder(const std::filesystem::path& folder);

/// One field of a row and where it stands.
struct Field {
    std::string_view text;
    std::uint64_t column = 0;  ///< code points, from 1
};

struct Row {
    const LexiconFile* file = nullptr;
    std::uint64_t line = 0;
    std::vector<Field> fields;

    [[nodiscard]] std::string_view text(std::size_t field) const {
        return field < fields.size() ? fields[field].text : std::string_view{};
    }
    /// A diagnostic that points at a field (or at the end of the row when it is missing).
    [[nodiscard]] Diagnostic error(std::size_t field, std::string message) const;
};

/// Calls `use` for every row of a file. Rows with fewer than `min_fields` or more than `max_fields` become diagnostics.
void for_each_row(const LexiconFile& file, std::size_t min_fields, std::size_t max_fields,
                  std::vector<Diagnostic>& diagnostics, const std::function<void(const Row&)>& use);

/// The parts of a field between '|', without empty ones and outer blanks; each with its column.
[[nodiscard]] std::vector<Field> split_forms(const Field& field);

}  // namespace isnad
