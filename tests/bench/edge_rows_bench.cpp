// Rows of edges alone: what the store's own writer reaches with its schema, foreign keys and indexes, next to a plain
// loop of SQLite inserts in the same run. ISNAD_BENCH_EDGES sets how many.

#include "event_rows.hpp"
#include "schema.hpp"
#include "store_impl.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>

using namespace isnad;

namespace {

constexpr std::int64_t actors = 10'000;
constexpr std::int64_t edges_of_an_event = 4;
constexpr std::int64_t edges_of_a_batch = 8'000;

std::int64_t edge_count() {
    const char* wanted = std::getenv("ISNAD_BENCH_EDGES");
    return wanted != nullptr ? std::strtol(wanted, nullptr, 10) : 1'000'000;
}

/// CPU time: other work on the machine does not count.
double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

/// A file of its own, removed in the end.
class File {
public:
    explicit File(const char* name)
        : m_path(std::filesystem::temp_directory_path() / fmt::format("isnad-{}-{}.db", name, getpid())) {
        remove();
    }
    ~File() { remove(); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    void remove() const {
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(m_path.string() + end);
    }
    std::filesystem::path m_path;
};

/// The edges of events that many actors share: two who act, a place or a source, a document.
struct Edge {
    std::int64_t source = 0;
    const char* type = "";
    std::int64_t target = 0;
    Day day;
};

class Edges {
public:
    Edge next() {
        static constexpr std::array<const char*, edges_of_an_event> types{"agent", "patient", "source", "reported_by"};
        m_random = m_random * 6364136223846793005U + 1442695040888963407U;
        const auto n = m_next++;
        return {actors + 1 + n / edges_of_an_event, types[static_cast<std::size_t>(n % edges_of_an_event)],
                1 + static_cast<std::int64_t>(m_random >> 40U) % actors,
                Day{date::days{15'000 + static_cast<int>(n % 3650)}}};
    }

private:
    std::uint64_t m_random = 1;
    std::int64_t m_next = 0;
};

void fill_nodes(sqlite::Connection& db, std::int64_t count) {
    sqlite::Transaction transaction(db);
    for (std::int64_t i = 0; i < actors + count / edges_of_an_event; ++i)
        db.run("INSERT INTO node (key, type) VALUES (?1, ?2)", fmt::format("n/{}", i), i < actors ? "person" : "event");
    transaction.commit();
}

void rate(benchmark::State& state, std::int64_t edges) {
    state.counters["edges/s"] =
        benchmark::Counter(static_cast<double>(edges), benchmark::Counter::kIsIterationInvariantRate);
}

/// The node that is every edge's document.
sqlite::RowId fill_document(sqlite::Connection& db) {
    db.run("INSERT INTO node (key, type) VALUES ('document/1', 'document')");
    const auto row = db.last_id();
    db.run(
        "INSERT INTO document (node, id, published_day, outlet, title, url, language, text, text_digest, digest) "
        "VALUES (?1, '1', 0, '', '', '', '', '', '', '')",
        row);
    return row;
}

/// As `isnad ingest` fills an empty store: without the indexes, which are built in the end and counted.
void load(benchmark::State& state, bool evidence) {
    const auto count = edge_count();
    for (auto _ : state) {
        const File file("edges");
        sqlite::Connection db(file.path(), sqlite::Connection::Access::create, 0);
        graph::set_up_writer(db);
        graph::drop_indexes(db);
        fill_nodes(db, count);
        const auto document = fill_document(db);
        Edges edges;
        const auto begin = std::clock();
        for (std::int64_t done = 0; done < count; done += edges_of_a_batch) {
            sqlite::Transaction transaction(db);
            for (std::int64_t i = 0; i < std::min(edges_of_a_batch, count - done); ++i) {
                const auto e = edges.next();
                const auto row = graph::add_edge(db, e.source, e.type, e.target, one_day(e.day), e.day);
                if (evidence) graph::add_evidence(db, row, document, {0, 100}, "meeting.verb");
            }
            transaction.commit();
        }
        graph::restore_indexes(db);
        state.SetIterationTime(seconds_since(begin));
    }
    rate(state, count);
}

void bulk_edge_rows(benchmark::State& state) { load(state, false); }
void bulk_edge_rows_with_evidence(benchmark::State& state) { load(state, true); }

/// The reference: a table without foreign keys, its indexes there from the beginning.
void plain_edge_rows(benchmark::State& state) {
    const auto count = edge_count();
    for (auto _ : state) {
        const File file("plain");
        sqlite3* db = nullptr;
        sqlite3_open(file.path().c_str(), &db);
        const auto run = [&](const char* sql) { sqlite3_exec(db, sql, nullptr, nullptr, nullptr); };
        run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768;"
            "CREATE TABLE edge (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, type TEXT NOT NULL, target INTEGER "
            "NOT NULL, valid_from INTEGER, valid_to INTEGER, reported INTEGER) STRICT;"
            "CREATE UNIQUE INDEX edge_key ON edge (source, type, target);"
            "CREATE INDEX edge_target ON edge (target, source, type)");
        sqlite3_stmt* insert = nullptr;
        sqlite3_prepare_v2(db,
                           "INSERT INTO edge (source, type, target, valid_from, valid_to, reported) "
                           "VALUES (?1, ?2, ?3, ?4, ?4, ?4)",
                           -1, &insert, nullptr);
        Edges edges;
        const auto begin = std::clock();
        for (std::int64_t done = 0; done < count; done += edges_of_a_batch) {
            run("BEGIN");
            for (std::int64_t i = 0; i < std::min(edges_of_a_batch, count - done); ++i) {
                const auto e = edges.next();
                sqlite3_bind_int64(insert, 1, e.source);
                sqlite3_bind_text(insert, 2, e.type, -1, SQLITE_STATIC);
                sqlite3_bind_int64(insert, 3, e.target);
                sqlite3_bind_int64(insert, 4, sqlite::day_number(e.day));
                sqlite3_step(insert);
                sqlite3_reset(insert);
            }
            run("COMMIT");
        }
        state.SetIterationTime(seconds_since(begin));
        sqlite3_finalize(insert);
        sqlite3_close(db);
    }
    rate(state, count);
}

}  // namespace

BENCHMARK(bulk_edge_rows)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(bulk_edge_rows_with_evidence)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(plain_edge_rows)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK_MAIN();
