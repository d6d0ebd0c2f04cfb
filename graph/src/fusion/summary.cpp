#include "fusion/summary.hpp"

#include "digest.hpp"
#include "fusion/consultations.hpp"
#include "fusion/evidence.hpp"
#include "fusion/gatherings.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace isnad::graph {

namespace {

constexpr int share_without_day = 3;  // of the support of an encounter whose day the accounts of its pairs leave open

/// Position in the order in which roles win when tellings disagree.
std::size_t weight(Role role) {
    constexpr std::array order{Role::host, Role::agent, Role::patient, Role::addressee, Role::against};
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), role) - order.begin());
}

/// Who the account rests on: the deepest link of its chain, or the outlet, or else the document itself.
std::string origin(const FusionBlock& block, const FusionMention& m) {
    if (!m.sources.empty()) return block.actors[m.sources.back()].key;
    return m.outlet.empty() ? "document:" + m.document : "outlet:" + m.outlet;
}

class Summariser {
public:
    Summariser(const FusionBlock& block, const Draft& draft) : m_block(block), m_draft(draft) {}

    Summary run() {
        Summary out;
        out.when = m_draft.when;
        out.certainty = certainty();
        out.place = m_draft.place;
        out.type = type();
        out.polarity = at(m_draft.seed).polarity;
        out.parties = parties();
        out.topic = topic();
        count(out);
        out.modality = modality();
        out.support = support();
        return out;
    }

private:
    [[nodiscard]] const FusionMention& at(MentionRank m) const { return m_block.mentions[m]; }

    [[nodiscard]] Certainty certainty() const {
        if (precision(m_draft.when) == Precision::vague) return Certainty::vague;
        return m_draft.when.from == m_draft.when.to ? Certainty::exact : Certainty::approximate;
    }

    /// A meeting when anybody calls it so, else what the seed calls it.
    [[nodiscard]] EventType type() const {
        const bool meeting = std::any_of(m_draft.members.begin(), m_draft.members.end(),
                                         [&](MentionRank m) { return at(m).type == EventType::meeting; });
        return meeting ? EventType::meeting : at(m_draft.seed).type;
    }

    [[nodiscard]] std::vector<Party> parties() const {
        const auto kind = kind_of(at(m_draft.seed).type);
        const bool by_core = (kind == Kind::encounter || kind == Kind::call) && m_draft.core.size() >= 2;
        std::map<ActorRank, Role> roles;
        for (const auto m : m_draft.members)
            for (const auto& party : at(m).parties) {
                if (by_core && party.role != Role::against &&
                    !std::binary_search(m_draft.core.begin(), m_draft.core.end(), party.actor))
                    continue;
                const auto [it, fresh] = roles.try_emplace(party.actor, party.role);
                if (!fresh && weight(party.role) < weight(it->second)) it->second = party.role;
            }
        std::vector<Party> out;
        for (const auto& [actor, role] : roles) out.push_back({role, actor});
        std::sort(out.begin(), out.end());
        return out;
    }

    /// Of the earliest telling that has one, asserted ones first.
    [[nodiscard]] std::string topic() const {
        const FusionMention* best = nullptr;
        const auto rank = [](const FusionMention& m) {
            return std::tuple(looks_ahead(m.modality) || m.modality == Modality::denied, m.published);
        };
        for (const auto m : m_draft.members)
            if (!at(m).topic.empty() && (best == nullptr || rank(at(m)) < rank(*best))) best = &at(m);
        return best != nullptr ? best->topic : std::string();
    }

    /// Outlets that print one text are one source: each maps to the first of its group.
    [[nodiscard]] std::map<std::string, std::string> reprints() const {
        std::map<std::string, std::set<std::string>> printed_by;
        for (const auto m : m_draft.members)
            if (at(m).sources.empty()) printed_by[at(m).text_digest].insert(origin(m_block, at(m)));
        std::map<std::string, std::string> first;
        for (const auto& [text, origins] : printed_by) {
            std::set<std::string> group;
            for (const auto& one : origins) group.insert(first.contains(one) ? first.at(one) : one);
            for (auto& [one, of] : first)
                if (group.contains(of)) of = *group.begin();
            for (const auto& one : origins) first[one] = *group.begin();
        }
        return first;
    }

