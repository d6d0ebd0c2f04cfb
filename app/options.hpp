#pragma once
// Options that several commands share.

#include "isnad/core/calendar.hpp"
#include "isnad/export/tongue.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "isnad/graph/query.hpp"

#include "article_reader.hpp"
#include "command.hpp"

#include <optional>
#include <string>
#include <vector>

namespace isnad::app {

/// --db FILE; what SQLite would keep in memory, and lose at the end, is refused.
void add_db_option(CLI::App& app, std::string& path);
void add_lexicon_option(CLI::App& app, std::string& folder);

/// Makes every option and argument refuse words that are not UTF-8, but for names of files, and ids that came from
/// such.
void refuse_malformed(CLI::App& command);

/// --lang en|ar
struct LanguageOption {
    std::string code = "en";
    CLI::Option* add_to(CLI::App& app);
    [[nodiscard]] Tongue tongue() const { return code == "ar" ? Tongue::ar : Tongue::en; }
};

/// --from DAY and --to DAY
struct WindowOptions {
    std::string from;
    std::string to;
    void add_to(CLI::App& app);
    [[nodiscard]] Interval window() const;  ///< throws UsageError
};

/// -o FILE and --force
/// How well supported what is told must be.
struct SupportOption {
    std::optional<double> least;  ///< from 0 to 1

    void add_to(CLI::App& app);
    [[nodiscard]] int percent(int otherwise) const;
};

struct OutputOptions {
    std::string path;
    bool force = false;
    void add_to(CLI::App& app);
};

/// Articles and what is said of those that do not say it themselves.
struct ArticleOptions {
    std::vector<std::string> inputs;
    std::string published;
    std::string source;
    std::string language = "ar";
    std::string id;
    bool allow_outside = false;
    std::size_t max_line_mib = 16;
    std::size_t threads = 0;
    void add_to(CLI::App& app);
    [[nodiscard]] ReadOptions read_options() const;  ///< throws UsageError
};

/// A day, or empty for an empty text; throws UsageError that names the option.
[[nodiscard]] std::optional<Day> day_option(const std::string& text, const char* option);
[[nodiscard]] std::optional<PublicationTime> time_option(const std::string& text, const char* option);

/// The lexicon built in, with a folder laid over it when one is given.
[[nodiscard]] LexiconFiles read_lexicon(const std::string& folder);

/// Reports that nobody bears the name, with near names. True when the name is known.
bool known(const NameLookup& lookup, Terminal& terminal);

}  // namespace isnad::app
