#pragma once
// What is said at the end of a run of articles that went in, or were left, without being bad.

#include "isnad/core/diagnostic.hpp"
#include "isnad/core/document.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace isnad::app {

class ReadingNotes {
public:
    /// Counts the article when its language, or its letters, are not Arabic.
    void note_language(const Document& document);

    void note_repeated() { ++m_repeated; }

    /// One finding for each kind, in a fixed order; afterwards there is nothing to say.
    [[nodiscard]] std::vector<Diagnostic> take();

private:
    struct Unread {
        std::string first_id;
        Origin first;
        std::size_t count = 0;
    };

    std::map<std::string, Unread> m_unread;  ///< by language; "" for texts without an Arabic letter
    std::size_t m_repeated = 0;
};

/// How many files of other kinds a folder holds, by their endings: "5 files of other kinds passed over (.csv 4, .pdf
/// 1)".
[[nodiscard]] std::string other_kinds(const std::map<std::string, std::size_t>& endings);

}  // namespace isnad::app
