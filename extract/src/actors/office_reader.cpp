// People by their office: "the Russian foreign minister", "his counterpart", "the minister".

#include "actors/actor_finder.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>

namespace isnad {

namespace {

using arabic::article;
constexpr std::string_view her = "\xD9\x87\xD8\xA7";  // heh alef
constexpr std::size_t longest_title = 7;              // units after the office word

/// Whether a country code stands for a body of many states, whose officers come from anywhere.
bool international(const std::string& country) {
    return country.empty() || country == "UNO" || country == "IGO" || country == "EUR" || country == "IMG" ||
           country == "NGO";
}

}  // namespace

const Entry* ActorFinder::person_entry(const Unit& u) const {
    const Entry* found = nullptr;
    for (const auto& e : u.entries)
        if (e.kind == EntryKind::entity && m_pack.node(e.index).type == NodeType::person)
            if (found == nullptr || seen(e.index)) found = &e;
    return found;
}

/// The state or body after an office: by adjective or by name. `next` is set to the unit after it.
std::optional<EntityId> ActorFinder::body_at(const Reading& r, std::size_t i, std::size_t& next) const {
    const auto* u = unit(r, i);
    // "In the state of X" behind an office is of it; with one word it is a place.
    const bool there = u != nullptr && u->clitics.preposition == 'b' && u->end == u->begin + 1;
    if (u == nullptr || u->clitics.conjunction || there) return std::nullopt;
    const bool definite_head = i > 0 && last_word(r.units[i - 1]).starts_with(article);
    const auto* adjective = u->entry(EntryKind::nationality);
    if (adjective != nullptr && (adjective->features & WordForm::definite) != 0) {
        next = i + 1;
        return m_pack.countries[adjective->index];
    }
    if (definite_head && u->clitics.preposition == 0) return std::nullopt;
    for (const auto& e : u->entries) {
        if (e.kind != EntryKind::entity || e.features == EntityForm::town) continue;
        const auto& entity = m_pack.entities[e.index];
        if (entity.node.type == NodeType::person || entity.node.type == NodeType::media) continue;
        if (entity.node.type == NodeType::place && !entity.capital_of) continue;
        next = i + 1;
        return entity.capital_of.value_or(e.index);
    }
    if (adjective == nullptr) return std::nullopt;
    next = i + 1;
    return m_pack.countries[adjective->index];
}

/// The title that begins at r.at. A compound one holds two offices of one person ("prime minister and foreign
/// minister").
ActorFinder::Title ActorFinder::read_title(const Reading& r, bool compound) const {
    Title t{r.at, r.at + 1, std::nullopt, {}, false};
    const auto add = [&](const Unit& u) {
        for (const auto& e : u.entries)
            if (e.kind == EntryKind::office) t.offices.push_back(e.index);
    };
    add(r.units[r.at]);
    if (last_word(r.units[r.at]).ends_with(her) && !m_sides.empty()) t.body = m_sides.back();
    while (t.next < r.units.size() && t.next < t.begin + longest_title) {
        const auto& u = r.units[t.next];
        if (!t.body) {
            t.body = body_at(r, t.next, t.next);
            if (t.body) continue;
        }
        const auto made = std::find_if(m_pack.complements.begin(), m_pack.complements.end(), [&](const auto& c) {
            const auto rest = std::string_view(m_text.folded.text).substr(m_text.tokens[u.begin].begin);
            return rest.starts_with(c.words) &&
                   std::find(t.offices.begin(), t.offices.end(), c.office) != t.offices.end();
        });
        if (made != m_pack.complements.end()) {
            t.offices.assign(1, made->makes);
            const auto end = m_text.tokens[u.begin].begin + made->words.size();
            while (t.next < r.units.size() && m_text.tokens[r.units[t.next].begin].begin < end) ++t.next;
            continue;
        }
        if (u.word_class() == WordClass::former && u.clitics.size == 0) {
            t.former = true;
        } else if (compound && !t.body && u.clitics.conjunction && u.entry(EntryKind::office) != nullptr) {
            add(u);
        } else if (!is_title_word(u.entries, TitleWord::adjunct) || u.clitics.conjunction) {
            break;
        }
        ++t.next;
    }
    return t;
}

/// Whether the person named right after a title is its bearer, not the next actor of the sentence.
bool ActorFinder::fits(EntityId person, bool short_form, const Title& t) const {
    const std::string of = t.body ? office_body(m_pack.node(*t.body)) : std::string{};
    if (std::any_of(t.offices.begin(), t.offices.end(), [&](auto o) { return m_pack.held(person, o, of); }))
        return true;
    const auto& country = m_pack.node(person).country;
    const std::string body_country = t.body ? m_pack.node(*t.body).country : std::string{};
    const bool same_country = t.body && country == body_country;
    if (short_form) return same_country && (seen(person) || !m_pack.has_terms(person));
    if (!same_country && !international(body_country) && !international(country)) return false;
    const auto now = t.former ? std::nullopt : holder(t);
    if (!now || *now == person) return true;
    return !m_pack.has_terms(person) && (t.body || m_pack.node(*now).country == country);
}

/// Who held the office on the day of publication.
std::optional<EntityId> ActorFinder::holder(const Title& t) const {
    const std::string of = t.body ? office_body(m_pack.node(*t.body)) : std::string{};
    for (const auto office : t.offices)
        if (t.body || m_pack.offices[office].fixed)
            if (const auto person = m_pack.holder(office, of, m_document.published.day)) return person;
    return std::nullopt;
}

/// Who of those named last holds the office, in a state or in any.
const ActorFinder::Person* ActorFinder::recent_holder(const Title& t) const {
    const std::string of = t.body ? office_body(m_pack.node(*t.body)) : std::string{};
    for (auto p = m_people.rbegin(); p != m_people.rend(); ++p)
        for (const auto office : t.offices) {
            if (p->office == office && (of.empty() || p->of == of)) return &*p;
            const auto* term = p->entity ? m_pack.term_of(*p->entity, m_document.published.day) : nullptr;
            if (term != nullptr && term->office == office && (of.empty() || term->of == of)) return &*p;
        }
    return nullptr;
}

/// "X, secretary-general of the League": the person named right before, who held the office at some time.
const ActorFinder::Person* ActorFinder::apposed(const Reading& r, const Title& t) const {
    const auto& items = r.out.items;
    if (r.units[r.at].clitics.size != 0 || items.empty() || m_people.empty()) return nullptr;
    const auto last = items.size() - (mark(r, r.at - 1, ',') && items.size() > 1 ? 2 : 1);
    if (items[last].kind != ItemKind::actor) return nullptr;
    const auto& actor = r.out.actors[items[last].index];
    const auto& person = m_people.back();
    if (!actor.person || actor.nodes.size() != 1 || actor.nodes.front() != person.node || !person.entity)
        return nullptr;
    const std::string of = t.body ? office_body(m_pack.node(*t.body)) : std::string{};
    const bool held =
        std::any_of(t.offices.begin(), t.offices.end(), [&](auto o) { return m_pack.held(*person.entity, o, of); });
    return held ? &person : nullptr;
}

/// Emits the person whose name follows a title; false when none does.
bool ActorFinder::emit_named(Reading& r, const Title& t) {
    auto at = skip_marks(r, t.next);
    const auto* u = unit(r, at);
    // A rank or a form of address before the name: "the chief of staff, General so-and-so".
    if (u != nullptr && u->clitics.size == 0 && u->entry(EntryKind::occupation) != nullptr &&
        u->entry(EntryKind::entity) == nullptr) {
        at = skip_marks(r, at + 1);
        u = unit(r, at);
    }
    if (u == nullptr) return false;
    // "Assad's foreign minister": an office without the article belongs to the person behind it.
    const bool construct = !t.body && t.next == t.begin + 1 && !last_word(r.units[t.begin]).starts_with(article);
    if (u->clitics.size == 0)
        for (const auto& e : u->entries) {
            if (e.kind != EntryKind::entity || m_pack.node(e.index).type != NodeType::person) continue;
            const auto held = [&](auto office) { return m_pack.held(e.index, office, {}); };
            if (construct && !t.offices.empty() && std::none_of(t.offices.begin(), t.offices.end(), held)) {
                const Title owned{t.begin, at + 1, m_pack.country(m_pack.node(e.index).country), t.offices, false};
                const auto person = owned.body ? holder(owned) : std::nullopt;
                if (person) emit_person(r, at + 1, *person);
                if (person) return true;
            } else if (fits(e.index, e.features == EntityForm::short_form, t)) {
                emit_person(r, at + 1, e.index);
                return true;
            }
        }
    const bool titled = last_word(r.units[t.next - 1]).starts_with(article);
    const auto lead = t.body && at == t.next       ? NameLead::titled
                      : titled && at <= t.next + 1 ? NameLead::calling
                                                   : NameLead::after;
    const auto end = name_end(r, at, lead);
    if (end == at) return false;
    emit_node(r, end, new_person(r, at, end, &t));
    return true;
}

/// The bearer of an office whose name nobody gives: an actor of its own.
void ActorFinder::emit_unnamed(Reading& r, const Title& t) {
    // "So-and-so, the Jordanian health minister": the person just named.
    const auto& items = r.out.items;
    if (items.size() >= 2 && mark(r, r.at - 1, ',') && items[items.size() - 2].kind == ItemKind::actor &&
        r.units[r.at].clitics.size == 0) {
        const auto named = r.out.actors[items[items.size() - 2].index];
        if (named.person && named.nodes.size() == 1 && m_out.node(named.nodes.front()).type == NodeType::person)
            return emit_node(r, t.next, named.nodes.front());
    }
    const auto& office = m_pack.offices[t.offices.front()];
    const auto& body = m_pack.node(*t.body);
    emit_node(r, t.next,
              named_node({.key = "group/~" + office.key + "/" + office_body(body),
                          .type = NodeType::group,
                          .name_en = office.name_en + " of " + body.name_en,
                          .name_ar = office.name_ar + " (" + body.name_ar + ")",
                          .wikidata = {},
                          .country = body.country,
                          .description = {}}));
}

/// A title with the place where its bearer serves: "the Russian ambassador in Beirut".
ActorFinder::Title ActorFinder::posted(const Reading& r, Title t) const {
    const bool serves = std::any_of(m_pack.complements.begin(), m_pack.complements.end(), [&](const auto& c) {
        return std::find(t.offices.begin(), t.offices.end(), c.office) != t.offices.end();
    });
    const auto* small = unit(r, t.next);
    const auto* where = unit(r, t.next + 1);
    if (!serves || !t.body || where == nullptr || where->clitics.size != 0) return t;
    const auto word = small->word_class();
    if (word != WordClass::in && word != WordClass::to) return t;
    const auto entity = pick(*where);
    if (where->entry(EntryKind::organization_head) != nullptr ||
        (entity && m_pack.node(*entity).type != NodeType::person))
        t.next += 2;
    return t;
}

/// "The crown prince, deputy prime minister and minister of defence X": a name behind the last title bears them all.
bool ActorFinder::read_title_chain(Reading& r, std::size_t from) {
    constexpr std::size_t longest = 9;  // units between the first title and the last
    constexpr int strangers = 2;        // words no list knows: "the second", "and inspector"
    const auto begin = r.at;
    int unknown = 0;
    for (auto i = from; i < r.units.size() && i < begin + longest; ++i) {
        const auto& u = r.units[i];
        const bool office = u.entry(EntryKind::office) != nullptr;
        if (office && u.clitics.preposition == 0) {
            r.at = i;
            const auto last = read_title(r, true);
            r.at = begin;
            if (emit_named(r, last)) return true;
        }
        const bool title = office || u.entry(EntryKind::occupation) != nullptr ||
                           u.word_class() == WordClass::minister ||
                           std::any_of(u.entries.begin(), u.entries.end(),
                                       [](const Entry& e) { return e.kind == EntryKind::title_word; });
        if (!title && (!u.unknown_word() || ++unknown > strangers)) break;
    }
    return false;
}

bool ActorFinder::read_office(Reading& r) {
    const auto whole = read_title(r, true);
    if (emit_named(r, whole)) return true;
    if (const auto longer = posted(r, whole); longer.next != whole.next && emit_named(r, longer)) return true;
    if (!r.relation && read_title_chain(r, whole.next)) return true;
    const auto t = whole.offices.size() == 1 ? whole : read_title(r, false);
    if (t.former) return false;
    if (const auto* named = apposed(r, t)) {
        emit_node(r, t.next, named->node);
        return true;
    }
    if (const auto person = holder(t)) {
        emit_person(r, t.next, *person);
        return true;
    }
    if (const auto* person = t.body ? nullptr : recent_holder(t)) {
        const auto known = *person;
        remember(known);
        emit_node(r, t.next, known.node);
        return true;
    }
    if (!t.body) return false;
    emit_unnamed(r, t);
    return true;
}

/// "The Russian minister": the minister of that state named last, else its foreign minister.
bool ActorFinder::read_minister(Reading& r) {
    if (r.units[r.at].word_class() != WordClass::minister) return false;
    auto t = read_title(r, false);
    for (std::uint32_t i = 0; i < m_pack.offices.size(); ++i)
        if (m_pack.offices[i].key.ends_with("_minister") && m_pack.offices[i].key != "prime_minister")
            t.offices.push_back(i);
    if (emit_named(r, t)) return true;
    if (t.former) return false;
    if (const auto* person = recent_holder(t)) {
        const auto known = *person;
        remember(known);
        emit_node(r, t.next, known.node);
        return true;
    }
    const auto foreign = m_pack.office("foreign_minister");
    if (!t.body || !foreign) return false;
    t.offices.assign(1, *foreign);
    const auto person = holder(t);
    if (!person) return false;
    emit_person(r, t.next, *person);
    return true;
}

/// "His Russian counterpart": the holder of the office of the person named last.
bool ActorFinder::read_counterpart(Reading& r) {
    if (r.units[r.at].word_class() != WordClass::counterpart) return false;
    auto t = read_title(r, false);
    for (auto p = m_people.rbegin(); p != m_people.rend() && t.offices.empty(); ++p) {
        if (t.body && p->country == m_pack.node(*t.body).country) continue;
        const auto* term = p->entity ? m_pack.term_of(*p->entity, m_document.published.day) : nullptr;
        const auto office = term != nullptr ? std::optional(term->office) : p->office;
        if (office && !m_pack.offices[*office].fixed) t.offices.push_back(*office);
    }
    auto named = t;
    named.offices.clear();  // whoever is named, of that state, is the counterpart
    if (emit_named(r, named) || emit_named(r, t)) return true;
    if (!t.body) return false;
    if (const auto person = holder(t)) {
        emit_person(r, t.next, *person);
        return true;
    }
    if (t.offices.empty()) return false;
    emit_unnamed(r, t);
    return true;
}

}  // namespace isnad
