#pragma once
// A small store for fuzz targets, made of a text of our own, in a folder of the process.

#include <filesystem>
#include <string>

namespace fuzz {

/// Made at the first call; the file is removed at the end of the program.
[[nodiscard]] const std::filesystem::path& story_store();

/// Its bytes.
[[nodiscard]] const std::string& story_store_bytes();

/// A folder of the process, removed at the end of the program.
[[nodiscard]] const std::filesystem::path& scratch_folder();

}  // namespace fuzz
