#pragma once
// The words of an output language: export/lang/*.tsv. A row is a key and a text; a key may have several rows.

#include "isnad/export/tongue.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace isnad {

class Phrases {
public:
    /// The phrases built in for a language.
    [[nodiscard]] static const Phrases& of(Tongue tongue);

    explicit Phrases(std::string_view table);

    /// The first text of a key; the key itself when there is none, so that a missing phrase is seen.
    [[nodiscard]] std::string_view text(std::string_view key) const;
    [[nodiscard]] const std::vector<std::string_view>& all(std::string_view key) const;

    /// The form of "key.one", ".two", ".few", ".many", ".other" that a number takes, "{n}" filled in.
    [[nodiscard]] std::string count(std::string_view key, std::size_t n) const;

private:
    std::unordered_map<std::string_view, std::vector<std::string_view>> m_rows;
    bool m_arabic = false;
};

using Values = std::function<std::string(std::string_view name)>;

/// Fills "{name}" from values. A part in [brackets] is left out when a value in it is empty; an empty value outside
/// brackets makes the whole empty.
[[nodiscard]] std::string fill(std::string_view pattern, const Values& values);

/// The parts of a text between '|'.
[[nodiscard]] std::vector<std::string_view> split_bars(std::string_view text);

}  // namespace isnad
