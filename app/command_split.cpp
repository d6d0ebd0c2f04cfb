// isnad split: two names, two actors: takes a merge back, with author and time.

#include "commands.hpp"
#include "judging.hpp"

namespace isnad::app {

namespace {

class SplitCommand : public JudgingCommand {
public:
    SplitCommand() : JudgingCommand(Judgement::Kind::split) {}
    std::string name() const override { return "split"; }
    std::string summary() const override { return "Judge that two names are two actors; takes a merge back"; }
    std::string example() const override {
        return "isnad split \"Wang Yi\" person/~wang_yi --note \"a namesake\"\n"
               "  isnad split --list";
    }
};

}  // namespace

std::unique_ptr<Command> make_split_command() { return std::make_unique<SplitCommand>(); }

}  // namespace isnad::app
