#include "isnad/graph/graph_view.hpp"

#include "story.hpp"

#include <boost/graph/graphviz.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace story;

TEST_CASE("the graph of a view has its properties by name") {
    TemporaryStore store;
    store->add(moscow_story());
    const isnad::View story = isnad::load_view(*store);
    const isnad::graph::View view(story);
    REQUIRE(num_vertices(view.graph()) == story.actors.size() + story.events.size());
    for (const auto v : boost::make_iterator_range(vertices(view.graph()))) {
        const bool is_actor = v < story.actors.size();
        CHECK((view.actor(v) != nullptr) == is_actor);
        CHECK((view.event(v) != nullptr) != is_actor);
        CHECK(get(view.kind(), v) == (is_actor ? "actor" : "event"));
        CHECK(get(view.degree(), v) == out_degree(v, view.graph()));
        CHECK_FALSE(get(view.key(), v).empty());
        CHECK_FALSE(get(view.label_ar(), v).empty());
        CHECK(get(view.modality(), v).empty() == is_actor);
        CHECK((get(view.sources(), v) > 0) != is_actor);
    }
    for (const auto e : boost::make_iterator_range(edges(view.graph()))) CHECK_FALSE(get(view.role(), e).empty());
}

TEST_CASE("Boost's own writers take the named properties") {
    TemporaryStore store;
    store->add(moscow_story());
    const isnad::View story = isnad::load_view(*store);
    const isnad::graph::View view(story);
    std::ostringstream out;
    boost::write_graphviz_dp(out, view.graph(), view.properties(), std::string("key"));
    const std::string text = out.str();
    CHECK(text.find("label_en=") != std::string::npos);
    CHECK(text.find("role=agent") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') > static_cast<std::ptrdiff_t>(num_vertices(view.graph())));
}
