#include "isnad/graph/store.hpp"

#include "story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <numeric>

using namespace isnad;
using namespace story;

namespace {

StoreError::Kind refusal(const std::filesystem::path& path, OpenMode mode) {
    try {
        const auto store = Store::open(path, {.mode = mode, .busy_timeout = std::chrono::milliseconds(10)});
        static_cast<void>(store.content_hash());
    } catch (const StoreError& error) {
        CHECK_FALSE(error.diagnostic().message.empty());
        CHECK(error.diagnostic().file == path.string());
        return error.kind();
    }
    FAIL("opened");
    return StoreError::Kind::misuse;
}

}  // namespace

TEST_CASE("ingesting twice changes nothing") {
    TemporaryStore store;
    const auto story = moscow_story();
    store->add(story);
    const auto hash = store->content_hash();
    const auto again = store->add(story);
    CHECK(again.unchanged == 5);
    CHECK(again.added + again.replaced == 0);
    CHECK(store->content_hash() == hash);
    CHECK(store->check().empty());
}

TEST_CASE("all 120 orders of five documents give the same content") {
    const auto story = moscow_story();
    std::vector<std::size_t> order(story.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::string hash;
    do {
        TemporaryStore store;
        for (const auto i : order) {
            store->add({&story[i], 1});
            if (i % 2 == 0) store->fuse();  // when it is fused does not count either
        }
        if (hash.empty()) hash = store->content_hash();
        REQUIRE(store->content_hash() == hash);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("where a document was read decides what it may replace, and is no part of the content") {
    TemporaryStore store;
    auto story = moscow_story();
    story.resize(1);
    auto& document = story[0].document;
    document.origin.key = "one";
    CHECK(store->add(story, {.replace = false}).added == 1);
    const auto hash = store->content_hash();
    document.origin.key = "two";
    CHECK(store->add(story, {.replace = false}).unchanged == 1);
    document.text += " More.";
    CHECK(store->add(story, {.replace = false}).refused == std::vector<std::string>{document.id});
    CHECK(store->content_hash() == hash);
    document.origin.key = "";
    CHECK(store->add(story, {.replace = false}).refused.size() == 1);
    document.origin.key = "one";
    CHECK(store->add(story, {.replace = false}).replaced == 1);
    document.origin.key = "two";
    document.title += " More.";
    CHECK(store->add(story, {.replace = false}).replaced == 1);
    document.text += " And more.";
    document.origin.key = "three";
    CHECK(store->add(story).replaced == 1);
    CHECK(store->check().empty());
}

TEST_CASE("a changed document replaces the old one, a forgotten one leaves nothing") {
    TemporaryStore store;
    TemporaryStore without;
    const auto story = moscow_story();
    store->add(story);
    const auto hash = store->content_hash();
    without->add(std::span(story).first(4));

    auto changed = story;
    changed[4] = Article("004", "2016-07-15").tell({.parts = {{Role::agent, de_mistura}, {Role::agent, usa}}}).done();
    CHECK(store->add(changed).replaced == 1);
    CHECK(find_actor(*store, "de Mistura").actor);
    CHECK(store->check().empty());
    CHECK(store->add(story).replaced == 1);
    CHECK(store->content_hash() == hash);
    CHECK_FALSE(find_actor(*store, "de Mistura").actor);

    CHECK(store->forget(DocumentKey("004")));
    CHECK_FALSE(store->forget(DocumentKey("004")));
    CHECK(store->content_hash() == without->content_hash());
    CHECK(store->check().empty());
}

TEST_CASE("the same text under another id is another document") {
    TemporaryStore store;
    auto story = moscow_story();
    auto copy = story[0];
    copy.document.id = "copy";
    for (auto& event : copy.extraction.events) event.id = "copy" + event.id;
    story.push_back(copy);
    CHECK(store->add(story).added == 6);
    CHECK(store->size().documents == 6);
}

TEST_CASE("merge and split") {
    TemporaryStore store;
    const Who alias{"person/~kery", NodeType::person, "", "\u0643\u064A\u0631\u064A", ""};
    auto story = moscow_story();
    story.push_back(Article("005", "2016-07-16")
                        .tell({.parts = {{Role::agent, alias}, {Role::agent, putin}},
                               .from = "2016-07-14",
                               .to = "2016-07-14",
                               .dated = true,
                               .place = moscow})
                        .done());
    store->add(story);
    const auto hash = store->content_hash();
    Judgement judgement{.kind = Judgement::Kind::merge,
                        .first = ActorKey("person/john_kerry"),
                        .second = ActorKey("person/~kery"),
                        .author = "a test",
                        .made_at = "2026-11-22",
                        .note = ""};
    const auto count = [&] { return load_view(*store, {.about = "putin"}).events.size(); };
    const auto before = count();
    store->judge(judgement);
    CHECK(count() == before - 1);
    CHECK(store->content_hash() != hash);
    CHECK(find_actor(*store, "person/~kery").actor->key.text() == "person/john_kerry");
    CHECK(store->check().empty());

    TemporaryStore judged_first;  // judgements and documents in another order
    judged_first->add({&story[0], 1});
    judged_first->add({&story[5], 1});
    judged_first->judge(judgement);
    judged_first->add(story);
    CHECK(judged_first->content_hash() == store->content_hash());

    judgement.kind = Judgement::Kind::split;
    store->judge(judgement);
    CHECK(store->content_hash() == hash);
    CHECK(store->judgements().size() == 2);
    judgement.second = ActorKey("person/nobody");
    CHECK_THROWS_AS(store->judge(judgement), StoreError);
}

TEST_CASE("files that are no store are refused, each with its reason") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto folder = store.folder();
    CHECK(refusal(folder / "none.db", OpenMode::read_only) == StoreError::Kind::missing);
    CHECK(refusal(folder / "no" / "folder.db", OpenMode::create) == StoreError::Kind::missing);
    CHECK(refusal(folder, OpenMode::create) == StoreError::Kind::foreign);
    std::ofstream(folder / "text.db") << std::string(5000, 'x');
    CHECK(refusal(folder / "text.db", OpenMode::create) == StoreError::Kind::foreign);
    std::ofstream(folder / "empty.db");
    CHECK(refusal(folder / "empty.db", OpenMode::read_only) == StoreError::Kind::foreign);
    CHECK_THROWS_AS(Store::open(store.path()).add({}), StoreError);
}

TEST_CASE("many read while one writes, and a second writer is told so") {
    TemporaryStore store;
    const auto story = moscow_story();
    store->add(std::span(story).first(2));
    store->fuse();
    const auto reader = Store::open(store.path());
    const auto hash = reader.content_hash();
    store->add(story);
    CHECK(reader.content_hash() == store->content_hash());  // fused through a connection of its own
    CHECK(reader.content_hash() != hash);
}

TEST_CASE("doubtful pairs come in one order, whatever the order of arrival") {
    const Who short_name{"person/~lafruf", NodeType::person, "", "\u0644\u0627\u0641\u0631\u0648\u0641", ""};
    const std::vector<Extracted> story{Article("a", "2016-07-15").tell({.parts = {{Role::agent, lavrov}}}).done(),
                                       Article("b", "2016-07-16").tell({.parts = {{Role::agent, short_name}}}).done()};
    for (const bool turned : {false, true}) {
        TemporaryStore store;
        store->add({&story[turned ? 1 : 0], 1});
        store->add({&story[turned ? 0 : 1], 1});
        const auto pairs = doubtful_pairs(*store);
        REQUIRE(pairs.size() == 1);
        CHECK(pairs[0].first.key.text() < pairs[0].second.key.text());
    }
}
