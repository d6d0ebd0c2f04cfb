// Lengths, shifts by units, repetitions and vague references.

#include "resolve.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace isnad::timing {

namespace {

bool is_clock_unit(TimeGrain unit) {
    return unit == TimeGrain::hour || unit == TimeGrain::minute || unit == TimeGrain::second;
}

long seconds_of(TimeGrain unit) { return unit == TimeGrain::hour ? 3600 : unit == TimeGrain::minute ? 60 : 1; }

/// How far "the last (next) days, weeks, ..." reaches when no number is given: in days.
int vague_reach(TimeGrain unit) {
    switch (unit) {
        case TimeGrain::day: return 7;
        case TimeGrain::week: return 30;
        case TimeGrain::month: return 365;
        case TimeGrain::year: return 3650;
        case TimeGrain::decade: return 36500;
        default: return 1;
    }
}

class AmountResolver {
public:
    AmountResolver(const Frame& frame, const Context& context)
        : m_f(frame), m_c(context), m_unit(static_cast<TimeGrain>(frame.get(Slot::unit))) {
        if (m_f.has(Slot::mod)) m_out.mod = mod_name(m_f.get(Slot::mod));
        if (m_f.has(Slot::mod)) m_out.certainty = Certainty::approximate;
        m_out.grain = m_f.has(Slot::unit) ? m_unit : TimeGrain::none;
    }

    std::optional<TimeExpression> duration() {
        set_duration();
        if (m_f.has(Slot::event)) m_out.anchor.kind = TimeAnchor::Kind::event;
        if (m_out.value.empty()) return std::nullopt;
        return std::move(m_out);
    }

    /// A length of two units ("two years and three months") or between two ("10 to 15 years").
    std::optional<TimeExpression> lengths() {
        auto out = duration();
        if (!out || !m_f.has(Slot::number_to)) return out;
        const bool smaller = m_f.has(Slot::unit_to) && unit_to() < m_unit;
        const auto second = duration_value(unit_to(), m_f.get(Slot::number_to));
        if (smaller && is_clock_unit(unit_to()) == is_clock_unit(m_unit))
            out->value += second.substr(second.find_first_of("0123456789X"));
        else if (smaller)
            out->value += second.substr(1);
        else
            out->value += "/" + second;
        return out;
    }

    /// From a number of units before the anchor up to it, or as much after it. Without a way of its own it looks ahead
    /// where the clause does, and is a mere length elsewhere.
    std::optional<TimeExpression> span() {
        int way = m_f.get(Slot::dir);
        if (way == 0 && m_c.options.direction != TimeDirection::past &&
            (m_c.options.direction == TimeDirection::future || m_c.tense().way > 0))
            way = 1;
        if (way == 0) return duration();
        if (count() == 0 && !m_f.has(Slot::half)) {
            auto out = reference(way);
            if (!m_f.has(Slot::length)) return out;
            out->type = TimexType::duration;
            out->value = value();
            return out;
        }
        set_duration();
        if (m_out.value.empty()) return std::nullopt;
        const auto end = moved(way * reach());
        if (!end) return std::nullopt;
        m_out.interval = way < 0 ? Interval{*end, m_c.base} : Interval{m_c.base, *end};
        if (is_clock_unit(m_unit) && m_c.published.grain == PublicationTime::Grain::second) {
            const auto now = std::chrono::duration_cast<std::chrono::minutes>(m_c.published.clock);
            (way < 0 ? m_out.clock_from : m_out.clock_to) = clock_moved(way * count());
            (way < 0 ? m_out.clock_to : m_out.clock_from) = now;
        }
        m_out.anchor = m_c.anchor;
        m_out.arithmetic = arithmetic(way, count());
        return std::move(m_out);
    }

