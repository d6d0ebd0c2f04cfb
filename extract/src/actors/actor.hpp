#pragma once
// Actors and places as they stand in a sentence.

#include "isnad/core/extraction.hpp"
#include "lexicon/pack.hpp"
#include "lexicon/word_class.hpp"

#include <optional>
#include <vector>

namespace isnad {

/// A stretch of tokens that names one actor (or two: "the two ministers").
struct NamedActor {
    std::vector<NodeIndex> nodes;
    std::optional<EntityId> capital;  ///< the city, when the words name a capital
    bool place = false;               ///< it stands as a place: after "in", or it is a town
    bool person = false;
};

/// `verb` is a finite verb that tells of no event.
enum class ItemKind : std::uint8_t { actor, trigger, nationality, word, time, mark, verb, other };

/// One element of the sentence as the grammar sees it.
struct Item {
    ItemKind kind = ItemKind::other;
    std::uint32_t begin = 0;  ///< tokens
    std::uint32_t end = 0;
    Clitics clitics;
    WordClass word = WordClass::none;  ///< of a word item
    std::uint32_t index = 0;           ///< of an actor, a trigger (lexicon), a country (nationality) or a time
    std::uint16_t features = 0;        ///< WordForm bits of a trigger, verb or nationality
};

/// A sentence ready for analysis.
struct SentenceItems {
    std::vector<Item> items;
    std::vector<NamedActor> actors;
};

}  // namespace isnad
