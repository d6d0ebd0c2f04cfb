#pragma once
// What isnad extract does: articles from a reader to lines of records.

#include "article_reader.hpp"
#include "pipeline.hpp"

#include "isnad/extract/language.hpp"

#include <iosfwd>

namespace isnad::app {

class Terminal;

/// Writes the record of each article that can be read, in their order, and reports the others. True when all were read,
/// and each to its end.
bool write_records(ArticleReader& reader, const Language& language, const PipelineOptions& options, std::ostream& out,
                   Terminal& terminal);

/// Writes how each article was read (reading_tree.hpp) in the same way, one article after the other.
bool write_trees(ArticleReader& reader, const Language& language, PipelineOptions options, bool clues,
                 std::ostream& out, Terminal& terminal);

}  // namespace isnad::app
