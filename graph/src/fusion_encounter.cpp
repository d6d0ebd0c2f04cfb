// Meetings, talks, calls and visits. In turn, each in an order given by the tellings alone: exactly dated tellings of
// the same people; then fuller and poorer tellings of one day; then tellings with a wide or no date, which take the
// date of the encounter they fit; then tellings that name one side only; last, denials of what was talked about.

#include "fusion_encounter.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace isnad::graph {

namespace {

using Slot = EncounterShelf::Slot;
using Core = std::vector<ActorRank>;

constexpr date::days memory{60};         // how far from its publication "some weeks ago" is looked for
constexpr date::days recent_memory{10};  // and what is told without any word of time: news are of these days
constexpr std::size_t most_named = 6;

class EncounterFuser {
public:
    EncounterFuser(const FusionBlock& block, Kind kind) : m_block(block), m_kind(kind), m_shelf(block, kind) {}

    std::vector<Draft> run(const std::vector<MentionRank>& mentions) {
        sort_out(mentions);
        for (const auto m : m_tight) place_tight(m);
        join_poorer_tellings();
        for (const auto m : m_loose) place_loose(m);
        for (const auto m : m_one_sided) place_one_sided(m);
        for (const auto m : m_asides) place_aside(m);
        return drafts();
    }

private:
    [[nodiscard]] const FusionMention& at(MentionRank m) const { return m_block.mentions[m]; }
    [[nodiscard]] int slack() const { return m_kind == Kind::journey ? 1 : 0; }

    [[nodiscard]] Core core_of(MentionRank m) const {
        if (m_kind == Kind::journey) return actors_in(at(m), {Role::agent});
        return actors_in(at(m), {Role::agent, Role::patient, Role::host, Role::addressee});
    }

    [[nodiscard]] bool is_one_sided(MentionRank m) const {
        return core_of(m).size() < (m_kind == Kind::journey ? 1U : 2U);
    }

    /// A denial beside a telling that asserts the same: what is denied is something about it.
    [[nodiscard]] bool is_aside(MentionRank m, const std::vector<MentionRank>& mentions) const {
        if (at(m).modality != Modality::denied || is_one_sided(m)) return false;
        const auto core = core_of(m);
        return std::any_of(mentions.begin(), mentions.end(), [&](MentionRank other) {
            return at(other).document == at(m).document && at(other).modality == Modality::asserted &&
                   core_of(other) == core && may_overlap(at(other).when, at(m).when);
        });
    }

    void sort_out(const std::vector<MentionRank>& mentions) {
        std::vector<MentionRank> in_document;
        for (std::size_t i = 0; i < mentions.size();) {
            in_document.clear();
            const auto& document = at(mentions[i]).document;
            for (; i < mentions.size() && at(mentions[i]).document == document; ++i) in_document.push_back(mentions[i]);
            for (const auto m : in_document) {
                if (is_aside(m, in_document))
                    m_asides.push_back(m);
                else if (is_one_sided(m))
                    m_one_sided.push_back(m);
                else
                    (precision(at(m).when) == Precision::tight ? m_tight : m_loose).push_back(m);
            }
        }
        sort_by_worth(m_tight);
        sort_by_worth(m_loose);
    }

    /// Best dated first; mentions stand by document and key already, which settles ties.
    void sort_by_worth(std::vector<MentionRank>& mentions) const {
        const auto worth = [&](MentionRank m) {
            const auto& mention = at(m);
            const bool bounded = mention.when.from && mention.when.to;
            const auto width = bounded ? (*mention.when.to - *mention.when.from).count() : 0;
            return std::tuple(precision(mention.when), !mention.dated, width, mention.when.from, !mention.place,
                              mention.published, m);
        };
        std::sort(mentions.begin(), mentions.end(), [&](auto a, auto b) { return worth(a) < worth(b); });
    }

    [[nodiscard]] std::vector<Slot> fitting(std::vector<Slot> slots, MentionRank m) const {
        std::erase_if(slots, [&](Slot slot) { return !m_shelf.place_fits(slot, m) || !m_shelf.turn_fits(slot, m); });
        return slots;
    }

    void place_tight(MentionRank m) {
        const auto core = core_of(m);
        const auto slots = fitting(m_shelf.dated(core, at(m).when, slack()), m);
        if (slots.empty())
            m_shelf.add(m, core);
        else
            m_shelf.join(m_shelf.best(slots, m, *at(m).when.from), m);
    }

