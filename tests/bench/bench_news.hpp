#pragma once
// The texts that benchmarks read.

#include <string>
#include <vector>

/// The "text" of every line of the JSON Lines file named by ISNAD_BENCH_NEWS; without it, sentences of the project's
/// own test set put together to 200 texts of five thousand bytes or more.
[[nodiscard]] const std::vector<std::string>& bench_news();
