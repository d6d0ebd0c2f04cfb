// Any bytes as a page of HTML: reading must come to an end, in an article of well-formed UTF-8 or a message.

#include "html_article.hpp"
#include "html_encoding.hpp"

#include "isnad/core/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace isnad;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto page = app::decode_html("page.html", {reinterpret_cast<const char*>(data), size});
    if (const auto* bad = std::get_if<Diagnostic>(&page)) {
        require(!bad->message.empty());
        return 0;
    }
    const auto read = app::read_html_article(std::get<std::string>(page));
    if (const auto* bad = std::get_if<app::HtmlProblem>(&read)) {
        require(!bad->message.empty());
        return 0;
    }
    const auto& article = std::get<app::HtmlArticle>(read);
    for (const auto* field : {&article.text, &article.title, &article.source, &article.author, &article.url})
        require(!find_malformed_utf8(*field));
    require(!article.text.empty() && article.text.back() == '\n');
    return 0;
}