    /// "The two ministers' governments" and "the two of the three" on the same day, told by other documents.
    void join_poorer_tellings() {
        if (m_kind == Kind::journey) return;
        const auto count = m_shelf.size();
        for (Slot poor = 0; poor < count; ++poor) {
            std::vector<Slot> fuller;
            for (const auto rich : m_shelf.on(m_shelf[poor].draft.when))
                if (rich != poor && is_poorer(poor, rich)) fuller.push_back(rich);
            if (fuller.size() == 1) m_shelf.absorb(fuller.front(), poor);
        }
    }

    [[nodiscard]] bool is_poorer(Slot poor, Slot rich) const {
        const auto& a = m_shelf[poor];
        const auto& b = m_shelf[rich];
        if (a.draft.core == b.draft.core || !covers(m_block, b.draft.core, a.draft.core)) return false;
        if (!places_fit(m_block, a.draft.place, b.draft.place)) return false;
        if (precision(a.draft.when) != Precision::tight || precision(b.draft.when) != Precision::tight) return false;
        return std::none_of(a.documents.begin(), a.documents.end(),
                            [&](auto document) { return b.documents.contains(document); });
    }

    /// The days in which an encounter must have a day to be what a loosely dated telling tells of.
    [[nodiscard]] Interval search_window(MentionRank m) const {
        const auto& mention = at(m);
        const bool ahead = looks_ahead(mention);
        const auto reach = mention.dated ? memory : recent_memory;
        const Interval memories{mention.published - (ahead ? date::days{1} : reach),
                                mention.published + (ahead ? reach : date::days{0})};
        const bool bounded = mention.when.from && mention.when.to;
        return bounded && precision(mention.when) == Precision::wide ? mention.when
                                                                     : intersection(mention.when, memories);
    }

    [[nodiscard]] std::vector<Slot> candidates(MentionRank m, const Core& core) const {
        const auto window = search_window(m);
        if (!window.from || !window.to || *window.from > *window.to) return {};
        auto slots = fitting(m_shelf.dated(core, window, 0), m);
        if (precision(at(m).when) == Precision::wide)
            std::erase_if(slots, [&](Slot s) { return !nested(m_shelf[s].draft.when, at(m).when); });
        else
            std::erase_if(slots, [&](Slot s) { return is_other_time(s, m) || is_series(core, s, m); });
        return slots;
    }

    /// A telling with an expression of its own ("less than a month ago") does not mean what its document dates exactly.
    [[nodiscard]] bool is_other_time(Slot slot, MentionRank m) const {
        const auto& members = m_shelf[slot].draft.members;
        return at(m).dated && std::any_of(members.begin(), members.end(), [&](MentionRank other) {
                   return at(other).document == at(m).document && precision(at(other).when) == Precision::tight;
               });
    }

    /// Two governments "hold consultations" all the time: without a date another document may mean any of them.
    [[nodiscard]] bool is_series(const Core& core, Slot slot, MentionRank m) const {
        const bool person = std::any_of(core.begin(), core.end(),
                                        [&](ActorRank a) { return m_block.actors[a].type == NodeType::person; });
        return !person && !m_shelf[slot].documents.contains(at(m).document);
    }

    static bool nested(const Interval& a, const Interval& b) {
        if (precision(a) == Precision::tight) return true;
        return (*a.from >= *b.from && *a.to <= *b.to) || (*b.from >= *a.from && *b.to <= *a.to);
    }

    void place_loose(MentionRank m) {
        const auto core = core_of(m);
        if (const auto slots = candidates(m, core); !slots.empty()) {
            m_shelf.join(m_shelf.best(slots, m, at(m).published), m);
            return;
        }
        if (join_parts(m, core) || join_whole(m, core)) return;
        if (precision(at(m).when) == Precision::vague) {
            auto slots = fitting(m_shelf.undated(core, m), m);
            std::erase_if(slots, [&](Slot s) { return is_series(core, s, m); });
            if (!slots.empty()) {
                m_shelf.join(m_shelf.best(slots, m, at(m).published), m);
                return;
            }
        }
        m_shelf.add(m, core);
    }

    /// Talks of three that were two meetings: the telling joins each meeting among those it names.
    bool join_parts(MentionRank m, const Core& core) {
        if (m_kind == Kind::journey || core.size() < 3 || core.size() > most_named) return false;
        std::vector<Slot> found;
        for (unsigned subset = 1; subset + 1 < (1U << core.size()); ++subset) {
            Core part;
            for (std::size_t i = 0; i < core.size(); ++i)
                if ((subset >> i & 1U) != 0) part.push_back(core[i]);
            if (part.size() < 2 || !m_shelf.knows(part)) continue;
            const auto slots = candidates(m, part);
            if (!slots.empty()) found.push_back(m_shelf.best(slots, m, at(m).published));
        }
        for (const auto slot : found) m_shelf.join(slot, m);
        return !found.empty();
    }

