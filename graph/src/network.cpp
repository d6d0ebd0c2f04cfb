#include "isnad/graph/network.hpp"

#include "isnad/graph/event_graph.hpp"

#include <algorithm>
#include <tuple>

namespace isnad {

namespace {

/// Events join those who take part in them; denied ones join nobody.
EventGraph network(const View& view) {
    auto graph = build_graph(view, {.places = false, .wholes = false});
    for (std::size_t i = 0; i < view.events.size(); ++i)
        if (view.events[i].modality == Modality::denied) clear_vertex(view.actors.size() + i, graph);
    return graph;
}

double value(const RankedActor& rank, RankBy by) {
    switch (by) {
        case RankBy::page_rank: return rank.page_rank;
        case RankBy::betweenness: return rank.betweenness;
        case RankBy::events: return static_cast<double>(rank.events);
    }
    return 0;
}

/// Numbers of components as they come, from 0.
void renumber(std::vector<RankedActor>& ranks) {
    std::vector<std::size_t> seen;
    for (auto& rank : ranks) {
        const auto found = std::find(seen.begin(), seen.end(), rank.component);
        const auto number = static_cast<std::size_t>(found - seen.begin());
        if (found == seen.end()) seen.push_back(rank.component);
        rank.component = number;
    }
}

std::vector<Mediator> mediators(const View& view, const Reach& near, const Reach& far, GraphVertexId to) {
    std::vector<Mediator> out;
    const auto length = near.distance[to];
    for (std::size_t i = 0; i < view.actors.size(); ++i) {
        if (near.distance[i] == Reach::never || near.distance[i] == 0 || i == to) continue;
        if (far.distance[i] == Reach::never || near.distance[i] + far.distance[i] != length) continue;
        out.push_back({ActorRef(i), near.chains[i] * far.chains[i] / near.chains[to]});
    }
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.share > b.share; });
    return out;
}

/// Of several ways of one length the surest: what happened before what was only planned, meetings before the rest.
auto doubt(const View& view, const GraphVertex& vertex) {
    if (vertex.kind == GraphVertex::Kind::actor) return std::tuple(false, false, false, vertex.index);
    const auto& event = view.events[vertex.index];
    return std::tuple(event.modality != Modality::asserted, info(event.type).family != "consult",
                      !event.when.from || !event.when.to, vertex.index);
}

/// Back from `to` to where `near` was reached from.
std::vector<GraphVertexId> surest_way(const View& view, const EventGraph& graph, const Reach& near, GraphVertexId to) {
    std::vector<GraphVertexId> out{to};
    while (near.distance[out.back()] > 0) {
        std::optional<GraphVertexId> best;
        for (const auto next : boost::make_iterator_range(adjacent_vertices(out.back(), graph)))
            if (near.distance[next] + 1 == near.distance[out.back()] &&
                (!best || doubt(view, graph[next]) < doubt(view, graph[*best])))
                best = next;
        out.push_back(*best);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace

std::vector<RankedActor> rank_actors(const View& view, const RankOptions& options) {
    const auto graph = network(view);
    const auto measures = measure(graph, {.betweenness_sources = options.betweenness_sources});
    std::vector<RankedActor> out;
    for (std::size_t i = 0; i < view.actors.size(); ++i)
        if (measures.degree[i] > 0)
            out.push_back({ActorRef(i), measures.degree[i], measures.page_rank[i],
                           measures.betweenness.empty() ? 0 : measures.betweenness[i], measures.component[i]});
    std::stable_sort(out.begin(), out.end(),
                     [&](const auto& a, const auto& b) { return value(a, options.by) > value(b, options.by); });
    renumber(out);
    return out;
}

Chain find_chain(const View& view, const ActorKey& from, const ActorKey& to) {
    Chain out;
    const auto first = find_vertex(view, from);
    const auto last = find_vertex(view, to);
    if (!first || !last) return out;
    const auto graph = network(view);
    const auto near = reach(graph, *first);
    if (near.distance[*last] == Reach::never) return out;
    for (const auto vertex : surest_way(view, graph, near, *last)) {
        if (graph[vertex].kind == GraphVertex::Kind::actor)
            out.actors.emplace_back(graph[vertex].index);
        else
            out.events.emplace_back(graph[vertex].index);
    }
    out.chains = near.chains[*last];
    out.mediators = mediators(view, near, reach(graph, *last), *last);
    return out;
}

}  // namespace isnad
