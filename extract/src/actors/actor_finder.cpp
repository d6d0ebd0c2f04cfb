#include "actors/actor_finder.hpp"

#include "events/trigger_reading.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>
#include <utility>

namespace isnad {

namespace {

template <class T>
void move_to_end(std::vector<T>& list, const T& value) {
    std::erase(list, value);
    list.push_back(value);
}

}  // namespace

std::string office_body(const Node& node) {
    if (node.type == NodeType::country) return node.country;
    return node.key.substr(node.key.find('/') + 1);
}

ActorFinder::ActorFinder(const TokenizedText& text, const Document& document, const Language::Parts& language,
                         Extraction& out)
    : m_text(text), m_document(document), m_pack(language.pack), m_triggers(language.triggers), m_out(out) {}

void ActorFinder::read(const std::vector<Unit>& units, SentenceItems& out) {
    out.items.clear();
    out.actors.clear();
    Reading r{units, out};
    while (r.at < units.size()) {
        const bool found = read_office(r) || read_dual_office(r) || read_counterpart(r) || read_minister(r) ||
                           read_both(r) || read_group(r) || read_entity(r);
        if (!found) read_other(r);
    }
}

const Unit* ActorFinder::unit(const Reading& r, std::size_t i) const {
    return i < r.units.size() ? &r.units[i] : nullptr;
}

/// Past one comma, quote or bracket.
std::size_t ActorFinder::skip_marks(const Reading& r, std::size_t i) const {
    const auto* u = unit(r, i);
    if (u == nullptr || u->kind != TokenKind::mark) return i;
    const auto mark = m_text.text(u->begin);
    return mark == "," || mark == "\"" || mark == "(" || mark == "'" ? i + 1 : i;
}

std::optional<EntityId> ActorFinder::pick(const Unit& u) const {
    std::optional<EntityId> found;
    for (const auto& e : u.entries) {
        if (e.kind != EntryKind::entity) continue;
        const bool seen = std::find(m_people.begin(), m_people.end(), e.index) != m_people.end();
        if (e.features == EntityForm::short_form && !seen) continue;
        if (seen) return e.index;
        if (!found) found = e.index;
    }
    return found;
}

/// A person named at a unit; a short form counts here, since an office stands before it.
std::optional<EntityId> ActorFinder::person_at(const Reading& r, std::size_t i) const {
    const auto* u = unit(r, i);
    if (u == nullptr || u->clitics.size != 0) return std::nullopt;
    std::optional<EntityId> found;
    for (const auto& e : u->entries) {
        if (e.kind != EntryKind::entity || m_pack.node(e.index).type != NodeType::person) continue;
        if (!found || std::find(m_people.begin(), m_people.end(), e.index) != m_people.end()) found = e.index;
    }
    return found;
}

/// The state or body after an office: by adjective or by name. `next` is set to the unit after it.
std::optional<EntityId> ActorFinder::body_at(const Reading& r, std::size_t i, std::size_t& next) const {
    const auto* u = unit(r, i);
    if (u == nullptr || u->clitics.conjunction || u->clitics.preposition == 'b') return std::nullopt;
    if (const auto* adjective = u->entry(EntryKind::nationality)) {
        next = i + 1;
        return m_pack.countries[adjective->index];
    }
    for (const auto& e : u->entries) {
        if (e.kind != EntryKind::entity) continue;
        const auto& entity = m_pack.entities[e.index];
        if (entity.node.type == NodeType::person || entity.node.type == NodeType::media) continue;
        if (entity.node.type == NodeType::place && !entity.capital_of) continue;
        next = i + 1;
        return entity.capital_of.value_or(e.index);
    }
    return std::nullopt;
}

std::optional<EntityId> ActorFinder::recent_holder(std::uint32_t office, const std::string& of) const {
    for (auto p = m_people.rbegin(); p != m_people.rend(); ++p) {
        const auto* term = m_pack.term_of(*p, m_document.published.day);
        if (term != nullptr && term->office == office && (of.empty() || term->of == of)) return *p;
    }
    return std::nullopt;
}

/// Whether the words before unit i make a town or state at it a place.
bool ActorFinder::place_context(const Reading& r, std::size_t i, bool to_counts) const {
    const auto& u = r.units[i];
    if (u.clitics.preposition == 'b') return true;
    if (u.clitics.preposition != 0 || i == 0) return false;
    const auto& before = r.units[i - 1];
    const auto word = before.word_class();
    return word == WordClass::in || word == WordClass::city || (to_counts && word == WordClass::to);
}

std::string ActorFinder::raw_text(std::uint32_t begin, std::uint32_t end, std::size_t skip) const {
    Span span = m_text.span_without(begin, skip);
    span.end = m_text.tokens[end - 1].span.end;
    std::string out;
    bool blank = false;
    for (const char c : span.of(m_text.raw)) {
        if (c == '\n' || c == '\r' || c == '\t' || c == ' ')
            blank = !out.empty();
        else {
            if (blank) out += ' ';
            blank = false;
            out += c;
        }
    }
    return out;
}

NodeIndex ActorFinder::named_node(Node node) {
    const auto [found, fresh] = m_nodes.try_emplace(node.key, NodeIndex(m_out.nodes.size()));
    if (fresh) m_out.nodes.push_back(std::move(node));
    return found->second;
}

NodeIndex ActorFinder::node_of(EntityId entity) { return named_node(m_pack.node(entity)); }

void ActorFinder::remember(EntityId person) { move_to_end(m_people, person); }

void ActorFinder::emit(Reading& r, std::size_t end_unit, NamedActor actor) {
    const auto& first = r.units[r.at];
    const auto end = r.units[end_unit - 1].end;
    Span span = m_text.span_without(first.begin, first.clitics.size);
    span.end = m_text.tokens[end - 1].span.end;
    for (const auto n : actor.nodes) {
        m_out.mentions.push_back({span, n});
        const auto type = m_out.node(n).type;
        if (type == NodeType::country || type == NodeType::organization) move_to_end(m_states, n);
    }
    Item item{ItemKind::actor,
              first.begin,
              end,
              first.clitics,
              WordClass::none,
              static_cast<std::uint32_t>(r.out.actors.size()),
              0};
    r.out.items.push_back(item);
    r.out.actors.push_back(std::move(actor));
    r.at = end_unit;
}

void ActorFinder::emit_person(Reading& r, std::size_t end_unit, EntityId person) {
    remember(person);
    emit(r, end_unit, {{node_of(person)}, std::nullopt, false, true});
}

bool ActorFinder::read_office(Reading& r) {
    const auto* office = r.units[r.at].entry(EntryKind::office);
    if (office == nullptr) return false;
    std::size_t next = r.at + 1;
    const auto body = body_at(r, next, next);
    bool former = false;
    if (const auto* u = unit(r, next); u != nullptr && u->word_class() == WordClass::former) {
        former = true;
        ++next;
    }
    const auto name_at = skip_marks(r, next);
    if (const auto person = person_at(r, name_at)) {
        emit_person(r, name_at + 1, *person);
        return true;
    }
    if (former) return false;
    const std::string of = body ? office_body(m_pack.node(*body)) : std::string{};
    // Several office types may share a form ("the president"): the first that has a holder counts.
    for (const auto& e : r.units[r.at].entries) {
        if (e.kind != EntryKind::office) continue;
        std::optional<EntityId> person;
        if (body || m_pack.offices[e.index].fixed) person = m_pack.holder(e.index, of, m_document.published.day);
        if (!person && !body) person = recent_holder(e.index, of);
        if (!person) continue;
        emit_person(r, next, *person);
        return true;
    }
    // Two or three words that no list knows, after an office and its state: a new person.
    std::size_t end = next;
    while (end < r.units.size() && end < next + 3 && r.units[end].unknown_word()) ++end;
    if (!body || end < next + 2) return false;
    end = next + 2;
    const auto name = raw_text(r.units[next].begin, r.units[end - 1].end, 0);
    const auto node =
        named_node({.key = "person/~" + fold(name),
                    .type = NodeType::person,
                    .name_en = {},
                    .name_ar = name,
                    .wikidata = {},
                    .country = m_pack.node(*body).country,
                    .description = raw_text(r.units[r.at].begin, r.units[next - 1].end, r.units[r.at].clitics.size)});
    emit(r, end, {{node}, std::nullopt, false, true});
    return true;
}

/// "The foreign ministers, the Russian Sergey Lavrov and the American John Kerry", with or without the names.
bool ActorFinder::read_dual_office(Reading& r) {
    const auto* office = r.units[r.at].entry(EntryKind::dual_office);
    if (office == nullptr) return false;
    NamedActor actor;
    actor.person = true;
    std::size_t next = r.at + 1;
    for (int i = 0; i < 2; ++i) {
        const auto* u = unit(r, next);
        if (u == nullptr || (i == 1 && !u->clitics.conjunction)) break;
        std::optional<EntityId> body;
        std::size_t after = next;
        if (const auto* adjective = u->entry(EntryKind::nationality)) {
            body = m_pack.countries[adjective->index];
            after = next + 1;
        } else if (const auto entity = pick(*u); entity && m_pack.node(*entity).type != NodeType::person) {
            body = m_pack.entities[*entity].capital_of.value_or(*entity);
            after = next + 1;
        }
        const auto name_at = body ? skip_marks(r, after) : after;
        auto person = body || i == 1 ? person_at(r, name_at) : std::nullopt;
        if (person)
            after = name_at + 1;
        else if (body)
            person = m_pack.holder(office->index, office_body(m_pack.node(*body)), m_document.published.day);
        if (!person) break;
        remember(*person);
        actor.nodes.push_back(node_of(*person));
        next = after;
    }
    if (actor.nodes.empty()) return false;
    emit(r, next, std::move(actor));
    return true;
}

/// "His Russian counterpart": the holder of the office of the person named last.
bool ActorFinder::read_counterpart(Reading& r) {
    if (r.units[r.at].word_class() != WordClass::counterpart) return false;
    std::size_t next = r.at + 1;
    const auto body = body_at(r, next, next);
    const auto name_at = skip_marks(r, next);
    if (const auto person = person_at(r, name_at)) {
        emit_person(r, name_at + 1, *person);
        return true;
    }
    if (!body) return false;
    for (auto p = m_people.rbegin(); p != m_people.rend(); ++p) {
        const auto* term = m_pack.term_of(*p, m_document.published.day);
        if (term == nullptr) continue;
        const auto person = m_pack.holder(term->office, office_body(m_pack.node(*body)), m_document.published.day);
        if (!person) return false;
        emit_person(r, next, *person);
        return true;
    }
    return false;
}

/// "The Russian minister": the minister of that state named last, else its foreign minister.
bool ActorFinder::read_minister(Reading& r) {
    if (r.units[r.at].word_class() != WordClass::minister) return false;
    std::size_t next = r.at + 1;
    const auto body = body_at(r, next, next);
    const auto name_at = skip_marks(r, next);
    if (const auto person = person_at(r, name_at)) {
        emit_person(r, name_at + 1, *person);
        return true;
    }
    const auto office = m_pack.office("foreign_minister");
    if (!office) return false;
    const std::string of = body ? office_body(m_pack.node(*body)) : std::string{};
    auto person = recent_holder(*office, of);
    if (!person && body) person = m_pack.holder(*office, of, m_document.published.day);
    if (!person) return false;
    emit_person(r, next, *person);
    return true;
}

/// "The two ministers", "the two sides": the two named last.
bool ActorFinder::read_both(Reading& r) {
    const auto word = r.units[r.at].word_class();
    const bool people =
        word == WordClass::both_ministers || word == WordClass::both_presidents || word == WordClass::both_men;
    if (!people && word != WordClass::both) return false;
    NamedActor actor;
    actor.person = people;
    std::size_t next = r.at + 1;
    for (std::size_t i = next; i < r.units.size() && i < next + 2; ++i) {
        const auto* adjective = r.units[i].entry(EntryKind::nationality);
        if (adjective == nullptr) break;
        actor.nodes.push_back(country_node(adjective->index));
    }
    if (actor.nodes.size() == 2) {
        next += 2;
    } else {
        actor.nodes.clear();
        const auto office = m_pack.office(word == WordClass::both_presidents ? "president" : "foreign_minister");
        for (auto p = m_people.rbegin(); people && p != m_people.rend() && actor.nodes.size() < 2; ++p) {
            const auto* term = m_pack.term_of(*p, m_document.published.day);
            if (word != WordClass::both_men && (term == nullptr || term->office != office)) continue;
            actor.nodes.insert(actor.nodes.begin(), node_of(*p));
        }
        for (auto s = m_states.rbegin(); !people && s != m_states.rend() && actor.nodes.size() < 2; ++s)
            if (m_out.node(*s).type == NodeType::country) actor.nodes.insert(actor.nodes.begin(), *s);
    }
    if (actor.nodes.size() < 2) return false;
    emit(r, next, std::move(actor));
    return true;
}

bool ActorFinder::read_entity(Reading& r) {
    const auto& u = r.units[r.at];
    const auto entity = pick(u);
    if (!entity) return false;
    const auto& known = m_pack.entities[*entity];
    NamedActor actor;
    auto id = *entity;
    if (known.node.type == NodeType::person) {
        emit_person(r, r.at + 1, id);
        return true;
    }
    if (known.capital_of) {
        actor.capital = id;
        actor.place = place_context(r, r.at, true);
        if (!actor.place) id = *known.capital_of;
    } else {
        actor.place = known.node.type == NodeType::place ||
                      (known.node.type == NodeType::country && place_context(r, r.at, false));
    }
    actor.nodes.push_back(node_of(id));
    emit(r, r.at + 1, std::move(actor));
    return true;
}

void ActorFinder::read_other(Reading& r) {
    const auto& u = r.units[r.at++];
    Item item{ItemKind::other, u.begin, u.end, u.clitics, u.word_class(), 0, 0};
    if (u.time) {
        item.kind = ItemKind::time;
        item.index = static_cast<std::uint32_t>(u.time->value());
    } else if (u.kind == TokenKind::mark) {
        item.kind = ItemKind::mark;
    } else if (const auto* trigger = trigger_reading(m_text, r.units, r.at - 1, m_triggers); trigger != nullptr) {
        item.kind = ItemKind::trigger;
        item.index = trigger->index;
        item.features = trigger->features;
    } else if (const auto* adjective = u.entry(EntryKind::nationality)) {
        item.kind = ItemKind::nationality;
        item.index = adjective->index;
        item.features = adjective->features;
    } else if (item.word != WordClass::none) {
        item.kind = ItemKind::word;
    }
    r.out.items.push_back(item);
}

}  // namespace isnad
