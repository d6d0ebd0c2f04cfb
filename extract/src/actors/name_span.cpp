// Where a name that no list holds ends: given and family names, the small words that join them, and words that look
// like a name.

#include "actors/actor_finder.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>

namespace isnad {

namespace {

using arabic::article;
using arabic::waw;
constexpr std::string_view to_the = "\xD9\x84\xD9\x84";  // lam lam
constexpr std::size_t shortest_word = 4;                 // bytes: two letters
constexpr std::size_t longest_name = 5;                  // words, particles not counted
// What NameWords::likeness must be at least, by what stands before.
constexpr int likely = 0;              ///< behind a given name, unless a title or a verb of saying introduces it
constexpr int likely_definite = -150;  ///< the same, of what follows the article
constexpr int likely_third = 100;      ///< as third word of a name
constexpr int opening_said = 150;      ///< first of several words behind a verb of saying
constexpr int alone_titled = 100;      ///< a single word behind a title
constexpr int alone_said = 200;        ///< behind a verb of saying

bool strong(std::uint8_t kind, std::uint8_t wanted) { return (kind & wanted) != 0 && (kind & NameKind::common) == 0; }

constexpr std::uint8_t any_name = NameKind::given | NameKind::family;

}  // namespace

bool ActorFinder::particle(const Unit& u) {
    return u.clitics.size == 0 && is_title_word(u.entries, TitleWord::particle);
}

bool ActorFinder::opener(const Unit& u) { return is_title_word(u.entries, TitleWord::opener); }

/// What the word of a unit is in names; of one with clitics, what is behind them.
std::uint8_t ActorFinder::name_kind(const Unit& u, std::size_t skip) const {
    const auto word = m_text.text(u.begin).substr(skip);
    auto kind = skip == 0 ? m_pack.names.kind(m_numbers[u.begin]) : m_pack.names.kind(word);
    if (!word.starts_with(article)) return kind;
    // With the article: a family name where the rest is a name, an everyday word where the rest is one.
    const auto rest = m_pack.names.kind(word.substr(article.size()));
    if (kind != 0 || (rest & any_name) != 0) kind = static_cast<std::uint8_t>(kind | (rest & NameKind::common));
    if ((rest & any_name) != 0) kind |= NameKind::family;
    return kind;
}

/// Past the two words from unit i that the tables hold as one name, or i.
std::size_t ActorFinder::pair_end(const Reading& r, std::size_t i, std::size_t skip) const {
    const auto& u = r.units[i];
    if (u.kind != TokenKind::word || u.time || (name_kind(u, skip) & NameKind::begins) == 0) return i;
    const auto both_are = [&](std::uint32_t second) {
        const auto one = skip == 0 ? m_numbers[u.begin] : m_pack.names.number(m_text.text(u.begin).substr(skip));
        return m_pack.names.one_name(one, m_numbers[second]);
    };
    // Also the short form of a listed person ("abd al-rahman"), which may be somebody else's name.
    const bool short_form = std::all_of(u.entries.begin(), u.entries.end(), [](const Entry& e) {
        return e.kind == EntryKind::entity && e.features == EntityForm::short_form;
    });
    if (u.end == u.begin + 2) return short_form && both_are(u.begin + 1) ? i + 1 : i;
    if (u.end != u.begin + 1 || i + 1 >= r.units.size()) return i;
    const auto& next = r.units[i + 1];
    if (next.kind != TokenKind::word || next.end != next.begin + 1) return i;
    return both_are(next.begin) ? i + 2 : i;
}

/// Whether a unit may be part of a name that no list holds.
bool ActorFinder::name_word(const Unit& u, std::size_t skip) const {
    if (u.kind != TokenKind::word || u.time || u.end != u.begin + 1) return false;
    const auto word = m_text.text(u.begin).substr(skip);
    if (word.size() < shortest_word || word.starts_with(to_the)) return false;
    const auto kind = name_kind(u, skip);
    if (u.entries.empty()) return (kind & any_name) != 0 || !m_pack.names.common(word);
    const bool town = std::all_of(u.entries.begin(), u.entries.end(), [](const Entry& e) {
        return e.kind == EntryKind::entity && e.features == EntityForm::town;
    });
    if (town) return u.clitics.size == skip;
    const bool plain = std::all_of(u.entries.begin(), u.entries.end(), [&](const Entry& e) {
        return e.kind == EntryKind::office || e.kind == EntryKind::occupation ||
               (e.kind == EntryKind::entity && m_pack.node(e.index).type == NodeType::person &&
                e.features == EntityForm::short_form);
    });
    if (plain)
        return u.clitics.size == skip &&
               (u.entry(EntryKind::entity) != nullptr || (strong(kind, NameKind::given) && !word.starts_with(article)));
    return u.word_class() == WordClass::on && m_pack.names.spelled_given(m_text.tokens[u.begin].span.of(m_text.raw));
}

/// Whether a word that no table holds may open a name.
bool ActorFinder::may_open(std::string_view word, NameLead lead) const {
    switch (lead) {
        case NameLead::none:
        case NameLead::after: return false;
        case NameLead::said: return m_pack.names.likeness(word) >= opening_said;
        case NameLead::calling: return m_pack.names.likeness(word) >= likely;
        case NameLead::titled: return true;
    }
    return false;
}

/// Whether the letters of a word let it stand behind a given name.
bool ActorFinder::looks_right(std::string_view word) const {
    if (!word.starts_with(article)) return m_pack.names.likeness(word) >= likely;
    return m_pack.names.likeness(word.substr(article.size())) >= likely_definite;
}

/// Whether a word that no table holds may be the third of a name.
bool ActorFinder::third(std::string_view word) const { return m_pack.names.likeness(word) >= likely_third; }

/// Whether what follows unit i leaves a given name alone: no word that may go on with it.
bool ActorFinder::name_closes(const Reading& r, std::size_t i) const {
    const auto* u = unit(r, i);
    if (u == nullptr) return true;
    if (u->kind == TokenKind::mark) return !mark(r, i, '#') && !mark(r, i, '_');
    if (particle(*u) || opener(*u) || (u->clitics.size == 0 && person_entry(*u) != nullptr)) return false;
    return u->time || !u->entries.empty() || m_pack.names.common(m_text.text(u->begin));
}

/// The words of a name as far as they go, and what they are.
ActorFinder::NameSpan ActorFinder::name_span(const Reading& r, std::size_t i, NameLead lead, std::size_t skip) const {
    NameSpan out{.end = i};
    bool joined = false;  // the word before needs one more
    for (auto j = i; j < r.units.size() && out.words < longest_name; ++j) {
        const auto& u = r.units[j];
        const auto rest = j == i ? skip : 0;
        const auto two = pair_end(r, j, rest);
        const bool opens = two == j && opener(u) && (u.clitics.size == 0 || j == i);
        if (opens || (out.words > 0 && particle(u))) {
            joined = true;
            out.compound = out.compound || opens;
            out.given = out.given || out.words == 0;
            continue;
        }
        const auto word = m_text.text(u.begin).substr(rest);
        const auto kind = name_kind(u, rest);
        // A given name that is a nationality as well is a name before "son of".
        const bool before_particle = u.entry(EntryKind::nationality) != nullptr && strong(kind, NameKind::given) &&
                                     j + 1 < r.units.size() && particle(r.units[j + 1]);
        if (two == j && !name_word(u, rest) && !before_particle) break;
        const bool spelled = u.word_class() == WordClass::on;
        const bool known = strong(kind, any_name) || spelled || two != j;
        const bool own = known || (kind & any_name) != 0;
        const bool definite = word.starts_with(article);
        if (out.words == 0 && !joined) {
            out.given = strong(kind, NameKind::given) || spelled || two != j;
            const bool listed = (m_pack.names.kind(word) & any_name) != 0;
            if (two == j && (definite ? !listed || lead == NameLead::after : !own && !may_open(word, lead))) break;
            if (!known && lead == NameLead::none) break;
        } else if (!joined) {
            if (word.starts_with(waw) && !own) break;
            const bool introduced = lead != NameLead::none && out.given;
            const bool likely_word = introduced || looks_right(word);
            if (!own && !likely_word) break;
            // Without words that introduce it, a name takes no everyday word, and a family name nothing after it.
            if (lead == NameLead::none && ((own && !known && !definite) || (out.alone && !out.given && !known))) break;
            if (out.words >= 2 && lead == NameLead::none && own && !known) break;
            if (out.words >= 2 && (!out.given || !u.entries.empty() || !(own || definite || third(word)))) break;
        }
        joined = false;
        if (two != j) j = two - 1;
        ++out.words;
        out.known += known ? 1 : 0;
        out.alone = out.alone || (kind & NameKind::alone) != 0;
        out.end = j + 1;
    }
    return out;
}

/// The end of the name that begins at unit i, or i. `skip`: bytes of clitics before its first word.
std::size_t ActorFinder::name_end(const Reading& r, std::size_t i, NameLead lead, std::size_t skip) const {
    const auto span = name_span(r, i, lead, skip);
    if (span.words == 0) return i;
    const auto& first = r.units[i];
    const auto word = m_text.text(first.begin).substr(skip);
    const bool one = span.words == 1;
    if (lead == NameLead::none) {
        if (span.alone && one) return span.end;
        if (one) return i;
        if (span.compound) return span.known >= 1 ? span.end : i;
        return span.given || span.known >= 2 ? span.end : span.known >= 1 && span.alone ? span.end : i;
    }
    if (!one || span.compound || span.alone) return span.end;
    if (lead == NameLead::after) return i;
    const auto kind = name_kind(first, skip);
    if ((kind & NameKind::common) != 0 || !name_closes(r, span.end)) return i;
    const int least = lead == NameLead::said ? alone_said : alone_titled;
    const bool known = lead != NameLead::said && strong(kind, any_name);
    const bool looks = first.entries.empty() && !word.starts_with(article) && m_pack.names.likeness(word) >= least;
    return known || looks ? span.end : i;
}

/// Past "son of so-and-so" behind a name, as often as it is said.
std::size_t ActorFinder::lineage_end(const Reading& r, std::size_t end) const {
    while (end + 1 < r.units.size() && particle(r.units[end])) {
        auto next = end + 1;
        if (next + 1 < r.units.size() && opener(r.units[next])) ++next;
        if (r.units[next].kind != TokenKind::word || r.units[next].clitics.size != 0) break;
        end = next + 1;
    }
    return end;
}

}  // namespace isnad
