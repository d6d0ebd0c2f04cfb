#include "lexicon/name_words.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/phrase_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace isnad {

namespace {

using arabic::article;
constexpr std::size_t shortest_rest = 6;   // bytes of an everyday word behind a clitic
constexpr std::size_t shortest_sound = 5;  // letters that must agree before two names count as one

}  // namespace

void NameWords::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    if (file.name.ends_with("common_words.tsv")) {
        for_each_row(file, 1, 1, diagnostics, [&](const Row& row) {
            for (const auto& form : split_forms(row.fields[0])) {
                const auto folded = fold(form.text);
                m_common.add(folded);
                for (const auto& word : {folded, std::string(article) + folded})
                    if (kind(word) != 0) mark(word, NameKind::common);
            }
        });
    } else if (file.name.ends_with("given_names.tsv")) {
        load_names(file, NameKind::given, diagnostics);
    } else if (file.name.ends_with("family_names.tsv")) {
        load_names(file, NameKind::family, diagnostics);
    } else if (file.name.ends_with("name_parts.tsv")) {
        load_names(file, 0, diagnostics);
    } else if (file.name.ends_with("name_letters.tsv")) {
        load_letters(file, diagnostics);
    } else {
        for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
            if (row.text(0).size() != 1) {
                diagnostics.push_back(row.error(0, fmt::format("found '{}', expected one sign", row.text(0))));
                return;
            }
            for (const auto& letter : split_forms(row.fields[1]))
                m_signs[decode(fold(letter.text), 0).value] = row.text(0).front();
        });
    }
}

void NameWords::mark(std::string_view folded, std::uint8_t kind) {
    const auto number = m_index->add(folded);
    if (number >= m_kinds.size()) m_kinds.resize(number + 1, 0);
    const auto hash = word_hash(folded);
    m_marked[(hash >> 6U) % m_marked.size()] |= std::uint64_t{1} << (hash & 63U);
    m_kinds[number] = static_cast<std::uint8_t>(m_kinds[number] | kind);
}

void NameWords::mark_pair(std::string_view first, std::string_view second) {
    mark(first, NameKind::begins);
    m_pairs.insert((std::uint64_t{m_index->find(first)} << 32U) | m_index->add(second));
}

/// Rows of Latin form, Arabic forms and, of family names, "alone".
void NameWords::load_names(const LexiconFile& file, std::uint8_t kind, std::vector<Diagnostic>& diagnostics) {
    const bool family = kind == NameKind::family;
    for_each_row(file, 2, family ? 3 : 2, diagnostics, [&](const Row& row) {
        auto bits = kind;
        if (row.fields.size() > 2) {
            if (row.text(2) != "alone")
                diagnostics.push_back(row.error(2, fmt::format("found '{}', expected alone", row.text(2))));
            bits |= NameKind::alone;
        }
        for (const auto& form : split_forms(row.fields[1])) {
            const auto folded = fold(form.text);
            m_latin.try_emplace(folded, std::string(row.text(0)));
            const auto blank = folded.find(' ');
            if (bits == 0) continue;
            if (blank == std::string::npos)
                mark(folded, bits);
            else
                mark_pair(folded.substr(0, blank), folded.substr(blank + 1));
            if (kind == NameKind::given) m_spelled.add(form.text);
        }
    });
}

void NameWords::load_letters(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
        const auto text = row.text(1);
        int weight = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), weight);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) {
            diagnostics.push_back(row.error(1, fmt::format("found '{}', expected a whole number", text)));
            return;
        }
        if (row.text(0) == "-") {
            m_bias = weight;
            return;
        }
        const auto piece = m_pieces.add(row.text(0));
        if (piece >= m_weights.size()) m_weights.resize(piece + 1, 0);
        m_weights[piece] = weight;
    });
}

