#include "isnad/core/diagnostic.hpp"

#include <fmt/format.h>

#include <utility>

namespace isnad {

namespace {

const char* word(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

std::string join(const std::vector<Diagnostic>& diagnostics) {
    std::string out;
    for (const auto& d : diagnostics) {
        if (!out.empty()) out += '\n';
        out += to_string(d);
    }
    return out;
}

}  // namespace

std::string to_string(const Diagnostic& d) {
    std::string out = d.file;
    if (d.line != 0) out += fmt::format(":{}", d.line);
    if (d.line != 0 && d.column != 0) out += fmt::format(":{}", d.column);
    if (!out.empty()) out += ": ";
    return out + word(d.severity) + ": " + d.message;
}

InputError::InputError(Diagnostic diagnostic) : InputError(std::vector<Diagnostic>{std::move(diagnostic)}) {}

InputError::InputError(std::vector<Diagnostic> diagnostics)
    : std::runtime_error(join(diagnostics)), m_diagnostics(std::move(diagnostics)) {}

}  // namespace isnad
