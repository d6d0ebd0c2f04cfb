#include "lexicon/triggers.hpp"

#include "lexicon/morphology.hpp"

#include <fmt/format.h>

#include <utility>

namespace isnad {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Slot::count)> slot_names{
    "S", "O", "G", "A", "in", "to", "from", "on", "about", "with", "between", "against", "by", "b", "l"};
constexpr std::array<std::string_view, 7> slot_role_names{"none",      "agent",   "patient", "host",
                                                          "addressee", "against", "speaker"};
constexpr std::array<std::pair<std::string_view, bool Trigger::*>, 8> flag_names{{
    {"speech", &Trigger::speech},
    {"relay", &Trigger::relay},
    {"content", &Trigger::content},
    {"expects", &Trigger::expects},
    {"denies", &Trigger::denies},
    {"weak", &Trigger::weak},
    {"bare", &Trigger::bare},
    {"occasion", &Trigger::occasion},
}};

template <std::size_t N>
std::optional<std::size_t> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return i;
    return std::nullopt;
}

/// Calls use(word, column) for the blank-parted words of a field; '-' is an empty field.
template <class Use>
void for_each_word(const Field& field, Use use) {
    if (field.text == "-") return;
    std::size_t at = 0;
    while (at < field.text.size()) {
        const auto end = std::min(field.text.find(' ', at), field.text.size());
        if (end > at) use(field.text.substr(at, end - at));
        at = end + 1;
    }
}

void read_slots(const Row& row, std::size_t column, Trigger& trigger, std::vector<Diagnostic>& diagnostics) {
    for_each_word(row.fields[column], [&](std::string_view word) {
        const auto equals = word.find('=');
        const auto slot = find_name(slot_names, word.substr(0, equals));
        const auto role =
            equals == std::string_view::npos ? std::nullopt : find_name(slot_role_names, word.substr(equals + 1));
        if (!slot || !role) {
            diagnostics.push_back(
                row.error(column, fmt::format("found slot '{}', expected one such as S=agent or with=patient", word)));
            return;
        }
        trigger.slots[*slot] = static_cast<SlotRole>(*role);
    });
}

void read_flags(const Row& row, std::size_t column, Trigger& trigger, std::vector<Diagnostic>& diagnostics) {
    for_each_word(row.fields[column], [&](std::string_view word) {
        if (word == "light") return;  // said by the type already
        for (const auto& [name, member] : flag_names)
            if (name == word) {
                trigger.*member = true;
                return;
            }
        diagnostics.push_back(row.error(column, fmt::format("found the unknown flag '{}'", word)));
    });
}

/// Verb fields may hold several words: the first is inflected, the rest follows it unchanged.
std::pair<std::string_view, std::string> head_and_tail(std::string_view text) {
    if (text == "-") return {{}, {}};
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos) return {text, {}};
    return {text.substr(0, blank), std::string(text.substr(blank))};
}

void add_forms(const Row& row, std::uint32_t index, PhraseTable& table) {
    std::string tail;
    const FormSink sink = [&](const std::string& form, std::uint8_t features) {
        table.add(form + tail, {EntryKind::trigger, features, index});
    };
    const auto [past, past_tail] = head_and_tail(row.text(2));
    tail = past_tail;
    inflect_verb(past, {}, sink);
    const auto [present, present_tail] = head_and_tail(row.text(3));
    tail = present_tail;
    inflect_verb({}, present, sink);
    tail.clear();
    for (const auto& noun : split_forms(row.fields[4]))
        if (noun.text != "-") inflect_noun(noun.text, sink);
    for (const auto& participle : split_forms(row.fields[5])) {
        if (participle.text == "-") continue;
        const auto [head, rest] = head_and_tail(participle.text);
        tail = rest;
        inflect_participle(head, sink);
        tail.clear();
    }
}

}  // namespace

void load_triggers(const LexiconFile& file, std::vector<Trigger>& triggers, PhraseTable& table,
                   std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 8, 8, diagnostics, [&](const Row& row) {
        Trigger trigger;
        trigger.id = row.text(0);
        trigger.type = parse_event_type(row.text(1));
        if (!trigger.type && row.text(1) != "light") {
            diagnostics.push_back(row.error(1, fmt::format("found the unknown event type '{}'", row.text(1))));
            return;
        }
        read_slots(row, 6, trigger, diagnostics);
        read_flags(row, 7, trigger, diagnostics);
        triggers.push_back(std::move(trigger));
        add_forms(row, static_cast<std::uint32_t>(triggers.size() - 1), table);
    });
}

}  // namespace isnad
