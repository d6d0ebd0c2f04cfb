#pragma once
// Where a command talks to: data on standard output, messages on standard error.

#include "isnad/core/diagnostic.hpp"

#include <iosfwd>
#include <string_view>

namespace isnad::app {

class Terminal {
public:
    /// Colours only when asked for: see colours_wanted().
    Terminal(std::istream& in, std::ostream& out, std::ostream& err, bool colours)
        : m_in(&in), m_out(&out), m_err(&err), m_colours(colours) {}

    [[nodiscard]] std::istream& in() { return *m_in; }
    [[nodiscard]] std::ostream& out() { return *m_out; }

    // Control characters in messages are made visible: they quote what others chose.
    void report(const Diagnostic& diagnostic);
    void note(std::string_view message);   ///< "isnad: message", which may have several lines
    void error(std::string_view message);  ///< "isnad: error: message"

private:
    std::istream* m_in;
    std::ostream* m_out;
    std::ostream* m_err;
    bool m_colours;
};

/// Standard error is a terminal and NO_COLOR is not set.
[[nodiscard]] bool colours_wanted();

}  // namespace isnad::app
