// Events without a set of people who must be there: truces and agreements, violence, and whatever somebody says or does
// alone. Conservative: what is not clearly the same stays apart.

#include "fusion/fusion.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

namespace isnad::graph {

namespace {

constexpr std::size_t most_compared = 12;  // members of an event that a telling's words are held against
constexpr date::days bound_slack{1};       // an open plan begins at its publication, give or take a day
constexpr date::days state_memory{400};    // an undated truce is the last one of a year or so

/// How many days apart two documents may tell of the same thing without giving its date.
date::days reach(EventType type) {
    switch (type) {
        case EventType::proposal: return date::days{30};
        case EventType::statement:
        case EventType::denial:
        case EventType::decline_comment: return date::days{2};
        case EventType::truce:
        case EventType::agreement: return state_memory;
        default: return date::days{7};
    }
}

class LikenessFuser {
public:
    LikenessFuser(const FusionBlock& block, Kind kind, const TrucesMade& made)
        : m_block(block), m_kind(kind), m_made(made) {}

    std::vector<Draft> run(std::vector<MentionRank> mentions) {
        const auto worth = [&](MentionRank m) {
            const auto when = span(m);
            return std::tuple(precision(when), !at(m).dated, when.from, when.to, !at(m).place, at(m).published, m);
        };
        std::sort(mentions.begin(), mentions.end(), [&](auto a, auto b) { return worth(a) < worth(b); });
        for (const auto m : mentions) place(m);
        return std::move(m_drafts);
    }

private:
    [[nodiscard]] const FusionMention& at(MentionRank m) const { return m_block.mentions[m]; }

    [[nodiscard]] bool ahead(MentionRank m) const {
        return at(m).modality == Modality::planned || at(m).modality == Modality::possible ||
               at(m).modality == Modality::conditional;
    }

    /// The interval to compare. Of a state that lasts, its beginning, when the text knows it.
    [[nodiscard]] Interval span(MentionRank m) const {
        const auto& when = at(m).when;
        if (m_kind != Kind::state || !when.from || precision(when) == Precision::tight) return when;
        if (when.to && *when.to != at(m).published) return when;  // "in 2013", "this year": no beginning
        const bool mere_bound = *when.from + bound_slack >= at(m).published;
        return mere_bound ? when : Interval{when.from, when.from};
    }

    void place(MentionRank m) {
        const auto near = reference(m);
        const auto width = date::days{45} + reach(at(m).type);
        std::optional<std::size_t> best;
        auto best_rank = std::tuple(2, 2, 0, std::size_t{0});
        for (auto it = m_by_day.lower_bound(near - width); it != m_by_day.end() && it->first <= near + width; ++it) {
            const auto& draft = m_drafts[it->second];
            if (!same(draft, m)) continue;
            const bool same_document = at(draft.seed).document == at(m).document;
            const auto rank = std::tuple(same_document ? 0 : 1, draft.place == at(m).place ? 0 : 1,
                                         static_cast<int>(std::abs((it->first - near).count())), it->second);
            if (!best || rank < best_rank) {
                best = it->second;
                best_rank = rank;
            }
        }
        if (!best) best = only_state(m);
        if (best)
            join(m_drafts[*best], m);
        else
            add(m);
    }

    /// "The truce", of which nothing more is said, is the only one that is known to have begun by then.
    [[nodiscard]] std::optional<std::size_t> only_state(MentionRank m) const {
        if (at(m).type != EventType::truce || ahead(m) || precision(span(m)) != Precision::vague) return std::nullopt;
        std::optional<std::size_t> only;
        for (auto it = m_by_day.lower_bound(at(m).published - state_memory);
             it != m_by_day.end() && it->first <= at(m).published; ++it) {
            const auto& draft = m_drafts[it->second];
            const auto seed = draft.seed;
            if (precision(draft.when) == Precision::vague || ahead(seed) || at(seed).polarity != at(m).polarity)
                continue;
            if (!same_place_or_none(draft, m) || !parties_fit(seed, m)) continue;
            if (at(seed).modality != at(m).modality || !may_overlap(draft.when, at(m).when)) continue;
            if (only) return std::nullopt;
            only = it->second;
        }
        return only;
    }

