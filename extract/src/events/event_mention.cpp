#include "events/event_mention.hpp"

#include <algorithm>

namespace isnad {

bool EventMention::has(NodeIndex node) const {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& p) { return p.node == node; });
}

void EventMention::add(Party party) {
    if (!has(party.node)) parties.push_back(party);
}

std::vector<NodeIndex> EventMention::agents() const {
    std::vector<NodeIndex> out;
    for (const auto& p : parties)
        if (p.role == Role::agent) out.push_back(p.node);
    return out;
}

}  // namespace isnad
