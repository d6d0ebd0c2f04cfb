#include "isnad/graph/event_graph.hpp"

#include "story.hpp"

#include <catch2/catch.hpp>

#include <numeric>

using namespace isnad;
using namespace story;

TEST_CASE("a view becomes a graph without parallel edges") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto view = load_view(*store);
    const auto graph = build_graph(view);
    REQUIRE(num_vertices(graph) == view.actors.size() + view.events.size());
    CHECK(graph[0].kind == GraphVertex::Kind::actor);
    CHECK(graph[view.actors.size()].kind == GraphVertex::Kind::event);
    for (const auto v : boost::make_iterator_range(vertices(graph))) {
        std::vector<GraphVertexId> next;
        for (const auto n : boost::make_iterator_range(adjacent_vertices(v, graph))) next.push_back(n);
        std::sort(next.begin(), next.end());
        CHECK(std::adjacent_find(next.begin(), next.end()) == next.end());
    }
}

TEST_CASE("measures, and the chain between two actors") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto view = load_view(*store);
    const auto graph = build_graph(view);
    const auto measures = measure(graph, {.betweenness_sources = num_vertices(graph)});
    CHECK(std::accumulate(measures.page_rank.begin(), measures.page_rank.end(), 0.0) == Approx(1.0));
    const auto kerry_at = find_vertex(view, ActorKey("person/john_kerry"));
    const auto usa_at = find_vertex(view, ActorKey("country/united_states"));
    const auto laos_at = find_vertex(view, ActorKey("country/laos"));
    REQUIRE((kerry_at && usa_at && laos_at));
    CHECK_FALSE(find_vertex(view, ActorKey("person/nobody")));
    CHECK(measures.degree[*kerry_at] > measures.degree[*laos_at]);
    CHECK(measures.page_rank[*kerry_at] > measures.page_rank[*laos_at]);
    CHECK(measures.betweenness[*kerry_at] > measures.betweenness[*usa_at]);
    CHECK(measures.component[*kerry_at] == measures.component[*laos_at]);

    const auto path = shortest_path(graph, *kerry_at, *laos_at);
    REQUIRE(path.size() == 3);  // Kerry, the meeting there, Laos
    CHECK(graph[path[1]].kind == GraphVertex::Kind::event);
    CHECK(shortest_path(graph, *kerry_at, *kerry_at).size() == 1);
}

TEST_CASE("an empty view is an empty graph") {
    const auto measures = measure(build_graph({}), {.betweenness_sources = 4});
    CHECK(measures.components == 0);
    CHECK(measures.page_rank.empty());
}

TEST_CASE("views are cut by time, actor and sources") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto all = load_view(*store);
    const auto one_day = load_view(*store, {.window = {day("2016-07-14"), day("2016-07-14")}});
    CHECK(one_day.events.size() == 3);  // the meeting, the denial of its topic, the visit
    CHECK(load_view(*store, {.about = "Geneva"}).events.size() == 1);
    CHECK(load_view(*store, {.min_sources = 2}).events.size() == 3);
    CHECK(load_view(*store, {.as_of = day("2016-05-30")}).events.size() == 1);
    CHECK(load_view(*store, {.statements = false}).statements.empty());
    CHECK_THROWS_AS(load_view(*store, {.about = "nobody at all"}), StoreError);
    for (const auto& view : {all, one_day}) {
        std::vector<bool> used(view.actors.size());
        for (const auto& event : view.events)
            for (const auto& played : event.participants) used[played.actor.value()] = true;
        CHECK(std::is_sorted(view.actors.begin(), view.actors.end(),
                             [](const auto& a, const auto& b) { return a.key < b.key; }));
    }
}
