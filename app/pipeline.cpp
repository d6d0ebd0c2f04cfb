#include "pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace isnad::app {

namespace {

/// In a thread of its own, or, when the system gives none, when its result is asked for.
constexpr auto with_thread = std::launch::async | std::launch::deferred;

struct Batch {
    std::vector<Extracted> articles;
    std::vector<Diagnostic> problems;
    bool last = false;
};

Batch read_batch(ArticleReader& reader, const PipelineOptions& options) {
    Batch batch;
    std::size_t bytes = 0;
    while (batch.articles.size() < options.batch_articles && bytes < options.batch_bytes) {
        auto result = reader.next();
        if (!result) {
            batch.last = true;
            return batch;
        }
        if (auto* document = std::get_if<Document>(&*result)) {
            if (document->inferred && options.set_aside != nullptr) {
                options.set_aside->push_back(std::move(*document));
                continue;
            }
            bytes += document->text.size();
            batch.articles.push_back({std::move(*document), {}});
        } else {
            batch.problems.push_back(std::get<Diagnostic>(std::move(*result)));
        }
    }
    return batch;
}

}  // namespace

std::optional<Diagnostic> extract_article(Extracted& article, const Language& language,
                                          const PipelineOptions& options) {
    return walled(Stage::extraction, article.document, options.at_stage, [&] {
        article.extraction = extract(article.document, language, options.extract);
        if (options.drop_repeats) drop_repeats(article.extraction);
    });
}

namespace {

/// Takes the articles that failed out of the batch; what went wrong with them goes to its problems.
void drop_failed(Batch& batch, std::vector<std::optional<Diagnostic>>& failures) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < failures.size(); ++i) {
        if (failures[i])
            batch.problems.push_back(*std::move(failures[i]));
        else if (kept++ != i)
            batch.articles[kept - 1] = std::move(batch.articles[i]);
    }
    batch.articles.resize(kept);
}

void extract_batch(Batch& batch, const Language& language, const PipelineOptions& options) {
    std::atomic<std::size_t> next{0};
    std::vector<std::optional<Diagnostic>> failures(batch.articles.size());
    const auto work = [&] {
        for (std::size_t i = next++; i < batch.articles.size(); i = next++) {
            Extracted& article = batch.articles[i];
            failures[i] = extract_article(article, language, options);
        }
    };
    const std::size_t available = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    const std::size_t wanted = options.threads != 0 ? options.threads : available;
    const std::size_t threads = std::min(wanted, batch.articles.size() / 4 + 1);
    std::vector<std::future<void>> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.push_back(std::async(with_thread, work));
    work();
    for (auto& helper : helpers) helper.get();
    drop_failed(batch, failures);
}

}  // namespace

void run_pipeline(ArticleReader& reader, const Language& language, const PipelineOptions& options,
                  const std::function<void(std::vector<Extracted>)>& consume,
                  const std::function<void(const Diagnostic&)>& report) {
    const auto produce = [&] {
        Batch batch = read_batch(reader, options);
        extract_batch(batch, language, options);
        return batch;
    };
    Batch batch = produce();
    while (true) {
        std::future<Batch> next;
        if (!batch.last) next = std::async(with_thread, produce);
        for (const Diagnostic& problem : batch.problems) report(problem);
        if (!batch.articles.empty()) consume(std::move(batch.articles));
        if (!next.valid()) return;
        batch = next.get();
    }
}

}  // namespace isnad::app
