// How fast times are tagged, tokens included: on one text of one, ten and fifty megabytes (the cost must grow
// with the length and no faster), on words without a time (nothing may be allocated for a token), and on news when a
// file of it is named by ISNAD_BENCH_NEWS (JSON Lines with a "text").
//
// The reference in the same run is a byte scan of the same text and one regular expression for dates (std::regex, which
// a program without an engine of its own would use).

#include "allocations.hpp"
#include "bench_news.hpp"

#include "isnad/extract/time.hpp"

#include <benchmark/benchmark.h>

#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace {

using namespace isnad;

const TimeGrammar& grammar() {
    static const TimeGrammar built_in{embedded_lexicon()};
    return built_in;
}

PublicationTime published() { return parse_publication_time("2016-07-15T16:46:38+04:00").value(); }

void set_bytes(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void tokens_and_tags_of_one_text(benchmark::State& state) {
    const auto size = static_cast<std::size_t>(state.range(0)) * 1'000'000;
    std::string raw;
    while (raw.size() < size)
        for (std::size_t i = 0; i < bench_news().size() && raw.size() < size; ++i) raw += bench_news()[i] + "\n\n";
    for (auto _ : state) benchmark::DoNotOptimize(tag_times(tokenize(raw), grammar(), published()));
    set_bytes(state, raw.size());
}
BENCHMARK(tokens_and_tags_of_one_text)->Arg(1)->Arg(10)->Arg(50)->Unit(benchmark::kMillisecond);

/// Allocations for each of many tokens: those of a text of its own are a handful, whatever its length.
void allocations_for_words(benchmark::State& state) {
    std::string raw;
    while (raw.size() < 1'000'000) raw += "words that tell of bridges, harbours and 250 mills; ";
    const std::size_t tokens = tokenize(raw).tokens.size();
    (void)grammar();
    std::size_t used = 0;
    for (auto _ : state) {
        const auto before = allocations_so_far();
        const auto found = tag_times(tokenize(raw), grammar(), published());
        used = allocations_so_far() - before;
        if (!found.empty()) state.SkipWithError("these words should tell no time");
    }
    state.counters["allocations"] = static_cast<double>(used);
    state.counters["per_token"] = static_cast<double>(used) / static_cast<double>(tokens);
    set_bytes(state, raw.size());
}
BENCHMARK(allocations_for_words)->Unit(benchmark::kMillisecond);

void tag_news(benchmark::State& state) {
    std::vector<TokenizedText> texts;
    std::size_t bytes = 0;
    for (const auto& raw : bench_news()) {
        texts.push_back(tokenize(raw));
        bytes += raw.size();
    }
    for (auto _ : state)
        for (const auto& text : texts) benchmark::DoNotOptimize(tag_times(text, grammar(), published()));
    set_bytes(state, bytes);
}
BENCHMARK(tag_news)->Unit(benchmark::kMillisecond);

void tokens_and_tags_of_news(benchmark::State& state) {
    std::size_t bytes = 0;
    for (const auto& raw : bench_news()) bytes += raw.size();
    for (auto _ : state)
        for (const auto& raw : bench_news()) benchmark::DoNotOptimize(tag_times(tokenize(raw), grammar(), published()));
    set_bytes(state, bytes);
}
BENCHMARK(tokens_and_tags_of_news)->Unit(benchmark::kMillisecond);

void reference_byte_scan(benchmark::State& state) {
    std::size_t bytes = 0;
    for (const auto& raw : bench_news()) bytes += raw.size();
    for (auto _ : state)
        for (const auto& raw : bench_news()) {
            std::size_t digits = 0;
            for (const char c : raw) digits += static_cast<std::size_t>(c >= '0' && c <= '9');
            benchmark::DoNotOptimize(digits);
        }
    set_bytes(state, bytes);
}
BENCHMARK(reference_byte_scan)->Unit(benchmark::kMillisecond);

void reference_one_regex(benchmark::State& state) {
    const std::regex dates("[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}|[0-9]{1,2}:[0-9]{2}");
    const std::size_t some = std::min<std::size_t>(bench_news().size(), 100);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < some; ++i) bytes += bench_news()[i].size();
    for (auto _ : state)
        for (std::size_t i = 0; i < some; ++i) {
            const auto& raw = bench_news()[i];
            benchmark::DoNotOptimize(std::distance(std::sregex_iterator(raw.begin(), raw.end(), dates), {}));
        }
    set_bytes(state, bytes);
}
BENCHMARK(reference_one_regex)->Unit(benchmark::kMillisecond);

void grammar_from_files(benchmark::State& state) {
    for (auto _ : state) {
        const TimeGrammar read(embedded_lexicon());
        benchmark::DoNotOptimize(&read.parts());
    }
}
BENCHMARK(grammar_from_files)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
