#include "options.hpp"

#include "article_files.hpp"
#include "terminal.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace isnad::app {

void add_db_option(CLI::App& app, std::string& path) {
    app.add_option("--db", path, "The store, one SQLite file")
        ->type_name("FILE")
        ->capture_default_str()
        ->check(CLI::Validator(
            [](const std::string& file) -> std::string {
                if (!file.empty() && file != ":memory:") return {};
                return fmt::format("\"{}\" is no file: all would be lost at the end; expected a path", file);
            },
            ""));
}

void add_lexicon_option(CLI::App& app, std::string& folder) {
    app.add_option("--lexicon", folder, "Lexicon files to lay over the built-in ones")->type_name("DIR");
}

void refuse_malformed(CLI::App& command) {
    const std::set<std::string> any_bytes{"FILE", "DIR", "ARTICLES...", "ID..."};
    for (CLI::Option* option : command.get_options()) {
        if (option->get_items_expected_max() == 0 || any_bytes.contains(option->get_type_name())) continue;
        option->check(CLI::Validator(
            [](const std::string& words) -> std::string {
                const auto bad = find_malformed_utf8(words);
                return bad ? fmt::format("not UTF-8 at byte {}", *bad + 1) : std::string();
            },
            ""));
    }
}

CLI::Option* LanguageOption::add_to(CLI::App& app) {
    return app.add_option("--lang", code, "Language of names and words: en or ar")
        ->type_name("LANG")
        ->capture_default_str()
        ->check(CLI::IsMember({"en", "ar"}));
}

void WindowOptions::add_to(CLI::App& app) {
    app.add_option("--from", from, "First day, as 2016-07-14")->type_name("DAY");
    app.add_option("--to", to, "Last day")->type_name("DAY");
}

Interval WindowOptions::window() const {
    const Interval window{day_option(from, "--from"), day_option(to, "--to")};
    if (window.from && window.to && *window.to < *window.from) {
        throw UsageError(fmt::format("--to {} lies before --from {}", to, from));
    }
    return window;
}

void SupportOption::add_to(CLI::App& app) {
    app.add_option("--min-support", least, "Only what is supported as well as that, from 0 to 1")
        ->type_name("SHARE")
        ->check(CLI::Range(0.0, 1.0));
}

int SupportOption::percent(int otherwise) const {
    return least ? static_cast<int>(std::lround(100 * *least)) : otherwise;
}

void OutputOptions::add_to(CLI::App& app) {
    app.add_option("-o,--output", path, "Write to a file, not to standard output")->type_name("FILE");
    app.add_flag("--force", force, "Overwrite the file when it exists");
}

void ArticleOptions::add_to(CLI::App& app) {
    app.add_option("articles", inputs, "Files (.jsonl, .txt, .html), folders of them, or - for standard input")
        ->required()
        ->type_name("ARTICLES...");
    app.add_option("--published", published, "Publication time of articles that give none: a date, or date and time")
        ->type_name("TIME");
    app.add_option("--source", source, "Outlet of articles that name none")->type_name("NAME");
    app.add_option("--id", id, "Id of the article, when it is the only one")->type_name("ID");
    app.add_flag("--allow-outside", allow_outside,
                 "Read texts that \"file\" names outside the folder of its list, too");
    app.add_option("--max-line", max_line_mib, "Longest line of JSON to accept, in MiB")
        ->type_name("MIB")
        ->capture_default_str()
        ->check(CLI::Range(1, 1024));
    app.add_option("--threads", threads, "Threads that extract; 0 for as many as there are processors, at most 8")
        ->type_name("N")
        ->check(CLI::Range(0, 64));
}

namespace {

/// Empty when none was given; throws UsageError for what cannot be one.
std::optional<std::string> id_option(const std::string& id) {
    if (id.empty()) return std::nullopt;
    const bool controls =
        std::any_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
    if (controls || find_malformed_utf8(id)) throw UsageError("--id: expected UTF-8 without control characters");
    if (id.find_first_not_of(' ') == std::string::npos) throw UsageError("--id: expected more than blanks");
    return id;
}

}  // namespace

ReadOptions ArticleOptions::read_options() const {
    ReadOptions options;
    options.published = time_option(published, "--published");
    options.source = source;
    options.language = language;
    options.id = id_option(id);
    options.allow_outside = allow_outside;
    options.max_line_bytes = max_line_mib << 20U;
    return options;
}

std::optional<Day> day_option(const std::string& text, const char* option) {
    if (text.empty()) return std::nullopt;
    const auto day = parse_day(text);
    if (!day) throw UsageError(fmt::format("{} {}", option, explain_bad_date(text)));
    return day;
}

std::optional<PublicationTime> time_option(const std::string& text, const char* option) {
    if (text.empty()) return std::nullopt;
    const auto time = parse_publication_time(text);
    if (!time) throw UsageError(fmt::format("{} {}", option, explain_bad_date(text)));
    return time;
}

LexiconFiles read_lexicon(const std::string& folder) {
    return folder.empty() ? embedded_lexicon() : lexicon_with_folder(folder);
}

bool known(const NameLookup& lookup, Terminal& terminal) {
    if (lookup.actor) {
        if (!lookup.others.empty() && lookup.how != NameMatch::exact) {
            std::string others;
            for (const Actor& other : lookup.others) others += (others.empty() ? "" : ", ") + other.any_name();
            terminal.note(fmt::format("\"{}\" taken for {}; it fits as well: {}", lookup.asked,
                                      lookup.actor->any_name(), others));
        }
        return true;
    }
    std::string message = fmt::format("nobody here is called \"{}\"", lookup.asked);
    if (!lookup.suggestions.empty()) {
        message += "; did you mean ";
        for (std::size_t i = 0; i < lookup.suggestions.size(); ++i) {
            if (i > 0) message += i + 1 == lookup.suggestions.size() ? " or " : ", ";
            message += lookup.suggestions[i];
        }
        message += "?";
    }
    terminal.error(message);
    return false;
}

}  // namespace isnad::app
