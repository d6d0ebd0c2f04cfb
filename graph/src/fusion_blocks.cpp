// Blocks: a partition of tellings such that tellings of different blocks never tell one event. It lets a batch be
// fused at the cost of the blocks it touches.

#include "digest.hpp"
#include "fusion.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace isnad::graph {

namespace {

class BlockNames {
public:
    explicit BlockNames(const FusionBlock& document) : m_document(document) {}

    [[nodiscard]] std::vector<std::string> all() const {
        std::vector<std::string> names;
        for (const auto& mention : m_document.mentions) names.push_back(name(mention));
        const auto original = originals(m_document);
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i].empty() && original[i] == i) names[i] = of_neighbour(i, names);
        for (std::size_t i = 0; i < names.size(); ++i) names[i] = names[original[i]];
        return names;
    }

private:
    static bool is_consult(EventType type) {
        const auto kind = kind_of(type);
        return kind == Kind::encounter || kind == Kind::call || kind == Kind::journey;
    }

    static std::vector<ActorRank> party(const FusionMention& m) {
        return actors_in(m, {Role::agent, Role::patient, Role::host, Role::addressee});
    }

    [[nodiscard]] std::string country_or_key(ActorRank rank) const {
        const auto& actor = m_document.actors[rank];
        return actor.country.empty() ? actor.key : actor.country;
    }

    /// Empty for a consultation with fewer than two parties: it goes with a fuller telling in the same document.
    [[nodiscard]] std::string name(const FusionMention& m) const {
        switch (kind_of(m.type)) {
            case Kind::encounter:
            case Kind::call:
            case Kind::journey: return consult_name(m);
            case Kind::state: return "state";  // an agreement goes by the truce it made
            case Kind::clash:
                if (m.place) return std::string(info(m.type).name) + "@" + country_or_key(*m.place);
                [[fallthrough]];
            case Kind::utterance: return by_agents(m);
        }
        return {};
    }

    [[nodiscard]] std::string consult_name(const FusionMention& m) const {
        const auto parties = party(m);
        std::set<std::string> countries;
        for (const auto actor : parties) countries.insert(country_or_key(actor));
        if (m.type == EventType::visit && m.place) countries.insert(country_or_key(*m.place));
        if (parties.size() < 2 && countries.size() < 2) return {};
        return joined("consult", countries);
    }

    [[nodiscard]] std::string by_agents(const FusionMention& m) const {
        std::set<std::string> keys;
        for (const auto actor : actors_in(m, {Role::agent})) keys.insert(m_document.actors[actor].key);
        if (!keys.empty()) return joined(info(m.type).name, keys);
        return std::string(info(m.type).name) + "#" + m.document;
    }

    static std::string joined(std::string_view type, const std::set<std::string>& parts) {
        std::string out(type);
        for (const auto& part : parts) out += "|" + part;
        return out;
    }

    /// "The talks on Thursday", naming nobody, beside a telling of talks that may have been on that day.
    static bool meets_day(const FusionMention& nameless, const FusionMention& other) {
        return nameless.dated && precision(nameless.when) == Precision::tight && other.type != EventType::visit &&
               may_overlap(nameless.when, other.when);
    }

    /// The block of the nearest telling of the document that names all its parties and more, preceding ones first.
    [[nodiscard]] std::string of_neighbour(std::size_t i, const std::vector<std::string>& names) const {
        const auto& mine = m_document.mentions[i];
        const auto mine_parties = party(mine);
        const auto fits = [&](std::size_t j) {
            const auto& other = m_document.mentions[j];
            const auto others = party(other);
            return is_consult(other.type) && others.size() >= 2 && (!mine_parties.empty() || meets_day(mine, other)) &&
                   std::includes(others.begin(), others.end(), mine_parties.begin(), mine_parties.end());
        };
        for (std::size_t j = i; j-- > 0;)
            if (fits(j)) return names[j];
        for (std::size_t j = i + 1; j < names.size(); ++j)
            if (fits(j)) return names[j];
        if (mine.place) return "consult@" + m_document.actors[*mine.place].key;
        if (!mine_parties.empty()) return "consult|" + m_document.actors[mine_parties.front()].key;
        return "consult#" + mine.document;
    }

    const FusionBlock& m_document;
};

}  // namespace

std::vector<std::int64_t> assign_blocks(const FusionBlock& document) {
    std::vector<std::int64_t> out;
    for (const auto& name : BlockNames(document).all()) out.push_back(number_of(Digest().text(name).finish()));
    return out;
}

}  // namespace isnad::graph
