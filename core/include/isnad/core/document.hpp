#pragma once
// One article as it was given.

#include "isnad/core/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isnad {

/// Days that were worked out for an article that gives no publication time.
struct InferredPublication {
    Interval days;                     ///< both ends set once worked out
    std::vector<std::string> reasons;  ///< sentences in English that quote the text
};

/// Where an article was read. It is no part of what the article says: records, digests and hashes leave it out.
struct Origin {
    std::string file;        ///< as messages call it; empty when not known
    std::uint64_t line = 0;  ///< in a file of many articles
    std::string key;         ///< one and the same for a file whenever it is read; empty for what cannot be read again
    bool id_by_content = false;  ///< the id was made of the content: another text of this file has another id
};

struct Document {
    std::string id;
    Origin origin;
    PublicationTime published;
    std::optional<InferredPublication> inferred;  ///< when nobody gave it: `published` is the first of the days
    std::string source;                           ///< the outlet's name; empty when not known
    std::string title;                            ///< empty when the text holds its own headline
    std::string url;
    std::string author;  ///< as the page names them; empty when not known
    std::string language = "ar";
    std::string text;  ///< UTF-8 as given; every span counts its bytes
};

}  // namespace isnad
