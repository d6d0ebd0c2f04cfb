#pragma once
// The frame of the sub-commands: setup() declares what is parsed, run() does the work.

#include <CLI/CLI.hpp>

#include <iosfwd>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace isnad::app {

class Terminal;

enum ExitCode : int { exit_done = 0, exit_failed = 1, exit_usage = 2 };

/// Arguments that parse but make no sense together, or values that are not what their option takes.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Command {
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;

    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0;  ///< one line, for the list of commands
    [[nodiscard]] virtual std::string example() const = 0;  ///< shown below --help
    virtual void setup(CLI::App& app) = 0;
    virtual int run(Terminal& terminal) = 0;  ///< an ExitCode; may throw UsageError, InputError, StoreError
};

using Commands = std::vector<std::unique_ptr<Command>>;

/// All of them, in the order of the help.
[[nodiscard]] Commands make_commands();

/// Parses and runs; the exit code of the program. Never throws.
[[nodiscard]] int run_program(int argc, const char* const* argv);

}  // namespace isnad::app
