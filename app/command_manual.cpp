// isnad completion, isnad man: what shells and man(1) read, made from the definitions of the commands.

#include "command_line.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace isnad::app {

namespace {

class CompletionCommand : public Command {
public:
    std::string name() const override { return "completion"; }
    std::string summary() const override { return "Print a completion script for a shell"; }
    std::string example() const override {
        return "source <(isnad completion bash)\n"
               "  isnad completion zsh > ~/.zfunc/_isnad";
    }

    void setup(CLI::App& app) override {
        m_app = &app;
        app.add_option("shell", m_shell, "The shell")
            ->type_name("SHELL")
            ->required()
            ->check(CLI::IsMember({"bash", "zsh"}));
    }

    int run(Terminal& terminal) override {
        terminal.out() << completion_script(*m_app->get_parent(), m_shell);
        return exit_done;
    }

private:
    CLI::App* m_app = nullptr;
    std::string m_shell;
};

class ManCommand : public Command {
public:
    std::string name() const override { return "man"; }
    std::string summary() const override { return "Print the man page of the program or of a command"; }
    std::string example() const override { return "isnad man brief | man -l -"; }

    void setup(CLI::App& app) override {
        m_app = &app;
        app.add_option("command", m_command, "The command; without one, the program")->type_name("COMMAND");
    }

    int run(Terminal& terminal) override {
        terminal.out() << man_page(*m_app->get_parent(), m_command);
        return exit_done;
    }

private:
    CLI::App* m_app = nullptr;
    std::string m_command;
};

}  // namespace

std::unique_ptr<Command> make_completion_command() { return std::make_unique<CompletionCommand>(); }
std::unique_ptr<Command> make_man_command() { return std::make_unique<ManCommand>(); }

}  // namespace isnad::app
