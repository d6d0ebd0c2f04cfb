// What belongs to somebody: "an adviser of the king", "the king's government", "his soldiers". The owner is not the
// actor.

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"

namespace isnad {

namespace {

using arabic::heh;

}  // namespace

/// "An adviser of the king": what follows is read first, as the owner.
bool ActorFinder::read_relation(Reading& r) {
    const auto& u = r.units[r.at];
    const bool relation = is_title_word(u.entries, TitleWord::relation);
    const bool owned =
        relation || is_title_word(u.entries, TitleWord::side) || is_title_word(u.entries, TitleWord::crowd);
    const auto* next = unit(r, r.at + 1);
    // "His adviser X" is X.
    const bool possessive = m_text.tokens[u.end - 1].span.of(m_text.raw).ends_with(heh);
    if (!owned || possessive || r.relation || next == nullptr || next->clitics.size != 0 ||
        u.entry(EntryKind::office) != nullptr)
        return false;
    const auto* person = person_entry(*next);
    const bool office = next->entry(EntryKind::office) != nullptr || next->word_class() == WordClass::minister;
    if (!office && (person == nullptr || (person->features == EntityForm::short_form && !seen(person->index))))
        return false;
    r.relation = r.at++;
    if (read_office_or_person(r)) return true;
    r.at = *r.relation;
    r.relation.reset();
    return false;
}

bool ActorFinder::read_office_or_person(Reading& r) {
    const auto& u = r.units[r.at];
    if (u.entry(EntryKind::office) != nullptr && read_office(r)) return true;
    if (u.word_class() == WordClass::minister && read_minister(r)) return true;
    return u.entry(EntryKind::entity) != nullptr && read_entity(r);
}

/// Whether the owner behind a word is named as well ("an adviser of the king"), not only meant ("the king's
/// government").
bool ActorFinder::names_owner(const Unit& relation) { return is_title_word(relation.entries, TitleWord::relation); }

/// The owner has been read; what acts is the person named after it, the owner's government, or somebody unnamed.
void ActorFinder::emit_relation(Reading& r, std::size_t end_unit, const NamedActor& owner) {
    r.at = *r.relation;
    r.relation.reset();
    const auto& first = r.units[r.at];
    const auto& owner_node = m_out.node(owner.nodes.front());
    if (is_title_word(first.entries, TitleWord::relation)) {
        const Title t{r.at, end_unit, m_pack.country(owner_node.country), {}, false};
        if (emit_named(r, t)) return;
    } else if (is_title_word(first.entries, TitleWord::side)) {
        if (const auto country = m_pack.country(owner_node.country))
            return emit(r, end_unit, {{node_of(*country)}, std::nullopt, false, false});
    }
    if (is_title_word(first.entries, TitleWord::crowd)) {
        r.out.items.push_back({ItemKind::other, first.begin, r.units[end_unit - 1].end, first.clitics, {}, 0, 0});
        r.at = end_unit;
        return;
    }
    const auto name = description(r, r.at, end_unit);
    emit_node(r, end_unit,
              named_node({.key = "group/~" + fold(name),
                          .type = NodeType::group,
                          .name_en = {},
                          .name_ar = name,
                          .wikidata = {},
                          .country = owner_node.country,
                          .description = {}}));
}

}  // namespace isnad
