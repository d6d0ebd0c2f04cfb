// who_meets_whom STORE NAME NAME: the best joined actors of a store, and the shortest chain between two of them.

#include <isnad/graph/graph_view.hpp>
#include <isnad/graph/query.hpp>
#include <isnad/graph/store.hpp>

#include <algorithm>
#include <exception>
#include <iostream>
#include <vector>

namespace {

using Vertex = isnad::graph::View::Vertex;

void print_best_joined(const isnad::graph::View& view, std::size_t most) {
    std::vector<Vertex> actors;
    for (const Vertex v : boost::make_iterator_range(vertices(view.graph()))) {
        if (view.actor(v) != nullptr) actors.push_back(v);
    }
    const auto degree = view.degree();
    std::stable_sort(actors.begin(), actors.end(), [&](Vertex a, Vertex b) { return get(degree, a) > get(degree, b); });
    actors.resize(std::min(actors.size(), most));
    for (const Vertex v : actors) {
        std::cout << get(view.label_en(), v) << " (" << get(view.type(), v) << "): " << get(degree, v) << " events\n";
    }
}

void print_chain(const isnad::Store& store, const isnad::graph::View& view, const char* first, const char* second) {
    std::vector<Vertex> ends;
    for (const char* name : {first, second}) {
        const isnad::NameLookup found = isnad::find_actor(store, name);
        const auto vertex = found.actor ? isnad::find_vertex(view.story(), found.actor->key) : std::nullopt;
        if (!vertex) {
            std::cout << "nobody here is called " << name << '\n';
            return;
        }
        ends.push_back(*vertex);
    }
    const char* arrow = "";
    for (const Vertex v : isnad::shortest_path(view.graph(), ends[0], ends[1])) {
        std::cout << arrow << get(view.label_en(), v);
        arrow = " - ";
    }
    std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: who_meets_whom STORE NAME NAME\n";
        return 2;
    }
    try {
        const isnad::Store store = isnad::Store::open(argv[1]);
        const isnad::View story = isnad::load_view(store);
        const isnad::graph::View view(story);
        print_best_joined(view, 3);
        print_chain(store, view, argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
