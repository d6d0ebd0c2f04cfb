#pragma once
// What isnad ingest does: articles from a reader into a store, each behind a wall.

#include "article_reader.hpp"
#include "pipeline.hpp"

#include "isnad/extract/language.hpp"
#include "isnad/extract/time.hpp"
#include "isnad/graph/store.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace isnad::app {

class Terminal;

struct IngestOptions {
    std::string db;
    std::string lexicon;  ///< folder laid over the built-in one; may be empty
    AddOptions adding;
    PipelineOptions work;  ///< set_aside and drop_repeats are the job's own
};

class IngestJob {
public:
    IngestJob(IngestOptions options, Terminal& terminal);

    /// Takes all that the reader gives, fuses, and says how it went. True when no article, and no part of one, was
    /// passed over.
    bool run(ArticleReader& reader);

private:
    void add(std::span<const Extracted> batch);
    void add_undated(Document document);
    bool infer(Document& document);
    Store* store(OpenMode mode, bool bulk);
    void tell(const Diagnostic& problem);
    void tell_of(std::span<const Extracted> batch, const IngestResult& result);
    void summarise(std::size_t incomplete);

    IngestOptions m_options;
    Terminal& m_terminal;
    Language m_language;
    std::optional<TimeGrammar> m_grammar;  ///< made for the first article without a publication time
    std::optional<Store> m_store;          ///< opened for the first article that goes in
    IngestResult m_result;
    std::size_t m_skipped = 0;
};

}  // namespace isnad::app
