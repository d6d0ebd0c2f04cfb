#include "isnad/export/briefing.hpp"

#include "../dates.hpp"
#include "../html_text.hpp"
#include "../latin_names.hpp"
#include "../line_text.hpp"
#include "../phrases.hpp"
#include "../sentences.hpp"

#include <fmt/format.h>

#include <string>

namespace isnad {

namespace {

constexpr const char* style =
    "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 \"Noto Naskh Arabic\",Georgia,serif;"
    "color:#1a1a1a;background:#fff}"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #888}"
    "ul{padding-inline-start:1.2rem}li{margin:.4rem 0}a{color:inherit}"
    ".remark,cite,ol{color:#555;font-style:normal;font-size:.85rem}code{font-size:.8rem}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}.remark,cite,ol{color:#b5b5b5}}"
    "@media print{body{margin:0;max-width:none}}";

constexpr std::string_view opening = "\u2068";
constexpr std::string_view closing = "\u2069";

/// Text in which others' words, between isolates, are marked with their language and direction.
std::string marked(std::string_view text) {
    std::string out;
    while (true) {
        const std::size_t begin = text.find(opening);
        out += html_text(text.substr(0, begin));
        if (begin == std::string_view::npos) return out;
        text.remove_prefix(begin + opening.size());
        const std::size_t end = std::min(text.find(closing), text.size());
        const std::string_view words = text.substr(0, end);
        out += fmt::format("<bdi{}>{}</bdi>", has_arabic(words) ? " lang=\"ar\"" : "", html_text(words));
        text.remove_prefix(std::min(text.size(), end + closing.size()));
    }
}

class HtmlWriter {
public:
    HtmlWriter(const Briefing& briefing, std::ostream& out)
        : m_briefing(briefing), m_out(out), m_phrases(Phrases::of(briefing.tongue)) {}

    void run() {
        const bool arabic = m_briefing.tongue == Tongue::ar;
        m_out
            << "<!doctype html>\n<html lang=\"" << (arabic ? "ar" : "en") << "\" dir=\"" << (arabic ? "rtl" : "ltr")
            << "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
            << html_text(m_briefing.title) << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<h1>"
            << html_text(m_briefing.title) << "</h1>\n<p>" << html_text(m_briefing.extent) << "</p>\n";
        for (const BriefingSection& section : m_briefing.sections) {
            m_out << "<section class=\"" << to_string(section.kind) << "\">\n<h2>" << html_text(section.heading)
                  << "</h2>\n<ul>\n";
            for (const BriefingLine& line : section.lines) {
                write(line, section.kind == BriefingSection::Kind::summary);
            }
            m_out << "</ul>\n</section>\n";
        }
        if (!m_briefing.sources.empty()) write_sources();
        m_out << "</body>\n</html>\n";
    }

private:
    void write(const BriefingLine& line, bool short_form) {
        m_out << "<li class=\"" << to_string(line.kind) << "\">";
        if (!line.when.empty()) m_out << "<b>" << html_text(line.when) << ":</b> ";
        if (!line.mark.empty()) m_out << "<strong>" << html_text(line.mark) << "</strong> ";
        m_out << marked(line.text) << (ends_sentence(line.text) ? "" : ".");
        if (!short_form && !line.remark.empty()) {
            m_out << " <span class=\"remark\">[" << html_text(line.remark) << "]</span>";
        }
        if (!short_form) m_out << " <cite>" << html_text(line.outlets) << "</cite>";
        m_out << fmt::format(" <a href=\"#s{0}\">[{0}]</a></li>\n", line.number);
    }

    void write_sources() {
        m_out << "<section class=\"sources\">\n<h2>" << m_phrases.text("sources") << "</h2>\n<ol>\n";
        for (const BriefingLine& line : m_briefing.sources) {
            m_out << fmt::format("<li id=\"s{0}\" value=\"{0}\">", line.number);
            for (std::size_t i = 0; i < line.reports.size(); ++i) {
                m_out << (i > 0 ? html_text(m_phrases.text("source.join")) : "") << report(line.reports[i]);
            }
            m_out << ". <code>isnad explain " << html_text(line.key) << "</code></li>\n";
        }
        m_out << "</ol>\n</section>\n";
    }

    [[nodiscard]] std::string report(const BriefingReport& report) const {
        return fill(m_phrases.text("source.item"), [&](std::string_view name) -> std::string {
            if (name == "outlet") return html_text(report.outlet);
            if (name == "day") return html_text(day_words(report.published, m_briefing.tongue, true));
            if (name == "inferred") return report.inferred ? html_text(m_phrases.text("source.inferred")) : "";
            if (name == "title") return report.title.empty() ? "" : marked(isolated(report.title));
            if (name == "how") return html_text(how_words(report.how, m_briefing.tongue));
            if (name == "word_of") return html_text(report.word_of);
            if (!is_web_address(report.url)) return html_text(report.url);
            const std::string address = html_text(report.url);
            return "<a href=\"" + address + "\"><bdi>" + address + "</bdi></a>";
        });
    }

    const Briefing& m_briefing;
    std::ostream& m_out;
    const Phrases& m_phrases;
};

}  // namespace

void write_html(const Briefing& briefing, std::ostream& out) { HtmlWriter(briefing, out).run(); }

}  // namespace isnad
