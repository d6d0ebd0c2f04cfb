// The dateline that opens a report: "Moscow - ", "Washington (Reuters) - ", "Beirut, London: Al-Hayat".

#include "actors/actor_finder.hpp"

#include <algorithm>

namespace isnad {

/// The unit past the dateline that opens with a town; 0 when the town opens something else.
std::size_t ActorFinder::dateline_end(const Reading& r) const {
    constexpr std::size_t longest = 12;  // units
    std::size_t end = 0;
    bool bracket = false;
    for (std::size_t i = 1; i < r.units.size() && i < longest; ++i) {
        const auto& u = r.units[i];
        if (u.kind == TokenKind::mark) {
            bracket = mark(r, i, '(') || (bracket && !mark(r, i, ')'));
            if (mark(r, i, '.') || (mark(r, i, ':') && end == 0)) break;
            if (!bracket && (mark(r, i, '-') || mark(r, i, ')') || mark(r, i, ':') || (end == i && !mark(r, i, ','))))
                end = i + 1;
            continue;
        }
        const auto entity = pick(u);
        const bool agency = entity && m_pack.node(*entity).type == NodeType::media;
        const auto type = entity ? m_pack.node(*entity).type : NodeType::person;
        const bool place = (type == NodeType::place || type == NodeType::country) && u.clitics.size == 0 && end == 0;
        if (!bracket && !agency && !place && (end != 0 || (!u.time && u.kind != TokenKind::number))) break;
        if (agency && !bracket) end = i + 1;
    }
    return end;
}

/// Makes the town of a dateline a place and its agency no actor: neither does what the report tells.
void ActorFinder::read_dateline(Reading& r) {
    constexpr std::size_t opening = 6;  // sentences: title, dateline, their copies
    if (m_sentences > opening || r.units.empty() || r.units.front().clitics.size != 0) return;
    const auto& first = r.units.front();
    auto town = pick(first);
    if (const auto* e = first.entry(EntryKind::entity); !town && e != nullptr && e->features == EntityForm::town)
        town = e->index;
    // A town that no list holds, before its state and the agency: "Xtown, United States (agency) --".
    if (!town && first.unknown_word() && mark(r, 1, ',') && mark(r, 3, '(') && r.units.size() > 4) {
        const auto state = pick(r.units[2]);
        if (state && m_pack.node(*state).type == NodeType::country) return skip_dateline(r, dateline_end(r));
    }
    if (!town || (m_pack.node(*town).type != NodeType::place && m_pack.node(*town).type != NodeType::country)) return;
    auto end = dateline_end(r);
    // "Beirut: " and the writer's name on a line of their own.
    const bool byline =
        end == 0 && mark(r, 1, ':') && r.units.size() > 3 && name_end(r, 2, NameLead::after) == r.units.size();
    if (byline) end = r.units.size();
    if (end == 0 || (!byline && r.units.size() < end + 2)) return;
    // "Moscow-Washington" names two sides.
    if (end == 2 && r.units[2].clitics.size == 0)
        if (const auto next = pick(r.units[2]); next && m_pack.entities[*next].capital_of) return;
    emit(r, 1, {{node_of(*town)}, m_pack.entities[*town].capital_of ? town : std::nullopt, true, false});
    skip_dateline(r, end);
}

/// The words of a dateline up to unit `end` as marks; a media house or state in it is mentioned, and does nothing.
void ActorFinder::skip_dateline(Reading& r, std::size_t end) {
    while (r.at < end) {
        const auto& u = r.units[r.at];
        if (const auto entity = pick(u)) m_out.mentions.push_back({m_text.span_without(u.begin, 0), node_of(*entity)});
        if (u.time)
            read_other(r);
        else
            r.out.items.push_back({ItemKind::mark, u.begin, r.units[r.at++].end, {}, WordClass::none, 0, 0});
    }
}

}  // namespace isnad
