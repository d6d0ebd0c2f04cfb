#include "party_vote.hpp"

#include "importance.hpp"

#include <algorithm>
#include <map>

namespace isnad {

namespace {

constexpr double least_share = 0.4;  ///< of the best weight

void settle(const View& view, const TitleMatch& titles, EventInstance& event) {
    std::map<ActorRef, std::map<Role, double>> votes;
    for (const Telling& telling : event.tellings) {
        const double weight = telling_news(view, titles, event, telling);
        for (const Played& party : telling.parties) votes[party.actor][party.role] += weight;
    }
    double best = 0;
    std::map<ActorRef, double> sums;
    for (const auto& [actor, roles] : votes) {
        for (const auto& [role, weight] : roles) sums[actor] += weight;
        best = std::max(best, sums[actor]);
    }
    if (best <= 0) return;
    std::vector<Played> kept;
    for (const Played& played : event.participants) {
        const auto found = votes.find(played.actor);
        if (found == votes.end() || sums[played.actor] < least_share * best) continue;
        const auto role =
            std::max_element(found->second.begin(), found->second.end(), [](const auto& a, const auto& b) {
                return a.second < b.second;
            })->first;
        const Played settled{role, played.actor};
        if (std::find(kept.begin(), kept.end(), settled) == kept.end()) kept.push_back(settled);
    }
    std::sort(kept.begin(), kept.end());
    event.participants = std::move(kept);
}

}  // namespace

void settle_parties(View& view) {
    const TitleMatch titles(view);
    for (EventInstance& event : view.events) {
        if (event.tellings.size() > 1) settle(view, titles, event);
    }
}

}  // namespace isnad
