#include "fusion/gatherings.hpp"

#include "fusion/consultations.hpp"
#include "fusion/evidence.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace isnad::graph {

namespace {

using Core = std::vector<ActorRank>;
using Members = std::vector<MentionRank>;

constexpr int gap_without_day = 7;             // days between publications that may tell of one encounter without a day
constexpr std::size_t share_of_documents = 3;  // a party is named by more than a third of them

/// Mentions of the same people, and the documents they stand in.
struct Company {
    Core core;
    Members members;
    std::set<std::string_view> documents;
    std::optional<ActorRank> place;
    int support = 0;  ///< of their pair; of one who is named alone none
};

/// How a mention without a day looks at what it tells: each is an event of its own.
enum class Outlook : std::uint8_t { back, earlier, ahead, denied };

Outlook outlook(const FusionMention& m) {
    if (m.day) return Outlook::back;  // the day holds reports, plans and denials together
    if (m.modality == Modality::denied) return Outlook::denied;
    if (looks_ahead(m.modality)) return Outlook::ahead;
    return m.earlier ? Outlook::earlier : Outlook::back;
}

class Gatherer {
public:
    Gatherer(const FusionBlock& block, const Members& mentions) : m_block(block), m_mentions(mentions) {}

    std::vector<Draft> run() {
        sort_out();
        std::vector<Draft> out;
        for (auto& group : m_groups) out.push_back(draft(group));
        for (const auto i : m_asides) add_aside(out, i);
        return out;
    }

private:
    [[nodiscard]] const FusionMention& at(MentionRank i) const { return m_block.mentions[i]; }

    [[nodiscard]] Core core(MentionRank i) const { return core_of(m_block, at(i)); }

    void sort_out() {
        for (const auto i : m_mentions)
            if (at(i).modality == Modality::asserted) m_asserted.emplace(at(i).document, core(i));
        std::map<std::pair<Outlook, Core>, Company> companies;
        Members leaning;
        for (const auto i : m_mentions) {
            auto mine = core(i);
            if (at(i).leans_on || mine.empty()) {
                leaning.push_back(i);
            } else if (is_aside(i, mine)) {
                m_asides.push_back(i);
            } else {
                auto& company = companies[{outlook(at(i)), mine}];
                company.core = std::move(mine);
                company.members.push_back(i);
                company.documents.insert(at(i).document);
                if (company.core.size() > 1) company.support = std::max(company.support, at(i).support);
            }
        }
        std::vector<Company> sorted;
        for (auto& [key, company] : companies)
            for (auto& part : parted(std::move(company))) {
                part.place = voted_place(m_block, part.members);
                sorted.push_back(std::move(part));
            }
        std::stable_sort(sorted.begin(), sorted.end(), [](const Company& a, const Company& b) {
            return std::tuple(b.support, b.documents.size()) < std::tuple(a.support, a.documents.size());
        });
        for (auto& company : sorted) add(std::move(company));
        for (std::size_t g = 0; g < m_groups.size(); ++g)
            for (const auto i : m_groups[g].members) m_group_of.emplace(i, g);
        for (const auto i : leaning) add_leaning(i);
    }

    /// Mentions without a day tell of one encounter while their publications follow each other closely; those of
    /// governments, of one in each document.
    [[nodiscard]] std::vector<Company> parted(Company company) const {
        std::vector<Company> out;
        if (at(company.members.front()).day) {
            out.push_back(std::move(company));
            return out;
        }
        const bool persons = std::any_of(company.core.begin(), company.core.end(),
                                         [&](ActorRank a) { return m_block.actors[a].type == NodeType::person; });
        std::stable_sort(company.members.begin(), company.members.end(), [&](MentionRank a, MentionRank b) {
            return std::tie(at(a).published, at(a).document) < std::tie(at(b).published, at(b).document);
        });
        std::optional<MentionRank> last;
        for (const auto i : company.members) {
            const bool follows =
                last && (at(*last).document == at(i).document ||
                         (persons && (at(i).published - at(*last).published).count() <= gap_without_day));
            if (!follows) out.push_back({company.core, {}, {}, {}, 0});
            out.back().members.push_back(i);
            out.back().documents.insert(at(i).document);
            last = i;
        }
        return out;
    }

