// Bodies that no list holds, by their head noun: "the Ministry of Health of Jordan", "the channel 'Al-Ufuq'"; and a
// head noun alone, for the body that was named with it last.

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

namespace isnad {

namespace {

using arabic::article;
constexpr std::string_view and_article = "\xD9\x88\xD8\xA7\xD9\x84";  // waw alef lam
constexpr std::string_view for_article = "\xD9\x84\xD9\x84";          // lam lam
constexpr std::size_t longest_name = 6;                               // units

}  // namespace

/// The unit past the closing quotation mark of a name that opens at unit i, or i.
std::size_t ActorFinder::quoted_end(const Reading& r, std::size_t i) const {
    if (!mark(r, i, '"')) return i;
    for (std::size_t j = i + 1; j < r.units.size() && j <= i + longest_name; ++j) {
        if (mark(r, j, '"')) return j > i + 1 ? j + 1 : i;
        if (r.units[j].kind == TokenKind::mark && !mark(r, j, '-') && !mark(r, j, '.')) return i;
        if (r.units[j].time) return i;
    }
    return i;
}

/// The unit past the words that name a body after the head noun at r.at, or the one after the head when they do not.
std::size_t ActorFinder::organization_end(const Reading& r, OrganizationName how, std::string& country) const {
    const auto first = r.at + 1;
    std::size_t next = first;
    for (; next < r.units.size() && next < first + longest_name; ++next) {
        const auto& u = r.units[next];
        if (u.kind != TokenKind::word || u.time) break;
        const auto word = m_text.text(u.begin);
        if (const auto* adjective = u.entry(EntryKind::nationality);
            adjective != nullptr && !u.clitics.conjunction && (adjective->features & WordForm::definite) != 0) {
            country = m_pack.node(m_pack.countries[adjective->index]).country;
            return next > first || how == OrganizationName::definite ? next + 1 : first;
        }
        const bool definite =
            word.starts_with(article) || word.starts_with(and_article) || word.starts_with(for_article);
        if (how == OrganizationName::definite ? !definite : !name_word(u) && !particle(u)) break;
        if (u.entry(EntryKind::entity) != nullptr) break;
    }
    const bool named = how == OrganizationName::words && next > first && !particle(r.units[next - 1]);
    return named ? next : first;
}

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

bool ActorFinder::read_organization(Reading& r) {
    const auto& first = r.units[r.at];
    const auto& head = m_pack.organization_heads[first.entry(EntryKind::organization_head)->index];
    if (definite(first)) return read_last_organization(r, head);
    std::string country;
    std::string name;
    auto end = quoted_end(r, r.at + 1);
    if (end != r.at + 1) {
        const auto words = raw_text(r.units[r.at + 2].begin, r.units[end - 2].end, 0);
        const auto folded = fold(words);
        name = description(r, r.at, r.at + 1) + " " + words;
        if (const auto* u = unit(r, end); u != nullptr && u->clitics.size == 0)
            if (const auto* adjective = u->entry(EntryKind::nationality)) {
                country = m_pack.node(m_pack.countries[adjective->index]).country;
                ++end;
            }
        auto listed = m_pack.organization(head.word + " " + folded);
        if (!listed) listed = m_pack.organization(folded);
        if (listed) {
            emit(r, end, {{node_of(*listed)}, std::nullopt, false, false});
            return true;
        }
    } else if (head.name != OrganizationName::quoted) {
        end = organization_end(r, head.name, country);
        name = description(r, r.at, end);
    }
    if (end == r.at + 1) return false;
    const auto node = named_node({.key = std::string(to_string(head.type)) + "/~" + fold(name),
                                  .type = head.type,
                                  .name_en = {},
                                  .name_ar = name,
                                  .wikidata = {},
                                  .country = country,
                                  .description = {}});
    emit(r, end, {{node}, std::nullopt, false, false});
    return true;
}

}  // namespace isnad
