// Man pages (man(7) macros) from the texts of --help.

#include "command.hpp"
#include "command_line.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::app {

namespace {

/// A text as roff shows it; hyphens stay hyphens that can be copied.
std::string roff(const std::string& text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
        line_start = c == '\n';
    }
    return out;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

std::string head(const std::string& name, const std::string& summary) {
    return fmt::format(".TH {} 1 \"{}\" \"isnad {}\" \"Isnad\"\n.SH NAME\n{} \\- {}\n", roff(upper(name)),
                       ISNAD_RELEASED, ISNAD_VERSION, roff(name), roff(summary));
}

/// The examples below a help text, as they stand.
std::string examples(const std::string& footer) {
    const std::string title = "Example:\n";
    const std::string text = footer.rfind(title, 0) == 0 ? footer.substr(title.size()) : footer;
    return ".SH EXAMPLES\n.nf\n" + roff(text) + "\n.fi\n";
}

std::string synopsis(const CommandShape& command) {
    std::string out = fmt::format(".SH SYNOPSIS\n.B isnad {}\n", roff(command.name));
    for (const OptionShape& option : command.options) {
        if (!option.names.empty()) continue;
        out += option.required ? fmt::format(".I {}\n", roff(option.value))
                               : fmt::format("[\\fI{}\\fR]\n", roff(option.value));
    }
    return out + "[\\fIOPTIONS\\fR]\n";
}

std::string entry(const OptionShape& option) {
    std::string tag;
    for (const std::string& name : option.names)
        tag += fmt::format("{}\\fB{}\\fR", tag.empty() ? "" : ", ", roff(name));
    if (!option.value.empty()) tag += fmt::format("{}\\fI{}\\fR", tag.empty() ? "" : " ", roff(option.value));
    std::string out = ".TP\n" + tag + "\n" + roff(option.description);
    const bool told = !option.choices.empty() && option.description.find(option.choices.back()) != std::string::npos;
    if (!option.choices.empty() && !told) {
        out += " (";
        for (std::size_t i = 0; i < option.choices.size(); ++i) out += (i > 0 ? ", " : "") + roff(option.choices[i]);
        out += ")";
    }
    if (!option.standard.empty()) out += fmt::format("\n(default: {})", roff(option.standard));
    return out + "\n";
}

std::string options(const CommandShape& command) {
    std::string out = ".SH OPTIONS\n";
    for (const OptionShape& option : command.options) out += entry(option);
    return out;
}

constexpr const char* exit_status =
    ".SH EXIT STATUS\n0 when done, 1 when something failed or was passed over, 2 for wrong usage.\n";

std::string program_page(const CLI::App& app) {
    const CommandShape program = shape_of(app);
    std::string out = head("isnad", "a timeline and a knowledge graph from news, with the chain of attribution kept");
    out += ".SH SYNOPSIS\n.B isnad\n.I COMMAND\n[\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n" + roff(program.summary) + "\n";
    out += ".SH COMMANDS\n";
    for (const CommandShape& command : subcommand_shapes(app)) {
        out += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(command.name), roff(command.summary));
    }
    out += options(program) + examples(program.footer) + exit_status;
    out +=
        ".SH FILES\n.TP\n\\fIstory.db\\fR\nThe store, where \\fB\\-\\-db\\fR does not name another: one SQLite file.\n";
    out += ".SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR\nWhen set, messages have no colours.\n.SH SEE ALSO\n";
    std::string others;
    for (const CommandShape& command : subcommand_shapes(app)) {
        others += fmt::format("{}.BR isnad\\-{} (1)", others.empty() ? "" : ",\n", roff(command.name));
    }
    return out + others + "\n";
}

std::string command_page(const CommandShape& command) {
    return head("isnad-" + command.name, command.summary) + synopsis(command) + ".SH DESCRIPTION\n" +
           roff(command.summary) + ".\n" + options(command) + examples(command.footer) + exit_status +
           ".SH SEE ALSO\n.BR isnad (1)\n";
}

}  // namespace

std::string man_page(const CLI::App& app, const std::string& command) {
    if (command.empty()) return program_page(app);
    for (const CommandShape& shape : subcommand_shapes(app)) {
        if (shape.name == command) return command_page(shape);
    }
    throw UsageError(fmt::format("no command \"{}\"", command));
}

}  // namespace isnad::app
