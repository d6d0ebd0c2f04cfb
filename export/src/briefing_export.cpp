#include "isnad/export/briefing.hpp"

#include "isnad/core/utf8.hpp"

#include <nlohmann/json.hpp>

#include <string_view>

namespace isnad {

namespace {

constexpr std::string_view markup = "*_`[]\\#|";

/// Characters that end a line, command a terminal or turn the direction of what follows; isolates are ours.
bool is_unruly(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || (c >= 0x202A && c <= 0x202E);
}

/// One line of text that Markdown and HTML take as text.
std::string escaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        if (is_unruly(c.value)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else if (c.value == '<') {
            out += "&lt;";
        } else if (c.value == '>') {
            out += "&gt;";
        } else if (c.value == '&') {
            out += "&amp;";
        } else {
            if (c.value < 0x80 && markup.find(static_cast<char>(c.value)) != std::string_view::npos) out += '\\';
            append_utf8(out, c.value);
        }
    }
    return out;
}

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(isnad::to_string(*day)) : Json(nullptr); }

}  // namespace

const char* to_string(BriefingLine::Kind kind) {
    switch (kind) {
        case BriefingLine::Kind::fact: return "fact";
        case BriefingLine::Kind::plan: return "plan";
        case BriefingLine::Kind::possibility: return "possibility";
        case BriefingLine::Kind::denial: return "denial";
        case BriefingLine::Kind::statement: return "statement";
    }
    return "fact";
}

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

void write_markdown(const Briefing& briefing, std::ostream& out) {
    out << "# " << escaped(briefing.title) << "\n\n" << escaped(briefing.summary) << '\n';
    for (const BriefingSection& section : briefing.sections) {
        out << "\n## " << escaped(section.heading) << "\n\n";
        for (const BriefingLine& line : section.lines) {
            out << "- ";
            if (!line.when.empty()) out << "**" << escaped(line.when) << ":** ";
            if (!line.mark.empty()) out << "**" << escaped(line.mark) << "** ";
            out << escaped(line.text) << (ends_sentence(line.text) ? "" : ".");
            if (!line.remark.empty()) out << " [" << escaped(line.remark) << "]";
            out << " *(" << escaped(line.sources) << ")*\n";
        }
    }
}

void write_json(const Briefing& briefing, std::ostream& out) {
    Json root{{"title", briefing.title}, {"summary", briefing.summary}, {"sections", Json::array()}};
    for (const BriefingSection& section : briefing.sections) {
        Json lines = Json::array();
        for (const BriefingLine& line : section.lines) {
            lines.push_back({{"kind", to_string(line.kind)},
                             {"key", line.key},
                             {"when", line.when},
                             {"mark", line.mark},
                             {"text", line.text},
                             {"remark", line.remark},
                             {"sources", line.sources}});
        }
        root["sections"].push_back({{"kind", section.kind == BriefingSection::Kind::plans ? "plans" : "day"},
                                    {"from", day_or_null(section.when.from)},
                                    {"to", day_or_null(section.when.to)},
                                    {"heading", section.heading},
                                    {"lines", std::move(lines)}});
    }
    out << root.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace isnad
