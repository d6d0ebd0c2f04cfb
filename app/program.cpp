#include "command.hpp"

#include "options.hpp"
#include "terminal.hpp"

#include "isnad/core/diagnostic.hpp"
#include "isnad/graph/store_error.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <new>
#include <string_view>

namespace isnad::app {

namespace {

const char* const description =
    "Isnad reads news, Arabic first, and keeps who met whom, when, and who says so:\n"
    "a timeline and a knowledge graph with every fact's date, source and words.";

const char* const program_example =
    "Example:\n"
    "  isnad ingest samples/articles.jsonl\n"
    "  isnad brief\n"
    "  isnad met \"John Kerry\" --with \"Vladimir Putin\"\n"
    "\n"
    "Exit codes: 0 done, 1 failed, 2 wrong usage. \"isnad COMMAND --help\" tells more.";

std::string words_of(const CLI::ParseError& error) {
    const std::string words = error.what();
    return words.empty() ? error.get_name() : words;
}

/// Parses; the command to run, or the exit code.
struct Parsed {
    Command* command = nullptr;
    int exit_code = exit_done;
};

Parsed parse(CLI::App& app, const Commands& commands, int argc, const char* const* argv, Terminal& terminal) {
    app.require_subcommand(1);
    app.footer(program_example);
    app.set_version_flag("--version", "isnad " ISNAD_VERSION);
    std::vector<std::pair<CLI::App*, Command*>> table;
    for (const auto& command : commands) {
        CLI::App* sub = app.add_subcommand(command->name(), command->summary());
        sub->footer("Example:\n  " + command->example());
        command->setup(*sub);
        refuse_malformed(*sub);
        table.emplace_back(sub, command.get());
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return {nullptr, app.exit(error, terminal.out(), terminal.out())};
        std::string hint = "isnad --help";
        for (const auto& [sub, command] : table) {
            if (sub->parsed()) hint = "isnad " + command->name() + " --help";
        }
        terminal.error(fmt::format("{} (see {})", words_of(error), hint));
        return {nullptr, exit_usage};
    }
    for (const auto& [sub, command] : table) {
        if (sub->parsed()) return {command, exit_done};
    }
    return {nullptr, exit_usage};
}

int run_command(Command& command, Terminal& terminal) {
    try {
        const int code = command.run(terminal);
        terminal.out().flush();
        if (terminal.out()) return code;
        terminal.error("standard output could not be written");
    } catch (const UsageError& error) {
        terminal.error(fmt::format("{} (see isnad {} --help)", error.what(), command.name()));
        return exit_usage;
    } catch (const InputError& error) {
        for (const Diagnostic& diagnostic : error.diagnostics()) terminal.report(diagnostic);
    } catch (const StoreError& error) {
        terminal.report(error.diagnostic());
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        terminal.error(error.what());
    }
    return exit_failed;
}

/// Without any memory.
void say_out_of_memory() noexcept {
    constexpr std::string_view words = "isnad: error: out of memory\n";
    if (write(STDERR_FILENO, words.data(), words.size()) < 0) return;  // there is nobody to tell
}

std::atomic<bool> memory_ended{false};

[[noreturn]] void out_of_memory() {
    memory_ended = true;
    throw std::bad_alloc();
}

/// Where nothing can be undone any more, as in a destructor that finds no memory. What the store holds is sound at any
/// moment; a part file is removed by the next run.
[[noreturn]] void stop() {
    if (!memory_ended) std::abort();
    say_out_of_memory();
    _exit(exit_failed);
}

int run_from_start(int argc, const char* const* argv) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    Terminal terminal(std::cin, std::cout, std::cerr, colours_wanted());
    const Commands commands = make_commands();
    CLI::App app(description, "isnad");
    const Parsed parsed = parse(app, commands, argc, argv, terminal);
    return parsed.command != nullptr ? run_command(*parsed.command, terminal) : parsed.exit_code;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
    std::set_new_handler(out_of_memory);
    std::set_terminate(stop);
    try {
        return run_from_start(argc, argv);
    } catch (const std::bad_alloc&) {
        say_out_of_memory();
        return exit_failed;
    }
}

}  // namespace isnad::app
