#include "text/furniture.hpp"

#include "isnad/core/fold.hpp"
#include "text/text_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

namespace {

using Scope = FurnitureWords::Scope;
using Lines = std::vector<TextLine>;

bool letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xD8 && byte <= 0xDB) || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

constexpr std::size_t first_bytes = 3;  // of a line: enough to tell most openings from it

constexpr std::string_view blanks = " -:*|./\t[]()>\"";

/// From the first line of a comment form or footer on, when another such line follows, all is furniture.
std::size_t form_begins(const Lines& lines) {
    const auto is_form = [](const TextLine& l) { return l.scope == Scope::form && !l.long_enough; };
    const auto first = std::find_if(lines.begin(), lines.end(), is_form);
    if (first == lines.end() || std::none_of(first + 1, lines.end(), is_form)) return lines.size();
    return static_cast<std::size_t>(first - lines.begin());
}

/// "You may also like" closes the article unless more of its body follows.
std::size_t also_closes(const Lines& lines, std::size_t end) {
    auto last_body = end;
    while (last_body > 0 && !lines[last_body - 1].body()) --last_body;
    for (auto i = last_body; i < end; ++i)
        if (lines[i].scope == Scope::also) return i;
    return end;
}

/// The headlines under "read also": a line that says no more than that, and the lines that are not the article's own.
void mark_also_lists(Lines& lines, std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
        if (lines[i].scope != Scope::also) continue;
        lines[i].furniture = true;
        if (lines[i].names_more) continue;
        while (i + 1 < end && !lines[i + 1].body() && !lines[i + 1].closed && lines[i + 1].scope != Scope::also)
            lines[++i].furniture = true;
    }
}

/// Where a page lists other articles, each stands beside its date.
void mark_dated_lists(Lines& lines, std::size_t end) {
    constexpr std::ptrdiff_t list = 3;  // dates; an article has one or two of its own
    const bool listed = std::count_if(lines.begin(), lines.end(), [](const TextLine& l) { return l.stamp; }) >= list;
    constexpr std::size_t own_head = 2;  // the article's headline and date
    for (std::size_t i = 0; i < end; ++i) {
        if (!lines[i].stamp) continue;
        lines[i].furniture = true;
        if (listed && i >= own_head && i + 1 < end && !lines[i + 1].body()) lines[i + 1].furniture = true;
    }
}

/// One or two short lines without a full stop between two closed paragraphs.
void mark_inserted_headings(Lines& lines, std::size_t end) {
    const auto paragraph = [&](std::size_t i) { return !lines[i].furniture && lines[i].closed && lines[i].body(); };
    for (std::size_t i = 1; i + 1 < end; ++i) {
        if (!paragraph(i - 1) || !lines[i].heading) continue;
        const std::size_t next = lines[i + 1].heading && i + 2 < end ? i + 2 : i + 1;
        if (!paragraph(next)) continue;
        for (auto h = i; h < next; ++h) lines[h].furniture = true;
    }
}

bool says_so(const TextLine& line) {
    switch (line.scope) {
        case Scope::always:
        case Scope::whole: return true;
        case Scope::line: return !line.body();
        case Scope::brief: return line.brief;
        default: return false;
    }
}

}  // namespace

void FurnitureWords::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
        const auto name = row.text(0);
        const auto scope = name == "line"     ? Scope::line
                           : name == "brief"  ? Scope::brief
                           : name == "always" ? Scope::always
                           : name == "whole"  ? Scope::whole
                           : name == "form"   ? Scope::form
                           : name == "also"   ? Scope::also
                                              : Scope::none;
        if (scope == Scope::none && name != "stamp")
            diagnostics.push_back(row.error(
                0, fmt::format("found scope '{}', expected line, brief, always, whole, form, also or stamp", name)));
        for (const auto& form : split_forms(row.fields[1])) {
            const auto text = fold(form.text);
            if (name == "stamp")
                m_stamp_words.add(text);
            else if (text.size() < first_bytes)
                diagnostics.push_back(row.error(1, fmt::format("found '{}', expected two letters or more", form.text)));
            else
                m_openings[text.substr(0, first_bytes)].push_back({text, scope});
        }
    });
    // The longest first: "see also" before "see".
    for (auto& [first, openings] : m_openings)
        std::stable_sort(openings.begin(), openings.end(),
                         [](const Opening& a, const Opening& b) { return a.text.size() > b.text.size(); });
}

FurnitureWords::Found FurnitureWords::look_up(std::string_view line) const {
    const auto start = line.find_first_not_of(blanks);
    if (start == std::string_view::npos) return {};
    line.remove_prefix(start);
    const auto openings = m_openings.find(line.substr(0, first_bytes));
    if (openings == m_openings.end()) return {};
    for (const auto& opening : openings->second) {
        if (!line.starts_with(opening.text)) continue;
        const auto rest = line.substr(opening.text.size());
        if (!rest.empty() && letter(opening.text.back()) && letter(rest.front())) continue;
        const auto more = rest.find_first_not_of(blanks) == std::string_view::npos ? 0 : rest.size();
        if (opening.scope == Scope::whole && more != 0) continue;
        return {opening.scope, more};
    }
    return {};
}

std::vector<Span> find_furniture(const TokenizedText& text, const FurnitureWords& words, const TimeGrammar& times) {
    auto lines = text_lines(text, words, times);
    const auto end = std::min(form_begins(lines), also_closes(lines, form_begins(lines)));
    const bool arabic = std::any_of(lines.begin(), lines.end(), [](const TextLine& l) { return l.arabic && l.body(); });
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].furniture = i >= end || says_so(lines[i]) || (arabic && !lines[i].arabic && lines[i].latin);
    mark_also_lists(lines, end);
    mark_dated_lists(lines, end);
    mark_inserted_headings(lines, end);
    std::vector<Span> out;
    for (const auto& line : lines)
        if (line.furniture) out.push_back(line.span);
    return out;
}

}  // namespace isnad
