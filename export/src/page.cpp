#include "isnad/export/page.hpp"

#include "page_story.hpp"

#include "isnad/core/diagnostic.hpp"
#include "isnad/core/embedded_file.hpp"

#include <string_view>

namespace isnad::page {
EmbeddedFiles files();
}

namespace isnad {

namespace {

/// Where the story goes in the page's frame; export/page/build.mjs sees to it that it stands there once.
constexpr std::string_view place_of_story = "<!--isnad:story-->";

std::string_view frame() {
    for (const EmbeddedFile& file : page::files()) {
        if (file.name == "page.html" && !file.text.empty()) return file.text;
    }
    throw InputError(Diagnostic{Severity::error,
                                {},
                                0,
                                0,
                                "this isnad was built without its page: npm, or the packages it fetches, could not be "
                                "had; build it again where they can"});
}

}  // namespace

void write_page(const View& view, std::ostream& out, const ExportOptions& options) {
    const std::string_view html = frame();
    const std::size_t place = html.find(place_of_story);
    out << html.substr(0, place) << "<script type=\"application/json\" id=\"story\">";
    write_page_story(view, out, options.tongue);
    out << "</script>" << html.substr(place + place_of_story.size());
}

}  // namespace isnad
