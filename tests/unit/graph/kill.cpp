// A writer is killed at any moment, two hundred times: what it had committed is there, nothing is there by halves, and
// the next ingest completes to the same content.

#include "story.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <random>

using namespace isnad;
using namespace story;

namespace {

constexpr std::size_t batch_size = 3;
constexpr int kills = 200;

std::vector<Extracted> many_articles() {
    std::vector<Extracted> out;
    for (int i = 0; i < 60; ++i) {
        const auto published = to_string(day("2016-07-01") + date::days{i % 20});
        Article article(("k" + std::to_string(i)).c_str(), published.c_str(), i % 2 == 0 ? "A" : "B");
        for (int t = 0; t < 4; ++t)
            article.tell({.parts = {{Role::agent, t % 2 == 0 ? kerry : putin}, {Role::agent, lavrov}},
                          .from = published.c_str(),
                          .to = published.c_str(),
                          .dated = t > 1,
                          .place = i % 3 == 0 ? moscow : geneva});
        article.say(kremlin, "It was so", Stance::asserts).names(kerry, "Mr Kerry");
        out.push_back(article.done());
    }
    return out;
}

/// Ingests batch by batch; one byte down the pipe for each that is committed.
[[noreturn]] void write_until_killed(const std::filesystem::path& path, const std::vector<Extracted>& articles,
                                     int pipe) {
    try {
        auto store = Store::open(path, {.mode = OpenMode::create, .bulk = true});
        for (std::size_t at = 0; at < articles.size(); at += batch_size) {
            store.add(std::span(articles).subspan(at, batch_size));
            if (write(pipe, "x", 1) != 1) _exit(2);
            store.fuse();
        }
    } catch (const std::exception&) {
        _exit(1);
    }
    _exit(0);
}

struct Outcome {
    std::size_t committed = 0;
    bool killed = false;
    int status = 0;
};

Outcome run_and_kill(const std::filesystem::path& path, const std::vector<Extracted>& articles,
                     std::chrono::microseconds after) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        close(ends[0]);
        write_until_killed(path, articles, ends[1]);
    }
    close(ends[1]);
    usleep(static_cast<useconds_t>(after.count()));
    kill(child, SIGKILL);
    Outcome out;
    char byte = 0;
    while (read(ends[0], &byte, 1) == 1) ++out.committed;
    close(ends[0]);
    waitpid(child, &out.status, 0);
    out.killed = WIFSIGNALED(out.status);
    return out;
}

}  // namespace

TEST_CASE("two hundred kills lose nothing that was committed") {
    const auto articles = many_articles();
    std::string whole;
    {
        TemporaryStore store;
        store->add(articles);
        whole = store->content_hash();
    }
    std::mt19937 random(20261122);
    TemporaryStore store;
    store.close();
    int killed = 0;
    for (int round = 0; killed < kills && round < 3 * kills; ++round) {
        const auto outcome = run_and_kill(store.path(), articles, std::chrono::microseconds(random() % 12'000));
        if (!outcome.killed) REQUIRE(WEXITSTATUS(outcome.status) == 0);
        killed += outcome.killed ? 1 : 0;
        if (!std::filesystem::exists(store.path())) continue;
        store.reopen(OpenMode::create);
        const auto documents = store->size().documents;
        REQUIRE(documents >= outcome.committed * batch_size);
        REQUIRE(documents % batch_size == 0);  // a batch is there or not
        REQUIRE(store->check().empty());
        if (documents == articles.size()) {
            REQUIRE(store->content_hash() == whole);
            for (const auto& article : articles) store->forget(DocumentKey(article.document.id));
            REQUIRE(store->size().documents == 0);
        }
        store.close();
    }
    CHECK(killed == kills);
    store.reopen(OpenMode::create);
    store->add(articles);
    CHECK(store->content_hash() == whole);
}
