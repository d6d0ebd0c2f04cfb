#pragma once
// What tells a name that no list holds from other words: given names, everyday words, and which letters sound alike.

#include "isnad/core/diagnostic.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/word_index.hpp"

#include <tsl/robin_map.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class NameWords {
public:
    /// Reads given_names.tsv, common_words.tsv or sound_alike.tsv.
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);
    /// A form of a listed person: of several words, its first is a given name and the whole is known by its sound.
    void add_person(std::string_view form, std::uint32_t person);

    /// Whether a folded word is a given name.
    [[nodiscard]] bool given(std::string_view folded) const {
        return m_given.contains(folded) && !m_common.contains(folded);
    }
    /// Whether a word is a given name in just this spelling, for names that folding makes equal to a small word.
    [[nodiscard]] bool spelled_given(std::string_view raw) const { return m_spelled.contains(raw); }
    /// Whether a folded word is one of everyday language, also behind a clitic or the article.
    [[nodiscard]] bool common(std::string_view folded) const;
    /// Whether a folded word sounds like the given name of a listed person.
    [[nodiscard]] bool own_given(std::string_view folded, std::uint32_t person) const;
    /// The one listed person whose full name sounds like these folded words.
    [[nodiscard]] std::optional<std::uint32_t> sounds_like(std::string_view folded) const;

private:
    [[nodiscard]] std::string sound(std::string_view folded) const;

    WordIndex m_given;
    WordIndex m_spelled;
    WordIndex m_common;
    tsl::robin_map<char32_t, char> m_signs;  ///< letter to sign, '-' for one that is left out
    tsl::robin_map<std::string, std::vector<std::uint32_t>> m_given_sounds;
    tsl::robin_map<std::string, std::optional<std::uint32_t>> m_full_sounds;  ///< empty where two persons sound alike
};

}  // namespace isnad
