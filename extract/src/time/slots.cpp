#include "slots.hpp"

#include "isnad/core/time_expression.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace isnad::timing {

namespace {

template <class Value, std::size_t N>
std::optional<Value> find(const std::array<std::pair<std::string_view, Value>, N>& table, std::string_view name) {
    const auto* found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
    if (found == table.end()) return std::nullopt;
    return found->second;
}

constexpr std::array<std::pair<std::string_view, Slot>, slot_count> slots{{
    {"year", Slot::year},
    {"month", Slot::month},
    {"month_alt", Slot::month_alt},
    {"hijri_month", Slot::hijri_month},
    {"day", Slot::day},
    {"weekday", Slot::weekday},
    {"weekday_alt", Slot::weekday_alt},
    {"number", Slot::number},
    {"number_to", Slot::number_to},
    {"half", Slot::half},
    {"unit", Slot::unit},
    {"unit_to", Slot::unit_to},
    {"rel", Slot::rel},
    {"month_rel", Slot::month_rel},
    {"week_rel", Slot::week_rel},
    {"year_rel", Slot::year_rel},
    {"deictic", Slot::deictic},
    {"part", Slot::part},
    {"day_part", Slot::day_part},
    {"hour", Slot::hour},
    {"minute", Slot::minute},
    {"second", Slot::second},
    {"minute_sign", Slot::minute_sign},
    {"zone", Slot::zone},
    {"hijri", Slot::hijri},
    {"season", Slot::season},
    {"feast", Slot::feast},
    {"nth", Slot::nth},
    {"decade", Slot::decade},
    {"century", Slot::century},
    {"quarter", Slot::quarter},
    {"half_year", Slot::half_year},
    {"mod", Slot::mod},
    {"dir", Slot::dir},
    {"vague", Slot::vague},
    {"leans", Slot::leans},
    {"event", Slot::event},
    {"length", Slot::length},
}};

constexpr std::array<std::pair<std::string_view, Production>, 8> productions{{
    {"silent", Production::silent},
    {"point", Production::point},
    {"range", Production::range},
    {"shift", Production::shift},
    {"span", Production::span},
    {"duration", Production::duration},
    {"reference", Production::reference},
    {"repeat", Production::repeat},
}};

constexpr int grain(TimeGrain g) { return static_cast<int>(g); }

constexpr std::array<std::pair<std::string_view, int>, 65> symbols{{
    {"second", grain(TimeGrain::second)},
    {"minute", grain(TimeGrain::minute)},
    {"hour", grain(TimeGrain::hour)},
    {"day", grain(TimeGrain::day)},
    {"week", grain(TimeGrain::week)},
    {"month", grain(TimeGrain::month)},
    {"quarter", grain(TimeGrain::quarter)},
    {"year", grain(TimeGrain::year)},
    {"decade", grain(TimeGrain::decade)},
    {"century", grain(TimeGrain::century)},
    {"Monday", 1},
    {"Tuesday", 2},
    {"Wednesday", 3},
    {"Thursday", 4},
    {"Friday", 5},
    {"Saturday", 6},
    {"Sunday", 7},
    {"start", symbol::start},
    {"middle", symbol::middle},
    {"end", symbol::end},
    {"weekend", symbol::weekend},
    {"first_half", symbol::first_half},
    {"second_half", symbol::second_half},
    {"morning", symbol::morning},
    {"noon", symbol::noon},
    {"afternoon", symbol::afternoon},
    {"evening", symbol::evening},
    {"night", symbol::night},
    {"dawn", symbol::dawn},
    {"forenoon", symbol::forenoon},
    {"midnight", symbol::midnight},
    {"approx", symbol::approx},
    {"less_than", symbol::less_than},
    {"more_than", symbol::more_than},
    {"equal_or_more", symbol::equal_or_more},
    {"equal_or_less", symbol::equal_or_less},
    {"before", symbol::before},
    {"after", symbol::after},
    {"spring", symbol::spring},
    {"summer", symbol::summer},
    {"autumn", symbol::autumn},
    {"winter", symbol::winter},
    {"christmas", symbol::christmas},
    {"new_year", symbol::new_year},
    {"easter", symbol::easter},
    {"fitr", symbol::fitr},
    {"adha", symbol::adha},
    {"hijri_new_year", symbol::hijri_new_year},
    {"mawlid", symbol::mawlid},
    {"ashura", symbol::ashura},
    {"christmas_eve", symbol::christmas_eve},
    {"arafa", symbol::arafa},
    {"labour_day", symbol::labour_day},
    {"valentine", symbol::valentine},
    {"orthodox_easter", symbol::orthodox_easter},
    {"new_year_eve", symbol::new_year_eve},
    {"us_eastern", symbol::us_eastern},
    {"us_central", symbol::us_central},
    {"us_pacific", symbol::us_pacific},
    {"british", symbol::british},
    {"central_european", symbol::central_european},
    {"eastern_european", symbol::eastern_european},
    {"past", -1},
    {"present", 0},
    {"future", 1},
}};

}  // namespace

std::optional<Slot> slot_named(std::string_view name) { return find(slots, name); }

std::optional<Production> production_named(std::string_view name) { return find(productions, name); }

std::optional<int> value_named(std::string_view name) {
    if (!name.empty() && name.front() == '+') name.remove_prefix(1);
    int value = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), value);
    if (error == std::errc{} && stop == name.data() + name.size() && !name.empty()) return value;
    return find(symbols, name);
}

}  // namespace isnad::timing
