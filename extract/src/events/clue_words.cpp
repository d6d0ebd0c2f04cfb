#include "events/clue_words.hpp"

#include <algorithm>

namespace isnad::clue {

namespace {

constexpr std::array<std::string_view, 7> node_types{"person",  "organization", "armed_group", "media",
                                                     "country", "place",        "group"};
constexpr std::array<std::string_view, 16> slots{"subject", "object", "genitive", "adjective", "in",      "to",
                                                 "from",    "on",     "about",    "with",      "between", "against",
                                                 "by",      "b",      "l",        "other"};
constexpr std::array<std::string_view, 8> slot_roles{"none",      "agent",   "patient", "host",
                                                     "addressee", "against", "speaker", "never"};
constexpr std::array<std::string_view, 5> subjects{"none", "behind", "before", "antecedent", "above"};
constexpr std::array<std::string_view, 5> modalities{"asserted", "planned", "possible", "conditional", "denied"};
constexpr std::array<std::string_view, 8> item_kinds{"actor", "trigger", "nationality", "word",
                                                     "time",  "mark",    "verb",        "other"};
constexpr std::array<std::string_view, 13> grains{"second", "minute",  "hour", "day_part", "day",     "week", "month",
                                                  "season", "quarter", "year", "decade",   "century", "none"};
constexpr std::array<std::string_view, 10> up{"up_main",        "up_content",   "up_quote",   "up_relative",
                                              "up_temporal",    "up_condition", "up_purpose", "up_coordinate",
                                              "up_participial", "up_aside"};
constexpr std::array<std::string_view, 10> down{"down_main",        "down_content",   "down_quote",   "down_relative",
                                                "down_temporal",    "down_condition", "down_purpose", "down_coordinate",
                                                "down_participial", "down_aside"};
constexpr std::array<std::string_view, 5> forms{"noun", "verb", "present", "future", "participle"};
constexpr std::array<std::string_view, 4> counts{"0", "1", "2", "3+"};
constexpr std::array<std::string_view, 9> distances{"0", "1", "2", "3", "4-5", "6-8", "9-13", "14-20", "21+"};
constexpr std::array<std::string_view, 2> answers{"no", "yes"};

/// One word of a vocabulary, hashed once.
template <const auto& Names>
ClueWord pick(std::size_t i) {
    static constexpr auto table = words(Names);
    return table[std::min(i, table.size() - 1)];
}

/// A word of every event type.
std::array<ClueWord, 28> type_words(std::string_view EventTypeInfo::*name) {
    std::array<ClueWord, 28> out{};
    for (const auto& t : event_types()) out[static_cast<std::size_t>(t.type)] = ClueWord(t.*name);
    return out;
}

}  // namespace

ClueWord of(EventType type) {
    static const auto table = type_words(&EventTypeInfo::name);
    return table[static_cast<std::size_t>(type)];
}

ClueWord family(EventType type) {
    static const auto table = type_words(&EventTypeInfo::family);
    return table[static_cast<std::size_t>(type)];
}

ClueWord of(NodeType type) { return pick<node_types>(static_cast<std::size_t>(type)); }
ClueWord of(Slot slot) { return pick<slots>(static_cast<std::size_t>(slot)); }
ClueWord of(SlotRole role) { return pick<slot_roles>(static_cast<std::size_t>(role)); }
ClueWord of(ClauseKind kind) { return pick<clause_kind_names>(static_cast<std::size_t>(kind)); }
ClueWord of(SubjectFrom from) { return pick<subjects>(static_cast<std::size_t>(from)); }
ClueWord of(Modality modality) { return pick<modalities>(static_cast<std::size_t>(modality)); }
ClueWord of(WordClass word) { return pick<word_class_names>(static_cast<std::size_t>(word)); }
ClueWord of(ItemKind kind) { return pick<item_kinds>(static_cast<std::size_t>(kind)); }
ClueWord of(TimeGrain grain) { return pick<grains>(static_cast<std::size_t>(grain)); }
ClueWord of(bool yes) { return pick<answers>(yes ? 1 : 0); }
ClueWord of(const Trigger& trigger) { return {trigger.id, trigger.id_hash}; }
ClueWord count(std::size_t n) { return pick<counts>(n); }

ClueWord of(const ClausePath& path) {
    static constexpr ClueWord same("same");
    static constexpr ClueWord across("across");
    const auto kind = static_cast<std::size_t>(path.kind);
    switch (path.way) {
        case ClausePath::Way::same: return same;
        case ClausePath::Way::up: return pick<up>(kind);
        case ClausePath::Way::down: return pick<down>(kind);
        default: return across;
    }
}

ClueWord form(std::uint16_t features) {
    if ((features & WordForm::participle) != 0) return pick<forms>(4);
    if ((features & WordForm::verb) == 0) return pick<forms>(0);
    if ((features & WordForm::future) != 0) return pick<forms>(3);
    return pick<forms>((features & WordForm::present) != 0 ? 2 : 1);
}

ClueWord distance(std::size_t n) {
    constexpr std::array<std::size_t, 8> upto{0, 1, 2, 3, 5, 8, 13, 20};
    const auto place = std::lower_bound(upto.begin(), upto.end(), n) - upto.begin();
    return pick<distances>(static_cast<std::size_t>(place));
}

}  // namespace isnad::clue
