// The names of the enumerations, as records, the store and lexicons write them.

#include "isnad/core/extraction.hpp"

#include <array>

namespace isnad {

namespace {

template <std::size_t N>
using Names = std::array<const char*, N>;

constexpr Names<4> timex_types{"DATE", "TIME", "DURATION", "SET"};
constexpr Names<4> certainties{"exact", "approximate", "vague", "invalid"};
constexpr Names<13> grains{"second", "minute",  "hour", "day_part", "day",     "week", "month",
                           "season", "quarter", "year", "decade",   "century", "none"};
constexpr Names<4> anchors{"none", "publication", "expression", "event"};
constexpr Names<7> node_types{"person", "organization", "armed_group", "media", "country", "place", "group"};
constexpr Names<5> roles{"agent", "patient", "host", "addressee", "against"};
constexpr Names<5> modalities{"asserted", "planned", "possible", "conditional", "denied"};
constexpr Names<2> polarities{"positive", "negative"};
constexpr Names<5> stances{"asserts", "denies", "expects", "demands", "doubts"};
constexpr Names<4> bases{"named", "pronoun", "understood", "carried"};
constexpr Names<5> day_bases{"none", "stated", "carried", "news", "background"};
constexpr Names<4> told_bys{"noun", "verb", "light_verb", "occasion"};
constexpr Names<2> quote_kinds{"direct", "indirect"};

template <class Enum, std::size_t N>
const char* name_of(const Names<N>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const Names<N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (name == names[i]) return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

const char* to_string(TimexType type) { return name_of(timex_types, type); }
const char* to_string(Certainty certainty) { return name_of(certainties, certainty); }
const char* to_string(TimeGrain grain) { return name_of(grains, grain); }
const char* to_string(TimeAnchor::Kind kind) { return name_of(anchors, kind); }
const char* to_string(NodeType type) { return name_of(node_types, type); }
const char* to_string(Role role) { return name_of(roles, role); }
const char* to_string(Modality modality) { return name_of(modalities, modality); }
const char* to_string(Polarity polarity) { return name_of(polarities, polarity); }
const char* to_string(Stance stance) { return name_of(stances, stance); }
const char* to_string(QuoteKind kind) { return name_of(quote_kinds, kind); }
const char* to_string(Basis basis) { return name_of(bases, basis); }
const char* to_string(DayBasis basis) { return name_of(day_bases, basis); }
const char* to_string(ToldBy told_by) { return name_of(told_bys, told_by); }

std::optional<NodeType> parse_node_type(std::string_view name) { return value_of<NodeType>(node_types, name); }
std::optional<Role> parse_role(std::string_view name) { return value_of<Role>(roles, name); }
std::optional<Modality> parse_modality(std::string_view name) { return value_of<Modality>(modalities, name); }
std::optional<DayBasis> parse_day_basis(std::string_view name) { return value_of<DayBasis>(day_bases, name); }
std::optional<ToldBy> parse_told_by(std::string_view name) { return value_of<ToldBy>(told_bys, name); }

}  // namespace isnad
