#pragma once
// Where a command's data goes: standard output, or a file that appears whole or not at all.

#include "output_file.hpp"

#include <optional>
#include <ostream>
#include <string>

namespace isnad::app {

class Output {
public:
    /// An empty path or "-" is `standard`. Throws InputError when the file exists and `force` is not set, or when it
    /// cannot be made.
    Output(const std::string& path, bool force, std::ostream& standard);

    [[nodiscard]] std::ostream& stream() { return m_stream; }

    /// Puts the file in its place. Without this call nothing is left. Throws InputError when not all could be written.
    void finish();

private:
    std::optional<OutputFile> m_file;
    std::ostream m_stream;
};

}  // namespace isnad::app
