#pragma once
// The articles of one run by id, in memory that does not grow with them: some hundred bytes each.

#include "isnad/core/document.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace isnad::app {

class SeenArticles {
public:
    struct Earlier {
        Origin origin;  ///< file and line where the id was first met
        bool same_content = false;
    };

    /// What stands under the document's id already; empty when nothing does, and then the document does.
    [[nodiscard]] std::optional<Earlier> note(const Document& document);

private:
    /// Of a SHA-256: ids are chosen by others, so they are ordered, and none is taken for another.
    using Key = std::array<std::uint8_t, 16>;
    struct Entry {
        Key content{};
        std::size_t file = 0;  ///< index of m_files
        std::uint64_t line = 0;
    };

    std::map<Key, Entry> m_entries;
    std::vector<std::string> m_files;
};

}  // namespace isnad::app
