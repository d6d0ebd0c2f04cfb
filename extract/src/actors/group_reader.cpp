// Unnamed sources and groups: "an informed diplomatic source", "a source in the Russian foreign ministry", "experts".

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::string_view article = "\xD8\xA7\xD9\x84";  // alef lam

std::string without_article(std::string_view folded) {
    return std::string(folded.starts_with(article) ? folded.substr(article.size()) : folded);
}

}  // namespace

bool ActorFinder::read_group(Reading& r) {
    const auto& first = r.units[r.at];
    const auto* head = first.entry(EntryKind::group_head);
    if (head == nullptr) return false;
    const auto& group = m_pack.group_heads[head->index];
    std::string english = group.name_en;
    std::string country;
    std::size_t next = r.at + 1;
    bool described = false;
    while (next < r.units.size()) {
        const auto& u = r.units[next];
        if (const auto* adjective = u.entry(EntryKind::nationality);
            adjective != nullptr && u.clitics.preposition == 0) {
            const auto& node = m_pack.node(m_pack.countries[adjective->index]);
            english = node.name_en + (u.clitics.conjunction ? " and " : " ") + english;
            country = country.empty() ? node.country : std::string{};
        } else if (u.word_class() == WordClass::group_adjective && u.clitics.preposition == 0) {
            const auto word = fold(m_text.text(u.begin).substr(u.clitics.size));
            english = m_pack.group_adjectives.at(word) + " " + english;
        } else {
            break;
        }
        described = true;
        ++next;
    }
    const auto* u = unit(r, next);
    const bool in = u != nullptr && (u->word_class() == WordClass::in || u->word_class() == WordClass::from);
    const auto* body_unit = in ? unit(r, next + 1) : group.plural ? u : nullptr;
    if (body_unit != nullptr && (in || body_unit->clitics.size == 0)) {
        if (const auto body = pick(*body_unit);
            body && m_pack.node(*body).type != NodeType::person && m_pack.node(*body).type != NodeType::place) {
            english += (in ? " in " : " of ") + m_pack.node(*body).name_en;
            country = m_pack.node(*body).country;
            next += in ? 2 : 1;
            described = true;
        }
    }
    const auto name = raw_text(first.begin, r.units[next - 1].end, first.clitics.size);
    if (!described && m_group) {
        emit(r, next, {{*m_group}, std::nullopt, false, true});
        return true;
    }
    if (!described) return false;
    const auto node = named_node({.key = "group/~" + without_article(fold(name)),
                                  .type = NodeType::group,
                                  .name_en = english,
                                  .name_ar = name,
                                  .wikidata = {},
                                  .country = country,
                                  .description = {}});
    m_group = node;
    emit(r, next, {{node}, std::nullopt, false, true});
    return true;
}

}  // namespace isnad
