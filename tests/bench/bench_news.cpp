#include "bench_news.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

namespace {

constexpr std::size_t made_up_size = 5'000;

/// News-like sentences of the project's own test set, repeated up to a size.
std::string made_up() {
    std::string once;
    std::ifstream in(ISNAD_TIME_SENTENCES);
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find('\t');
        if (line.empty() || line.front() == '#' || first == std::string::npos) continue;
        once += line.substr(first + 1, line.find('\t', first + 1) - first - 1);
        once += ".\n";
    }
    std::string out;
    while (out.size() < made_up_size) out += once;
    return out;
}

}  // namespace

const std::vector<std::string>& bench_news() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> out;
        const char* path = std::getenv("ISNAD_BENCH_NEWS");
        std::ifstream in(path == nullptr ? "" : path);
        for (std::string line; std::getline(in, line);)
            out.push_back(nlohmann::json::parse(line).at("text").get<std::string>());
        if (out.empty()) out.assign(200, made_up());
        return out;
    }();
    return texts;
}
