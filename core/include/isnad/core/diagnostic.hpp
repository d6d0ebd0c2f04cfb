#pragma once
// What is wrong with an input, as data: who renders it, and where, is decided by the program.

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace isnad {

enum class Severity : std::uint8_t { note, warning, error };

/// A finding with its place. `line` and `column` count from 1; 0 says that there is none. Columns count code points.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::string message;
};

/// "file:line:column: error: message", leaving out what is not known.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

/// Stops the job: the input as a whole cannot be used. Carries every diagnostic found.
class InputError : public std::runtime_error {
public:
    explicit InputError(Diagnostic diagnostic);
    explicit InputError(std::vector<Diagnostic> diagnostics);
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }

private:
    std::vector<Diagnostic> m_diagnostics;
};

}  // namespace isnad
