// GraphML: ours beside boost::write_graphml on the same graph, and a whole view with its layout.
// ISNAD_BENCH_NODES sets the size (200,000 nodes have 1,000,000 edges, each with six properties).

#include "isnad/export/graphml.hpp"
#include "isnad/export/graphml_stream.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <random>
#include <streambuf>
#include <string>

using namespace isnad;

namespace {

std::size_t node_count() {
    const char* wanted = std::getenv("ISNAD_BENCH_NODES");
    return wanted != nullptr ? static_cast<std::size_t>(std::strtoul(wanted, nullptr, 10)) : 200'000;
}

/// Counts what is written and drops it: the disk is not what is measured.
class CountingBuffer : public std::streambuf {
public:
    [[nodiscard]] double bytes() const { return static_cast<double>(m_bytes); }

protected:
    std::streamsize xsputn(const char*, std::streamsize count) override {
        m_bytes += static_cast<std::size_t>(count);
        return count;
    }
    int_type overflow(int_type c) override {
        ++m_bytes;
        return traits_type::not_eof(c);
    }

private:
    std::size_t m_bytes = 0;
};

/// Boost tells properties of vertices and of edges apart by their type.
template <class Of>
struct Properties {
    std::string label;
    std::string type;
    std::string from;
    std::string to;
    double weight = 1;
    int sources = 0;
};
using Vertex = Properties<boost::vertex_bundle_t>;
using Edge = Properties<boost::edge_bundle_t>;

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, Vertex, Edge>;

template <class Made>
Made properties(std::size_t number) {
    return {fmt::format("\u0644\u0642\u0627\u0621 \u0645\u0648\u0633\u0643\u0648 {}", number),
            "meeting",
            fmt::format("2016-07-{:02}", number % 28 + 1),
            fmt::format("2016-07-{:02}", number % 28 + 1),
            static_cast<double>(number) / 7,
            static_cast<int>(number % 9)};
}

/// Not const: boost::dynamic_properties wants maps that can be written to.
Graph& graph() {
    static Graph made = [] {
        const std::size_t nodes = node_count();
        std::mt19937_64 random(1);
        Graph out(nodes);
        for (std::size_t v = 0; v < nodes; ++v) out[v] = properties<Vertex>(v);
        for (std::size_t e = 0; e < 5 * nodes; ++e)
            boost::add_edge(random() % nodes, random() % nodes, properties<Edge>(e), out);
        return out;
    }();
    return made;
}

void report(benchmark::State& state, const CountingBuffer& buffer) {
    state.SetBytesProcessed(static_cast<std::int64_t>(buffer.bytes()));
}

void boost_write_graphml(benchmark::State& state) {
    Graph& g = graph();
    boost::dynamic_properties names;
    names.property("label", get(&Vertex::label, g));
    names.property("type", get(&Vertex::type, g));
    names.property("from", get(&Vertex::from, g));
    names.property("to", get(&Vertex::to, g));
    names.property("weight", get(&Vertex::weight, g));
    names.property("sources", get(&Vertex::sources, g));
    names.property("label", get(&Edge::label, g));
    names.property("type", get(&Edge::type, g));
    names.property("from", get(&Edge::from, g));
    names.property("to", get(&Edge::to, g));
    names.property("weight", get(&Edge::weight, g));
    names.property("sources", get(&Edge::sources, g));
    CountingBuffer buffer;
    std::ostream out(&buffer);
    for (auto _ : state) boost::write_graphml(out, g, names, true);
    report(state, buffer);
}

template <class Of>
void put(GraphmlStream& stream, const Properties<Of>& values) {
    stream.text(values.label);
    stream.text(values.type);
    stream.text(values.from);
    stream.text(values.to);
    stream.number(values.weight);
    stream.whole(values.sources);
}

void isnad_graphml(benchmark::State& state) {
    using Type = GraphAttribute::Type;
    const std::array of_nodes{GraphAttribute{"label"},
                              GraphAttribute{"type"},
                              GraphAttribute{"from"},
                              GraphAttribute{"to"},
                              GraphAttribute{"node_weight", Type::number},
                              GraphAttribute{"node_sources", Type::whole}};
    const std::array of_edges{GraphAttribute{"name"},
                              GraphAttribute{"role"},
                              GraphAttribute{"first"},
                              GraphAttribute{"last"},
                              GraphAttribute{"weight", Type::number},
                              GraphAttribute{"sources", Type::whole}};
    const Graph& g = graph();
    CountingBuffer buffer;
    std::ostream out(&buffer);
    for (auto _ : state) {
        GraphmlStream stream(out, of_nodes, of_edges);
        for (std::size_t v = 0; v < boost::num_vertices(g); ++v) {
            stream.begin_node("n" + std::to_string(v));
            put(stream, g[v]);
            stream.end_node();
        }
        std::size_t number = 0;
        for (auto [edge, end] = boost::edges(g); edge != end; ++edge) {
            stream.begin_edge(number++, "n" + std::to_string(boost::source(*edge, g)),
                              "n" + std::to_string(boost::target(*edge, g)));
            put(stream, g[*edge]);
            stream.end_edge();
        }
        stream.finish();
    }
    report(state, buffer);
}

/// A tenth of the nodes are actors; events join some five of them each, so that edges are five a node again.
View view() {
    const std::size_t actors = node_count() / 10;
    const std::size_t events = node_count() - actors;
    std::mt19937_64 random(2);
    View out;
    for (std::size_t i = 0; i < actors; ++i) {
        Actor actor;
        actor.key = ActorKey(fmt::format("person/{:06}", i));
        actor.name_en = fmt::format("Person {}", i);
        actor.name_ar = fmt::format("\u0634\u062E\u0635 {}", i);
        out.actors.push_back(std::move(actor));
    }
    for (std::size_t i = 0; i < events; ++i) {
        EventInstance event;
        event.key = EventKey(fmt::format("20160714-meeting-{:08x}", i));
        event.when = one_day(Day{date::year{2016} / 1 / 1} + date::days{static_cast<int>(i % 365)});
        while (event.participants.size() < (i % 9 < 5 ? 6 : 5)) {
            event.participants.push_back({Role::agent, ActorRef(random() % actors)});
        }
        out.events.push_back(std::move(event));
    }
    return out;
}

/// Resident memory of the process, in MB, now and at its highest since reset_peak().
double status_megabytes(const char* field) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(field, 0) == 0) return std::strtod(line.c_str() + std::string(field).size() + 1, nullptr) / 1024;
    }
    return 0;
}

void reset_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

void whole_view(benchmark::State& state) {
    const View made = view();
    CountingBuffer buffer;
    std::ostream out(&buffer);
    double above = 0;
    for (auto _ : state) {
        reset_peak();
        const double before = status_megabytes("VmRSS:");
        write_graphml(made, out);
        above = std::max(above, status_megabytes("VmHWM:") - before);
    }
    state.counters["MB_above_the_view"] = above;
    report(state, buffer);
}

}  // namespace

BENCHMARK(whole_view)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(boost_write_graphml)->Iterations(1)->Repetitions(5)->Unit(benchmark::kMillisecond);
BENCHMARK(isnad_graphml)->Iterations(1)->Repetitions(5)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
