#include "resolve.hpp"

#include <array>

namespace isnad::timing {

namespace {

bool has_clock(const Frame& f) { return f.has(Slot::hour); }

bool has_date(const Frame& f) {
    for (const Slot slot : {Slot::day, Slot::month, Slot::hijri_month, Slot::weekday, Slot::deictic, Slot::year,
                            Slot::unit, Slot::feast, Slot::decade, Slot::season, Slot::quarter})
        if (f.has(slot)) return true;
    return false;
}

/// "13 to 15 July", "from July 13 to 15", "from 3 to 4 in the afternoon": what one side leaves out, the other tells.
void share(Frame& from, Frame& to) {
    if (!from.has(Slot::month) && !from.has(Slot::hijri_month) && from.has(Slot::day))
        for (const Slot slot : {Slot::month, Slot::hijri_month, Slot::month_rel}) from.inherit(to, slot);
    if (!to.has(Slot::month) && !to.has(Slot::hijri_month) && to.has(Slot::day))
        for (const Slot slot : {Slot::month, Slot::hijri_month, Slot::month_rel}) to.inherit(from, slot);
    const bool dated = from.has(Slot::month) || from.has(Slot::hijri_month) || from.has(Slot::weekday);
    if (dated && !from.has(Slot::deictic))
        for (const Slot slot : {Slot::year, Slot::year_rel, Slot::rel, Slot::week_rel, Slot::hijri})
            if (!from.has(Slot::year) || slot == Slot::hijri) from.inherit(to, slot);
    if ((to.has(Slot::month) || to.has(Slot::hijri_month) || to.has(Slot::weekday)) && !to.has(Slot::year))
        for (const Slot slot : {Slot::year, Slot::year_rel, Slot::week_rel}) to.inherit(from, slot);
    if (from.get(Slot::hijri) == 1 || to.get(Slot::hijri) == 1) {
        from.inherit(to, Slot::hijri);
        to.inherit(from, Slot::hijri);
    }
    if (from.has(Slot::decade) && to.has(Slot::century)) from.inherit(to, Slot::century);
    if (has_clock(from) && has_clock(to)) {
        if (from.get(Slot::hour) <= to.get(Slot::hour)) from.inherit(to, Slot::day_part);
        for (const Slot slot : {Slot::zone}) from.inherit(to, slot);
        to.inherit(from, Slot::zone);
        if (!has_date(to))
            for (const Slot slot : {Slot::day, Slot::month, Slot::weekday, Slot::deictic, Slot::year, Slot::rel,
                                    Slot::unit, Slot::part, Slot::week_rel})
                to.inherit(from, slot);
        to.inherit(from, Slot::day_part);
    }
}

/// A point as an expression of its own.
TimeExpression expression_of(const Point& point, const Context& context) {
    TimeExpression out;
    const TimeGrain grain = point.period.grain;
    const bool timed = grain == TimeGrain::second || grain == TimeGrain::minute || grain == TimeGrain::hour ||
                       grain == TimeGrain::day_part;
    out.type = timed ? TimexType::time : TimexType::date;
    out.value = point.period.value;
    out.mod = point.mod;
    out.grain = grain;
    if (point.certainty != Certainty::invalid) out.interval = {point.period.from, point.period.to};
    out.clock_from = point.clock_from;
    out.clock_to = point.clock_to;
    out.certainty = point.certainty;
    out.arithmetic = point.arithmetic;
    if (!point.arithmetic.empty()) out.anchor = context.anchor;
    return out;
}

/// "From nine in the evening to five in the morning" ends on the next day; "from nine to five" in the afternoon.
void end_after(const Point& from, Point& to, bool part_told) {
    const bool clocks = from.clock_from && to.clock_from && from.period.from == to.period.from;
    if (!clocks || from.period.grain == TimeGrain::day_part || *to.clock_from >= *from.clock_from) return;
    constexpr std::chrono::hours half{12};
    const Day day = part_told ? to.period.from + date::days{1} : to.period.from;
    if (!part_told && *to.clock_from < half) to.clock_from = to.clock_to = *to.clock_from + half;
    to.period.from = to.period.to = day;
    to.period.value = to_string(day) + clock_value(*to.clock_from, std::nullopt);
}

std::optional<TimeExpression> resolve_range(std::array<Frame, 2> frames, const Context& context) {
    const bool part_told = frames[1].has(Slot::day_part);
    const bool dated = has_date(frames[1]);
    share(frames[0], frames[1]);
    auto to = resolve_point(frames[1], context);
    Context from_context = context;
    // A beginning without a year lies before its end: it is looked for around the end when that has one.
    const bool year_told = frames[1].has(Slot::year) || frames[1].has(Slot::year_rel);
    auto from = resolve_point(frames[0], from_context);
    if (!from || !to) return std::nullopt;
    if (from->certainty == Certainty::invalid || to->certainty == Certainty::invalid) {
        auto out = expression_of(from->certainty == Certainty::invalid ? *from : *to, context);
        out.value = from->period.value + "/" + to->period.value;
        return out;
    }
    if (!dated) end_after(*from, *to, part_told);
    if (from->period.from > to->period.to && frames[0].has(Slot::month)) {
        Frame moved = frames[year_told ? 0 : 1];
        const bool move_from = year_told;
        moved.set(Slot::year, year_of(move_from ? from->period.from : to->period.from) + (move_from ? -1 : 1));
        auto& point = move_from ? from : to;
        point = resolve_point(moved, context);
        if (!point) return std::nullopt;
    }
    if (from->period.from > to->period.to && frames[0].has(Slot::weekday)) {
        const bool ahead = context.tense().way > 0 || context.options.direction == TimeDirection::future;
        auto& point = ahead ? to : from;
        point->period = day_period(point->period.from + date::days{ahead ? 7 : -7});
    }
    if (from->period.from > to->period.to) return std::nullopt;
    auto out = expression_of(*from, context);
    out.value = from->period.value + "/" + to->period.value;
    out.interval.to = to->period.to;
    out.clock_to = to->clock_to;
    out.mod.clear();
    if (to->certainty != Certainty::exact) out.certainty = to->certainty;
    return out;
}

}  // namespace

namespace {

std::optional<TimeExpression> resolve_frames(Production production, const std::array<Frame, 2>& frames,
                                             const Context& context) {
    const Frame& first = frames[0];
    if (production == Production::range) return resolve_range(frames, context);
    if (production == Production::shift && !frames[1].empty()) {  // "two days after 5 May"
        const auto from = resolve_point(frames[1], context);
        if (!from || from->certainty == Certainty::invalid) return std::nullopt;
        Context counted = context;
        counted.base = from->period.from;
        counted.anchor.kind = TimeAnchor::Kind::none;
        return resolve_amount(production, first, counted);
    }
    if (production != Production::point) return resolve_amount(production, first, context);
    const auto point = resolve_point(first, context);
    if (!point) return std::nullopt;
    return expression_of(*point, context);
}

}  // namespace

std::optional<TimeExpression> resolve(Production production, const std::array<Frame, 2>& frames,
                                      const Context& context) {
    auto out = resolve_frames(production, frames, context);
    if (out && out->certainty == Certainty::exact && months_differ(frames)) out->certainty = Certainty::approximate;
    return out;
}

}  // namespace isnad::timing