    /// A telling that names fewer than another telling of the same document.
    bool join_whole(MentionRank m, const Core& core) {
        const auto window = search_window(m);
        auto slots = fitting(m_shelf.told_in(at(m).document), m);
        std::erase_if(slots, [&](Slot slot) {
            const auto& draft = m_shelf[slot].draft;
            return precision(draft.when) != Precision::tight || !may_overlap(draft.when, window) ||
                   draft.core == core || !std::includes(draft.core.begin(), draft.core.end(), core.begin(), core.end());
        });
        if (slots.size() != 1) return false;
        m_shelf.join(slots.front(), m);
        return true;
    }

    void place_one_sided(MentionRank m) {
        const auto core = actors_in(at(m), {Role::agent, Role::patient, Role::host, Role::addressee});
        auto slots = fitting(m_shelf.told_in(at(m).document), m);
        std::erase_if(slots, [&](Slot slot) {
            const auto& draft = m_shelf[slot].draft;
            if (!may_overlap(draft.when, at(m).when)) return true;
            if (core.empty()) return !nameless_fits(draft, m);
            return !std::includes(draft.core.begin(), draft.core.end(), core.begin(), core.end());
        });
        const bool unsure = core.empty() && slots.size() > 1;
        if (slots.empty() || unsure)
            m_shelf.add(m, core);
        else
            m_shelf.join_one_sided(m_shelf.best(slots, m, at(m).when.from.value_or(at(m).published)), m);
    }

    /// A telling that names nobody: of the day's encounter in its document, or said in the same words.
    [[nodiscard]] bool nameless_fits(const Draft& draft, MentionRank m) const {
        if (draft.core.empty()) return same_words(draft.seed, m);
        return at(m).dated && precision(at(m).when) == Precision::tight && precision(draft.when) == Precision::tight;
    }

    [[nodiscard]] bool same_words(MentionRank a, MentionRank b) const {
        if (at(a).type != at(b).type || looks_ahead(at(a)) != looks_ahead(at(b))) return false;
        const auto& first = at(a).topic_words;
        const auto& second = at(b).topic_words;
        if (first == second) return !first.empty();
        const auto common = common_words(first, second);
        return common >= 2 && 5 * common >= 3 * std::min(first.size(), second.size());
    }

    /// Stands by itself, as a part of what it is about.
    void place_aside(MentionRank m) {
        const auto core = core_of(m);
        const auto window = precision(at(m).when) == Precision::vague ? search_window(m) : at(m).when;
        std::vector<Slot> slots;
        if (window.from && window.to && *window.from <= *window.to)
            slots = fitting(m_shelf.dated(core, window, slack()), m);
        if (slots.empty()) slots = fitting(m_shelf.undated(core, m), m);
        if (slots.empty()) {
            m_aside_drafts.push_back(aside(m, core));
            return;
        }
        const auto whole = m_shelf.best(slots, m, at(m).published);
        for (auto& other : m_aside_drafts)
            if (other.wholes == std::vector{whole} &&
                (at(other.seed).document == at(m).document || same_words(other.seed, m))) {
                other.members.push_back(m);
                return;
            }
        auto draft = aside(m, core);
        draft.wholes = {whole};
        draft.when = m_shelf[whole].draft.when;
        m_aside_drafts.push_back(std::move(draft));
    }

    [[nodiscard]] Draft aside(MentionRank m, const Core& core) const {
        return {.members = {m}, .core = core, .when = at(m).when, .place = at(m).place, .wholes = {}, .seed = m};
    }

    [[nodiscard]] std::vector<Draft> drafts() {
        std::vector<Draft> out;
        std::vector<std::size_t> position(m_shelf.size());
        for (Slot slot = 0; slot < m_shelf.size(); ++slot) {
            position[slot] = out.size();
            if (!m_shelf[slot].absorbed) out.push_back(std::move(m_shelf[slot].draft));
        }
        for (auto& draft : m_aside_drafts) {
            for (auto& whole : draft.wholes) whole = position[whole];
            out.push_back(std::move(draft));
        }
        return out;
    }

    const FusionBlock& m_block;
    Kind m_kind;
    EncounterShelf m_shelf;
    std::vector<MentionRank> m_tight;
    std::vector<MentionRank> m_loose;
    std::vector<MentionRank> m_one_sided;
    std::vector<MentionRank> m_asides;
    std::vector<Draft> m_aside_drafts;
};

}  // namespace

std::vector<Draft> fuse_encounters(const FusionBlock& block, const std::vector<MentionRank>& mentions, Kind kind) {
    return EncounterFuser(block, kind).run(mentions);
}

}  // namespace isnad::graph
