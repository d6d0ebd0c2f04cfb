#include "fusion/consultations.hpp"

#include "fusion/evidence.hpp"

#include <algorithm>

namespace isnad::graph {

namespace {

constexpr std::size_t most_paired = 6;     // actors of one mention that are paired with each other
constexpr std::size_t nameless_reach = 6;  // mentions to what "the meeting" means
constexpr std::size_t named_reach = 40;    // and to what "his meeting" means

bool journey(const FusionMention& m) { return m.type == EventType::visit; }

/// Countries and what stands for them count as the country, so that "Moscow" and "Russia" are one side.
std::string side(const FusionActor& actor) {
    const bool state = actor.type == NodeType::country || actor.type == NodeType::place;
    return state && !actor.country.empty() ? "country:" + actor.country : actor.key;
}

std::string_view kind_name(const FusionMention& m) {
    return journey(m) ? "visit" : m.type == EventType::call ? "call" : "meeting";
}

class TieFinder {
public:
    explicit TieFinder(const FusionBlock& document) : m_document(document) {}

    void tie(MentionRank i, Placement& out) const {
        out.leans_on = fuller(i);
        if (out.leans_on) return;
        out.pairs = pairs(i);
        if (out.pairs.empty()) out.block = consultation_block(at(i).type, {}, 0, at(i).document);
    }

private:
    [[nodiscard]] const FusionMention& at(MentionRank i) const { return m_document.mentions[i]; }
    [[nodiscard]] std::vector<ActorRank> core(MentionRank i) const { return core_of(m_document, at(i)); }
    [[nodiscard]] bool whole(MentionRank i) const { return core(i).size() >= (journey(at(i)) ? 1U : 2U); }

    [[nodiscard]] std::vector<std::string> pairs(MentionRank i) const {
        std::vector<std::string> sides;
        for (const auto actor : core(i)) sides.push_back(side(m_document.actors[actor]));
        std::sort(sides.begin(), sides.end());
        sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
        sides.resize(std::min(sides.size(), most_paired));
        std::vector<std::string> out;
        const auto add = [&](const std::string& a, const std::string& b) {
            out.push_back(std::string(kind_name(at(i))) + "|" + a + "|" + b);
        };
        const auto place = place_of(at(i));
        const auto there = place ? side(m_document.actors[*place]) : std::string();
        for (std::size_t a = 0; a < sides.size(); ++a) {
            if (journey(at(i)) || sides.size() == 1) add(sides[a], journey(at(i)) ? there : std::string());
            for (auto b = a + 1; b < sides.size() && !journey(at(i)); ++b) add(sides[a], sides[b]);
        }
        return out;
    }

    /// The mention of the document that a poorer one speaks of: it names all of its parties and more, and may have been
    /// on its day; the nearest, those before it first.
    [[nodiscard]] std::optional<MentionRank> fuller(MentionRank i) const {
        if (whole(i) || at(i).earlier) return std::nullopt;
        const auto mine = core(i);
        const auto reach = mine.empty() ? nameless_reach : named_reach;
        for (auto j = i; j > 0 && i - j < reach; --j)
            if (fits(i, mine, j - 1)) return j - 1;
        for (auto j = i + 1; j < m_document.mentions.size() && j - i <= reach; ++j)
            if (fits(i, mine, j)) return j;
        return std::nullopt;
    }

    [[nodiscard]] bool fits(MentionRank poor, const std::vector<ActorRank>& mine, MentionRank rich) const {
        const auto& a = at(poor);
        const auto& b = at(rich);
        if (kind_of(a.type) != kind_of(b.type) || !whole(rich) || b.earlier) return false;
        if (looks_ahead(a.modality) != looks_ahead(b.modality) || !may_overlap(a.when, b.when)) return false;
        if (b.modality == Modality::denied && a.modality != Modality::denied) return false;
        const bool names_day = a.dated && tight(a.when);
        if (mine.empty() && (names_day ? !(b.dated && tight(b.when)) : a.type != b.type)) return false;
        if (!places_fit(m_document, place_of(a), place_of(b))) return false;
        const auto theirs = core(rich);
        return std::includes(theirs.begin(), theirs.end(), mine.begin(), mine.end());
    }

    const FusionBlock& m_document;
};

}  // namespace

bool is_consultation(EventType type) {
    const auto kind = kind_of(type);
    return kind == Kind::encounter || kind == Kind::call || kind == Kind::journey;
}

std::vector<ActorRank> core_of(const FusionBlock& block, const FusionMention& m) {
    if (journey(m)) return actors_in(m, {Role::agent});
    auto out = actors_in(m, {Role::agent, Role::patient, Role::host, Role::addressee});
    const auto person = [&](ActorRank a) { return block.actors[a].type == NodeType::person; };
    if (std::count_if(out.begin(), out.end(), person) >= 2) std::erase_if(out, [&](ActorRank a) { return !person(a); });
    return out;
}

std::optional<ActorRank> place_of(const FusionMention& m) {
    if (m.place || !journey(m)) return m.place;
    const auto hosts = actors_in(m, {Role::host, Role::patient});
    return hosts.empty() ? std::nullopt : std::optional(hosts.front());
}

std::vector<Placement> place_mentions(const FusionBlock& document) {
    const auto original = originals(document);
    const TieFinder ties(document);
    std::vector<Placement> out(document.mentions.size());
    for (MentionRank i = 0; i < out.size(); ++i) {
        const auto& mention = document.mentions[original[i]];
        if (is_consultation(mention.type))
            ties.tie(i, out[i]);
        else
            out[i].block = block_of(document, mention);
    }
    return out;
}

}  // namespace isnad::graph
