#pragma once
// A trigger found in a sentence, with what the analysis has learned of it so far.

#include "actors/actor.hpp"
#include "lexicon/morphology.hpp"
#include "lexicon/triggers.hpp"

#include <optional>
#include <string>
#include <vector>

namespace isnad {

struct Found {
    std::size_t item = 0;  ///< in the sentence's items
    const Trigger* trigger = nullptr;
    std::uint8_t features = 0;
    std::vector<NodeIndex> subject;
    bool subject_named = false;  ///< the clause names a subject, known or not
    std::vector<Participant> participants;
    std::optional<NodeIndex> relayed;  ///< whose words a relay verb passes on
    std::size_t content = 0;           ///< first item of the content clause of a speech trigger; 0 when there is none
    std::optional<TimeIndex> time;
    std::optional<NodeIndex> place;
    Modality modality = Modality::asserted;
    std::vector<NodeIndex> sources;   ///< outermost first
    const Found* governor = nullptr;  ///< the speech whose content it stands in

    [[nodiscard]] bool verb() const { return (features & WordForm::verb) != 0; }
    [[nodiscard]] bool participle() const { return (features & WordForm::participle) != 0; }
    [[nodiscard]] bool noun() const { return !verb() && !participle(); }
    void add(Role role, NodeIndex node);
};

}  // namespace isnad