    void count(Summary& out) const {
        std::set<std::string> asserting;
        std::set<std::string> denying;
        std::set<std::string> expecting;
        const auto first = reprints();
        for (const auto m : m_draft.members) {
            auto from = origin(m_block, at(m));
            if (const auto group = first.find(from); at(m).sources.empty() && group != first.end())
                from = group->second;
            if (at(m).modality == Modality::denied)
                denying.insert(from);
            else
                (looks_ahead(at(m).modality) ? expecting : asserting).insert(from);
            for (const auto& stand : at(m).stands) {
                if (stand.stance == Stance::denies) denying.insert(stand.origin);
                if (stand.stance == Stance::expects || stand.stance == Stance::demands) expecting.insert(stand.origin);
                if (stand.stance == Stance::asserts && at(m).modality == Modality::asserted)
                    asserting.insert(stand.origin);
            }
        }
        auto all = asserting;
        all.insert(denying.begin(), denying.end());
        all.insert(expecting.begin(), expecting.end());
        out.accounts = {asserting.size(), denying.size(), expecting.size()};
        out.independent_sources = all.size();
    }

    /// Of a consultation what its pairs give it; of other events the weight of their accounts.
    [[nodiscard]] int support() const {
        if (is_consultation(at(m_draft.seed).type) && at(m_draft.seed).day) return support_of_day();
        std::vector<Account> accounts;
        std::vector<std::size_t> all;
        for (const auto m : m_draft.members) {
            all.push_back(accounts.size());
            accounts.push_back(account(at(m)));
        }
        const WeightSum sum(accounts);
        const auto out = support_of(sum.over(all, says_so), sum.over(all, says_not));
        return is_consultation(at(m_draft.seed).type) ? out / share_without_day : out;
    }

    [[nodiscard]] int support_of_day() const {
        int out = 0;
        for (const auto m : m_draft.members) {
            if (at(m).leans_on) continue;
            const auto core = core_of(m_block, at(m));
            if (core.size() < std::min<std::size_t>(2, m_draft.core.size())) continue;
            if (std::includes(m_draft.core.begin(), m_draft.core.end(), core.begin(), core.end()))
                out = std::max(out, at(m).support);
        }
        return out;
    }

    [[nodiscard]] static Account account(const FusionMention& m) {
        Account out;
        out.document = m.document;
        out.outlet = m.outlet.empty() ? "document:" + m.document : m.outlet;
        out.published = m.published;
        out.when = m.when;
        out.basis = m.basis;
        out.told_by = m.told_by;
        out.modality = m.modality;
        return out;
    }

    [[nodiscard]] Modality modality() const {
        for (const auto modality : {Modality::asserted, Modality::denied, Modality::planned, Modality::conditional})
            for (const auto m : m_draft.members)
                if (at(m).modality == modality) return modality;
        return Modality::possible;
    }

    const FusionBlock& m_block;
    const Draft& m_draft;
};

}  // namespace

Summary summarise(const FusionBlock& block, const Draft& draft) { return Summariser(block, draft).run(); }

Draft redraft(const FusionBlock& block) {
    std::vector<MentionRank> order(block.mentions.size());
    for (MentionRank i = 0; i < order.size(); ++i) order[i] = i;
    const auto worth = [&](MentionRank i) {
        const auto& m = block.mentions[i];
        return std::tuple(precision(m.when), !m.dated, m.when.from, i);
    };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return worth(a) < worth(b); });
    Draft out;
    out.members = order;
    out.seed = order.front();
    const auto& seed = block.mentions[out.seed];
    out.when = seed.when;
    out.place = voted_place(block, order);
    if (seed.day) {
        out.when = days_of(block, order, *seed.day);
    } else {
        for (const auto i : order) {
            const auto& m = block.mentions[i];
            if (precision(m.when) == Precision::vague || precision(out.when) == Precision::vague) continue;
            const auto common = intersection(out.when, m.when);
            if (*common.from <= *common.to) out.when = common;
        }
    }
    std::sort(out.members.begin(), out.members.end());
    return out;
}

EventKey event_key(const FusionBlock& block, const Draft& draft, const Summary& summary) {
    const auto& seed = block.mentions[draft.seed];
    const auto day = summary.when.from ? summary.when.from : summary.when.to;
    std::string text = summary.certainty != Certainty::vague && day ? to_string(*day) : "undated";
    std::erase(text, '-');
    // A mention may stand for an encounter of each of several days: the day that was settled keeps their keys apart.
    const auto settled = seed.day ? to_string(*seed.day) : std::string();
    const auto hash = Digest().text(seed.document).text(seed.key).text(settled).finish();
    return EventKey(text + "-" + std::string(info(summary.type).name) + "-" + hex(hash, 6));
}

}  // namespace isnad::graph
