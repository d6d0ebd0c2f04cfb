// People that no list holds: a name after a title, a calling or a verb of saying, and what the text calls them later.

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"
#include "lexicon/word_hash.hpp"

#include <algorithm>

namespace isnad {

namespace {

using arabic::article;
using arabic::waw;
constexpr std::string_view to_the = "\xD9\x84\xD9\x84";  // lam lam
constexpr std::size_t shortest_word = 4;                 // bytes: two letters
constexpr std::size_t longest_name = 4;                  // words, particles not counted
constexpr std::size_t longest_calling = 9;               // units between a calling and the name

/// One of 64 bits for how a name begins: most words begin like none of the few names that a text brings. The second
/// byte tells letters of one script; names of one byte have all bits.
std::uint64_t letter_bit(std::string_view name) {
    return name.size() < 2 ? ~std::uint64_t{0} : std::uint64_t{1} << (static_cast<unsigned char>(name[1]) & 63U);
}

}  // namespace

bool ActorFinder::particle(const Unit& u) {
    return u.clitics.size == 0 && is_title_word(u.entries, TitleWord::particle);
}

/// Whether a unit may be part of a name that no list holds.
bool ActorFinder::name_word(const Unit& u) const {
    if (u.kind != TokenKind::word || u.time || u.end != u.begin + 1) return false;
    const auto word = m_text.text(u.begin);
    if (word.size() < shortest_word || word.starts_with(to_the)) return false;
    if (u.entries.empty()) return m_pack.names.given(word) || !m_pack.names.common(word);
    const bool town = std::all_of(u.entries.begin(), u.entries.end(), [](const Entry& e) {
        return e.kind == EntryKind::entity && e.features == EntityForm::town;
    });
    if (town) return u.clitics.size == 0;
    const bool plain = std::all_of(u.entries.begin(), u.entries.end(), [&](const Entry& e) {
        return e.kind == EntryKind::office || e.kind == EntryKind::occupation ||
               (e.kind == EntryKind::entity && m_pack.node(e.index).type == NodeType::person &&
                e.features == EntityForm::short_form);
    });
    if (plain)
        return u.clitics.size == 0 &&
               (u.entry(EntryKind::entity) != nullptr || (m_pack.names.given(word) && !word.starts_with(article)));
    return u.word_class() == WordClass::on && m_pack.names.spelled_given(m_text.tokens[u.begin].span.of(m_text.raw));
}

/// The end of the name that begins at unit i, or i. Without words that introduce a person it must open with a given
/// name.
std::size_t ActorFinder::name_end(const Reading& r, std::size_t i, bool introduced) const {
    const auto is_given = [&](const Unit& u) {
        return m_pack.names.given(m_text.text(u.begin)) || u.word_class() == WordClass::on;
    };
    std::size_t words = 0;
    std::size_t j = i;
    bool joined = false;  // the word before needs one more
    bool compound = false;
    bool given = false;
    for (; j < r.units.size() && words < longest_name; ++j) {
        const auto& u = r.units[j];
        const bool opener = u.clitics.size == 0 && is_title_word(u.entries, TitleWord::opener);
        if (opener || (words > 0 && particle(u))) {
            joined = true;
            compound = compound || opener;
            given = given || words == 0;
            continue;
        }
        const auto word = m_text.text(u.begin);
        // A given name that is a nationality as well is a name before "son of".
        const bool before_particle = u.entry(EntryKind::nationality) != nullptr && m_pack.names.given(word) &&
                                     j + 1 < r.units.size() && particle(r.units[j + 1]);
        if (!name_word(u) && !before_particle) break;
        const bool own = is_given(u);
        if (words == 0 && !joined) {
            if (!own && (!introduced || word.starts_with(article))) break;
            given = own;
        } else if (!joined) {
            if (word.starts_with(waw) && !own) break;
            if (words >= 2 && (!given || !u.entries.empty() || (!own && !word.starts_with(article)))) break;
        }
        joined = false;
        ++words;
    }
    if (joined) return i;
    return words >= 2 || (compound && words == 1) ? j : i;
}

/// Past "son of so-and-so" behind a name, as often as it is said.
std::size_t ActorFinder::lineage_end(const Reading& r, std::size_t end) const {
    while (end + 1 < r.units.size() && particle(r.units[end])) {
        auto next = end + 1;
        if (next + 1 < r.units.size() && is_title_word(r.units[next].entries, TitleWord::opener)) ++next;
        if (r.units[next].kind != TokenKind::word || r.units[next].clitics.size != 0) break;
        end = next + 1;
    }
    return end;
}

std::string ActorFinder::description(const Reading& r, std::size_t begin, std::size_t end) const {
    return raw_text(r.units[begin].begin, r.units[end - 1].end, r.units[begin].clitics.size);
}

/// The node of the person whose name stands in units begin to end: a listed one when it only is another spelling.
NodeIndex ActorFinder::new_person(const Reading& r, std::size_t begin, std::size_t end, const Title* title) {
    const auto name = raw_text(r.units[begin].begin, r.units[end - 1].end, 0);
    const auto folded = fold(name);
    if (const auto listed = m_pack.names.sounds_like(folded)) {
        const auto node = node_of(*listed);
        remember({node, *listed, std::nullopt, {}, {}, {}, m_pack.node(*listed).country});
        return node;
    }
    Node node{.key = "person/~" + folded,
              .type = NodeType::person,
              .name_en = {},
              .name_ar = name,
              .wikidata = {},
              .country = {},
              .description = {}};
    Person person{NodeIndex(0), std::nullopt, std::nullopt, {}, folded, {}, {}};
    if (title != nullptr) {
        if (title->begin < title->next) node.description = description(r, title->begin, title->next);
        if (title->body) {
            node.country = m_pack.node(*title->body).country;
            person.of = office_body(m_pack.node(*title->body));
        }
        if (!title->offices.empty()) person.office = title->offices.front();
    }
    auto family = end - 1;
    while (family > begin + 1 &&
           (particle(r.units[family - 1]) || is_title_word(r.units[family - 1].entries, TitleWord::opener)))
        --family;
    person.family =
        folded.substr(m_text.tokens[r.units[family].begin].begin - m_text.tokens[r.units[begin].begin].begin);
    m_new_letters |= letter_bit(person.full) | letter_bit(person.family);
    person.country = node.country;
    person.node = named_node(std::move(node));
    const auto out = person.node;
    remember(std::move(person));
    return out;
}

/// A calling, what it is of, and a name: "the head of the relief committee in the town, Salim Darwish".
bool ActorFinder::read_occupation(Reading& r) {
    Title t{r.at, r.at + 1, std::nullopt, {}, false};
    bool introduced = false;
    for (; t.next < r.units.size() && t.next < t.begin + longest_calling; ++t.next) {
        const auto& u = r.units[t.next];
        const auto* person = u.clitics.size == 0 ? person_entry(u) : nullptr;
        if (person != nullptr && fits(person->index, person->features == EntityForm::short_form, t)) {
            emit_person(r, t.next + 1, person->index);
            return true;
        }
        const auto at = skip_marks(r, t.next);
        // "The new envoy to Syria, X": a listed person behind the comma.
        const auto* listed =
            at != t.next && at < r.units.size() && r.units[at].clitics.size == 0 ? person_entry(r.units[at]) : nullptr;
        if (listed != nullptr && listed->features == EntityForm::full && fits(listed->index, false, t)) {
            emit_person(r, at + 1, listed->index);
            return true;
        }
        if (const auto end = name_end(r, at, introduced && at == t.next); end != at) {
            emit_node(r, end, new_person(r, at, end, &t));
            return true;
        }
        introduced = false;
        if (u.kind != TokenKind::word || u.clitics.conjunction || u.entry(EntryKind::trigger) != nullptr) return false;
        if (const auto* adjective = u.entry(EntryKind::nationality); adjective != nullptr && t.next == t.begin + 1) {
            t.body = m_pack.countries[adjective->index];
            introduced = true;
            continue;
        }
        if (is_title_word(u.entries, TitleWord::adjunct)) continue;
        const auto small = u.word_class();
        if (small != WordClass::none && small != WordClass::in && small != WordClass::to &&
            small != WordClass::former && small != WordClass::city && small != WordClass::group_adjective)
            return false;
        const auto entity = pick(u);
        const bool body = entity && m_pack.node(*entity).type != NodeType::person;
        if (body && !t.body && m_pack.node(*entity).type != NodeType::place) t.body = entity;
    }
    return false;
}

/// A name right after a verb of saying.
bool ActorFinder::read_new_name(Reading& r) {
    if (r.at == 0 || r.units[r.at].kind != TokenKind::word) return false;
    if (!said_before(r)) return false;
    const auto end = name_end(r, r.at, false);
    if (end == r.at) return false;
    emit_node(r, end, new_person(r, r.at, end, nullptr));
    return true;
}

/// A new person named before in the text, by the whole name or the family name.
bool ActorFinder::read_known_name(Reading& r) {
    const auto& u = r.units[r.at];
    if (m_new_letters == 0 || u.kind != TokenKind::word) return false;
    const auto word = m_text.text(u.begin);
    const auto& token = m_text.tokens[u.begin];
    const auto rest = std::string_view(m_text.folded.text).substr(token.begin);
    Clitics readings[6];
    const auto n = clitic_readings(word, readings);
    if (std::none_of(readings, readings + n,
                     [&](const Clitics& c) { return (m_new_letters & letter_bit(word.substr(c.size))) != 0; }))
        return false;
    for (auto p = m_people.rbegin(); p != m_people.rend(); ++p) {
        if (p->family.empty()) continue;
        const auto length = [&](std::string_view name) -> std::size_t {
            for (std::size_t i = 0; i < n; ++i)
                if (begins(rest.substr(readings[i].size), name)) return readings[i].size + name.size();
            return 0;
        };
        auto size = length(p->full);
        if (size == 0) size = length(p->family);
        if (size == 0) continue;
        auto end = r.at;
        while (end < r.units.size() && m_text.tokens[r.units[end].end - 1].end < token.begin + size) ++end;
        if (end == r.units.size() || m_text.tokens[r.units[end].end - 1].end != token.begin + size) continue;
        const auto known = *p;
        remember(known);
        emit_node(r, end + 1, known.node);
        return true;
    }
    return false;
}

/// A listed family name behind another given name: a relative, not the person.
bool ActorFinder::read_relative(Reading& r, EntityId person) {
    const auto& u = r.units[r.at];
    if (r.at == 0 || u.clitics.size != 0 || r.relation) return false;
    const auto& before = r.units[r.at - 1];
    const bool one_word = u.entry(EntryKind::entity)->features == EntityForm::short_form || u.end == u.begin + 1;
    if (!one_word || !before.unknown_word() || r.out.items.empty() || r.out.items.back().begin != before.begin ||
        r.out.items.back().kind != ItemKind::other)
        return false;
    const auto given = m_text.text(before.begin);
    if (!m_pack.names.given(given) || m_pack.names.own_given(given, person)) return false;
    r.out.items.pop_back();
    const auto end = r.at + 1;
    --r.at;
    emit_node(r, end, new_person(r, r.at, end, nullptr));
    return true;
}

}  // namespace isnad
