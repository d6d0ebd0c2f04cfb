// People that no list holds: a name after a title, a calling or a verb of saying, and what the text calls them later.

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"
#include "lexicon/word_hash.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t longest_calling = 9;  // units between a calling and the name
constexpr std::uint8_t name_begin = NameKind::given | NameKind::family | NameKind::begins;

}  // namespace

std::string ActorFinder::description(const Reading& r, std::size_t begin, std::size_t end) const {
    return raw_text(r.units[begin].begin, r.units[end - 1].end, r.units[begin].clitics.size);
}

/// The node of the person whose name stands in units begin to end: a listed one when it only is another spelling, one
/// named before when it is only the family name. `skip`: bytes of clitics before the name.
NodeIndex ActorFinder::new_person(const Reading& r, std::size_t begin, std::size_t end, const Title* title,
                                  std::size_t skip) {
    const auto name = raw_text(r.units[begin].begin, r.units[end - 1].end, skip);
    const auto folded = fold(name);
    if (const auto listed = m_pack.names.sounds_like(folded)) {
        const auto node = node_of(*listed);
        remember({node, *listed, std::nullopt, {}, {}, {}, m_pack.node(*listed).country, 0});
        return node;
    }
    const bool family_alone = end == begin + 1;
    if (family_alone)
        for (std::size_t p = m_people.size(); p-- > 0;)
            if (m_people[p].family == folded) return remember_again(p);
    Node node{.key = "person/~" + folded,
              .type = NodeType::person,
              .name_en = m_pack.names.latin(folded),
              .name_ar = name,
              .wikidata = {},
              .country = {},
              .description = {}};
    Person person{NodeIndex(0), std::nullopt, std::nullopt, {}, folded, {}, {}, 0};
    if (title != nullptr) {
        if (title->begin < title->next) node.description = description(r, title->begin, title->next);
        if (title->body) {
            node.country = m_pack.node(*title->body).country;
            person.of = office_body(m_pack.node(*title->body));
        }
        if (!title->offices.empty()) person.office = title->offices.front();
    }
    auto family = end - 1;
    while (family > begin + 1 && (particle(r.units[family - 1]) || opener(r.units[family - 1]))) --family;
    person.family = family == begin ? folded
                                    : folded.substr(m_text.tokens[r.units[family].begin].begin -
                                                    m_text.tokens[r.units[begin].begin].begin - skip);
    person.letters = letter_bit(person.full) | letter_bit(person.family);
    m_new_letters |= person.letters;
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
        const auto lead = introduced && at == t.next                            ? NameLead::titled
                          : t.next == t.begin + 1 && definite(r.units[t.begin]) ? NameLead::calling
                                                                                : NameLead::after;
        if (const auto end = name_end(r, at, lead); end != at) {
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

/// Whether the word before makes what follows the name of a place or building ("the hospital", "the street").
bool ActorFinder::at_site(const Reading& r) const {
    if (r.at == 0) return false;
    const auto& before = r.units[r.at - 1];
    return before.word_class() == WordClass::city || is_title_word(before.entries, TitleWord::site) ||
           is_title_word(before.entries, TitleWord::spot);
}

/// A name that no list holds: anywhere when its words are names, right after a verb of saying when they look like one.
bool ActorFinder::read_new_name(Reading& r, const Readings& readings) {
    const auto& u = r.units[r.at];
    Clitics clitics = u.clitics;
    const bool opens = !u.entries.empty() && opener(u);
    if (u.entries.empty() && m_pack.names.kind(m_numbers[u.begin]) == 0) clitics = name_clitics(u, readings);
    // A name that a table has only without the article opens none.
    const auto kind = opens               ? NameKind::given
                      : clitics.size == 0 ? m_pack.names.kind(m_numbers[u.begin])
                                          : m_pack.names.kind(m_text.text(u.begin).substr(clitics.size));
    const bool begins_name = (kind & name_begin) != 0;
    const bool said = said_before(r);
    if ((!said && !begins_name) || at_site(r)) return false;
    const auto end = name_end(r, r.at, said && clitics.size == 0 ? NameLead::said : NameLead::none, clitics.size);
    if (end == r.at) return false;
    const auto person = new_person(r, r.at, end, nullptr, clitics.size);
    r.clitics = clitics;
    emit_node(r, end, person);
    return true;
}

/// The clitics of a word behind which a name stands; none when no reading has one. Names rarely stand behind "then",
/// and many begin with its letter.
Clitics ActorFinder::name_clitics(const Unit& u, const Readings& readings) const {
    const auto word = m_text.text(u.begin);
    if (word.starts_with(arabic::feh)) return {};
    for (std::size_t i = 1; i < readings.count; ++i)
        if ((m_pack.names.kind(word.substr(readings.all[i].size)) & name_begin) != 0) return readings.all[i];
    return {};
}

/// The ways to part a word from its clitics.
ActorFinder::Readings ActorFinder::readings_of(const Unit& u) const {
    Readings out;
    const auto word = m_text.text(u.begin);
    out.count = clitic_readings(word, out.all);
    for (std::size_t i = 0; i < out.count; ++i) out.letters |= letter_bit(word.substr(out.all[i].size));
    return out;
}

/// One of 64 bits for how a name begins: most words begin like none of the few names that a text brings. The second and
/// the fourth byte tell the first two letters of one script; shorter names have all bits.
std::uint64_t ActorFinder::letter_bit(std::string_view name) {
    if (name.size() < 4) return ~std::uint64_t{0};
    const auto first = static_cast<unsigned char>(name[1]);
    const auto second = static_cast<unsigned char>(name[3]);
    return std::uint64_t{1} << ((first * 5U + second) & 63U);
}

/// Past the units from r.at that are a folded name behind so many bytes of clitics, or r.at.
std::size_t ActorFinder::named_end(const Reading& r, std::size_t skip, std::string_view name) const {
    const auto begin = m_text.tokens[r.units[r.at].begin].begin + skip;
    if (!begins(std::string_view(m_text.folded.text).substr(begin), name)) return r.at;
    auto end = r.at;
    while (end < r.units.size() && m_text.tokens[r.units[end].end - 1].end < begin + name.size()) ++end;
    if (end == r.units.size() || m_text.tokens[r.units[end].end - 1].end != begin + name.size()) return r.at;
    return end + 1;
}

/// Whether a word that is a family name as well ("ali", "sabah") is not the person by itself.
bool ActorFinder::everyday(const Unit& u) const {
    const bool small = std::any_of(u.entries.begin(), u.entries.end(), [](const Entry& e) {
        return e.kind == EntryKind::word || e.kind == EntryKind::title_word || e.kind == EntryKind::trigger ||
               e.kind == EntryKind::nationality || e.kind == EntryKind::office;
    });
    return small || m_pack.names.common(m_text.text(u.begin));
}

/// The new person, named before in the text, whose whole name or family name begins at r.at.
std::optional<ActorFinder::KnownName> ActorFinder::known_name(const Reading& r, const Readings& readings) const {
    const auto& u = r.units[r.at];
    if ((m_new_letters & readings.letters) == 0) return std::nullopt;
    for (std::size_t p = m_people.size(); p-- > 0;) {
        if ((m_people[p].letters & readings.letters) == 0) continue;
        for (const bool whole : {true, false}) {
            const auto& name = whole ? m_people[p].full : m_people[p].family;
            for (std::size_t i = 0; i < readings.count; ++i) {
                const auto end = named_end(r, readings.all[i].size, name);
                if (end != r.at && (name.find(' ') != std::string::npos || !everyday(u)))
                    return KnownName{p, end, readings.all[i], whole};
            }
        }
    }
    return std::nullopt;
}

/// A name that no list holds: one the text gave before, or a new one.
bool ActorFinder::read_name(Reading& r) {
    const auto& u = r.units[r.at];
    if (u.kind != TokenKind::word || u.time) return false;
    const auto readings = readings_of(u);
    const auto known = known_name(r, readings);
    if (!known && (m_body_letters & readings.letters) != 0 && read_known_body(r, readings)) return true;
    if (!(known && known->whole) && read_new_name(r, readings)) return true;
    if (!known) return false;
    r.clitics = known->clitics;
    emit_node(r, known->end, remember_again(known->person));
    return true;
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
