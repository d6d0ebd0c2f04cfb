#pragma once
// Generated articles for measuring the store: the same number always gives the same article.

#include "isnad/graph/store.hpp"

#include <cstddef>
#include <vector>

namespace bench {

struct StoryShape {
    std::size_t actors = 5000;
    std::size_t countries = 120;
    std::size_t days = 3650;
    std::size_t tellings = 5;  ///< an article
    std::size_t statements = 3;
    std::size_t mentions = 20;
};

/// Actors are named by their number; low numbers are in the news more often.
[[nodiscard]] isnad::Node actor(std::size_t number, const StoryShape& shape);

[[nodiscard]] isnad::Extracted article(std::size_t number, const StoryShape& shape);

[[nodiscard]] std::vector<isnad::Extracted> articles(std::size_t first, std::size_t count, const StoryShape& shape);

}  // namespace bench
