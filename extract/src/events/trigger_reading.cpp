#include "events/trigger_reading.hpp"

#include "lexicon/morphology.hpp"

namespace isnad {

namespace {

enum class Place : std::uint8_t { any, noun_only, noun_first };

/// What the word before allows.
Place place_of(const std::vector<Unit>& units, std::size_t i) {
    if (units[i].clitics.preposition == 'l') return Place::noun_first;  // "to meet" is written so too
    if (units[i].clitics.preposition != 0) return Place::noun_only;
    const auto before = i == 0 ? WordClass::none : units[i - 1].word_class();
    if (before == WordClass::lack || before == WordClass::necessity) return Place::noun_only;
    if (before == WordClass::other_preposition || before == WordClass::after || before == WordClass::before ||
        before == WordClass::during || before == WordClass::since)
        return Place::noun_first;  // "as X said", "until X said"
    return is_preposition(before) ? Place::noun_only : Place::any;
}

bool negated(const std::vector<Unit>& units, std::size_t i) {
    return i > 0 && units[i - 1].word_class() == WordClass::negation;
}

/// Close behind a verb that takes a noun ("held ...", "denied ...") the noun of a word written alike is meant.
bool noun_due(const std::vector<Unit>& units, std::size_t i, const std::vector<Trigger>& triggers) {
    constexpr std::size_t reach = 4;
    for (std::size_t back = 1; back <= reach && back <= i; ++back) {
        const auto& u = units[i - back];
        if (u.kind == TokenKind::mark || u.word_class() == WordClass::that) return false;
        const auto* e = u.entry(EntryKind::trigger);
        if (e != nullptr && (e->features & WordForm::verb) != 0)
            return triggers[e->index].light() || triggers[e->index].lends;
    }
    return false;
}

}  // namespace

const Entry* trigger_reading(const TokenizedText& text, const std::vector<Unit>& units, std::size_t i,
                             const std::vector<Trigger>& triggers) {
    const auto& u = units[i];
    Place place = Place::any;
    bool placed = false;
    const Entry* found = nullptr;
    std::size_t best = 0;
    for (const auto& e : u.entries) {
        if (e.kind != EntryKind::trigger) continue;
        if (!placed) {
            place = place_of(units, i);
            if (place == Place::any && noun_due(units, i, triggers)) place = Place::noun_first;
            placed = true;
        }
        const bool verb = (e.features & WordForm::verb) != 0;
        const bool noun = !verb && (e.features & WordForm::participle) == 0;
        if (verb && place == Place::noun_only) continue;
        const bool past = verb && (e.features & WordForm::present) == 0;
        if (past && u.clitics.preposition != 0) continue;
        if ((e.features & WordForm::jussive) != 0 && !negated(units, i)) continue;
        std::size_t rank = 1;
        if ((!noun || triggers[e.index].tailed) && !triggers[e.index].tails.empty()) {
            const auto tail = find_tail(triggers[e.index], text, u.end, units.back().end).words;
            if (tail == 0) continue;
            rank += 2 * tail;
        }
        if (verb ? place == Place::any : place != Place::any) rank += 1;
        if (rank <= best) continue;
        best = rank;
        found = &e;
    }
    return found;
}

}  // namespace isnad
