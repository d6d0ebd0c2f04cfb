#pragma once
// What a Language is made of.

#include "events/clues.hpp"
#include "isnad/extract/language.hpp"
#include "isnad/extract/time.hpp"
#include "lexicon/figures.hpp"
#include "lexicon/pack.hpp"
#include "lexicon/phrase_table.hpp"
#include "lexicon/plain_verbs.hpp"
#include "lexicon/triggers.hpp"
#include "text/furniture.hpp"

#include <vector>

namespace isnad {

struct Language::Parts {
    TimeGrammar times;
    PhraseTable phrases;  ///< numbers its words in the index of the times
    Pack pack;
    std::vector<Trigger> triggers;
    PlainVerbs plain_verbs;
    Figures figures;
    ClueWeights weights;
    FurnitureWords furniture;

    explicit Parts(const LexiconFiles& files);
};

}  // namespace isnad
