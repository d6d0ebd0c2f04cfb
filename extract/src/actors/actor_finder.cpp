#include "actors/actor_finder.hpp"

#include "events/trigger_reading.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace isnad {

namespace {

using arabic::article;

constexpr std::uint32_t bit(EntryKind kind) { return 1U << static_cast<unsigned>(kind); }

std::uint32_t kinds(const Unit& u) {
    std::uint32_t out = 0;
    for (const auto& e : u.entries) out |= bit(e.kind);
    return out;
}

}  // namespace

std::string office_body(const Node& node) {
    if (node.type == NodeType::country) return node.country;
    return node.key.substr(node.key.find('/') + 1);
}

ActorFinder::ActorFinder(const TokenizedText& text, std::span<const std::uint32_t> numbers, const Document& document,
                         const Language::Parts& language, Extraction& out)
    : m_text(text),
      m_numbers(numbers),
      m_document(document),
      m_pack(language.pack),
      m_triggers(language.triggers),
      m_out(out) {}

void ActorFinder::read(const std::vector<Unit>& units, SentenceItems& out) {
    out.items.clear();
    out.actors.clear();
    Reading r{units, out, 0, std::nullopt, std::nullopt};
    m_units = &units;
    ++m_sentences;
    read_dateline(r);
    while (r.at < units.size()) {
        const auto k = kinds(units[r.at]);
        const auto has = [&](EntryKind kind) { return (k & bit(kind)) != 0; };
        bool found = false;
        if (k == 0) {
            found = read_quoted(r) || read_name(r);
        } else if (!has(EntryKind::nothing)) {
            found = (has(EntryKind::title_word) &&
                     (skip_honorific(r) || read_delegation(r) || read_peers(r) || read_relation(r))) ||
                    (has(EntryKind::office) && read_office(r)) ||
                    (has(EntryKind::dual_office) && read_dual_office(r)) ||
                    (has(EntryKind::word) && (read_counterpart(r) || read_minister(r) || read_both(r))) ||
                    (has(EntryKind::occupation) && read_occupation(r)) ||
                    (has(EntryKind::group_head) && read_group(r)) || (has(EntryKind::entity) && read_entity(r)) ||
                    (has(EntryKind::organization_head) && read_organization(r)) || read_name(r);
        }
        if (!found) read_other(r);
    }
}

/// "His highness the crown prince": the form of address leaves no item, so that the words before it meet the title.
bool ActorFinder::skip_honorific(Reading& r) {
    const auto& u = r.units[r.at];
    const auto* next = unit(r, r.at + 1);
    if (!is_title_word(u.entries, TitleWord::honorific) || u.clitics.preposition != 0 || u.clitics.conjunction ||
        next == nullptr || next->clitics.size != 0)
        return false;
    const bool title = next->entry(EntryKind::office) != nullptr || next->entry(EntryKind::occupation) != nullptr ||
                       next->word_class() == WordClass::minister || person_entry(*next) != nullptr;
    if (title) ++r.at;
    return title;
}

/// "A delegation of the opposition", "the Russian delegation": who was sent stands for who sent.
bool ActorFinder::read_delegation(Reading& r) {
    if (!is_title_word(r.units[r.at].entries, TitleWord::delegation)) return false;
    auto next = r.at + 1;
    const auto* u = unit(r, next);
    while (u != nullptr && u->word_class() == WordClass::group_adjective && u->clitics.size == 0) u = unit(r, ++next);
    if (u == nullptr || u->clitics.conjunction) return false;
    if (const auto* adjective = u->entry(EntryKind::nationality); adjective != nullptr && u->clitics.preposition == 0) {
        emit(r, next + 1, {{country_node(adjective->index)}, std::nullopt, false, false});
        return true;
    }
    if (u->word_class() == WordClass::from || u->word_class() == WordClass::about) u = unit(r, ++next);
    const auto sender = u != nullptr && u->clitics.preposition != 'b' ? pick(*u) : std::nullopt;
    if (!sender) return false;
    const auto& known = m_pack.entities[*sender];
    const bool town = known.node.type == NodeType::place && !known.capital_of;
    if (known.node.type == NodeType::person || known.node.type == NodeType::media || town) return false;
    emit(r, next + 1, {{node_of(known.capital_of.value_or(*sender))}, std::nullopt, false, false});
    return true;
}

