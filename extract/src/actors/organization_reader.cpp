// Bodies that no list holds, by their head noun: "the Ministry of Health of Jordan", "the channel 'Al-Ufuq'"; and a
// head noun alone, for the body that was named with it last.

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

namespace isnad {

namespace {

using arabic::article;

}  // namespace

bool ActorFinder::definite(const Unit& u) const { return first_word(u).starts_with(article); }

/// An outlet whose name is an everyday word, in quotation marks: the mark before it stands at r.at.
bool ActorFinder::read_quoted(Reading& r) {
    const auto end = quoted_end(r, r.at);
    if (end == r.at || end > r.at + 5) return false;
    const auto listed = m_pack.quoted(fold(raw_text(r.units[r.at + 1].begin, r.units[end - 2].end, 0)));
    if (!listed) return false;
    read_other(r);
    emit(r, end - 1, {{node_of(*listed)}, std::nullopt, false, false});
    return true;
}

/// "The ministry": the body with this head that was named last.
bool ActorFinder::read_last_organization(Reading& r, const OrganizationHead& head) {
    for (auto h = m_heads.rbegin(); h != m_heads.rend(); ++h) {
        if (h->first != head.word) continue;
        const auto node = h->second;
        emit(r, r.at + 1, {{node}, std::nullopt, false, false});
        return true;
    }
    return false;
}

/// The words in quotation marks behind a head, with the state's adjective: past them, or the unit behind the head.
std::size_t ActorFinder::quoted_organization(const Reading& r, OrganizationWords& words) const {
    auto end = quoted_end(r, r.at + 1);
    if (end == r.at + 1) return end;
    words.quoted = raw_text(r.units[r.at + 2].begin, r.units[end - 2].end, 0);
    words.name = description(r, r.at, r.at + 1) + " " + words.quoted;
    if (const auto* u = unit(r, end); u != nullptr && u->clitics.size == 0)
        if (const auto* adjective = u->entry(EntryKind::nationality)) {
            words.country = m_pack.node(m_pack.countries[adjective->index]).country;
            ++end;
        }
    return end;
}

bool ActorFinder::read_organization(Reading& r) {
    const auto& first = r.units[r.at];
    const auto& head = m_pack.organization_heads[first.entry(EntryKind::organization_head)->index];
    const bool whole = head.name >= OrganizationName::adjective;  // a head with the article that has a name
    OrganizationWords words;
    auto end = definite(first) ? r.at + 1 : quoted_organization(r, words);
    if (!words.quoted.empty()) {
        const auto folded = fold(words.quoted);
        auto listed = m_pack.organization(head.word + " " + folded);
        if (!listed) listed = m_pack.organization(folded);
        if (listed) {
            emit(r, end, {{node_of(*listed)}, std::nullopt, false, false});
            return true;
        }
    } else if (whole || (!definite(first) && head.name != OrganizationName::quoted)) {
        end = whole ? described_end(r, head.name, words.country) : organization_end(r, head.name, words.country);
        words.name = description(r, r.at, end);
    }
    if (end == r.at + 1) return definite(first) && read_last_organization(r, head);
    const auto folded = fold(words.name);
    const auto listed = m_pack.organization(folded);
    const auto node = listed ? node_of(*listed)
                             : named_node({.key = std::string(to_string(head.type)) + "/~" + folded,
                                           .type = head.type,
                                           .name_en = {},
                                           .name_ar = words.name,
                                           .wikidata = {},
                                           .country = words.country,
                                           .description = {}});
    if (head.sport) {
        emit_bystander(r, end, node);
        return true;
    }
    remember_body(r, end, head, words, node);
    emit(r, end, {{node}, std::nullopt, false, false});
    return true;
}

/// Keeps how the text may call a body later: by its words without the head ("the club Al-Hilal", "Al-Hilal"), by those
/// in quotation marks, or by those in brackets behind it. Everyday words do not count.
void ActorFinder::remember_body(const Reading& r, std::size_t end, const OrganizationHead& head,
                                const OrganizationWords& words, NodeIndex node) {
    const auto remember_as = [&](std::string name) {
        const auto first = std::string_view(name).substr(0, name.find(' '));
        const bool one = first.size() == name.size();
        if (name.empty() || first.size() < 3 * arabic::alef.size() || (one && m_pack.names.common(first))) return;
        m_body_letters |= letter_bit(name);
        keep_last(m_bodies, {std::move(name), node});
    };
    if (!words.quoted.empty())
        remember_as(fold(words.quoted));
    else if (head.name == OrganizationName::words && end > r.at + 1)
        remember_as(fold(raw_text(r.units[r.at + 1].begin, r.units[end - 1].end, 0)));
    constexpr std::size_t longest = 3;  // words in brackets
    if (!mark(r, end, '(')) return;
    auto last = end + 1;
    while (last < r.units.size() && last <= end + longest && r.units[last].unknown_word()) ++last;
    if (last > end + 1 && mark(r, last, ')'))
        remember_as(fold(raw_text(r.units[end + 1].begin, r.units[last - 1].end, 0)));
}

/// A body that the text named before, by what remember_body kept.
bool ActorFinder::read_known_body(Reading& r, const Readings& readings) {
    for (auto b = m_bodies.rbegin(); b != m_bodies.rend(); ++b)
        for (std::size_t i = 0; i < readings.count; ++i) {
            const auto end = named_end(r, readings.all[i].size, b->first);
            if (end == r.at) continue;
            r.clitics = readings.all[i];
            emit(r, end, {{b->second}, std::nullopt, false, false});
            return true;
        }
    return false;
}

}  // namespace isnad
