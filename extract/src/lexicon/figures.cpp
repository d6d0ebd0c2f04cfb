#include "lexicon/figures.hpp"

#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/phrase_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace isnad {

namespace {

constexpr std::uint32_t reach = 12;  // tokens of one clause
constexpr std::array<std::string_view, 5> side_names{"next", "after", "last", "before", "near"};

/// A word without the article.
std::string_view bare(std::string_view word) {
    if (word.starts_with(arabic::article)) word.remove_prefix(arabic::article.size());
    return word;
}

bool same(std::string_view word, std::string_view wanted) {
    if (wanted.ends_with('*')) return word.starts_with(wanted.substr(0, wanted.size() - 1));
    return word == wanted;
}

/// Whether a word of a text is a wanted one, its clitics and article aside.
bool is_word(std::string_view word, std::string_view wanted) {
    Clitics readings[6];
    const auto n = clitic_readings(word, readings);
    for (std::size_t i = 0; i < n; ++i) {
        auto rest = word.substr(readings[i].size);
        // "To" before the article swallows its alef.
        if (readings[i].preposition == 'l' && rest.starts_with(arabic::lam)) rest.remove_prefix(arabic::lam.size());
        if (same(rest, wanted) || same(bare(rest), wanted)) return true;
    }
    return false;
}

bool ends_clause(const TokenizedText& text, std::uint32_t i) {
    return text.tokens[i].kind == TokenKind::mark && text.text(i).find_first_of(".:;?!") != std::string_view::npos;
}

}  // namespace

void Figures::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    const auto phrases = [](const Field& field) {
        std::vector<Phrase> out;
        for (const auto& form : split_forms(field)) {
            Phrase words;
            std::string_view rest = form.text;
            while (!rest.empty()) {
                const auto end = std::min(rest.find(' '), rest.size());
                const auto word = rest.substr(0, end);
                const bool open = word.ends_with('*');
                auto folded = fold(word.substr(0, word.size() - (open ? 1 : 0)));
                folded = std::string(bare(folded));
                if (!folded.empty()) words.push_back(open ? folded + '*' : folded);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            if (!words.empty()) out.push_back(std::move(words));
        }
        return out;
    };
    for_each_row(file, 5, 5, diagnostics, [&](const isnad::Row& line) {
        Row row;
        std::string_view types = line.text(1);
        while (!types.empty()) {
            const auto end = std::min(types.find(','), types.size());
            const auto type = parse_event_type(types.substr(0, end));
            if (!type) {
                diagnostics.push_back(
                    line.error(1, fmt::format("found the unknown event type '{}'", types.substr(0, end))));
                return;
            }
            row.types.push_back(*type);
            types.remove_prefix(std::min(end + 1, types.size()));
        }
        const auto side = std::find(side_names.begin(), side_names.end(), line.text(2));
        if (side == side_names.end()) {
            diagnostics.push_back(line.error(
                2, fmt::format("found side '{}', expected next, after, last, before or near", line.text(2))));
            return;
        }
        row.side = static_cast<Side>(side - side_names.begin());
        if (line.text(3) != "-") row.triggers = phrases(line.fields[3]);
        row.neighbours = phrases(line.fields[4]);
        m_rows.push_back(std::move(row));
    });
}

bool Figures::beside(const Row& row, const TokenizedText& text, std::uint32_t token, std::uint32_t begin,
                     std::uint32_t end) const {
    const auto phrase_at = [&](std::uint32_t i) {
        return std::any_of(row.neighbours.begin(), row.neighbours.end(), [&](const Phrase& p) {
            if (p.size() > end - i) return false;
            for (std::uint32_t k = 0; k < p.size(); ++k)
                if (!is_word(text.text(i + k), p[k])) return false;
            return true;
        });
    };
    const bool close = row.side == Side::next || row.side == Side::last;
    const bool behind = row.side == Side::next || row.side == Side::after || row.side == Side::near;
    const bool ahead = row.side == Side::last || row.side == Side::before || row.side == Side::near;
    const std::uint32_t far = close ? 1 : reach;
    for (auto i = token + 1; behind && i < end && i <= token + far && !ends_clause(text, i); ++i)
        if (phrase_at(i)) return true;
    for (auto i = token; ahead && i > begin && token - i < far && !ends_clause(text, i - 1); --i)
        if (phrase_at(i - 1)) return true;
    return false;
}

bool Figures::holds(EventType type, const TokenizedText& text, std::uint32_t token, std::uint32_t begin,
                    std::uint32_t end) const {
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        if (std::find(row.types.begin(), row.types.end(), type) == row.types.end()) return false;
        const auto fires = [&](const Phrase& p) { return is_word(text.text(token), p.front()); };
        if (!row.triggers.empty() && std::none_of(row.triggers.begin(), row.triggers.end(), fires)) return false;
        return beside(row, text, token, begin, end);
    });
}

}  // namespace isnad
