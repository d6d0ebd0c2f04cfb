#include "isnad/export/briefing.hpp"

#include "html_text.hpp"
#include "phrases.hpp"

#include <string>

namespace isnad {

namespace {

constexpr const char* style =
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 \"Noto Naskh Arabic\",Georgia,serif;"
    "color:#1a1a1a;background:#fff}"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #888}"
    "ul{padding-inline-start:1.2rem}li{margin:.5rem 0}li.statement{list-style:none}"
    ".remark,cite{color:#555;font-style:normal;font-size:.85rem}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}.remark,cite{color:#b5b5b5}}";

void write_line(const BriefingLine& line, std::ostream& out) {
    out << "<li class=\"" << to_string(line.kind) << "\">";
    if (!line.when.empty()) out << "<b>" << html_text(line.when) << ":</b> ";
    if (!line.mark.empty()) out << "<strong>" << html_text(line.mark) << "</strong> ";
    out << html_text(line.text) << (ends_sentence(line.text) ? "" : ".");
    if (!line.remark.empty()) out << " <span class=\"remark\">[" << html_text(line.remark) << "]</span>";
    out << " <cite>(" << html_text(line.sources) << ")</cite></li>\n";
}

}  // namespace

void write_html(const Briefing& briefing, std::ostream& out) {
    const bool arabic = briefing.tongue == Tongue::ar;
    out << "<!doctype html>\n<html lang=\"" << (arabic ? "ar" : "en") << "\" dir=\"" << (arabic ? "rtl" : "ltr")
        << "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        << html_text(briefing.title) << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<h1>"
        << html_text(briefing.title) << "</h1>\n<p>" << html_text(briefing.summary) << "</p>\n";
    for (const BriefingSection& section : briefing.sections) {
        out << "<section>\n<h2>" << html_text(section.heading) << "</h2>\n<ul>\n";
        for (const BriefingLine& line : section.lines) write_line(line, out);
        out << "</ul>\n</section>\n";
    }
    out << "</body>\n</html>\n";
}

}  // namespace isnad
