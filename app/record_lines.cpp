#include "record_lines.hpp"

#include "reading_tree.hpp"
#include "terminal.hpp"

#include "isnad/core/record.hpp"

#include <ostream>

namespace isnad::app {

bool write_records(ArticleReader& reader, const Language& language, const PipelineOptions& options, std::ostream& out,
                   Terminal& terminal) {
    bool all_read = true;
    const auto report = [&](const Diagnostic& problem) {
        terminal.report(problem);
        all_read = all_read && problem.severity != Severity::error;
    };
    const auto write = [&](const std::vector<Extracted>& batch) {
        for (const Extracted& article : batch) {
            std::string line;
            const auto problem = walled(Stage::record, article.document, options.at_stage,
                                        [&] { line = to_record(article.document, article.extraction); });
            if (problem)
                report(*problem);
            else
                out << line << '\n';
        }
    };
    run_pipeline(reader, language, options, write, report);
    return all_read && reader.incomplete() == 0;
}

bool write_trees(ArticleReader& reader, const Language& language, PipelineOptions options, bool clues,
                 std::ostream& out, Terminal& terminal) {
    bool all_read = true;
    const auto report = [&](const Diagnostic& problem) {
        terminal.report(problem);
        all_read = all_read && problem.severity != Severity::error;
    };
    while (auto read = reader.next()) {
        if (const auto* problem = std::get_if<Diagnostic>(&*read)) {
            report(*problem);
            continue;
        }
        Trace trace;
        options.extract.trace = &trace;
        Extracted article;
        article.document = std::move(std::get<Document>(*read));
        if (const auto problem = extract_article(article, language, options))
            report(*problem);
        else
            write_tree(article.document, article.extraction, trace, clues, out);
    }
    return all_read && reader.incomplete() == 0;
}

}  // namespace isnad::app
