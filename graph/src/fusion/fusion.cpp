#include "fusion/fusion.hpp"

#include "fusion/consultations.hpp"
#include "fusion/gatherings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace isnad::graph {

namespace {

/// Types within one kind that are told apart all the same.
std::size_t lane(EventType type) {
    return type == EventType::talks ? static_cast<std::size_t>(EventType::meeting) : static_cast<std::size_t>(type);
}

void append(std::vector<Draft>& all, std::vector<Draft> more) {
    const auto offset = all.size();
    for (auto& draft : more) {
        for (auto& whole : draft.wholes) whole += offset;
        all.push_back(std::move(draft));
    }
}

/// Sentences printed again tell of what the first printing tells.
void add_copies(const std::vector<MentionRank>& original, std::vector<Draft>& drafts) {
    std::multimap<MentionRank, MentionRank> copies;
    for (MentionRank i = 0; i < original.size(); ++i)
        if (original[i] != i) copies.emplace(original[i], i);
    for (auto& draft : drafts)
        for (std::size_t i = 0, count = draft.members.size(); i < count; ++i) {
            const auto [first, last] = copies.equal_range(draft.members[i]);
            for (auto it = first; it != last; ++it) draft.members.push_back(it->second);
        }
}

}  // namespace

std::vector<Draft> fuse(const FusionBlock& block) {
    std::map<std::size_t, std::vector<MentionRank>> lanes;
    const auto original = originals(block);
    for (MentionRank i = 0; i < block.mentions.size(); ++i)
        if (original[i] == i) lanes[lane(block.mentions[i].type)].push_back(i);
    std::vector<Draft> drafts;
    std::vector<Draft> truces;
    if (const auto found = lanes.find(lane(EventType::truce)); found != lanes.end())
        truces = fuse_by_likeness(block, found->second, Kind::state, {});
    for (const auto& [type, mentions] : lanes) {
        const auto kind = kind_of(static_cast<EventType>(type));
        if (is_consultation(static_cast<EventType>(type)))
            append(drafts, gather(block, mentions));
        else if (type == lane(EventType::truce))
            append(drafts, truces);
        else if (type == lane(EventType::agreement))
            append(drafts, fuse_by_likeness(block, mentions, kind, truces_made(block, mentions, truces)));
        else
            append(drafts, fuse_by_likeness(block, mentions, kind, {}));
    }
    add_copies(original, drafts);
    for (auto& draft : drafts) {
        std::sort(draft.members.begin(), draft.members.end());
        draft.members.erase(std::unique(draft.members.begin(), draft.members.end()), draft.members.end());
    }
    return drafts;
}

}  // namespace isnad::graph