    [[nodiscard]] Day reference(MentionRank m) const {
        const auto when = span(m);
        if (precision(when) != Precision::vague) return *when.from;
        return at(m).published;
    }

    void add(MentionRank m) {
        m_by_day.emplace(reference(m), m_drafts.size());
        m_drafts.push_back(
            {.members = {m}, .core = {}, .when = span(m), .place = at(m).place, .wholes = {}, .seed = m});
    }

    void join(Draft& draft, MentionRank m) const {
        draft.members.push_back(m);
        if (!draft.place) draft.place = at(m).place;
        const auto when = span(m);
        if (precision(when) == Precision::vague || precision(draft.when) == Precision::vague) return;
        const auto common = intersection(draft.when, when);
        if (*common.from <= *common.to) draft.when = common;
    }

    [[nodiscard]] bool same(const Draft& draft, MentionRank m) const {
        const auto seed = draft.seed;
        if (at(seed).type != at(m).type || at(seed).polarity != at(m).polarity) return false;
        if (!places_fit(m_block, draft.place, at(m).place) || !parties_fit(seed, m)) return false;
        if (is_repeat(seed, m)) return true;
        switch (m_kind) {
            case Kind::state: return same_state(draft, m);
            case Kind::clash: return same_clash(draft, m);
            default:
                const auto compared = std::min(draft.members.size(), most_compared);
                return std::any_of(draft.members.begin(), draft.members.begin() + static_cast<std::ptrdiff_t>(compared),
                                   [&](MentionRank member) { return same_utterance(member, m); });
        }
    }

    /// A paragraph printed twice, or a headline and its sentence.
    [[nodiscard]] bool is_repeat(MentionRank a, MentionRank b) const {
        const auto& first = at(a);
        const auto& second = at(b);
        if (first.document != second.document || first.modality != second.modality) return false;
        if (first.parties != second.parties || first.when != second.when) return false;
        const auto words = std::min(first.topic_words.size(), second.topic_words.size());
        return words > 0 && 5 * common_words(first.topic_words, second.topic_words) >= 4 * words;
    }

    [[nodiscard]] bool parties_fit(MentionRank a, MentionRank b) const {
        const auto fit = [&](std::initializer_list<Role> roles) {
            const auto first = actors_in(at(a), roles);
            const auto second = actors_in(at(b), roles);
            if (first.empty() || second.empty())
                return m_kind != Kind::utterance || first.empty() == second.empty() || *roles.begin() != Role::agent;
            return covers(m_block, first, second) || covers(m_block, second, first);
        };
        return fit({Role::agent, Role::host}) && fit({Role::patient, Role::addressee}) && fit({Role::against});
    }

    /// The days to compare. A proposal that is spoken of without a date may have been made at any time before.
    [[nodiscard]] Interval bounds(MentionRank m) const {
        const auto& mention = at(m);
        if (mention.type != EventType::proposal || mention.dated) return mention.when;
        return {std::nullopt, mention.when.to};
    }

    /// What is proposed names the same: two words or names, and two fifths of the shorter one's.
    [[nodiscard]] bool same_content(MentionRank a, MentionRank b) const {
        return shares(at(a).content, at(b).content, 2, 40);
    }

    /// Shares at least `least` words and `percent` of the shorter one's.
    [[nodiscard]] bool alike(MentionRank a, MentionRank b, std::size_t least, std::size_t percent) const {
        return shares(at(a).topic_words, at(b).topic_words, least, percent);
    }

    static bool shares(const std::vector<std::uint64_t>& first, const std::vector<std::uint64_t>& second,
                       std::size_t least, std::size_t percent) {
        const auto common = common_words(first, second);
        return common >= least && 100 * common >= percent * std::min(first.size(), second.size());
    }

    [[nodiscard]] bool both_dated_and_meet(const Interval& a, const Interval& b) const {
        if (precision(a) == Precision::vague || precision(b) == Precision::vague || !may_overlap(a, b)) return false;
        if (precision(a) == Precision::tight || precision(b) == Precision::tight) return true;
        return (*a.from >= *b.from && *a.to <= *b.to) || (*b.from >= *a.from && *b.to <= *a.to);
    }

