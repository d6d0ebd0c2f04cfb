#include "command_line.hpp"

namespace isnad::app {

namespace {

std::vector<std::string> parted(const std::string& text, char separator) {
    std::vector<std::string> out;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t end = std::min(text.find(separator, from), text.size());
        if (end > from) out.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return out;
}

/// CLI11 writes the values of a set behind the type: "LANG:{en,ar}".
void put_value(OptionShape& shape, const CLI::Option& option) {
    if (option.get_items_expected_max() == 0) return;
    const std::string type = option.get_type_name();
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', std::min(open, type.size()));
    if (close != std::string::npos) shape.choices = parted(type.substr(open + 1, close - open - 1), ',');
    shape.value = type.substr(0, type.find_first_of(":{ "));
    if (shape.value.empty()) shape.value = "VALUE";
}

OptionShape shape_of(const CLI::Option& option) {
    OptionShape out;
    for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
    if (out.names.empty()) out.positional = option.get_name(true);
    put_value(out, option);
    out.description = option.get_description();
    out.standard = option.get_default_str();
    out.required = option.get_required();
    return out;
}

}  // namespace

bool OptionShape::takes_file() const { return value == "FILE" || value == "DIR" || value == "ARTICLES..."; }

CommandShape shape_of(const CLI::App& app) {
    CommandShape out{app.get_name(), app.get_description(), app.get_footer(), {}};
    for (const bool positional : {true, false}) {
        for (const CLI::Option* option : app.get_options({})) {
            OptionShape shape = shape_of(*option);
            if (shape.names.empty() == positional) out.options.push_back(std::move(shape));
        }
    }
    return out;
}

std::vector<CommandShape> subcommand_shapes(const CLI::App& app) {
    std::vector<CommandShape> out;
    for (const CLI::App* sub : app.get_subcommands({})) out.push_back(shape_of(*sub));
    return out;
}

}  // namespace isnad::app
