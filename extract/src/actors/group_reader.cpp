// Unnamed sources and groups: "an informed diplomatic source", "a source in the Russian foreign ministry", "experts".

#include "actors/actor_finder.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"

#include <algorithm>

namespace isnad {

namespace {

using arabic::article;
constexpr std::string_view oblique_plural = "\xD9\x8A\xD9\x86";  // yeh noon

std::string without_article(std::string_view folded) {
    return std::string(folded.starts_with(article) ? folded.substr(article.size()) : folded);
}

/// All words of a unit as the lexicon has them, without what is glued to the first.
std::string folded_words(const TokenizedText& text, const Unit& u) {
    std::string out(text.text(u.begin).substr(u.clitics.size));
    for (auto i = u.begin + 1; i < u.end; ++i) out.append(" ").append(text.text(i));
    return out;
}

/// Whether a group's English name has a head word: "source in the ministry", "Russian experts".
bool names_head(std::string_view name, std::string_view head) {
    const auto at = name.find(head);
    if (at == std::string_view::npos) return false;
    const auto end = at + head.size();
    return (at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ');
}

}  // namespace

/// Whether the word before is a verb of saying: "officials said".
bool ActorFinder::said_before(const Reading& r) const {
    if (r.at == 0) return false;
    const auto& before = r.units[r.at - 1].entries;
    return std::any_of(before.begin(), before.end(), [&](const Entry& e) {
        return e.kind == EntryKind::trigger && (e.features & WordForm::verb) != 0 && m_triggers[e.index].speech;
    });
}

/// The words of a group from the unit being read to unit `end`, its head and the adjectives as the subject of a
/// sentence.
std::string ActorFinder::group_name(const Reading& r, const GroupHead& group, std::size_t adjectives,
                                    std::size_t end) const {
    std::string out;
    for (auto i = r.at; i < end; ++i) {
        const auto& u = r.units[i];
        auto word = raw_text(u.begin, u.end, i == r.at ? u.clitics.size : 0);
        const bool agrees = group.oblique && (i == r.at || (i < adjectives && word.ends_with(oblique_plural)));
        out += (out.empty() ? "" : " ") + (agrees ? subject_form(word) : word);
    }
    return out;
}

bool ActorFinder::read_group(Reading& r) {
    const auto& first = r.units[r.at];
    const auto* head = first.entry(EntryKind::group_head);
    if (head == nullptr) return false;
    const auto& group = m_pack.group_heads[head->index];
    std::string english = group.name_en;
    std::string country;
    std::size_t next = r.at + 1;
    bool described = false;
    bool of_body = false;
    while (next < r.units.size()) {
        const auto& u = r.units[next];
        if (const auto* adjective = u.entry(EntryKind::nationality);
            adjective != nullptr && u.clitics.preposition == 0) {
            const auto& node = m_pack.node(m_pack.countries[adjective->index]);
            english = node.name_en + (u.clitics.conjunction ? " and " : " ") + english;
            country = country.empty() ? node.country : std::string{};
        } else if (u.word_class() == WordClass::group_adjective && u.clitics.preposition == 0) {
            const auto name = m_pack.group_adjectives.find(without_article(folded_words(m_text, u)));
            if (name != m_pack.group_adjectives.end()) english = name->second + " " + english;
        } else {
            break;
        }
        described = true;
        ++next;
    }
    const auto adjectives = next;
    const auto* u = unit(r, next);
    const bool in = u != nullptr && (u->word_class() == WordClass::in || u->word_class() == WordClass::from);
    const auto* body_unit = in ? unit(r, next + 1) : group.plural && country.empty() ? u : nullptr;
    if (body_unit != nullptr && (in || body_unit->clitics.size == 0)) {
        if (const auto body = pick(*body_unit);
            body && m_pack.node(*body).type != NodeType::person && m_pack.node(*body).type != NodeType::place) {
            english += (in ? " in " : " of ") + m_pack.node(*body).name_en;
            country = m_pack.node(*body).country;
            next += in ? 2 : 1;
            of_body = !in;
            described = true;
        }
    }
    const auto name = group_name(r, group, adjectives, next);
    if (definite(first))
        for (auto g = m_groups.rbegin(); g != m_groups.rend(); ++g)
            if (names_head(m_out.node(*g).name_en, group.name_en)) {
                emit(r, next, {{*g}, std::nullopt, false, true});
                return true;
            }
    if (!described && !said_before(r)) return false;
    const auto group_node = [&](std::string key_name, std::string name_en, std::string name_ar, std::string of) {
        return named_node({.key = "group/~" + without_article(fold(key_name)),
                           .type = NodeType::group,
                           .name_en = std::move(name_en),
                           .name_ar = std::move(name_ar),
                           .wikidata = {},
                           .country = std::move(of),
                           .description = {}});
    };
    NamedActor actor{{group_node(name, english, name, country)}, std::nullopt, false, true};
    // "Representatives of the United States and Russia" are two groups.
    for (; group.plural && next < r.units.size() && of_body; ++next) {
        const auto& more = r.units[next];
        const auto body = more.clitics.conjunction && more.clitics.preposition == 0 ? pick(more) : std::nullopt;
        if (!body || m_pack.node(*body).type != NodeType::country) break;
        const auto also = group_name(r, group, r.at + 1, r.at + 1) + " " + m_pack.node(*body).name_ar;
        actor.nodes.push_back(
            group_node(also, group.name_en + " of " + m_pack.node(*body).name_en, also, m_pack.node(*body).country));
    }
    emit(r, next, std::move(actor));
    return true;
}

}  // namespace isnad
