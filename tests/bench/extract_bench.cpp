// How fast a text becomes a record: times, actors, events and statements, on news when a file of it is named by
// ISNAD_BENCH_NEWS (JSON Lines with a "text"). The reference in the same run is the making of tokens alone: no reader
// of the words can be faster.

#include "bench_news.hpp"

#include "isnad/extract/extract.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace isnad;

const Language& language() {
    static const Language built_in{embedded_lexicon()};
    return built_in;
}

const std::vector<Document>& articles() {
    static const std::vector<Document> all = [] {
        std::vector<Document> out;
        for (const auto& text : bench_news()) {
            Document document;
            document.id = std::to_string(out.size());
            document.published = parse_publication_time("2016-07-15T16:46:38+04:00").value();
            document.text = text;
            out.push_back(std::move(document));
        }
        return out;
    }();
    return all;
}

void set_bytes(benchmark::State& state) {
    std::size_t bytes = 0;
    for (const auto& article : articles()) bytes += article.text.size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void extract_all(benchmark::State& state, bool events) {
    ExtractOptions options;
    options.events = events;
    (void)language();
    for (auto _ : state)
        for (const auto& article : articles()) benchmark::DoNotOptimize(extract(article, language(), options));
    set_bytes(state);
}
void whole(benchmark::State& state) { extract_all(state, true); }
void times_only(benchmark::State& state) { extract_all(state, false); }
BENCHMARK(whole)->Unit(benchmark::kMillisecond);
BENCHMARK(times_only)->Unit(benchmark::kMillisecond);

void reference_tokens(benchmark::State& state) {
    for (auto _ : state)
        for (const auto& article : articles()) benchmark::DoNotOptimize(tokenize(article.text));
    set_bytes(state);
}
BENCHMARK(reference_tokens)->Unit(benchmark::kMillisecond);

void language_from_files(benchmark::State& state) {
    for (auto _ : state) {
        const Language read(embedded_lexicon());
        benchmark::DoNotOptimize(&read.parts());
    }
}
BENCHMARK(language_from_files)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
