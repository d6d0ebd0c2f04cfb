#include "reading_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace isnad::app {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return out;
}

/// "ar", "ar-SY", "ara", "Arabic".
bool is_arabic(std::string_view language) {
    const auto tag = lower(language.substr(0, language.find_first_of("-_")));
    return tag == "ar" || tag == "ara" || tag == "arabic";
}

/// Letters of U+0600 to U+06FF, or presentation forms.
bool has_arabic_letters(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(text[i + 1]);
        if (lead >= 0xD8 && lead <= 0xDB) return true;
        if (lead == 0xEF && (next >= 0xAD && next <= 0xBB)) return true;
    }
    return false;
}

std::string others(std::size_t count) {
    if (count == 1) return {};
    return fmt::format("; the same holds for {} more", count - 1);
}

}  // namespace

void ReadingNotes::note_language(const Document& document) {
    std::string language;
    if (!document.language.empty() && !is_arabic(document.language))
        language = document.language;
    else if (has_arabic_letters(document.text))
        return;
    constexpr std::size_t most = 20;  // languages: their names are chosen by others
    if (m_unread.size() >= most && !m_unread.contains(language)) language = "other languages";
    auto& unread = m_unread[language];
    if (unread.count++ > 0) return;
    unread.first_id = document.id;
    unread.first = document.origin;
}

std::vector<Diagnostic> ReadingNotes::take() {
    std::vector<Diagnostic> out;
    for (const auto& [language, unread] : m_unread) {
        const auto why =
            language.empty() ? std::string("holds no Arabic letter") : fmt::format("is said to be in \"{}\"", language);
        out.push_back({Severity::warning, unread.first.file, unread.first.line, 0,
                       fmt::format("article \"{}\" {}; who did what is read in Arabic only{}", unread.first_id, why,
                                   others(unread.count))});
    }
    if (m_repeated > 0)
        out.push_back({Severity::note, "isnad", 0, 0,
                       fmt::format("{} given again with the same id and content, and read once",
                                   m_repeated == 1 ? "1 article was" : fmt::format("{} articles were", m_repeated))});
    m_unread.clear();
    m_repeated = 0;
    return out;
}

std::string other_kinds(const std::map<std::string, std::size_t>& endings) {
    std::vector<std::pair<std::size_t, std::string>> rows;
    std::size_t all = 0;
    for (const auto& [ending, count] : endings) {
        rows.emplace_back(count, ending.empty() ? "without an ending" : ending);
        all += count;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string list;
    for (const auto& [count, ending] : rows) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", ending, count);
    return fmt::format("{} of other kinds passed over ({})", all == 1 ? "1 file" : fmt::format("{} files", all), list);
}

}  // namespace isnad::app
