// Where the name of a body that no list holds ends: "the Ministry of Health of Jordan", "the Higher Council of
// Justice".

#include "actors/actor_finder.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>

namespace isnad {

namespace {

using arabic::alef;
using arabic::article;
using arabic::lam;
using arabic::teh_marbuta;
using arabic::yeh;
constexpr std::string_view and_article = "\xD9\x88\xD8\xA7\xD9\x84";  // waw alef lam
constexpr std::string_view for_article = "\xD9\x84\xD9\x84";          // lam lam
constexpr std::string_view folded_teh_marbuta = arabic::heh;          // as the fold writes it
constexpr std::size_t longest_name = 6;                               // units

bool feminine(std::string_view word) { return word.ends_with(folded_teh_marbuta) || word.ends_with(teh_marbuta); }

/// Whether a word has the shape of an adjective made of a noun ("national", "international").
bool nisba(std::string_view word) {
    if (feminine(word)) word.remove_suffix(folded_teh_marbuta.size());
    return word.size() > article.size() + 3 * yeh.size() && word.ends_with(yeh);
}

bool for_the(std::string_view word) { return word.starts_with(for_article) && word.size() > 3 * lam.size(); }

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

/// Whether a unit may stand inside the name of a body: neither a title or calling, nor a small word, nor a verb.
bool ActorFinder::organization_word(const Unit& u) const {
    if (u.kind != TokenKind::word || u.time) return false;
    return std::all_of(u.entries.begin(), u.entries.end(), [](const Entry& e) {
        switch (e.kind) {
            case EntryKind::nationality:
            case EntryKind::organization_head: return true;
            case EntryKind::trigger: return (e.features & WordForm::verb) == 0;
            case EntryKind::word: return static_cast<WordClass>(e.index) == WordClass::group_adjective;
            case EntryKind::title_word: return e.index != static_cast<std::uint32_t>(TitleWord::particle);
            default: return false;
        }
    });
}

/// The unit past the words that name a body after the head noun at r.at, or the one after the head when they do not.
std::size_t ActorFinder::organization_end(const Reading& r, OrganizationName how, std::string& country) const {
    const auto first = r.at + 1;
    const bool bound = how == OrganizationName::bound;
    std::size_t next = first;
    for (; next < r.units.size() && next < first + longest_name; ++next) {
        const auto& u = r.units[next];
        if (u.kind != TokenKind::word || u.time) break;
        const auto word = m_text.text(u.begin);
        if (const auto* adjective = u.entry(EntryKind::nationality);
            adjective != nullptr && !u.clitics.conjunction && (adjective->features & WordForm::definite) != 0) {
            country = m_pack.node(m_pack.countries[adjective->index]).country;
            return next > first || how != OrganizationName::words ? next + 1 : first;
        }
        const bool definite = word.starts_with(article) || word.starts_with(and_article) || for_the(word);
        if (how == OrganizationName::words ? !name_word(u) && !particle(u) : !definite) break;
        if (u.entry(EntryKind::entity) != nullptr) break;
        if (bound && (!organization_word(u) || is_title_word(u.entries, TitleWord::plain))) break;
    }
    // "The university of Damascus".
    if (bound && next == first)
        if (const auto* u = unit(r, next); u != nullptr && u->clitics.size == 0)
            for (const auto& e : u->entries) {
                if (e.kind != EntryKind::entity) continue;
                const auto& place = m_pack.node(e.index);
                if (place.type != NodeType::place && place.type != NodeType::country) continue;
                country = place.country;
                return next + 1;
            }
    const bool named =
        bound ? next > first : how == OrganizationName::words && next > first && !particle(r.units[next - 1]);
    return named ? next : first;
}

/// Whether an adjective makes a name of the head noun before it.
bool ActorFinder::naming(const Unit& u) const {
    return is_title_word(u.entries, TitleWord::naming) || u.entry(EntryKind::nationality) != nullptr ||
           nisba(m_text.text(u.begin));
}

/// Past the adjectives and what the body is for, behind a head noun with the article at r.at ("the National Council for
/// Resistance"); the unit after the head when they make no name.
std::size_t ActorFinder::described_end(const Reading& r, OrganizationName how, std::string& country) const {
    const auto first = r.at + 1;
    const bool feminine_head = feminine(last_word(r.units[r.at]));
    auto next = first;
    bool purpose = false;
    for (; next < r.units.size() && next < first + longest_name; ++next) {
        const auto& u = r.units[next];
        const auto word = m_text.text(u.begin);
        if (!organization_word(u) || is_title_word(u.entries, TitleWord::plain)) break;
        if (for_the(word) && next > first) {
            purpose = true;
            continue;
        }
        // "For the rights of man": a bound noun, and the word that it is bound to.
        const auto* after = unit(r, next + 1);
        if (next > first && !purpose && word.starts_with(lam) && u.entries.empty() && after != nullptr &&
            after->clitics.size == 0 && organization_word(*after) && m_text.text(after->begin).starts_with(article)) {
            purpose = true;
            ++next;
            continue;
        }
        const bool linked = purpose && word.starts_with(and_article);
        if (!linked && !word.starts_with(article)) break;
        if (purpose ? !linked && !naming(u) : !naming(u) || !(feminine(word) == feminine_head || feminine_end(word)))
            break;
        if (const auto* adjective = u.entry(EntryKind::nationality); adjective != nullptr)
            country = m_pack.node(m_pack.countries[adjective->index]).country;
    }
    const std::size_t least = how == OrganizationName::adjectives || !country.empty() ? 1 : 2;
    return next >= first + least ? next : first;
}

/// Whether a feminine adjective ends without the letter of the feminine ("highest", "greatest").
bool ActorFinder::feminine_end(std::string_view word) { return word.ends_with(alef) || word.ends_with(yeh); }

}  // namespace isnad
