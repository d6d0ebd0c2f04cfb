#include "events/operators.hpp"

namespace isnad {

namespace {

constexpr std::size_t reach = 5;  // items looked back over; negation and modals stand close to their verb
constexpr std::size_t condition_reach = 9;
constexpr std::size_t adjective_reach = 5;

/// Whether a word plans or calls off what is named behind it: any event under a light verb ("intends a visit"), a
/// consultation under another one ("agreed to a meeting").
bool governs(const SentenceView& s, std::size_t i, std::size_t item) {
    if (!s.is(i, ItemKind::trigger)) return false;
    const auto& type = s.trigger(item).type;
    return s.trigger(i).light() || (type && info(*type).family == "consult");
}

/// "The next round", "a new meeting", "a possible visit", "the visit of X that is planned".
Modality by_adjective(const SentenceView& s, std::size_t item) {
    const auto features = s.item(item).features;
    const bool definite = (features & (WordForm::definite | WordForm::suffix)) != 0 || s.definite(item + 1) ||
                          (s.is(item + 1, ItemKind::actor) && !s.preposition(item + 1));
    for (std::size_t i = item + 1; i < s.size() && i < item + adjective_reach; ++i) {
        if (s.definite(i) == definite) {
            if (s.is(i, WordClass::future_adjective) || s.is(i, WordClass::planned)) return Modality::planned;
            if (s.is(i, WordClass::possible_adjective)) return Modality::possible;
        }
        const bool owner = s.is(i, ItemKind::actor) && !s.preposition(i);
        if (!owner && !s.is(i, ItemKind::other) && !s.is(i, ItemKind::nationality) && !s.event_noun(i)) break;
    }
    return Modality::asserted;
}

/// What one word before says, or nothing.
std::optional<Modality> said_by(WordClass word, std::size_t back, bool present) {
    if (word == WordClass::condition) return Modality::conditional;
    if (word == WordClass::planned) return Modality::planned;
    if (back > reach) return std::nullopt;
    switch (word) {
        case WordClass::negation: return Modality::denied;
        case WordClass::lack: return back <= 2 ? std::optional(Modality::denied) : std::nullopt;
        case WordClass::perfect: return present ? std::optional(Modality::possible) : std::nullopt;
        case WordClass::possible:
        case WordClass::must:
        case WordClass::necessity: return Modality::possible;
        default: return std::nullopt;
    }
}

}  // namespace

Modality operator_at(const SentenceView& s, std::size_t item) {
    const auto features = s.item(item).features;
    const bool noun = s.event_noun(item);
    const bool present = (features & WordForm::present) != 0;
    if ((features & WordForm::future) != 0) return Modality::planned;
    bool subjunctive = false;
    bool crossed = false;  // another noun or a preposition stands between
    for (std::size_t back = 1; back <= condition_reach && back <= item; ++back) {
        const auto i = item - back;
        if (s.is(i, ItemKind::mark) && !s.mark(i, '"')) break;
        // "The summit did not succeed": the negation is another verb's, not the noun's.
        crossed = crossed || (noun && (s.is(i, ItemKind::trigger) || s.slot_at(i)));
        if (noun && s.is(i, WordClass::negation) && (crossed || (!s.is(i + 1, ItemKind::word) && back > 1))) break;
        if (s.is(i, ItemKind::word))
            if (const auto said = said_by(s.item(i).word, back, present)) return *said;
        if (s.is(i, ItemKind::trigger) && s.trigger(i).must) return Modality::possible;
        if (noun && governs(s, i, item)) {
            if (s.trigger(i).expects) return Modality::planned;
            if (s.trigger(i).denies && s.trigger(i).light()) return Modality::denied;
        }
        if (s.verb(i)) break;
        // "that" right before an imperfect verb is the subjunctive one; looking further back finds what governs it.
        if (s.is(i, WordClass::that)) {
            if (!(present && back == 1)) break;
            subjunctive = true;
        }
    }
    if (subjunctive) return Modality::possible;
    return noun ? by_adjective(s, item) : Modality::asserted;
}

}  // namespace isnad
