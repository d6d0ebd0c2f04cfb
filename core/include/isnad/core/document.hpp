#pragma once
// One article as it was given.

#include "isnad/core/calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace isnad {

/// Days that were worked out for an article that gives no publication time.
struct InferredPublication {
    Interval days;                     ///< both ends set once worked out
    std::vector<std::string> reasons;  ///< sentences in English that quote the text
};

struct Document {
    std::string id;
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