    /// A denial beside a mention that asserts the same in its document: something about it is denied.
    [[nodiscard]] bool is_aside(MentionRank i, const Core& mine) const {
        return at(i).modality == Modality::denied && m_asserted.contains({at(i).document, mine});
    }

    void add(Company company) {
        Company* best = nullptr;
        const bool dated = at(company.members.front()).day.has_value();
        for (auto& group : m_groups) {
            if (!dated || !together(group, company)) continue;
            if (best == nullptr || group.support > best->support) best = &group;
        }
        if (best == nullptr) {
            m_groups.push_back(std::move(company));
            return;
        }
        best->members.insert(best->members.end(), company.members.begin(), company.members.end());
        best->documents.insert(company.documents.begin(), company.documents.end());
        best->place = voted_place(m_block, best->members);
        best->core = voted_core(*best);
    }

    /// Fewer of the same people on the same day, or one more, at a place that fits; travellers to a place that both
    /// name.
    [[nodiscard]] bool together(const Company& group, const Company& company) const {
        const bool visit = at(company.members.front()).type == EventType::visit;
        if (visit && (!group.place || !company.place)) return false;
        const bool one_more = company.core.size() == group.core.size() + 1 && covers(m_block, company.core, group.core);
        return (one_more || covers(m_block, group.core, company.core)) &&
               places_fit(m_block, group.place, company.place);
    }

    /// With the group of the mention it leans on; by itself when that is not here.
    void add_leaning(MentionRank i) {
        const auto found = at(i).leans_on ? m_group_of.find(*at(i).leans_on) : m_group_of.end();
        if (found == m_group_of.end()) {
            m_groups.push_back({core(i), {i}, {at(i).document}, place_of(at(i)), 0});
            return;
        }
        auto& group = m_groups[found->second];
        group.members.push_back(i);
        group.documents.insert(at(i).document);
    }

    [[nodiscard]] Draft draft(Company& group) const {
        std::sort(group.members.begin(), group.members.end());
        Draft out;
        out.core = voted_core(group);
        out.seed = seed(group);
        out.when = at(out.seed).day ? days_of(m_block, group.members, *at(out.seed).day) : at(out.seed).when;
        out.place = voted_place(m_block, group.members);
        out.members = std::move(group.members);
        return out;
    }

    /// The mention that stands for it: a report before a plan, then what names the day, the earliest.
    [[nodiscard]] MentionRank seed(const Company& group) const {
        const auto rank = [&](MentionRank i) {
            const auto& m = at(i);
            return std::tuple(m.leans_on.has_value(), looks_ahead(m.modality), m.modality == Modality::denied,
                              m.basis != DayBasis::stated, m.told_by == ToldBy::noun, m.published, i);
        };
        return *std::min_element(group.members.begin(), group.members.end(),
                                 [&](auto a, auto b) { return rank(a) < rank(b); });
    }

    /// Those that name the day say who was there, where there are such.
    [[nodiscard]] static bool names_its_day(const FusionMention& m) {
        const bool stated = (m.basis == DayBasis::stated || m.basis == DayBasis::carried) && tight(m.when);
        return m.day && (stated || m.basis == DayBasis::news) && m.modality != Modality::denied;
    }

    [[nodiscard]] Core voted_core(const Company& group) const {
        std::map<ActorRank, std::set<std::string_view>> named_by;
        std::set<std::string_view> naming;
        const auto votes = [&](MentionRank i) { return !at(i).leans_on && names_its_day(at(i)); };
        const bool dated = std::any_of(group.members.begin(), group.members.end(), votes);
        for (const auto i : group.members)
            for (const auto actor : core(i)) {
                if (dated ? !votes(i) : at(i).leans_on.has_value()) continue;
                naming.insert(at(i).document);
                named_by[actor].insert(at(i).document);
            }
        Core out;
        for (const auto& [actor, documents] : named_by)
            if (share_of_documents * documents.size() > naming.size()) out.push_back(actor);
        return out.size() < std::min<std::size_t>(2, group.core.size()) ? group.core : out;
    }

