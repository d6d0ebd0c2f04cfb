#pragma once
// The vocabularies of clues: enumerations and counts as words.

#include "events/clause_tree.hpp"
#include "events/clues.hpp"
#include "events/event_mention.hpp"

namespace isnad::clue {

[[nodiscard]] ClueWord of(EventType type);
[[nodiscard]] ClueWord of(NodeType type);
[[nodiscard]] ClueWord of(Slot slot);
[[nodiscard]] ClueWord of(SlotRole role);
[[nodiscard]] ClueWord of(ClauseKind kind);
[[nodiscard]] ClueWord of(SubjectFrom from);
[[nodiscard]] ClueWord of(Modality modality);
[[nodiscard]] ClueWord of(WordClass word);
[[nodiscard]] ClueWord of(ItemKind kind);
[[nodiscard]] ClueWord of(TimeGrain grain);
/// "same", "up_relative", "down_content", "across".
[[nodiscard]] ClueWord of(const ClausePath& path);
[[nodiscard]] ClueWord of(bool yes);
/// The type's family.
[[nodiscard]] ClueWord family(EventType type);
/// "verb", "noun" or "participle"; "present" for a verb in the present, "future" for one in the future.
[[nodiscard]] ClueWord form(std::uint16_t features);
/// The lexicon line that fired.
[[nodiscard]] ClueWord of(const Trigger& trigger);
/// 0, 1, 2, 3 and more.
[[nodiscard]] ClueWord count(std::size_t n);
/// Items between: 0, 1, 2, 3, 4 to 5, 6 to 8, 9 to 13, 14 to 20, more.
[[nodiscard]] ClueWord distance(std::size_t n);
/// Any of the words up to `names.size()`.
template <std::size_t N>
[[nodiscard]] constexpr std::array<ClueWord, N> words(const std::array<std::string_view, N>& names) {
    std::array<ClueWord, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = ClueWord(names[i]);
    return out;
}

}  // namespace isnad::clue
