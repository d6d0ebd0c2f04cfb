// Completion scripts for bash and zsh.

#include "command_line.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : separator) + part;
    return out;
}

/// Inside single quotes of a shell.
std::string quoted(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c == '\n' ? ' ' : c);
    return out;
}

std::string all_names(const CommandShape& command) {
    std::string out;
    for (const OptionShape& option : command.options) {
        if (!option.names.empty()) out += (out.empty() ? "" : " ") + joined(option.names, " ");
    }
    return out;
}

std::string bash_reply(const OptionShape& option) {
    if (!option.choices.empty()) return fmt::format("_isnad_words \"{}\"", joined(option.choices, " "));
    return option.takes_file() ? "_isnad_files" : ":";
}

std::string bash_case(const CommandShape& command) {
    std::string out = fmt::format("        {})\n            case $prev in\n", command.name);
    std::string rest = ":";
    for (const OptionShape& option : command.options) {
        if (option.names.empty()) {
            rest = bash_reply(option);
        } else if (!option.value.empty()) {
            out += fmt::format("                {}) {}; return ;;\n", joined(option.names, "|"), bash_reply(option));
        }
    }
    out += fmt::format("            esac\n            if [[ $cur == -* ]]; then _isnad_words \"{}\"; else {}; fi ;;\n",
                       all_names(command), rest);
    return out;
}

std::string bash_script(const CLI::App& app) {
    std::vector<std::string> names;
    std::string cases;
    for (const CommandShape& command : subcommand_shapes(app)) {
        names.push_back(command.name);
        cases += bash_case(command);
    }
    return fmt::format(
        R"(# bash completion for isnad; made by "isnad completion bash".
_isnad_words() {{ COMPREPLY=($(compgen -W "$1" -- "$cur")); }}
_isnad_files() {{ compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); }}
_isnad() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}}
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then _isnad_words "{} {}"; return; fi
    case $command in
{}    esac
}}
complete -F _isnad isnad
)",
        joined(names, " "), all_names(shape_of(app)), cases);
}

/// A text inside [...] or between colons of an _arguments specification.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : quoted(text)) {
        if (c == '[' || c == ']' || c == ':') out += '\\';
        out += c;
    }
    return out;
}

std::string zsh_action(const OptionShape& option) {
    if (!option.choices.empty()) return "(" + joined(option.choices, " ") + ")";
    return option.takes_file() ? "_files" : " ";
}

std::string zsh_option(const OptionShape& option) {
    const std::string value =
        option.value.empty() ? "" : fmt::format(":{}:{}", zsh_text(option.value), zsh_action(option));
    if (option.names.empty()) return fmt::format(" \\\n                '*{}'", value);
    std::string out;
    for (const std::string& name : option.names) {
        out += fmt::format(" \\\n                '{}[{}]{}'", name, zsh_text(option.description), value);
    }
    return out;
}

std::string zsh_script(const CLI::App& app) {
    std::string commands;
    std::string cases;
    for (const CommandShape& command : subcommand_shapes(app)) {
        commands += fmt::format("        '{}:{}'\n", command.name, zsh_text(command.summary));
        cases += fmt::format("        {})\n            _arguments", command.name);
        for (const OptionShape& option : command.options) cases += zsh_option(option);
        cases += " ;;\n";
    }
    return fmt::format(
        R"(#compdef isnad
# zsh completion for isnad; made by "isnad completion zsh".
_isnad() {{
    local -a commands
    commands=(
{}    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local command=${{words[2]}}
    shift words
    (( CURRENT-- ))
    case $command in
{}    esac
}}
_isnad "$@"
)",
        commands, cases);
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
    return shell == "zsh" ? zsh_script(app) : bash_script(app);
}

}  // namespace isnad::app
