#include "fusion.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace isnad::graph {

namespace {

constexpr int longest_stay = 7;      // days of a visit that is not a tour
constexpr int longest_journey = 45;  // days; bounded by what precision() calls wide

/// Joins meetings to the visits they were part of: a traveller takes part, the days lie inside, the places fit.
class PartsOfJourneys {
public:
    PartsOfJourneys(const FusionBlock& block, std::vector<Draft>& drafts) : m_block(block), m_drafts(drafts) {
        for (std::size_t i = 0; i < drafts.size(); ++i)
            if (kind(i) == Kind::journey && precision(drafts[i].when) != Precision::vague)
                m_journeys.emplace(*drafts[i].when.from, i);
    }

    void link() {
        for (std::size_t i = 0; i < m_drafts.size(); ++i)
            if (kind(i) == Kind::encounter && m_drafts[i].wholes.empty() &&
                precision(m_drafts[i].when) != Precision::vague)
                link(i);
    }

private:
    [[nodiscard]] Kind kind(std::size_t draft) const { return kind_of(m_block.mentions[m_drafts[draft].seed].type); }

    void link(std::size_t meeting) {
        auto& part = m_drafts[meeting];
        const auto first = m_journeys.lower_bound(*part.when.from - date::days{longest_journey});
        std::vector<std::size_t> wholes;
        for (auto it = first; it != m_journeys.end() && it->first <= *part.when.from; ++it)
            if (contains(m_drafts[it->second], part)) wholes.push_back(it->second);
        part.wholes.insert(part.wholes.end(), wholes.begin(), wholes.end());
        if (!part.place && wholes.size() == 1) part.place = m_drafts[wholes.front()].place;
    }

    [[nodiscard]] bool contains(const Draft& journey, const Draft& meeting) const {
        if (*meeting.when.to > *journey.when.to || !journey.place) return false;
        const bool traveller = std::any_of(journey.core.begin(), journey.core.end(), [&](ActorRank a) {
            return std::binary_search(meeting.core.begin(), meeting.core.end(), a);
        });
        if (!traveller) return false;
        return meeting.place ? places_fit(m_block, journey.place, meeting.place) : meets_hosts(journey, meeting);
    }

    /// A meeting whose place nobody names was at the place of a short visit when somebody of the country took part.
    [[nodiscard]] bool meets_hosts(const Draft& journey, const Draft& meeting) const {
        const auto& country = m_block.actors[*journey.place].country;
        const bool brief = (*journey.when.to - *journey.when.from).count() < longest_stay;
        return brief && !country.empty() && std::any_of(meeting.core.begin(), meeting.core.end(), [&](ActorRank a) {
                   return m_block.actors[a].country == country;
               });
    }

    const FusionBlock& m_block;
    std::vector<Draft>& m_drafts;
    std::multimap<Day, std::size_t> m_journeys;
};

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
        const bool by_parties = kind == Kind::encounter || kind == Kind::call || kind == Kind::journey;
        if (by_parties)
            append(drafts, fuse_encounters(block, mentions, kind));
        else if (type == lane(EventType::truce))
            append(drafts, truces);
        else if (type == lane(EventType::agreement))
            append(drafts, fuse_by_likeness(block, mentions, kind, truces_made(block, mentions, truces)));
        else
            append(drafts, fuse_by_likeness(block, mentions, kind, {}));
    }
    PartsOfJourneys(block, drafts).link();
    add_copies(original, drafts);
    for (auto& draft : drafts) {
        std::sort(draft.members.begin(), draft.members.end());
        draft.members.erase(std::unique(draft.members.begin(), draft.members.end()), draft.members.end());
    }
    return drafts;
}

}  // namespace isnad::graph
