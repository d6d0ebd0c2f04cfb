#pragma once
// The command line as data, read from the CLI11 definitions: for man pages and shell completion.

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace isnad::app {

struct OptionShape {
    std::vector<std::string> names;    ///< "-o", "--output"; empty for a positional argument
    std::string positional;            ///< its name; empty for an option
    std::string value;                 ///< "FILE"; empty for a flag
    std::vector<std::string> choices;  ///< the values there are; empty when any
    std::string description;
    std::string standard;  ///< the value without the option; empty when there is none
    bool required = false;
    [[nodiscard]] bool takes_file() const;
};

struct CommandShape {
    std::string name;
    std::string summary;
    std::string footer;
    std::vector<OptionShape> options;  ///< positional arguments first
};

[[nodiscard]] CommandShape shape_of(const CLI::App& app);

/// Those of the sub-commands, in the order of the help.
[[nodiscard]] std::vector<CommandShape> subcommand_shapes(const CLI::App& app);

/// A completion script; shell is "bash" or "zsh".
[[nodiscard]] std::string completion_script(const CLI::App& app, const std::string& shell);

/// A man page: of the program, or of one of its commands. Throws UsageError for a command that there is not.
[[nodiscard]] std::string man_page(const CLI::App& app, const std::string& command);

}  // namespace isnad::app
