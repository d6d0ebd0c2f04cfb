// Any words that a user may ask with: they are answered, with nothing or with what is there.

#include "story_store.hpp"

#include "isnad/core/calendar.hpp"
#include "isnad/graph/query.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace isnad;

namespace {

template <class Question>
void tolerated(Question question) {
    try {
        question();
    } catch (const StoreError&) {
        // "knows nobody by the name"
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto store = Store::open(fuzz::story_store());
    const std::string words(reinterpret_cast<const char*>(data), size);
    static_cast<void>(parse_day(words));
    static_cast<void>(parse_publication_time(words));
    tolerated([&] { static_cast<void>(find(store, {.words = words})); });
    tolerated([&] { static_cast<void>(find_actor(store, words)); });
    tolerated([&] { static_cast<void>(met(store, {.name = words, .with = words})); });
    tolerated([&] { static_cast<void>(explain(store, words)); });
    tolerated([&] { static_cast<void>(load_view(store, {.about = words})); });
    return 0;
}
