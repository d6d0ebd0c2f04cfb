#pragma once
// The closed vocabulary of the rule files: the slots a capture can fill, the symbols a value can be, and the
// productions.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace isnad::timing {

enum class Slot : std::uint8_t {
    year,
    month,
    month_alt,  ///< the same month under its other name; another month makes the first one approximate
    hijri_month,
    day,
    weekday,
    weekday_alt,
    number,  ///< how many units
    number_to,
    half,  ///< half a unit more
    unit,
    unit_to,
    rel,        ///< -2 .. +2: before last, last, this, next, after next
    month_rel,  ///< of a containing month, week or year
    week_rel,
    year_rel,
    deictic,  ///< days from the anchor
    part,     ///< portion of a period
    day_part,
    hour,
    minute,
    second,
    minute_sign,  ///< -1: minutes are taken off the hour
    zone,         ///< minutes east of UTC, or one of symbol::Zone
    hijri,        ///< 1: the year is of the Hijri calendar
    season,
    feast,
    nth,
    decade,
    century,
    quarter,
    half_year,
    mod,
    dir,
    vague,
    leans,   ///< 1: counts from an expression before it; 2: and is no time without one
    event,   ///< 1: counts from an event the text names
    length,  ///< 1: a span of no told number is a length all the same ("for weeks")
    count
};

constexpr std::size_t slot_count = static_cast<std::size_t>(Slot::count);

enum class Production : std::uint8_t {
    silent,     ///< a trap: nothing is found here
    point,      ///< a place in the calendar, of any grain
    range,      ///< from one point to another
    shift,      ///< a number of units before or after
    span,       ///< a number of units up to, or from, the anchor
    duration,   ///< a length without a place
    reference,  ///< PAST_REF, PRESENT_REF, FUTURE_REF
    repeat,     ///< a SET
};

/// Values by name. What a symbol means depends on the slot it fills.
namespace symbol {
enum Part : int { start = 1, middle = 2, end = 3, weekend = 4, first_half = 5, second_half = 6 };
enum DayPart : int {
    morning = 1,
    noon = 2,
    afternoon = 3,
    evening = 4,
    night = 5,
    dawn = 6,
    forenoon = 7,
    midnight = 8
};
enum Mod : int {
    approx = 1,
    less_than = 2,
    more_than = 3,
    equal_or_more = 4,
    equal_or_less = 5,
    before = 6,
    after = 7
};
enum Season : int { spring = 1, summer = 2, autumn = 3, winter = 4 };
enum Feast : int {
    christmas = 1,
    new_year,
    easter,
    fitr,
    adha,
    hijri_new_year,
    mawlid,
    ashura,
    christmas_eve,
    arafa,
    labour_day,
    valentine,
    orthodox_easter,
    new_year_eve,
};
/// Zones with summer time; no other zone is so far from UTC.
enum Zone : int { us_eastern = 10000, us_central, us_pacific, british, central_european, eastern_european };
}  // namespace symbol

[[nodiscard]] std::optional<Slot> slot_named(std::string_view name);
[[nodiscard]] std::optional<Production> production_named(std::string_view name);
/// Integers, and names such as "day", "Monday", "start".
[[nodiscard]] std::optional<int> value_named(std::string_view name);

/// What one match has captured: a value for each slot that was filled.
class Frame {
public:
    Frame() {}  // NOLINT: leaves the values as they are
    [[nodiscard]] bool has(Slot slot) const { return ((m_filled >> bit(slot)) & 1U) != 0; }
    [[nodiscard]] int get(Slot slot, int otherwise = 0) const { return has(slot) ? m_value[bit(slot)] : otherwise; }
    void set(Slot slot, int value) {
        m_value[bit(slot)] = value;
        m_filled |= std::uint64_t{1} << bit(slot);
    }
    void clear(Slot slot) { m_filled &= ~(std::uint64_t{1} << bit(slot)); }
    void clear() { m_filled = 0; }
    [[nodiscard]] bool empty() const { return m_filled == 0; }
    /// Takes a slot of another frame when it is not filled here.
    void inherit(const Frame& other, Slot slot) {
        if (!has(slot) && other.has(slot)) set(slot, other.get(slot));
    }

private:
    static constexpr unsigned bit(Slot slot) { return static_cast<unsigned>(slot); }
    std::uint64_t m_filled = 0;
    std::array<int, slot_count> m_value;  // only the filled ones are read
};

}  // namespace isnad::timing
