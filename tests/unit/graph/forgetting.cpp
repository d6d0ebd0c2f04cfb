// What is taken out leaves nothing: neither in what the store says nor in the bytes of its file.

#include "story.hpp"
#include "visitor.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using namespace isnad;
using namespace story;

namespace {

Extracted secret_article() {
    return Article("zz-secret", "2016-07-15", "Uniqueoutlet")
        .tell({.parts = {{Role::agent, kerry}, {Role::agent, de_mistura}},
               .from = "2016-07-14",
               .to = "2016-07-14",
               .dated = true,
               .topic = "uniquetopic",
               .words = "They met over a uniquesecret in the uniquehouse"})
        .names(de_mistura, "Uniquename")
        .done();
}

bool holds(const std::filesystem::path& path, const std::string& words) {
    std::ifstream in(path, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return all.find(words) != std::string::npos;
}

bool any_trace(const std::filesystem::path& path) {
    for (const auto* word : {"nique", "zz-secret"})
        for (const auto* ending : {"", "-wal"})
            if (std::filesystem::exists(path.string() + ending) && holds(path.string() + ending, word)) return true;
    return false;
}

}  // namespace

TEST_CASE("a forgotten article leaves no trace in the file") {
    TemporaryStore store;
    auto story = moscow_story();
    store->add(story);
    store->fuse();
    const auto hash = store->content_hash();
    const auto secret = secret_article();
    store->add({&secret, 1});
    store->fuse();
    CHECK(store->forget(DocumentKey("zz-secret")));
    store->scrub(false);
    CHECK_FALSE(any_trace(store.path()));
    CHECK(store->content_hash() == hash);
    CHECK(store->check().empty());
}

TEST_CASE("a store that kept traces is cleared of them") {
    TemporaryStore store;
    store->add(moscow_story());
    const auto secret = secret_article();
    store->add({&secret, 1});
    store->fuse();
    store.close();
    Visitor(store.path())
        .run(
            "PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON; DELETE FROM node WHERE id IN (SELECT e.node FROM "
            "event e "
            "JOIN tells x ON x.event = e.node JOIN telling t ON t.id = x.telling JOIN document d ON d.node = "
            "t.document "
            "WHERE d.id = 'zz-secret'); DELETE FROM statement WHERE document IN (SELECT node FROM document WHERE id = "
            "'zz-secret'); DELETE FROM document WHERE id = 'zz-secret'");
    CHECK(any_trace(store.path()));
    store.reopen(OpenMode::read_write);
    store->scrub(true);
    CHECK_FALSE(holds(store.path(), "uniquesecret in the"));
}

TEST_CASE("an actor named twice in one place counts once, however often the article is replaced") {
    TemporaryStore store;
    auto article = Article("twice", "2016-07-15").names(kerry, "Mr Kerry").done();
    auto& mentions = article.extraction.mentions;
    mentions.push_back(mentions.back());
    auto changed = article;
    changed.document.title = "Another";
    store->add({&article, 1});
    const auto hash = store->content_hash();
    for (int round = 0; round < 3; ++round) {
        store->add({&changed, 1});
        store->add({&article, 1});
        CHECK(store->content_hash() == hash);
    }
    CHECK(Visitor(store.path()).rows("SELECT * FROM name WHERE kind = 1 AND times = 1") == 1);
    CHECK(store->check().empty());
    CHECK(store->forget(DocumentKey("twice")));
    CHECK(Visitor(store.path()).rows("SELECT * FROM name") == 0);
}