    [[nodiscard]] bool same_state(const Draft& draft, MentionRank m) const {
        const auto made = m_made.find(m);
        const auto other = m_made.find(draft.seed);
        if (made != m_made.end() && other != m_made.end())
            return made->second == other->second && may_overlap(draft.when, at(m).when);
        if (ahead(draft.seed) != ahead(m)) return false;
        const auto when = span(m);
        const bool truce = at(m).type == EventType::truce;
        if (precision(when) != Precision::vague)
            return both_dated_and_meet(draft.when, when) && (truce || something_in_common(draft, m));
        const bool same_year = at(m).dated && when.from && when.to && draft.when == when;
        if (same_year && something_in_common(draft, m)) return true;
        if (ahead(m)) return at(draft.seed).document == at(m).document && alike(draft.seed, m, 2, 60);
        const bool placed = draft.place && at(m).place;
        const bool before = may_overlap(draft.when, when) && reference(draft.seed) <= at(m).published;
        const std::size_t least = at(draft.seed).document == at(m).document ? 1 : 3;
        return truce && before && same_place_or_none(draft, m) && (placed || alike(draft.seed, m, least, 50));
    }

    /// Of a truce without a date: that of a town is not that of the country.
    [[nodiscard]] bool same_place_or_none(const Draft& draft, MentionRank m) const {
        return !draft.place || !at(m).place || *draft.place == *at(m).place;
    }

    /// Agreements are made every day: besides its days they have a place, a party or two words in common.
    [[nodiscard]] bool something_in_common(const Draft& draft, MentionRank m) const {
        if (draft.place && draft.place == at(m).place) return true;
        const auto compared = std::min(draft.members.size(), most_compared);
        return std::any_of(draft.members.begin(), draft.members.begin() + static_cast<std::ptrdiff_t>(compared),
                           [&](MentionRank member) {
                               const auto& parties = at(member).parties;
                               return alike(member, m, 2, 0) ||
                                      std::any_of(parties.begin(), parties.end(), [&](const Party& p) {
                                          const auto& mine = at(m).parties;
                                          return std::any_of(mine.begin(), mine.end(),
                                                             [&](const Party& q) { return q.actor == p.actor; });
                                      });
                           });
    }

    [[nodiscard]] bool same_clash(const Draft& draft, MentionRank m) const {
        if (ahead(draft.seed) != ahead(m) || at(draft.seed).modality != at(m).modality) return false;
        const bool same_place = draft.place && draft.place == at(m).place;
        if (both_dated_and_meet(draft.when, span(m))) return same_place || alike(draft.seed, m, 2, 60);
        return at(draft.seed).document == at(m).document && may_overlap(draft.when, at(m).when) && same_place &&
               alike(draft.seed, m, 2, 60);
    }

    [[nodiscard]] bool same_utterance(MentionRank a, MentionRank b) const {
        const bool proposal = at(a).type == EventType::proposal;
        if (!proposal && ahead(a) != ahead(b)) return false;
        const auto denied = [&](MentionRank m) { return at(m).modality == Modality::denied; };
        if (denied(a) != denied(b) || !may_overlap(bounds(a), bounds(b))) return false;
        const auto apart =
            at(a).published > at(b).published ? at(a).published - at(b).published : at(b).published - at(a).published;
        if (apart > reach(at(a).type)) return false;
        if (proposal) return alike(a, b, 2, 40) || alike(a, b, 4, 0) || same_content(a, b);  // described by its parts
        return at(a).document == at(b).document ? alike(a, b, 2, 60) : alike(a, b, 3, 50);
    }

    const FusionBlock& m_block;
    Kind m_kind;
    const TrucesMade& m_made;
    std::vector<Draft> m_drafts;
    std::multimap<Day, std::size_t> m_by_day;
};

}  // namespace

std::vector<Draft> fuse_by_likeness(const FusionBlock& block, const std::vector<MentionRank>& mentions, Kind kind,
                                    const TrucesMade& made) {
    return LikenessFuser(block, kind, made).run(mentions);
}

}  // namespace isnad::graph
