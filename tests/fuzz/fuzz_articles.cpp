// Any bytes as a file of articles, one of JSON a line: each line is an article of well-formed UTF-8 or a message with
// its place, and the last one is followed by the end.

#include "article_reader.hpp"

#include "isnad/core/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

using namespace isnad;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    app::ReadOptions options;
    options.infer_published = (data[0] & 1U) != 0;
    if ((data[0] & 2U) != 0) options.published = parse_publication_time("2016-07-15");
    if ((data[0] & 4U) != 0) options.max_line_bytes = 64;
    app::ArticleReader reader({"-"}, options, in);
    while (const auto read = reader.next()) {
        if (const auto* problem = std::get_if<Diagnostic>(&*read)) {
            require(!problem->message.empty() && !problem->file.empty());
            continue;
        }
        const auto& document = std::get<Document>(*read);
        for (const auto* field : {&document.id, &document.text, &document.title, &document.source, &document.url,
                                  &document.author, &document.language})
            require(!find_malformed_utf8(*field));
        require(!document.id.empty() && !document.text.empty());
    }
    return 0;
}
