#include "isnad/export/briefing.hpp"

#include "isnad/core/utf8.hpp"

#include "../dates.hpp"
#include "../line_text.hpp"
#include "../phrases.hpp"
#include "../sentences.hpp"

#include <fmt/format.h>

#include <string_view>

namespace isnad {

namespace {

constexpr std::string_view markup = "*_`[]\\|";
constexpr std::size_t most_reports = 8;  ///< articles listed for a line; JSON has all

/// Characters that end a line, command a terminal or turn the direction of what follows; isolates are ours.
bool is_unruly(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E);
}

bool is_letter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0x600 && c <= 0x6FF);
}

/// An underline inside a word is no markup: tags keep theirs.
bool inside_word(std::string_view text, std::size_t at, char32_t before) {
    return is_letter(before) && at + 1 < text.size() && is_letter(decode(text, at + 1).value);
}

/// One line of text that Markdown and HTML take as text.
std::string escaped(std::string_view text) {
    std::string out;
    char32_t before = ' ';
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (is_unruly(c.value)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (c.value == '<') {
            out += "&lt;";
        } else if (c.value == '>') {
            out += "&gt;";
        } else if (c.value == '&') {
            out += "&amp;";
        } else {
            const bool marks = c.value < 0x80 && markup.find(static_cast<char>(c.value)) != std::string_view::npos;
            if (marks && !(c.value == '_' && inside_word(text, i, before))) out += '\\';
            append_utf8(out, c.value);
        }
        before = c.value;
        i += c.size;
    }
    return out;
}

class MarkdownWriter {
public:
    MarkdownWriter(const Briefing& briefing, std::ostream& out)
        : m_briefing(briefing), m_out(out), m_phrases(Phrases::of(briefing.tongue)) {}

    void run() {
        m_out << "# " << escaped(m_briefing.title) << "\n\n" << escaped(m_briefing.extent) << '\n';
        for (const BriefingSection& section : m_briefing.sections) {
            m_out << "\n## " << escaped(section.heading) << "\n\n";
            for (const BriefingLine& line : section.lines) {
                write(line, section.kind == BriefingSection::Kind::summary);
            }
        }
        if (m_briefing.sources.empty()) return;
        m_out << "\n## " << m_phrases.text("sources") << "\n\n";
        for (const BriefingLine& line : m_briefing.sources) write_sources(line);
    }

private:
    void write(const BriefingLine& line, bool short_form) {
        m_out << "- ";
        if (!line.when.empty()) m_out << "**" << escaped(line.when) << ":** ";
        if (!line.mark.empty()) m_out << "**" << escaped(line.mark) << "** ";
        m_out << escaped(line.text) << (ends_sentence(line.text) ? "" : ".");
        if (!short_form && !line.remark.empty()) m_out << " \\[" << escaped(line.remark) << "\\]";
        if (!short_form) m_out << " *" << escaped(line.outlets) << "*";
        m_out << fmt::format(" [{0}](#s{0})\n", line.number);
    }

    void write_sources(const BriefingLine& line) {
        m_out << fmt::format("{0}. <a id=\"s{0}\"></a>", line.number);
        const std::size_t shown = std::min(line.reports.size(), most_reports);
        for (std::size_t i = 0; i < shown; ++i)
            m_out << (i > 0 ? m_phrases.text("source.join") : "") << report(line.reports[i]);
        if (shown < line.reports.size()) {
            m_out << m_phrases.text("source.join") << m_phrases.count("source.more", line.reports.size() - shown);
        }
        m_out << ". `isnad explain " << line.key << "`\n";
    }

    [[nodiscard]] std::string report(const BriefingReport& report) const {
        return fill(m_phrases.text("source.item"), [&](std::string_view name) -> std::string {
            if (name == "outlet") return escaped(report.outlet);
            if (name == "day") return day_words(report.published, m_briefing.tongue, true);
            if (name == "inferred") return report.inferred ? std::string(m_phrases.text("source.inferred")) : "";
            if (name == "title") return report.title.empty() ? "" : escaped(isolated(report.title));
            if (name == "url") return report.url.empty() ? "" : "<" + url(report.url) + ">";
            if (name == "how") return how_words(report.how, m_briefing.tongue);
            return escaped(report.word_of);
        });
    }

    static std::string url(std::string_view url) {
        std::string out;
        for (const char c : url) {
            const auto byte = static_cast<unsigned char>(c);
            const bool plain = byte > 0x20 && byte < 0x7F && c != '<' && c != '>' && c != '"' && c != '\\';
            out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
        }
        return out;
    }

    const Briefing& m_briefing;
    std::ostream& m_out;
    const Phrases& m_phrases;
};

}  // namespace

bool ends_sentence(const std::string& text) {
    std::string_view rest = text;
    for (bool closing = true; closing;) {
        closing = false;
        for (const std::string_view mark : {"\u2069", "\u201D", "\u00BB", "\""}) {
            if (!rest.ends_with(mark)) continue;
            rest.remove_suffix(mark.size());
            closing = true;
        }
    }
    for (const std::string_view stop : {".", "!", "?", "\u061F", "\u2026"}) {
        if (rest.ends_with(stop)) return true;
    }
    return false;
}

void write_markdown(const Briefing& briefing, std::ostream& out) { MarkdownWriter(briefing, out).run(); }

}  // namespace isnad
