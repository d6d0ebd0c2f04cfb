// A store's file with any bytes in any places: every question is answered or refused with a message, in good time, and
// the file stays as it is. An input is a list of patches: three bytes of place, one of size, and the bytes.

#include "story_store.hpp"

#include "isnad/graph/query.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>

using namespace isnad;

namespace {

void patch(std::string& file, const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t head = 4;
    while (size > head) {
        const auto at = (data[0] * 65536U + data[1] * 256U + data[2]) % file.size();
        const auto count = std::min<std::size_t>({data[3] % 16U + 1U, size - head, file.size() - at});
        file.replace(at, count, reinterpret_cast<const char*>(data) + head, count);
        data += head + count;
        size -= head + count;
    }
}

void tolerated(const std::function<void()>& question) {
    try {
        question();
    } catch (const StoreError& error) {
        if (error.diagnostic().message.empty()) std::abort();
    }
}

void ask(const Store& store) {
    tolerated([&] { static_cast<void>(load_view(store, {.texts = true})); });
    tolerated([&] { static_cast<void>(who(store, "\xD9\x84\xD8\xA7\xD9\x81\xD8\xB1\xD9\x88\xD9\x81")); });
    tolerated([&] { static_cast<void>(met(store, {.name = "lavrov"})); });
    tolerated([&] { static_cast<void>(doubtful_pairs(store)); });
    tolerated([&] { static_cast<void>(find(store, {.words = "\xD8\xA3\xD9\x85\xD8\xB3"})); });
    tolerated([&] { static_cast<void>(store.check()); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto path = fuzz::scratch_folder() / "patched.db";
    auto file = fuzz::story_store_bytes();
    patch(file, data, size);
    std::ofstream(path, std::ios::binary | std::ios::trunc) << file;
    tolerated([&] { ask(Store::open(path)); });
    tolerated([&] {
        auto store = Store::open(path, {.mode = OpenMode::read_write});
        store.forget(DocumentKey("2016-07-15"));
        store.fuse();
    });
    for (const char* ending : {"-wal", "-shm", "-journal"}) std::filesystem::remove(path.string() + ending);
    return 0;
}
