#pragma once
// One article as it was given.

#include "isnad/core/calendar.hpp"

#include <string>

namespace isnad {

struct Document {
    std::string id;
    PublicationTime published;
    std::string source;  ///< the outlet's name; empty when not known
    std::string title;   ///< empty when the text holds its own headline
    std::string url;
    std::string author;  ///< as the page names them; empty when not known
    std::string language = "ar";
    std::string text;  ///< UTF-8 as given; every span counts its bytes
};

}  // namespace isnad