    std::optional<TimeExpression> shift() {
        const int way = m_f.get(Slot::dir);
        if (m_f.has(Slot::event)) return duration();
        // "Two days later" in a clause about the past counts from what the text tells, not from its publication.
        if (way > 0 && m_c.anchor.kind == TimeAnchor::Kind::publication && m_c.tense().way < 0 &&
            m_c.options.direction == TimeDirection::tense) {
            m_out.anchor.kind = TimeAnchor::Kind::event;
            return duration();
        }
        if (count() == 0 && !m_f.has(Slot::half)) return reference(way);
        if (m_f.has(Slot::number_to)) return shift_between(way);
        if (is_clock_unit(m_unit)) return shift_clock(way);
        if (m_f.has(Slot::half)) return span();
        const auto day = moved(way * count());
        if (!day) return std::nullopt;
        if (m_f.has(Slot::weekday)) {  // "in three weeks, on Monday"
            const date::weekday weekday{static_cast<unsigned>(m_f.get(Slot::weekday) % 7)};
            const Day found = first_weekday_from(last_weekday_until(*day, m_c.options.week_start), weekday);
            m_out.value = to_string(found);
            m_out.interval = one_day(found);
            m_out.anchor = m_c.anchor;
            return std::move(m_out);
        }
        const bool long_unit = m_unit != TimeGrain::day && m_unit != TimeGrain::week;
        const auto period = long_unit ? period_of(*day, m_unit, 0, m_c.options.week_start) : day_period(*day);
        if (!period) return std::nullopt;
        m_out.type = TimexType::date;
        m_out.value = period->value;
        m_out.interval = {period->from, period->to};
        m_out.grain = period->grain;
        if (m_unit != TimeGrain::day) m_out.certainty = Certainty::approximate;
        m_out.anchor = m_c.anchor;
        m_out.arithmetic = arithmetic(way, count());
        return std::move(m_out);
    }

    /// PAST_REF, PRESENT_REF or FUTURE_REF.
    std::optional<TimeExpression> reference(int way) {
        m_out.type = TimexType::date;
        m_out.value = way < 0 ? "PAST_REF" : way > 0 ? "FUTURE_REF" : "PRESENT_REF";
        m_out.certainty = Certainty::vague;
        m_out.anchor = m_c.anchor;
        m_out.arithmetic = anchor_words(m_c) + (way < 0 ? ", some time before" : way > 0 ? ", some time after" : "");
        m_out.interval = one_day(m_c.base);
        if (way != 0 && m_f.has(Slot::unit)) {
            const Day end = m_c.base + date::days{way * vague_reach(m_unit)};
            m_out.interval = way < 0 ? Interval{end, m_c.base} : Interval{m_c.base, end};
        } else if (way != 0) {
            (way < 0 ? m_out.interval.from : m_out.interval.to) = std::nullopt;
        }
        return std::move(m_out);
    }

    std::optional<TimeExpression> repeat() {
        m_out.type = TimexType::set;
        if (m_f.has(Slot::weekday))
            m_out.value = fmt::format("XXXX-WXX-{}", m_f.get(Slot::weekday));
        else if (m_f.has(Slot::month))
            m_out.value = fmt::format("XXXX-{:02}", m_f.get(Slot::month));
        else if (m_f.has(Slot::unit))
            m_out.value = duration_value(m_unit, m_f.get(Slot::number, 1));
        else if (m_f.has(Slot::day_part))
            m_out.value = "P1D";
        else
            return std::nullopt;
        return std::move(m_out);
    }

private:
    void set_duration() {
        m_out.type = TimexType::duration;
        m_out.value = value();
        if (count() == 0 && !m_f.has(Slot::half)) m_out.certainty = Certainty::vague;
    }

    [[nodiscard]] TimeGrain unit_to() const {
        return m_f.has(Slot::unit_to) ? static_cast<TimeGrain>(m_f.get(Slot::unit_to)) : m_unit;
    }

    [[nodiscard]] int count() const { return m_f.has(Slot::vague) ? 0 : m_f.get(Slot::number, 0); }

    /// With halves and quarters told in the next smaller unit: a year and a half is P18M, but four and a half are
    /// P4Y6M.
    [[nodiscard]] std::string value() const {
        if (!m_f.has(Slot::half)) return duration_value(m_unit, count());
        const int percent = m_f.get(Slot::half);
        if (percent == 50 && count() > 1 && m_unit == TimeGrain::year) return duration_value(m_unit, count()) + "6M";
        if (percent == 50 && count() > 1 && m_unit == TimeGrain::hour) return duration_value(m_unit, count()) + "30M";
        const auto parts = [&](int per, TimeGrain smaller) {
            return duration_value(smaller, count() * per + (percent * per + 50) / 100);
        };
        switch (m_unit) {
            case TimeGrain::minute: return parts(60, TimeGrain::second);
            case TimeGrain::hour: return parts(60, TimeGrain::minute);
            case TimeGrain::day: return parts(24, TimeGrain::hour);
            case TimeGrain::week: return parts(7, TimeGrain::day);
            case TimeGrain::year: return parts(12, TimeGrain::month);
            case TimeGrain::decade: return parts(10, TimeGrain::year);
            case TimeGrain::century: return parts(100, TimeGrain::year);
            case TimeGrain::month: return percent == 50 ? fmt::format("P{}.5M", count()) : parts(30, TimeGrain::day);
            default: return {};
        }
    }

