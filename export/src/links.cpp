#include "links.hpp"

#include "event_finder.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace isnad {

namespace {

constexpr std::size_t rank_rounds = 40;

using RowGraph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                    boost::no_property, std::uint32_t, std::uint32_t>;

RowGraph both_ways(const Links& links) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    edges.reserve(links.pairs.size() * 2);
    for (const Link& link : links.pairs) {
        edges.emplace_back(link.a, link.b);
        edges.emplace_back(link.b, link.a);
    }
    return {boost::edges_are_unsorted_multi_pass, edges.begin(), edges.end(),
            static_cast<std::uint32_t>(links.vertices)};
}

}  // namespace

EventLinks link_events(const View& view) {
    const EventFinder finder(view);
    const auto actors = static_cast<std::uint32_t>(view.actors.size());
    EventLinks out;
    out.links.vertices = view.actors.size() + view.events.size();
    for (std::uint32_t i = 0; i < view.events.size(); ++i) {
        const EventInstance& event = view.events[i];
        const std::size_t first = out.links.pairs.size();
        const auto join = [&](std::size_t other, const GraphEdge& edge) {
            const Link link{actors + i, static_cast<std::uint32_t>(other)};
            const auto begin = out.links.pairs.begin() + static_cast<std::ptrdiff_t>(first);
            const auto is_same = [&](const Link& known) { return known.b == link.b; };
            if (std::any_of(begin, out.links.pairs.end(), is_same)) return;
            out.links.pairs.push_back(link);
            out.edges.push_back(edge);
        };
        for (const Played& played : event.participants)
            join(played.actor.value(), {GraphEdge::Kind::plays, played.role});
        if (event.place) join(event.place->value(), {GraphEdge::Kind::at, Role::agent});
        for (const EventKey& whole : event.part_of) {
            const auto found = finder.find(whole);
            if (found && *found != i) join(actors + *found, {GraphEdge::Kind::part_of, Role::agent});
        }
    }
    return out;
}

std::vector<std::size_t> degrees(const Links& links) {
    std::vector<std::size_t> out(links.vertices, 0);
    for (const Link& link : links.pairs) {
        ++out[link.a];
        ++out[link.b];
    }
    return out;
}

std::vector<double> page_ranks(const Links& links) {
    std::vector<double> rank(links.vertices, 0.0);
    if (rank.empty()) return rank;
    const RowGraph graph = both_ways(links);
    boost::graph::page_rank(graph, boost::make_iterator_property_map(rank.begin(), get(boost::vertex_index, graph)),
                            boost::graph::n_iterations(rank_rounds));
    const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (double& value : rank) value /= sum > 0 ? sum : 1;
    return rank;
}

}  // namespace isnad
