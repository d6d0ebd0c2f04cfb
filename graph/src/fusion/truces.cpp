// Which agreement made which truce.

#include "fusion/fusion.hpp"
#include "fusion/pair_days.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace isnad::graph {

namespace {

using Words = std::vector<std::uint64_t>;

bool among(const Words& few, const Words& many) {
    return !few.empty() && std::includes(many.begin(), many.end(), few.begin(), few.end());
}

class TruceFinder {
public:
    TruceFinder(const FusionBlock& block, const std::vector<Draft>& truces) : m_block(block) {
        for (std::size_t i = 0; i < truces.size(); ++i) {
            if (precision(truces[i].when) == Precision::vague) continue;  // "a truce" may be any
            for (const auto m : truces[i].members) {
                const auto& mention = block.mentions[m];
                if (!mention.called.empty()) m_called.insert(mention.called);
                if (!looks_ahead(mention.modality) && mention.modality != Modality::denied)
                    m_told.emplace(mention.document, Told{i, m});
            }
        }
    }

    [[nodiscard]] std::optional<std::size_t> made_by(MentionRank agreement) const {
        const auto& mention = m_block.mentions[agreement];
        if (mention.topic.empty() || looks_ahead(mention.modality) || mention.modality == Modality::denied)
            return std::nullopt;
        const auto names = [&](const Words& called) { return among(called, mention.topic_words); };
        if (std::none_of(m_called.begin(), m_called.end(), names)) return std::nullopt;
        std::set<std::size_t> so_called;
        std::set<std::size_t> all;
        const auto [first, last] = m_told.equal_range(mention.document);
        for (auto it = first; it != last; ++it) {
            all.insert(it->second.truce);
            if (names(m_block.mentions[it->second.mention].called)) so_called.insert(it->second.truce);
        }
        const auto& truces = so_called.empty() ? all : so_called;
        return truces.size() == 1 ? std::optional(*truces.begin()) : std::nullopt;
    }

private:
    struct Told {
        std::size_t truce;
        MentionRank mention;
    };

    const FusionBlock& m_block;
    std::set<Words> m_called;
    std::multimap<std::string_view, Told> m_told;
};

}  // namespace

TrucesMade truces_made(const FusionBlock& block, const std::vector<MentionRank>& agreements,
                       const std::vector<Draft>& truces) {
    TrucesMade out;
    if (truces.empty()) return out;
    const TruceFinder finder(block, truces);
    for (const auto agreement : agreements)
        if (const auto truce = finder.made_by(agreement)) out.emplace(agreement, *truce);
    return out;
}

}  // namespace isnad::graph
