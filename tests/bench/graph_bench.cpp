// The store at size. ISNAD_BENCH_ARTICLES sets how many articles the store holds (100,000 tell some 500,000 events).

#include "graph_story.hpp"
#include "isnad/graph/query.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>

using namespace isnad;

namespace {

constexpr std::size_t batch_size = 500;

std::size_t article_count() {
    const char* wanted = std::getenv("ISNAD_BENCH_ARTICLES");
    return wanted != nullptr ? static_cast<std::size_t>(std::strtoul(wanted, nullptr, 10)) : 10'000;
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// CPU time: other work on the machine does not count.
double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

/// A store filled once, removed in the end.
class FilledStore {
public:
    static FilledStore& instance() {
        static FilledStore store(article_count());
        return store;
    }

    Store& operator*() { return *m_store; }
    [[nodiscard]] Store reader() const { return Store::open(m_store->path()); }
    [[nodiscard]] double ingest_seconds() const { return m_ingest; }
    [[nodiscard]] double fuse_seconds() const { return m_fuse; }
    [[nodiscard]] double early_megabytes() const { return m_early; }
    [[nodiscard]] Store::Size size() const { return m_store->size(); }

    ~FilledStore() {
        m_store.reset();
        std::error_code error;
        std::filesystem::remove_all(m_folder, error);
    }

private:
    explicit FilledStore(std::size_t count)
        : m_folder(std::filesystem::temp_directory_path() / fmt::format("isnad-bench-{}", getpid())) {
        std::filesystem::create_directories(m_folder);
        m_store.emplace(Store::open(m_folder / "bench.db", {.mode = OpenMode::create, .bulk = true}));
        for (std::size_t first = 0; first < count; first += batch_size) {
            const auto batch = bench::articles(first, std::min(batch_size, count - first), {});
            const auto begin = std::clock();
            m_store->add(batch);
            m_ingest += seconds_since(begin);
            if (first <= count / 10) m_early = peak_megabytes();
        }
        const auto begin = std::clock();
        m_store->fuse();
        m_fuse = seconds_since(begin);
    }

    std::filesystem::path m_folder;
    std::optional<Store> m_store;
    double m_ingest = 0;
    double m_fuse = 0;
    double m_early = 0;
};

void fill(benchmark::State& state) {
    auto& store = FilledStore::instance();
    for (auto _ : state) state.SetIterationTime(store.ingest_seconds() + store.fuse_seconds());
    const auto size = store.size();
    const auto seconds = store.ingest_seconds() + store.fuse_seconds();
    state.counters["events"] = static_cast<double>(size.events);
    state.counters["articles/s"] = static_cast<double>(size.documents) / seconds;
    state.counters["articles/s_ingest"] = static_cast<double>(size.documents) / store.ingest_seconds();
    state.counters["edges/s"] = static_cast<double>(size.edges) / seconds;
    state.counters["MB_at_a_tenth"] = store.early_megabytes();
    state.counters["MB_peak"] = peak_megabytes();
}

void met_two(benchmark::State& state) {
    const auto store = FilledStore::instance().reader();
    std::size_t i = 0;
    std::size_t events = 0;
    for (auto _ : state) {
        const auto a = bench::actor((i * 31) % 100, {}).name_en;
        const auto b = bench::actor((i * 57 + 1) % 1000, {}).name_en;
        events += met(store, {.name = a, .with = b}).view.events.size();
        ++i;
    }
    state.counters["events_an_answer"] = static_cast<double>(events) / static_cast<double>(i);
}

void one_day_window(benchmark::State& state) {
    const auto store = FilledStore::instance().reader();
    int i = 0;
    std::size_t events = 0;
    for (auto _ : state) {
        const auto day = Day{date::year{2010} / 6 / 1} + date::days{i % 300};
        events += events_between(store, one_day(day)).size();
        ++i;
    }
    state.counters["events_an_answer"] = static_cast<double>(events) / i;
}

void one_article_more(benchmark::State& state) {
    auto& store = *FilledStore::instance();
    std::size_t i = 0;
    for (auto _ : state) {
        const auto extracted = bench::article(10'000'000 + i++, {});
        store.add({&extracted, 1});
        store.fuse();
    }
}

}  // namespace

BENCHMARK(fill)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(met_two)->Unit(benchmark::kMicrosecond)->Repetitions(5)->ReportAggregatesOnly();
BENCHMARK(one_day_window)->Unit(benchmark::kMicrosecond)->Repetitions(5)->ReportAggregatesOnly();
BENCHMARK(one_article_more)->Unit(benchmark::kMillisecond)->Iterations(20);
BENCHMARK_MAIN();