const Unit* ActorFinder::unit(const Reading& r, std::size_t i) const {
    return i < r.units.size() ? &r.units[i] : nullptr;
}

bool ActorFinder::mark(const Reading& r, std::size_t i, char c) const {
    return i < r.units.size() && m_text.is_mark(r.units[i].begin, c);
}

/// Past one comma, quote or bracket, or the dot of a title.
std::size_t ActorFinder::skip_marks(const Reading& r, std::size_t i) const {
    return mark(r, i, ',') || mark(r, i, '.') || mark(r, i, '"') || mark(r, i, '(') || mark(r, i, '\'') ? i + 1 : i;
}

bool ActorFinder::seen(EntityId person) const {
    return std::any_of(m_people.begin(), m_people.end(), [&](const Person& p) { return p.entity == person; });
}

/// The entity a unit names by itself; of several, the person named last in the text.
std::optional<EntityId> ActorFinder::pick(const Unit& u) const {
    std::optional<EntityId> found;
    for (auto p = m_people.rbegin(); p != m_people.rend(); ++p)
        for (const auto& e : u.entries)
            if (e.kind == EntryKind::entity && p->entity == e.index) return e.index;
    for (const auto& e : u.entries) {
        if (e.kind != EntryKind::entity || e.features == EntityForm::short_form || e.features == EntityForm::town)
            continue;
        if (e.features == EntityForm::bare && !about(m_pack.node(e.index).country)) continue;
        if (!found) found = e.index;
    }
    return found;
}

/// Whether the text is about a country: it, or a place or body of it, stands near the beginning, often, or in the
/// sentence.
bool ActorFinder::about(const std::string& country) const {
    const auto [asked, fresh] = m_about.try_emplace(country, false);
    bool known = asked->second;
    if (known) return true;
    constexpr std::ptrdiff_t opening = 700;  // folded bytes: title and lead
    constexpr int often = 3;
    const std::string_view text = m_text.folded.text;
    const auto stem = m_pack.stem(country);
    int count = 0;
    const std::boyer_moore_horspool_searcher search(stem.begin(), stem.end());
    for (auto at = stem.empty() || !fresh ? text.end() : std::search(text.begin(), text.end(), search);
         at != text.end() && !known; at = std::search(at + stem.size(), text.end(), search))
        known = at - text.begin() < opening || ++count >= often;
    for (const auto& u : *m_units)
        for (const auto& e : u.entries)
            known = known || (e.kind == EntryKind::entity && e.features == EntityForm::full &&
                              m_pack.node(e.index).country == country);
    asked.value() = known;
    return known;
}

