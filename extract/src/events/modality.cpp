#include "events/modality.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t reach = 5;  // items looked back over; Arabic negation and modals stand close to their verb
constexpr std::size_t condition_reach = 9;

}  // namespace

Modality clause_modality(const TokenizedText& text, const std::vector<Item>& items, const Found& found) {
    if ((found.features & WordForm::future) != 0) return Modality::planned;
    const bool present = (found.features & WordForm::present) != 0;
    bool subjunctive = false;
    for (std::size_t back = 1; back <= condition_reach && back <= found.item; ++back) {
        const auto& item = items[found.item - back];
        if (item.kind == ItemKind::mark && text.text(item.begin) != "\"") break;
        if (item.kind == ItemKind::trigger && (item.features & WordForm::verb) != 0) break;
        if (item.kind != ItemKind::word) continue;
        if (item.word == WordClass::condition) return Modality::conditional;
        if (item.word == WordClass::planned) return Modality::planned;
        if (back > reach) continue;
        if (item.word == WordClass::negation && (found.verb() || back <= 3)) return Modality::denied;
        if (item.word == WordClass::lack && back <= 2) return Modality::denied;
        if (item.word == WordClass::possible) return Modality::possible;
        if (item.word == WordClass::perfect && present) return Modality::possible;
        if (item.word == WordClass::must || item.word == WordClass::necessity) return Modality::possible;
        // "that" right before an imperfect verb is the subjunctive one; looking further back finds what governs it.
        if (item.word == WordClass::that) {
            if (!(present && back == 1)) break;
            subjunctive = true;
        }
    }
    if (subjunctive) return Modality::possible;
    if (found.noun())
        for (std::size_t i = found.item + 1; i < items.size() && i < found.item + 4; ++i) {
            if (items[i].kind == ItemKind::word && items[i].word == WordClass::future_adjective)
                return Modality::planned;
            if (items[i].kind != ItemKind::other && items[i].kind != ItemKind::nationality &&
                items[i].kind != ItemKind::trigger)
                break;
        }
    return Modality::asserted;
}

Modality governed_modality(Modality clause, const Found& speech) {
    if (clause != Modality::asserted) return clause;
    if (speech.trigger->denies) return Modality::denied;
    if (speech.trigger->content || speech.trigger->expects) return Modality::possible;
    return clause;
}

}  // namespace isnad