    /// Whole units, halves rounded up.
    [[nodiscard]] int reach() const { return count() + (m_f.has(Slot::half) ? 1 : 0); }

    /// The anchor's day moved by units; clock units move it by the days they span.
    [[nodiscard]] std::optional<Day> moved(int units) const {
        if (!is_clock_unit(m_unit)) return add_units(m_c.base, m_unit, units);
        const long seconds =
            m_c.published.grain == PublicationTime::Grain::second ? m_c.published.clock.count() : 43200;
        const long total = seconds + units * seconds_of(m_unit);
        const long day = 86400;
        return add_units(m_c.base, TimeGrain::day, static_cast<int>((total < 0 ? total - day + 1 : total) / day));
    }

    [[nodiscard]] std::string arithmetic(int way, int n) const {
        return fmt::format("{} {} {} {}{}", anchor_words(m_c), way < 0 ? '-' : '+', n, unit_name(m_unit),
                           n == 1 ? "" : "s");
    }

    std::optional<TimeExpression> shift_between(int way) {
        const auto near = moved(way * count());
        const auto far = add_units(m_c.base, unit_to(), way * m_f.get(Slot::number_to));
        if (!near || !far || is_clock_unit(m_unit)) return span();
        m_out.type = TimexType::date;
        m_out.interval = *near <= *far ? Interval{near, far} : Interval{far, near};
        m_out.value = to_string(*m_out.interval.from) + "/" + to_string(*m_out.interval.to);
        m_out.certainty = Certainty::approximate;
        m_out.anchor = m_c.anchor;
        m_out.arithmetic = arithmetic(way, count()) + fmt::format(" to {}", m_f.get(Slot::number_to));
        return std::move(m_out);
    }

    /// The publication clock moved by clock units, within its day.
    [[nodiscard]] std::chrono::minutes clock_moved(int units) const {
        constexpr long day = 86400;
        const long total = (m_c.published.clock.count() + units * seconds_of(m_unit)) % day;
        return std::chrono::minutes{(total < 0 ? total + day : total) / 60};
    }

    std::optional<TimeExpression> shift_clock(int way) {
        const bool clock_known = m_c.published.grain == PublicationTime::Grain::second;
        if (!clock_known || m_f.has(Slot::half) || m_c.anchor.kind != TimeAnchor::Kind::publication) return span();
        const auto moved_day = moved(way * count());
        if (!moved_day) return std::nullopt;
        const auto clock = clock_moved(way * count());
        m_out.type = TimexType::time;
        m_out.interval = one_day(*moved_day);
        m_out.clock_from = m_out.clock_to = clock;
        m_out.value = to_string(*moved_day) + clock_value(clock, std::nullopt);
        m_out.certainty = Certainty::approximate;
        m_out.anchor = m_c.anchor;
        m_out.arithmetic = arithmetic(way, count());
        return std::move(m_out);
    }

    const Frame& m_f;
    const Context& m_c;
    TimeGrain m_unit;
    TimeExpression m_out;
};

}  // namespace

std::optional<TimeExpression> resolve_amount(Production production, const Frame& frame, const Context& context) {
    constexpr int most = 1'000'000;
    if (std::abs(frame.get(Slot::number)) > most || std::abs(frame.get(Slot::number_to)) > most) return std::nullopt;
    AmountResolver amount(frame, context);
    switch (production) {
        case Production::shift: return amount.shift();
        case Production::span: return amount.span();
        case Production::duration: return amount.lengths();
        case Production::reference:  // a rel says which way the clause must look for the word to be a time
            if (frame.has(Slot::rel) && frame.get(Slot::rel) != context.tense().way) return std::nullopt;
            return amount.reference(frame.get(Slot::dir));
        case Production::repeat: return amount.repeat();
        default: return std::nullopt;
    }
}

}  // namespace isnad::timing
