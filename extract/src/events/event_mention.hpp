#pragma once
// One place of a sentence that may tell of an event, with what the reading has learned of it so far.

#include "events/sentence_view.hpp"

#include <optional>
#include <vector>

namespace isnad {

/// Somebody who takes part, and the words that say so.
struct Party {
    Role role = Role::agent;
    NodeIndex node;
    Basis basis = Basis::named;
    Span words;  ///< of the mention that names the party
};

struct EventMention {
    std::size_t item = 0;  ///< in the sentence's items
    const Trigger* trigger = nullptr;
    std::optional<EventType> type;  ///< of the trigger, or what its words make of it ("spoke by phone")
    std::uint16_t features = 0;
    std::vector<Party> parties;
    std::optional<NodeIndex> relayed;  ///< whose words a relay verb passes on
    std::size_t content = 0;           ///< first item of the content of a speech trigger; 0 when there is none
    std::optional<TimeIndex> time;
    Interval when;
    DayBasis day_basis = DayBasis::none;
    ToldBy told_by = ToldBy::noun;
    bool news = false;  ///< told as just done, should no day be found
    std::optional<NodeIndex> place;
    Modality modality = Modality::asserted;
    std::vector<NodeIndex> sources;       ///< outermost first
    std::optional<std::size_t> governor;  ///< the speech in whose content it stands, in the sentence's mentions
    bool settled = false;                 ///< its parties stand already
    bool told = true;                     ///< it is enough to tell of an event

    [[nodiscard]] bool verb() const { return (features & WordForm::verb) != 0; }
    [[nodiscard]] bool participle() const { return (features & WordForm::participle) != 0; }
    [[nodiscard]] bool noun() const { return !verb() && !participle(); }
    [[nodiscard]] bool suffix() const { return (features & WordForm::suffix) != 0; }
    [[nodiscard]] bool definite() const { return (features & WordForm::definite) != 0; }
    [[nodiscard]] bool present() const { return (features & WordForm::present) != 0; }
    [[nodiscard]] bool consultation() const { return type && info(*type).family == "consult"; }
    [[nodiscard]] bool has(NodeIndex node) const;
    /// Adds a party unless the node takes part already.
    void add(Party party);
    /// The nodes that speak or act.
    [[nodiscard]] std::vector<NodeIndex> agents() const;
};

}  // namespace isnad
