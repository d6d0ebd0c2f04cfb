#include "commands.hpp"

namespace isnad::app {

Commands make_commands() {
    Commands commands;
    commands.push_back(make_ingest_command());
    commands.push_back(make_brief_command());
    commands.push_back(make_met_command());
    commands.push_back(make_who_command());
    commands.push_back(make_find_command());
    commands.push_back(make_explain_command());
    commands.push_back(make_path_command());
    commands.push_back(make_rank_command());
    commands.push_back(make_merge_command());
    commands.push_back(make_split_command());
    commands.push_back(make_forget_command());
    commands.push_back(make_export_command());
    commands.push_back(make_extract_command());
    commands.push_back(make_time_command());
    commands.push_back(make_check_command());
    commands.push_back(make_completion_command());
    commands.push_back(make_man_command());
    return commands;
}

}  // namespace isnad::app
