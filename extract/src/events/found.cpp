#include "events/found.hpp"

#include <algorithm>

namespace isnad {

void Found::add(Role role, NodeIndex node) {
    const auto known = [&](const Participant& p) { return p.node == node; };
    if (std::none_of(participants.begin(), participants.end(), known)) participants.push_back({role, node});
}

void Found::add(const std::vector<Participant>& more) {
    for (const auto& p : more) add(p.role, p.node);
}

bool is_consultation(EventType type) { return info(type).family == "consult"; }

bool Found::consultation() const { return type && is_consultation(*type); }

void Discourse::follow(const Found& found, bool inside) {
    constexpr auto number = WordForm::plural;
    const bool tells = found.verb() && found.item_named && (found.features & number) == 0;
    const auto feminine = tells ? std::optional((found.features & WordForm::feminine) != 0) : std::nullopt;
    const bool speech = found.trigger->speech && !found.trigger->relay && !inside;
    if (found.relayed) speaker = speaker_here = {*found.relayed};
    if (speech && (found.subject_named || !found.subject.empty())) {
        speaker = speaker_here = found.subject;
        speaker_unknown = found.subject.empty();
        if (found.item_named || speaker_unknown) speaker_feminine = feminine;
    }
    if (found.relative)
        antecedent = found.subject;
    else if (found.subject != antecedent)
        antecedent.clear();
    speech_here = speech_here || found.trigger->speech;
    if (!found.subject.empty() && !found.participle()) {
        subject = subject_here = found.subject;
        if (found.item_named) subject_feminine = feminine;
    }
}

}  // namespace isnad
