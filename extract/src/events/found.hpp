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
    std::optional<EventType> type;  ///< of the trigger, or what its words make of it ("spoke by phone")
    std::uint16_t features = 0;
    std::vector<NodeIndex> subject;
    bool subject_named = false;  ///< the clause names a subject, known or not
    bool relative = false;       ///< its subject is the antecedent of its clause
    bool item_named = false;     ///< its subject stands beside the verb, not understood
    bool supported = false;      ///< a noun that a light verb or another noun vouches for
    bool told_by_noun = false;   ///< the noun behind the verb tells the same event
    bool presupposed = false;    ///< holds whatever its sentence says of those who stay away
    std::size_t teller = 0;      ///< the light verb behind a noun, as an item; 0 when there is none
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
    [[nodiscard]] bool suffix() const { return (features & WordForm::suffix) != 0; }
    [[nodiscard]] bool definite() const { return (features & WordForm::definite) != 0; }
    [[nodiscard]] bool consultation() const;  ///< a meeting, call, visit, talks or mediation
    /// Adds a participant unless the node takes part already.
    void add(Role role, NodeIndex node);
    void add(const std::vector<Participant>& more);
};

[[nodiscard]] bool is_consultation(EventType type);

/// What earlier words leave behind for those that lean on them.
struct Discourse {
    std::vector<NodeIndex> subject;       ///< of the last clause
    std::vector<NodeIndex> speaker;       ///< of the last speech
    std::vector<NodeIndex> subject_here;  ///< the same within the running sentence
    std::vector<NodeIndex> speaker_here;
    std::vector<NodeIndex> antecedent;     ///< of the relative clause that the sentence's last verb stands in
    std::optional<bool> subject_feminine;  ///< by the verb that named the subject; unknown of plurals
    std::optional<bool> speaker_feminine;  ///< the same of the speaker
    bool speaker_unknown = false;          ///< the last speech named somebody whom no list knows
    bool speech_here = false;              ///< the running sentence has a speech already
    std::vector<Event> consultations;      ///< the last ones with two participants or more

    void open_sentence() {
        subject_here.clear();
        speaker_here.clear();
        antecedent.clear();
        speech_here = false;
    }
    /// Takes in the subject of a clause; one `inside` the words of a speech does not take its speaker's place.
    void follow(const Found& found, bool inside);
};

}  // namespace isnad
