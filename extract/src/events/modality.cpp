#include "events/modality.hpp"

namespace isnad {

namespace {

constexpr std::size_t reach = 5;  // items looked back over; Arabic negation and modals stand close to their verb
constexpr std::size_t condition_reach = 9;

/// "The next round", "a new meeting", "a possible visit".
Modality by_adjective(const Clause& clause, const Found& found) {
    for (std::size_t i = found.item + 1; i < clause.size() && i < found.item + 4; ++i) {
        const bool agrees =
            clause.definite(i) == (found.definite() || found.suffix() || clause.definite(found.item + 1));
        if (agrees && (clause.is(i, WordClass::future_adjective) || clause.is(i, WordClass::planned)))
            return Modality::planned;
        if (agrees && clause.is(i, WordClass::possible_adjective)) return Modality::possible;
        if (!clause.is(i, ItemKind::other) && !clause.is(i, ItemKind::nationality) && !clause.is(i, ItemKind::trigger))
            break;
    }
    return Modality::asserted;
}

/// What one word before the trigger says, or nothing.
std::optional<Modality> said_by(WordClass word, std::size_t back, const Found& found) {
    const bool present = (found.features & WordForm::present) != 0;
    switch (word) {
        case WordClass::condition: return Modality::conditional;
        case WordClass::planned: return Modality::planned;
        default: break;
    }
    if (back > reach) return std::nullopt;
    switch (word) {
        case WordClass::negation: return Modality::denied;
        case WordClass::lack:
            if (back <= 2) return Modality::denied;
            break;
        case WordClass::perfect:
            if (present) return Modality::possible;
            break;
        case WordClass::possible:
        case WordClass::must:
        case WordClass::necessity: return Modality::possible;
        default: break;
    }
    return std::nullopt;
}

}  // namespace

Modality clause_modality(const Clause& clause, const Found& found) {
    if ((found.features & WordForm::future) != 0) return Modality::planned;
    const bool present = (found.features & WordForm::present) != 0;
    bool subjunctive = false;
    bool crossed = false;  // another noun or a preposition stands between
    for (std::size_t back = 1; back <= condition_reach && back <= found.item; ++back) {
        const auto i = found.item - back;
        if (clause.is(i, ItemKind::mark) && !clause.mark(i, '"')) break;
        const auto word = clause.item(i).word;
        // "The summit did not succeed": the negation is another verb's, not the noun's.
        crossed = crossed || (found.noun() && (clause.is(i, ItemKind::trigger) || clause.slot_at(i)));
        if (found.noun() && clause.is(i, WordClass::negation) &&
            (crossed || (!clause.is(i + 1, ItemKind::word) && back > 1)))
            break;
        if (clause.is(i, ItemKind::word) || clause.is(i, ItemKind::trigger))
            if (const auto said = said_by(word, back, found)) return *said;
        if (clause.verb(i)) break;
        // "that" right before an imperfect verb is the subjunctive one; looking further back finds what governs it.
        if (clause.is(i, WordClass::that)) {
            if (!(present && back == 1)) break;
            subjunctive = true;
        }
    }
    if (subjunctive) return Modality::possible;
    return found.noun() ? by_adjective(clause, found) : Modality::asserted;
}

Modality governed_modality(const Clause& clause, const Found& found, const Found& speech) {
    if (found.modality != Modality::asserted || found.presupposed) return found.modality;
    // "Denied that it was discussed in the meeting": the meeting stands.
    const auto before = found.item > 0 ? clause.slot_at(found.item - 1) : std::nullopt;
    const bool aside = found.noun() && before && (*before == Slot::in || *before == Slot::count);
    if (speech.trigger->denies && !aside) return Modality::denied;
    // "Called for calm after the talks": the talks stand.
    if (found.noun() && found.item > 0 && clause.is(found.item - 1, WordClass::after)) return found.modality;
    if (speech.trigger->content || speech.trigger->expects) return Modality::possible;
    return found.modality;
}

}  // namespace isnad
