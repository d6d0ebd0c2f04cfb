// A main for LLVMFuzzerTestOneInput where libFuzzer is not at hand: replays the files named, then runs seeded random
// mutations of them for a short time. Usage: PROGRAM [--runs N] FILE...

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

void run(const Bytes& input) { LLVMFuzzerTestOneInput(input.data(), input.size()); }

/// Changes, doubles, drops or brings together pieces of an input.
Bytes mutated(Bytes input, const std::vector<Bytes>& seeds, std::mt19937& random) {
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    for (std::size_t n = 1 + below(4); n > 0; --n) {
        const auto at = static_cast<std::ptrdiff_t>(below(input.size()));
        switch (below(5)) {
            case 0:
                if (!input.empty()) input[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(random());
                break;
            case 1: input.insert(input.begin() + at, static_cast<std::uint8_t>(random())); break;
            case 2: {
                const auto size = static_cast<std::ptrdiff_t>(below(1 + input.size() - static_cast<std::size_t>(at)));
                input.erase(input.begin() + at, input.begin() + at + size);
                break;
            }
            case 3: {
                const auto& other = seeds[below(seeds.size())];
                const auto from = static_cast<std::ptrdiff_t>(below(other.size()));
                const auto size = static_cast<std::ptrdiff_t>(below(1 + other.size() - static_cast<std::size_t>(from)));
                input.insert(input.begin() + at, other.begin() + from, other.begin() + from + size);
                break;
            }
            default: {
                const Bytes copy(input.begin(), input.begin() + at);
                input.insert(input.end(), copy.begin(), copy.end());
            }
        }
        constexpr std::size_t longest = 20000;
        if (input.size() > longest) input.resize(longest);
    }
    return input;
}

}  // namespace

int main(int argc, char** argv) {
    long runs = 1000;
    std::vector<Bytes> seeds{Bytes{}};
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--runs" && i + 1 < argc) {
            runs = std::atol(argv[++i]);
            continue;
        }
        std::ifstream in(argument, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    for (const auto& seed : seeds) run(seed);
    std::mt19937 random(20160714);
    for (long n = 0; n < runs; ++n) run(mutated(seeds[random() % seeds.size()], seeds, random));
    std::cout << seeds.size() << " seeds, " << runs << " mutations\n";
    return 0;
}
