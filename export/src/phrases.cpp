#include "phrases.hpp"

#include "isnad/core/embedded_file.hpp"

#include <fmt/format.h>

namespace isnad::phrases {
EmbeddedFiles files();
}

namespace isnad {

namespace {

std::string_view file(std::string_view name) {
    for (const EmbeddedFile& embedded : phrases::files()) {
        if (embedded.name == name) return embedded.text;
    }
    return {};
}

/// CLDR's plural categories.
const char* plural(std::size_t n, bool arabic) {
    if (!arabic) return n == 1 ? "one" : "other";
    if (n == 1) return "one";
    if (n == 2) return "two";
    const std::size_t rest = n % 100;
    if (rest >= 3 && rest <= 10) return "few";
    return rest >= 11 ? "many" : "other";
}

}  // namespace

const Phrases& Phrases::of(Tongue tongue) {
    static const Phrases english(file("en.tsv"));
    static const Phrases arabic(file("ar.tsv"));
    return tongue == Tongue::ar ? arabic : english;
}

Phrases::Phrases(std::string_view table) {
    while (!table.empty()) {
        const std::size_t end = std::min(table.find('\n'), table.size());
        const std::string_view line = table.substr(0, end);
        table.remove_prefix(std::min(end + 1, table.size()));
        const std::size_t tab = line.find('\t');
        if (line.empty() || line.front() == '#' || tab == std::string_view::npos) continue;
        m_rows[line.substr(0, tab)].push_back(line.substr(tab + 1));
    }
    m_arabic = text("plural") == "ar";
}

std::string_view Phrases::text(std::string_view key) const {
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? key : found->second.front();
}

const std::vector<std::string_view>& Phrases::all(std::string_view key) const {
    static const std::vector<std::string_view> none;
    const auto found = m_rows.find(key);
    return found == m_rows.end() ? none : found->second;
}

std::string Phrases::count(std::string_view key, std::size_t n) const {
    std::string full = fmt::format("{}.{}", key, plural(n, m_arabic));
    if (m_rows.find(full) == m_rows.end()) full = fmt::format("{}.other", key);
    return fill(text(full), [n](std::string_view) { return std::to_string(n); });
}

std::string fill(std::string_view pattern, const Values& values) {
    std::string out;
    std::string part;
    bool in_part = false;
    bool part_empty = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if (c == '[') {
            in_part = true;
            part_empty = false;
            part.clear();
        } else if (c == ']') {
            if (!part_empty) out += part;
            in_part = false;
        } else if (c == '{') {
            const std::size_t end = pattern.find('}', i);
            if (end == std::string_view::npos) return out;
            const std::string value = values(pattern.substr(i + 1, end - i - 1));
            if (value.empty() && !in_part) return {};
            if (value.empty()) part_empty = true;
            (in_part ? part : out) += value;
            i = end;
        } else {
            (in_part ? part : out) += c;
        }
    }
    return out;
}

std::vector<std::string_view> split_bars(std::string_view text) {
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t bar = text.find('|');
        out.push_back(text.substr(0, bar));
        if (bar == std::string_view::npos) return out;
        text.remove_prefix(bar + 1);
    }
}

}  // namespace isnad
