#pragma once
// One function for each sub-command, defined in command_*.cpp.

#include "command.hpp"

namespace isnad::app {

[[nodiscard]] std::unique_ptr<Command> make_brief_command();
[[nodiscard]] std::unique_ptr<Command> make_check_command();
[[nodiscard]] std::unique_ptr<Command> make_completion_command();
[[nodiscard]] std::unique_ptr<Command> make_explain_command();
[[nodiscard]] std::unique_ptr<Command> make_export_command();
[[nodiscard]] std::unique_ptr<Command> make_extract_command();
[[nodiscard]] std::unique_ptr<Command> make_find_command();
[[nodiscard]] std::unique_ptr<Command> make_forget_command();
[[nodiscard]] std::unique_ptr<Command> make_ingest_command();
[[nodiscard]] std::unique_ptr<Command> make_merge_command();
[[nodiscard]] std::unique_ptr<Command> make_man_command();
[[nodiscard]] std::unique_ptr<Command> make_met_command();
[[nodiscard]] std::unique_ptr<Command> make_path_command();
[[nodiscard]] std::unique_ptr<Command> make_rank_command();
[[nodiscard]] std::unique_ptr<Command> make_split_command();
[[nodiscard]] std::unique_ptr<Command> make_time_command();
[[nodiscard]] std::unique_ptr<Command> make_who_command();

}  // namespace isnad::app
