#pragma once
// Whether an article is about what it tells: its title beside the sentence.

#include "isnad/graph/view.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

/// The words of a folded text.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view folded);

class TitleMatch {
public:
    explicit TitleMatch(const View& view);

    /// Part of the title's words (of three letters and more) that the sentence has, 0 to 1; nothing without a title.
    [[nodiscard]] std::optional<double> share(DocumentRef document, std::string_view folded_sentence) const;

    /// Whether one of these words, or all but the last of its letters, is in the title.
    [[nodiscard]] bool has(DocumentRef document, std::string_view words) const;

    /// How many of these the title names by one of their words.
    [[nodiscard]] std::size_t named(DocumentRef document, const std::vector<ActorRef>& actors) const;

private:
    const View& m_view;
    std::vector<std::string> m_titles;  ///< folded, by document
};

}  // namespace isnad
