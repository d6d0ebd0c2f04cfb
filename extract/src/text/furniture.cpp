#include "text/furniture.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

namespace {

struct Line {
    Span span;
    FurnitureWords::Scope scope = FurnitureWords::Scope::none;
    bool arabic = false;
    bool latin = false;
    bool body = false;  ///< long enough, or closed, to be a line of the article
};

constexpr std::size_t body_length = 240;  // bytes: two lines of print; furniture lines are shorter

void look_at_letters(std::string_view text, Line& line) {
    for (std::size_t i = 0; i < text.size();) {
        const auto cp = decode(text, i);
        if (cp.value >= 0x620 && cp.value <= 0x64A) line.arabic = true;
        if ((cp.value | 0x20U) >= 'a' && (cp.value | 0x20U) <= 'z') line.latin = true;
        i += cp.size;
    }
}

std::vector<Line> lines_of(std::string_view text, const FurnitureWords& words) {
    std::vector<Line> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find('\n', at), text.size());
        Line line{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}};
        const auto content = line.span.of(text);
        if (content.find_first_not_of(" \t\r") != std::string_view::npos) {
            look_at_letters(content, line);
            line.scope = words.scope_of(fold(content.substr(0, 160)));
            line.body = content.size() >= body_length;
            out.push_back(line);
        }
        at = end + 1;
    }
    return out;
}

}  // namespace

void FurnitureWords::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
        const auto name = row.text(0);
        const auto scope = name == "line"   ? Scope::line
                           : name == "form" ? Scope::form
                           : name == "also" ? Scope::also
                                            : Scope::none;
        if (scope == Scope::none)
            diagnostics.push_back(row.error(0, fmt::format("found scope '{}', expected line, form or also", name)));
        for (const auto& form : split_forms(row.fields[1])) m_openings.push_back({fold(form.text), scope});
    });
}

FurnitureWords::Scope FurnitureWords::scope_of(std::string_view line) const {
    const auto start = line.find_first_not_of(" -:*|.\t");
    if (start == std::string_view::npos) return Scope::none;
    line.remove_prefix(start);
    for (const auto& opening : m_openings)
        if (line.starts_with(opening.text)) return opening.scope;
    return Scope::none;
}

std::vector<Span> find_furniture(std::string_view text, const FurnitureWords& words) {
    using Scope = FurnitureWords::Scope;
    const auto lines = lines_of(text, words);
    const bool arabic = std::any_of(lines.begin(), lines.end(), [](const Line& l) { return l.arabic && l.body; });

    // From the first line of a comment form or footer on, when another such line follows.
    const auto is_form = [](const Line& l) { return l.scope == Scope::form && !l.body; };
    const auto first = std::find_if(lines.begin(), lines.end(), is_form);
    auto rest = lines.end();
    if (first != lines.end() && std::any_of(first + 1, lines.end(), is_form)) rest = first;
    // "You may also like" closes the article unless more of its body follows.
    for (auto l = lines.begin(); l != rest; ++l)
        if (l->scope == Scope::also && std::none_of(l + 1, rest, [](const Line& x) { return x.body; })) {
            rest = l;
            break;
        }

    std::vector<Span> out;
    for (auto l = lines.begin(); l != lines.end(); ++l)
        if (l >= rest || l->scope == Scope::line || l->scope == Scope::also || (arabic && !l->arabic && l->latin))
            out.push_back(l->span);
    return out;
}

}  // namespace isnad
