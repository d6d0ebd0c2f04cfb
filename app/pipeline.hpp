#pragma once
// From a reader to batches of extracted articles, several extracted at a time, in the order they were read.

#include "article_reader.hpp"
#include "stages.hpp"

#include "isnad/extract/extract.hpp"
#include "isnad/graph/store.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace isnad::app {

struct PipelineOptions {
    std::size_t threads = 0;  ///< that extract; 0 for the number of processors, at most 8
    std::size_t batch_articles = 512;
    std::size_t batch_bytes = std::size_t{8} << 20;  ///< of text; a batch holds one article at least
    ExtractOptions extract;
    bool drop_repeats = false;                   ///< leave out what an article tells a second time
    std::vector<Document>* set_aside = nullptr;  ///< takes articles whose publication is still to be inferred
    StageHook at_stage;                          ///< of tests
};

/// Extracts one article behind its wall.
[[nodiscard]] std::optional<Diagnostic> extract_article(Extracted& article, const Language& language,
                                                        const PipelineOptions& options);

/// Calls `consume` with each batch and `report` with each article that could not be read or extracted, whatever was
/// thrown meanwhile, both on the calling thread; the next batch is read and extracted meanwhile. Two batches are in
/// memory at a time. Exceptions of the callbacks come through.
void run_pipeline(ArticleReader& reader, const Language& language, const PipelineOptions& options,
                  const std::function<void(std::vector<Extracted>)>& consume,
                  const std::function<void(const Diagnostic&)>& report);

}  // namespace isnad::app
