#include "terminal.hpp"

#include "visible.hpp"

#include <unistd.h>

#include <cstdlib>
#include <ostream>
#include <string>

namespace isnad::app {

namespace {

const char* colour_of(Severity severity) {
    switch (severity) {
        case Severity::error: return "\033[31m";
        case Severity::warning: return "\033[33m";
        case Severity::note: return "\033[36m";
    }
    return "";
}

}  // namespace

void Terminal::report(const Diagnostic& diagnostic) {
    if (m_colours) *m_err << colour_of(diagnostic.severity);
    *m_err << visible(to_string(diagnostic));
    if (m_colours) *m_err << "\033[0m";
    *m_err << '\n';
}

void Terminal::note(std::string_view message) {
    *m_err << "isnad: ";
    for (auto end = message.find('\n'); end != std::string_view::npos; end = message.find('\n')) {
        *m_err << visible(message.substr(0, end)) << '\n';
        message.remove_prefix(end + 1);
    }
    *m_err << visible(message) << '\n';
}

void Terminal::error(std::string_view message) { report({Severity::error, "isnad", 0, 0, std::string(message)}); }

bool colours_wanted() {
    const char* no_color = std::getenv("NO_COLOR");
    return isatty(STDERR_FILENO) == 1 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace isnad::app
