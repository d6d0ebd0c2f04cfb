#include "lexicon/triggers.hpp"

#include "events/clues.hpp"
#include "lexicon/morphology.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace isnad {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Slot::count)> slot_names{
    "S", "O", "G", "A", "in", "to", "from", "on", "about", "with", "between", "against", "by", "b", "l"};
constexpr std::array<std::string_view, 8> slot_role_names{"none",      "agent",   "patient", "host",
                                                          "addressee", "against", "speaker", "never"};
constexpr std::array<std::pair<std::string_view, bool Trigger::*>, 16> flag_names{{
    {"speech", &Trigger::speech},
    {"relay", &Trigger::relay},
    {"content", &Trigger::content},
    {"expects", &Trigger::expects},
    {"denies", &Trigger::denies},
    {"weak", &Trigger::weak},
    {"bare", &Trigger::bare},
    {"occasion", &Trigger::occasion},
    {"lent", &Trigger::lent},
    {"part", &Trigger::part},
    {"lends", &Trigger::lends},
    {"comment", &Trigger::comment},
    {"must", &Trigger::must},
    {"pair", &Trigger::pair},
    {"tailed", &Trigger::tailed},
    {"topical", &Trigger::topical},
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

/// The first word of a verb field; what follows it is its tail.
std::string_view head(std::string_view text) { return text == "-" ? "" : text.substr(0, text.find(' ')); }

std::vector<std::string> words_of(std::string_view phrase) {
    const auto text = tokenize(phrase);
    std::vector<std::string> words;
    for (const auto& token : text.tokens) words.emplace_back(text.text(token));
    return words;
}

/// "stress on the_need|on the_weight": the head stands in the first alternative only.
void read_tails(const Row& row, Trigger& trigger) {
    for (const std::size_t column : {std::size_t{2}, std::size_t{5}}) {
        const auto forms = split_forms(row.fields[column]);
        if (forms.empty() || !trigger.tails.empty()) continue;
        const auto blank = forms.front().text.find(' ');
        if (blank == std::string_view::npos) continue;
        trigger.tails.push_back(words_of(forms.front().text.substr(blank + 1)));
        for (std::size_t i = 1; i < forms.size(); ++i) trigger.tails.push_back(words_of(forms[i].text));
    }
}

void add_forms(const Row& row, std::uint32_t index, const Trigger& trigger, PhraseTable& table) {
    const bool object =
        !trigger.speech || trigger.role(Slot::object) != SlotRole::none || trigger.type == EventType::proposal;
    const FormSink sink = [&](const std::string& form, std::uint16_t features) {
        table.add(form, {EntryKind::trigger, features, index});
    };
    inflect_verb(head(row.text(2)), {}, object, sink);
    inflect_verb({}, head(row.text(3)), object, sink);
    for (const auto& noun : split_forms(row.fields[4]))
        if (noun.text != "-") inflect_noun(noun.text, sink);
    for (const auto& participle : split_forms(row.fields[5])) {
        if (participle.text != "-") inflect_participle(head(participle.text), sink);
        if (!trigger.tails.empty()) break;
    }
}

}  // namespace

Tail find_tail(const Trigger& trigger, const TokenizedText& text, std::uint32_t from, std::uint32_t end) {
    constexpr std::uint32_t reach = 14;  // a subject with its title stands between a verb and its tail
    const auto last = std::min(end, from + reach);
    for (std::uint32_t i = from; i < last; ++i) {
        if (text.tokens[i].kind == TokenKind::mark && text.text(i).find_first_of(".:;?!") != std::string_view::npos)
            break;
        for (const auto& tail : trigger.tails) {
            if (tail.size() > end - i) continue;
            const auto same = [&, k = i](const std::string& word) mutable { return text.text(k++) == word; };
            if (std::all_of(tail.begin(), tail.end(), same)) {
                const auto words = static_cast<std::uint32_t>(tail.size());
                return {words, i + words};
            }
        }
    }
    return {};
}

void load_triggers(const LexiconFile& file, std::vector<Trigger>& triggers, PhraseTable& table,
                   std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 8, 8, diagnostics, [&](const Row& row) {
        Trigger trigger;
        trigger.id = row.text(0);
        trigger.id_hash = ClueWord(trigger.id).hash;
        trigger.type = parse_event_type(row.text(1));
        if (!trigger.type && row.text(1) != "light") {
            diagnostics.push_back(row.error(1, fmt::format("found the unknown event type '{}'", row.text(1))));
            return;
        }
        read_slots(row, 6, trigger, diagnostics);
        read_flags(row, 7, trigger, diagnostics);
        read_tails(row, trigger);
        triggers.push_back(std::move(trigger));
        add_forms(row, static_cast<std::uint32_t>(triggers.size() - 1), triggers.back(), table);
    });
}

}  // namespace isnad
