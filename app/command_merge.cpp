// isnad merge: two names, one actor: a judgement with author and time, which split or --undo takes back.

#include "commands.hpp"
#include "judging.hpp"

namespace isnad::app {

namespace {

class MergeCommand : public JudgingCommand {
public:
    MergeCommand() : JudgingCommand(Judgement::Kind::merge) {}
    std::string name() const override { return "merge"; }
    std::string summary() const override { return "Judge that two names are one actor; nothing is lost by it"; }
    std::string example() const override {
        return "isnad merge \"Wang Yi\" person/~wang_yi --note \"the minister\"\n"
               "  isnad merge --list\n"
               "  isnad merge --undo 3";
    }
};

}  // namespace

std::unique_ptr<Command> make_merge_command() { return std::make_unique<MergeCommand>(); }

}  // namespace isnad::app
