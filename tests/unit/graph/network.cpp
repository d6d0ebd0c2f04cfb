// Who stands in the middle, who may be one, and names as judged and as told.

#include "isnad/graph/network.hpp"

#include "isnad/graph/event_graph.hpp"
#include "story.hpp"

#include <catch2/catch.hpp>

using namespace isnad;
using namespace story;

namespace {

/// Kerry met Putin and, on two other days, Lavrov; Lavrov met de Mistura; Putin and de Mistura denied to have met.
std::vector<Extracted> chain_story() {
    Article a("c1", "2016-07-20");
    const auto met = [&](const Who& one, const Who& other, const char* day, Modality modality) {
        a.tell({.parts = {{Role::agent, one}, {Role::agent, other}},
                .from = day,
                .to = day,
                .dated = true,
                .modality = modality});
    };
    met(kerry, putin, "2016-07-01", Modality::asserted);
    met(kerry, lavrov, "2016-07-02", Modality::planned);
    met(kerry, lavrov, "2016-07-05", Modality::asserted);
    met(lavrov, de_mistura, "2016-07-09", Modality::asserted);
    met(putin, de_mistura, "2016-07-12", Modality::denied);
    return {a.done()};
}

std::vector<std::string> names(const View& view, const std::vector<ActorRef>& actors) {
    std::vector<std::string> out;
    for (const auto actor : actors) out.push_back(view.actor(actor).name_en);
    return out;
}

}  // namespace

TEST_CASE("the chain between two actors runs over what happened, and says who mediates") {
    TemporaryStore store;
    store->add(chain_story());
    const auto view = load_view(*store, {.statements = false, .tellings = false});
    CHECK(view.events[0].tellings.empty());
    const auto chain = find_chain(view, ActorKey(putin.key), ActorKey(de_mistura.key));
    CHECK(names(view, chain.actors) ==
          std::vector<std::string>{putin.name_en, kerry.name_en, lavrov.name_en, de_mistura.name_en});
    REQUIRE(chain.events.size() == 3);
    CHECK(to_string(*view.event(chain.events[1]).when.from) == "2016-07-05");  // not the plan of 2 July
    CHECK(chain.chains == 2);
    REQUIRE(chain.mediators.size() == 2);
    for (const auto& mediator : chain.mediators) CHECK(mediator.share == 1.0);
    CHECK(find_chain(view, ActorKey(putin.key), ActorKey("person/nobody")).actors.empty());

    const auto before = load_view(*store, {.window = {std::nullopt, day("2016-07-04")}, .tellings = false});
    CHECK(find_chain(before, ActorKey(putin.key), ActorKey(lavrov.key)).actors.size() == 3);
    CHECK(find_chain(before, ActorKey(putin.key), ActorKey(de_mistura.key)).actors.empty());
}

TEST_CASE("actors are ranked by the events that join them") {
    TemporaryStore store;
    store->add(chain_story());
    const auto view = load_view(*store, {.tellings = false});
    for (const auto by : {RankBy::page_rank, RankBy::betweenness, RankBy::events}) {
        const auto ranks = rank_actors(view, {.by = by});
        REQUIRE(ranks.size() == 4);
        const auto& last = view.actor(ranks[3].actor).name_en;
        CHECK((last == putin.name_en || last == de_mistura.name_en));
        for (const auto& rank : ranks) CHECK(rank.component == 0);
    }
    const auto best = rank_actors(view, {.by = RankBy::events});
    CHECK(best[0].events == 3);
}

TEST_CASE("shortest chains are counted") {
    TemporaryStore store;
    store->add(chain_story());
    const auto view = load_view(*store);
    const auto graph = build_graph(view);
    const auto kerry_at = find_vertex(view, ActorKey(kerry.key));
    const auto lavrov_at = find_vertex(view, ActorKey(lavrov.key));
    REQUIRE((kerry_at && lavrov_at));
    const auto from_kerry = reach(graph, *kerry_at);
    CHECK(from_kerry.distance[*lavrov_at] == 2);
    CHECK(from_kerry.chains[*lavrov_at] == 2);
    CHECK(from_kerry.order.front() == *kerry_at);
}

TEST_CASE("names alike are doubtful until judged, unless told as two") {
    const Who listed{"person/wang_yi", NodeType::person, "Wang Yi", "\u0648\u0627\u0646\u063A \u064A\u064A", "CHN"};
    const Who told{"person/~wang_yi", NodeType::person, "", "\u0627\u0644\u0633\u064A\u062F \u0648\u0627\u0646\u063A",
                   "CHN"};
    const Who longer{"person/~wang_yi_the_minister", NodeType::person, "",
                     "\u0627\u0644\u0648\u0632\u064A\u0631 \u0648\u0627\u0646\u063A \u064A\u064A", "CHN"};
    TemporaryStore store;
    Article a("d1", "2016-07-20");
    a.tell({.parts = {{Role::agent, listed}, {Role::agent, kerry}}});
    a.tell({.parts = {{Role::agent, longer}, {Role::agent, lavrov}}});
    store->add({&a.done(), 1});
    const auto pairs = doubtful_pairs(*store);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].first.key.text() == listed.key);
    CHECK(pairs[0].second.key.text() == longer.key);
    CHECK_FALSE(pairs[0].reason.empty());

    store->judge({Judgement::Kind::merge, ActorKey(listed.key), ActorKey(longer.key), "Desk", "2016-08-01", ""});
    CHECK(doubtful_pairs(*store).empty());
    CHECK(find_actor(*store, longer.name_ar).actor->key.text() == listed.key);
    CHECK(find_actor(*store, longer.name_ar, Identity::told).actor->key.text() == longer.key);

    TemporaryStore apart;
    Article b("d2", "2016-07-20");
    b.tell({.parts = {{Role::agent, listed}, {Role::agent, longer}}}).names(told, "Mr Wang");
    apart->add({&b.done(), 1});
    for (const auto& pair : doubtful_pairs(*apart))
        CHECK_FALSE((pair.first.key.text() == listed.key && pair.second.key.text() == longer.key));
}
