#include "title_match.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t least_letters = 3;  ///< of a word that says what a title is about

bool is_long(std::string_view word) { return count_code_points(word) >= least_letters; }

}  // namespace

std::vector<std::string_view> words_of(std::string_view folded) {
    constexpr std::string_view between = " \n.,:;!?\"'()[]-/";
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t begin = folded.find_first_not_of(between);
        if (begin == std::string_view::npos) return out;
        folded.remove_prefix(begin);
        const std::string_view word = folded.substr(0, folded.find_first_of(between));
        out.push_back(word);
        folded.remove_prefix(word.size());
    }
}

TitleMatch::TitleMatch(const View& view) : m_view(view) {
    for (const SourceDocument& document : view.documents) m_titles.push_back(fold(document.title));
}

std::optional<double> TitleMatch::share(DocumentRef document, std::string_view folded_sentence) const {
    std::size_t all = 0;
    std::size_t found = 0;
    for (const std::string_view word : words_of(m_titles[document.value()])) {
        if (!is_long(word)) continue;
        ++all;
        if (folded_sentence.find(word) != std::string_view::npos) ++found;
    }
    if (all == 0) return std::nullopt;
    return static_cast<double>(found) / static_cast<double>(all);
}

bool TitleMatch::has(DocumentRef document, std::string_view words) const {
    constexpr std::size_t letter = 2;  // bytes of an Arabic one
    const std::string folded = fold(words);
    const auto all = words_of(folded);
    return std::any_of(all.begin(), all.end(), [&](std::string_view word) {
        if (word.size() >= 5 * letter) word.remove_suffix(letter);
        return is_long(word) && m_titles[document.value()].find(word) != std::string::npos;
    });
}

std::size_t TitleMatch::named(DocumentRef document, const std::vector<ActorRef>& actors) const {
    const std::string& title = m_titles[document.value()];
    return static_cast<std::size_t>(std::count_if(actors.begin(), actors.end(), [&](ActorRef ref) {
        const std::string name = fold(m_view.actor(ref).name_ar);
        const auto words = words_of(name);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return is_long(word) && title.find(word) != std::string::npos;
        });
    }));
}

}  // namespace isnad
