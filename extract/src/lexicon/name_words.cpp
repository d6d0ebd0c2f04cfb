#include "lexicon/name_words.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/phrase_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

namespace {

using arabic::article;
constexpr std::size_t shortest_rest = 6;   // bytes of an everyday word behind a clitic
constexpr std::size_t shortest_sound = 5;  // letters that must agree before two names count as one

void load_words(const LexiconFile& file, std::vector<Diagnostic>& diagnostics, const auto& use) {
    for_each_row(file, 1, 1, diagnostics, [&](const Row& row) {
        for (const auto& form : split_forms(row.fields[0])) use(form.text);
    });
}

}  // namespace

void NameWords::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    if (file.name.ends_with("common_words.tsv")) {
        load_words(file, diagnostics, [&](std::string_view form) { m_common.add(fold(form)); });
    } else if (file.name.ends_with("given_names.tsv")) {
        load_words(file, diagnostics, [&](std::string_view form) {
            m_given.add(fold(form));
            m_spelled.add(form);
        });
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

void NameWords::add_person(std::string_view form, std::uint32_t person) {
    const auto folded = fold(form);
    const auto blank = folded.find(' ');
    if (blank == std::string::npos) return;
    const auto first = folded.substr(0, blank);
    m_given.add(first);
    auto& own = m_given_sounds[sound(first)];
    if (std::find(own.begin(), own.end(), person) == own.end()) own.push_back(person);
    const auto whole = sound(folded);
    if (whole.size() < shortest_sound) return;
    const auto [found, fresh] = m_full_sounds.try_emplace(whole, person);
    if (!fresh && found->second != person) found.value() = std::nullopt;
}

bool NameWords::common(std::string_view folded) const {
    if (m_common.contains(folded)) return true;
    const auto bare = [&](std::string_view word) {
        return word.starts_with(article) && m_common.contains(word.substr(article.size()));
    };
    if (bare(folded)) return true;
    Clitics readings[6];
    const std::size_t n = clitic_readings(folded, readings);
    for (std::size_t i = 1; i < n; ++i) {
        const auto rest = folded.substr(readings[i].size);
        if (rest.size() < shortest_rest) continue;
        if (m_common.contains(rest) || bare(rest)) return true;
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