int NameWords::likeness(std::string_view folded) const {
    constexpr std::size_t longest = 4;  // letters of a piece
    const auto marked = "^" + std::string(folded) + "$";
    std::array<std::size_t, longest> begins{};  // of the letters before
    int out = m_bias;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < marked.size(); ++letters) {
        const auto end = at + decode(marked, at).size;
        begins[letters % longest] = at;
        for (std::size_t n = 0; n < std::min(letters + 1, longest); ++n) {
            const auto begin = begins[(letters - n) % longest];
            const auto piece = m_pieces.find(std::string_view(marked).substr(begin, end - begin));
            if (piece != WordIndex::none) out += m_weights[piece];
        }
        at = end;
    }
    return out;
}

std::string NameWords::latin(std::string_view folded) const {
    std::string out;
    while (!folded.empty()) {
        // Two words may have a form of their own ("abd allah").
        auto size = folded.find(' ');
        auto found = m_latin.end();
        if (size != std::string_view::npos && (kind(folded.substr(0, size)) & NameKind::begins) != 0) {
            const auto two = folded.find(' ', size + 1);
            found = m_latin.find(std::string(folded.substr(0, two)));
            if (found != m_latin.end()) size = two;
        }
        const auto word = std::string(folded.substr(0, size));
        if (found == m_latin.end()) found = m_latin.find(word);
        std::string latin;
        if (found != m_latin.end()) {
            latin = found->second;
        } else if (word.starts_with(article)) {
            const auto rest = m_latin.find(word.substr(article.size()));
            const auto prefix = m_latin.find(std::string(article));
            if (rest != m_latin.end() && prefix != m_latin.end()) latin = prefix->second + rest->second;
        }
        if (latin.empty()) return {};
        out += (out.empty() || out.ends_with('-') ? "" : " ") + latin;
        folded.remove_prefix(size == std::string_view::npos ? folded.size() : size + 1);
    }
    return out;
}

void NameWords::add_person(std::string_view form, std::uint32_t person) {
    const auto folded = fold(form);
    const auto blank = folded.find(' ');
    if (blank == std::string::npos) return;
    const auto first = folded.substr(0, blank);
    mark(first, NameKind::given);
    if (m_common.contains(first)) mark(first, NameKind::common);
    auto& own = m_given_sounds[sound(first)];
    if (std::find(own.begin(), own.end(), person) == own.end()) own.push_back(person);
    const auto whole = sound(folded);
    if (whole.size() < shortest_sound) return;
    const auto [found, fresh] = m_full_sounds.try_emplace(whole, person);
    if (!fresh && found->second != person) found.value() = std::nullopt;
}

bool NameWords::common(std::string_view folded) const {
    const auto listed = [&](std::string_view word) { return m_common.contains(word); };
    if (listed(folded)) return true;
    const auto bare = [&](std::string_view word) {
        return word.starts_with(article) && listed(word.substr(article.size()));
    };
    if (bare(folded)) return true;
    Clitics readings[6];
    const std::size_t n = clitic_readings(folded, readings);
    for (std::size_t i = 1; i < n; ++i) {
        const auto rest = folded.substr(readings[i].size);
        if (rest.size() < shortest_rest) continue;
        if (listed(rest) || bare(rest)) return true;
    }
    return false;
}

bool NameWords::own_given(std::string_view folded, std::uint32_t person) const {
    const auto found = m_given_sounds.find(sound(folded));
    return found != m_given_sounds.end() &&
           std::find(found->second.begin(), found->second.end(), person) != found->second.end();
}

std::optional<std::uint32_t> NameWords::sounds_like(std::string_view folded) const {
    const auto found = m_full_sounds.find(sound(folded));
    return found == m_full_sounds.end() ? std::nullopt : found->second;
}

std::string NameWords::sound(std::string_view folded) const {
    std::string out;
    for (std::size_t i = 0; i < folded.size();) {
        const auto letter = decode(folded, i);
        const auto sign = m_signs.find(letter.value);
        i += letter.size;
        if (sign == m_signs.end() || sign->second == '-') continue;
        if (out.empty() || out.back() != sign->second) out += sign->second;
    }
    return out;
}

}  // namespace isnad
