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

bool consultation(const Trigger& trigger) { return trigger.type && info(*trigger.type).family == "consult"; }

void Discourse::follow(const Found& found) {
    if (found.relayed) speaker = speaker_here = {*found.relayed};
    if (found.subject.empty()) return;
    if (found.trigger->speech && !found.trigger->relay) speaker = speaker_here = found.subject;
    if (!found.participle()) subject = subject_here = found.subject;
}

}  // namespace isnad
