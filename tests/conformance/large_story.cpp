// A store of generated articles for the page: large_story DB ARTICLES, five tellings each, over ten years.

#include "graph_story.hpp"

#include "isnad/graph/store.hpp"

#include <cstdlib>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: large_story DB ARTICLES\n";
        return 2;
    }
    const std::size_t count = std::strtoul(argv[2], nullptr, 10);
    bench::StoryShape shape;
    shape.actors = 1500;
    shape.days = 365'000'000 / (count + 1);  // articles lie days / 100,000 apart
    isnad::OpenOptions options;
    options.mode = isnad::OpenMode::create;
    isnad::Store store = isnad::Store::open(argv[1], options);
    store.add(bench::articles(0, count, shape));
    store.fuse();
    return 0;
}
