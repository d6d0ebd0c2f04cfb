#include "isnad/graph/event_graph.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace isnad {

namespace {

template <class T>
auto vertex_map(const EventGraph& graph, std::vector<T>& values) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

/// The graph with every edge in both directions: page rank walks along out-edges of directed graphs.
using DirectedGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

std::vector<double> page_ranks(const EventGraph& graph, std::size_t rounds) {
    const auto count = num_vertices(graph);
    std::vector<double> rank(count, 0.0);
    if (count == 0) return rank;
    DirectedGraph both(count);
    for (const auto edge : boost::make_iterator_range(edges(graph))) {
        add_edge(source(edge, graph), target(edge, graph), both);
        add_edge(target(edge, graph), source(edge, graph), both);
    }
    boost::graph::page_rank(both, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, both)),
                            boost::graph::n_iterations(rounds));
    const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    if (sum > 0)
        for (auto& value : rank) value /= sum;
    return rank;
}

/// Brandes' dependencies from evenly spaced sources, scaled to all of them.
std::vector<double> betweenness(const EventGraph& graph, std::size_t sources) {
    const auto count = num_vertices(graph);
    const auto used = std::min(sources, count);
    std::vector<double> total(count, 0.0);
    for (std::size_t s = 0; s < used; ++s) {
        const auto root = s * count / used;
        const auto [distance, paths, order] = reach(graph, root);
        std::vector<double> dependency(count, 0.0);
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            for (const auto next : boost::make_iterator_range(adjacent_vertices(*it, graph)))
                if (distance[next] == distance[*it] + 1)
                    dependency[*it] += paths[*it] / paths[next] * (1 + dependency[next]);
            if (*it != root) total[*it] += dependency[*it];
        }
    }
    const double scale = used == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(used) / 2.0;
    for (auto& value : total) value *= scale;
    return total;
}

}  // namespace

Reach reach(const EventGraph& graph, GraphVertexId from) {
    const auto count = num_vertices(graph);
    Reach out;
    out.distance.assign(count, Reach::never);
    out.chains.assign(count, 0.0);
    out.order.assign(1, from);
    out.distance[from] = 0;
    out.chains[from] = 1;
    for (std::size_t head = 0; head < out.order.size(); ++head) {
        const auto at = out.order[head];
        for (const auto next : boost::make_iterator_range(adjacent_vertices(at, graph))) {
            if (out.distance[next] == Reach::never) {
                out.distance[next] = out.distance[at] + 1;
                out.order.push_back(next);
            }
            if (out.distance[next] == out.distance[at] + 1) out.chains[next] += out.chains[at];
        }
    }
    return out;
}

EventGraph build_graph(const View& view, const GraphParts& parts) {
    EventGraph graph(view.actors.size() + view.events.size());
    std::map<EventKey, std::size_t> event_vertex;
    for (std::size_t i = 0; i < view.actors.size(); ++i) graph[i] = {GraphVertex::Kind::actor, i};
    for (std::size_t i = 0; i < view.events.size(); ++i) {
        const auto vertex = view.actors.size() + i;
        graph[vertex] = {GraphVertex::Kind::event, i};
        event_vertex.emplace(view.events[i].key, vertex);
    }
    std::vector<std::size_t> joined;
    for (std::size_t i = 0; i < view.events.size(); ++i) {
        const auto& event = view.events[i];
        const auto vertex = view.actors.size() + i;
        joined.clear();
        const auto join = [&](std::size_t other, const GraphEdge& edge) {
            if (std::find(joined.begin(), joined.end(), other) != joined.end()) return;
            joined.push_back(other);
            add_edge(vertex, other, edge, graph);
        };
        for (const auto& played : event.participants) join(played.actor.value(), {GraphEdge::Kind::plays, played.role});
        if (parts.places && event.place) join(event.place->value(), {GraphEdge::Kind::at, Role::agent});
        if (!parts.wholes) continue;
        for (const auto& whole : event.part_of)
            if (const auto found = event_vertex.find(whole); found != event_vertex.end())
                join(found->second, {GraphEdge::Kind::part_of, Role::agent});
    }
    return graph;
}

GraphMeasures measure(const EventGraph& graph, const MeasureOptions& options) {
    GraphMeasures out;
    const auto count = num_vertices(graph);
    out.component.resize(count);
    out.components =
        count == 0 ? 0 : static_cast<std::size_t>(boost::connected_components(graph, vertex_map(graph, out.component)));
    for (GraphVertexId v = 0; v < count; ++v) out.degree.push_back(out_degree(v, graph));
    out.page_rank = page_ranks(graph, options.page_rank_rounds);
    if (options.betweenness_sources > 0) out.betweenness = betweenness(graph, options.betweenness_sources);
    return out;
}

std::vector<GraphVertexId> shortest_path(const EventGraph& graph, GraphVertexId from, GraphVertexId to) {
    const auto count = num_vertices(graph);
    std::vector<GraphVertexId> before(count, count);
    before[from] = from;
    boost::breadth_first_search(graph, from,
                                boost::visitor(boost::make_bfs_visitor(
                                    boost::record_predecessors(vertex_map(graph, before), boost::on_tree_edge()))));
    std::vector<GraphVertexId> out;
    if (before[to] == count) return out;
    for (auto v = to;; v = before[v]) {
        out.push_back(v);
        if (v == from) break;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

std::optional<GraphVertexId> find_vertex(const View& view, const ActorKey& key) {
    const auto found = std::lower_bound(view.actors.begin(), view.actors.end(), key,
                                        [](const Actor& actor, const ActorKey& k) { return actor.key < k; });
    if (found == view.actors.end() || found->key != key) return std::nullopt;
    return static_cast<GraphVertexId>(found - view.actors.begin());
}

}  // namespace isnad
