#pragma once
// Files built into the program (see cmake/EmbedFiles.cmake).

#include <span>
#include <string_view>

namespace isnad {

struct EmbeddedFile {
    std::string_view name;  ///< path below the embedded folder, with '/'
    std::string_view text;
};

using EmbeddedFiles = std::span<const EmbeddedFile>;

}  // namespace isnad