/// Whether the words before unit i make a town or state at it a place.
bool ActorFinder::place_context(const Reading& r, std::size_t i, bool to_counts) const {
    const auto& u = r.units[i];
    if (u.clitics.preposition == 'b') return true;
    if (u.clitics.preposition != 0 || i == 0) return false;
    const auto& before = r.units[i - 1];
    const auto word = before.word_class();
    if (to_counts && before.clitics.preposition == 0 && is_title_word(before.entries, TitleWord::spot)) return true;
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

std::string_view ActorFinder::first_word(const Unit& u) const { return m_text.text(u.begin).substr(u.clitics.size); }

std::string_view ActorFinder::last_word(const Unit& u) const { return m_text.text(u.end - 1); }

NodeIndex ActorFinder::named_node(Node node) {
    const auto [found, fresh] = m_nodes.try_emplace(node.key, NodeIndex(m_out.nodes.size()));
    if (fresh) m_out.nodes.push_back(std::move(node));
    return found->second;
}

NodeIndex ActorFinder::unnamed(const Item& first, const Item& last) {
    auto name = raw_text(first.begin, last.end, first.clitics.size);
    Span span = m_text.span_without(first.begin, first.clitics.size);
    span.end = m_text.tokens[last.end - 1].span.end;
    const auto node = named_node({.key = "group/~" + fold(name),
                                  .type = NodeType::group,
                                  .name_en = {},
                                  .name_ar = std::move(name),
                                  .wikidata = {},
                                  .country = {},
                                  .description = {}});
    m_out.mentions.push_back({span, node});
    return node;
}

NodeIndex ActorFinder::node_of(EntityId entity) {
    if (const auto known = m_entities.find(entity); known != m_entities.end()) return known->second;
    const auto node = named_node(m_pack.node(entity));
    m_entities.emplace(entity, node);
    return node;
}

void ActorFinder::remember(Person person) {
    remember_side(person.country);
    const auto known = std::find_if(m_people.begin(), m_people.end(),
                                    [&](const Person& p) { return p.node.value() == person.node.value(); });
    if (known == m_people.end())
        keep_last(m_people, std::move(person));
    else
        std::rotate(known, known + 1, m_people.end());
}

/// A person of m_people as the one named last.
NodeIndex ActorFinder::remember_again(std::size_t person) {
    const auto node = m_people[person].node;
    remember_side(m_people[person].country);
    const auto at = m_people.begin() + static_cast<std::ptrdiff_t>(person);
    std::rotate(at, at + 1, m_people.end());
    return node;
}

void ActorFinder::remember_side(const std::string& country) {
    const auto id = m_pack.country(country);
    if (!id) return;
    std::erase(m_sides, *id);
    m_sides.push_back(*id);
}

void ActorFinder::remember_head(const Unit& first, NodeIndex node) {
    auto word = first_word(first);
    if (word.starts_with(article)) word.remove_prefix(article.size());
    if (m_pack.head_words.contains(word)) keep_last(m_heads, {std::string(word), node});
}

void ActorFinder::emit(Reading& r, std::size_t end_unit, NamedActor actor) {
    const auto& first = r.units[r.at];
    const auto clitics = std::exchange(r.clitics, std::nullopt).value_or(first.clitics);
    const auto end = r.units[end_unit - 1].end;
    Span span = m_text.span_without(first.begin, clitics.size);
    span.end = m_text.tokens[end - 1].span.end;
    if (r.relation && !names_owner(r.units[*r.relation])) return emit_relation(r, end_unit, actor);
    for (const auto n : actor.nodes) {
        m_out.mentions.push_back({span, n});
        const auto type = m_out.node(n).type;
        if (type == NodeType::group) keep_last(m_groups, n);
        if (type == NodeType::country && !actor.place) remember_side(m_out.node(n).country);
        if (type != NodeType::person && type != NodeType::place && type != NodeType::group) remember_head(first, n);
    }
    if (r.relation) return emit_relation(r, end_unit, actor);
    Item item{ItemKind::actor,
              first.begin,
              end,
              clitics,
              WordClass::none,
              static_cast<std::uint32_t>(r.out.actors.size()),
              0};
    r.out.items.push_back(item);
    r.out.actors.push_back(std::move(actor));
    r.at = end_unit;
}

/// Who is only named: a mention whose words are no party to anything.
void ActorFinder::emit_bystander(Reading& r, std::size_t end_unit, NodeIndex node) {
    const auto& first = r.units[r.at];
    const auto clitics = std::exchange(r.clitics, std::nullopt).value_or(first.clitics);
    const auto end = r.units[end_unit - 1].end;
    Span span = m_text.span_without(first.begin, clitics.size);
    span.end = m_text.tokens[end - 1].span.end;
    m_out.mentions.push_back({span, node});
    r.out.items.push_back({ItemKind::other, first.begin, end, clitics, WordClass::none, 0, 0});
    r.at = end_unit;
}

void ActorFinder::emit_person(Reading& r, std::size_t end_unit, EntityId person) {
    const auto node = node_of(person);
    remember({node, person, std::nullopt, {}, {}, {}, m_pack.node(person).country, 0});
    emit_node(r, lineage_end(r, end_unit), node);
}

void ActorFinder::emit_node(Reading& r, std::size_t end_unit, NodeIndex person) {
    emit(r, end_unit, {{person}, std::nullopt, false, true});
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