    /// What a document denies about an encounter in several places is one denial.
    void add_aside(std::vector<Draft>& drafts, MentionRank i) const {
        for (auto d = m_groups.size(); d < drafts.size(); ++d) {
            if (at(drafts[d].seed).document != at(i).document || drafts[d].core != core(i)) continue;
            drafts[d].members.push_back(i);
            return;
        }
        Draft out{.members = {i}, .core = core(i), .when = at(i).when, .place = at(i).place, .wholes = {}, .seed = i};
        for (std::size_t d = 0; d < drafts.size() && out.wholes.empty(); ++d) {
            const auto& core = drafts[d].core;
            if (!std::includes(core.begin(), core.end(), out.core.begin(), out.core.end())) continue;
            out.wholes = {d};
            out.when = drafts[d].when;
        }
        drafts.push_back(std::move(out));
    }

    const FusionBlock& m_block;
    const Members& m_mentions;
    std::set<std::pair<std::string_view, Core>> m_asserted;
    std::vector<Company> m_groups;
    std::map<MentionRank, std::size_t> m_group_of;
    Members m_asides;
};

/// Documents behind each answer; the answer with most of them, ties by `less`.
template <class Answer>
class Vote {
public:
    void cast(const Answer& answer, std::string_view document, std::size_t weight) {
        auto& best = m_votes[answer][document];
        best = std::max(best, weight);
    }
    [[nodiscard]] std::optional<Answer> winner() const {
        std::optional<Answer> out;
        std::size_t most = 0;
        for (const auto& [answer, documents] : m_votes) {
            std::size_t votes = 0;
            for (const auto& [document, weight] : documents) votes += weight;
            if (votes > most) {
                most = votes;
                out = answer;
            }
        }
        return out;
    }

private:
    std::map<Answer, std::map<std::string_view, std::size_t>> m_votes;
};

}  // namespace

Interval days_of(const FusionBlock& block, const std::vector<MentionRank>& members, Day day) {
    Vote<std::tuple<long, Day, Day>> vote;  // the shorter before the longer
    bool named = false;
    for (const auto i : members) {
        const auto& m = block.mentions[i];
        const bool states = m.basis == DayBasis::stated || m.basis == DayBasis::carried;
        if (!states || !tight(m.when) || m.modality == Modality::denied) continue;
        if (*m.when.from > day || *m.when.to < day) continue;
        named = true;
        const std::size_t weight = (m.basis == DayBasis::stated ? 2U : 1U) * (looks_ahead(m.modality) ? 1U : 2U);
        vote.cast({(*m.when.to - *m.when.from).count(), *m.when.from, *m.when.to}, m.document, weight);
    }
    if (!named) {  // fresh news, of its day or the day before
        const bool fresh = std::any_of(members.begin(), members.end(), [&](MentionRank i) {
            return block.mentions[i].basis == DayBasis::news && block.mentions[i].published == day;
        });
        return {fresh ? day - date::days{1} : day, day};
    }
    const auto [length, from, to] = *vote.winner();
    return {from, to};
}

std::optional<ActorRank> voted_place(const FusionBlock& block, const std::vector<MentionRank>& members) {
    Vote<ActorRank> towns;
    Vote<ActorRank> all;
    for (const auto i : members) {
        const auto& m = block.mentions[i];
        const auto place = place_of(m);
        if (!place || m.modality == Modality::denied) continue;
        const std::size_t weight = looks_ahead(m.modality) ? 1 : 2;
        all.cast(*place, m.document, weight);
        if (block.actors[*place].type == NodeType::place) towns.cast(*place, m.document, weight);
    }
    const auto town = towns.winner();
    const auto any = all.winner();
    return town && any && places_fit(block, town, any) ? town : any;
}

std::vector<Draft> gather(const FusionBlock& block, const std::vector<MentionRank>& mentions) {
    return Gatherer(block, mentions).run();
}

}  // namespace isnad::graph
