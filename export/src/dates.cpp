#include "dates.hpp"

#include "phrases.hpp"

#include <fmt/format.h>

namespace isnad {

namespace {

struct Civil {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    bool last = false;  ///< of its month
};

Civil civil(Day day) {
    const date::year_month_day ymd{day};
    const bool last = ymd.day() == (ymd.year() / ymd.month() / date::last).day();
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()), last};
}

std::string month(const Phrases& phrases, unsigned number) {
    return std::string(phrases.text(fmt::format("month.{}", number)));
}

std::string stretch(Day from, Day to, Tongue tongue) {
    const Phrases& phrases = Phrases::of(tongue);
    const Civil a = civil(from);
    const Civil b = civil(to);
    const bool whole_months = a.day == 1 && b.last;
    if (whole_months && a.month == 1 && b.month == 12) {
        return a.year == b.year ? std::to_string(a.year) : fmt::format("{}\u2013{}", a.year, b.year);
    }
    if (whole_months && a.year == b.year) {
        if (a.month == b.month) return fmt::format("{} {}", month(phrases, a.month), a.year);
        return fmt::format("{} \u2013 {} {}", month(phrases, a.month), month(phrases, b.month), a.year);
    }
    if (a.year == b.year && a.month == b.month) {
        return fmt::format("{}\u2013{} {} {}", a.day, b.day, month(phrases, b.month), b.year);
    }
    return fmt::format("{} \u2013 {}", day_words(from, tongue, a.year != b.year), day_words(to, tongue, true));
}

}  // namespace

std::string day_words(Day day, Tongue tongue, bool with_year) {
    const Civil c = civil(day);
    const std::string words = fmt::format("{} {}", c.day, month(Phrases::of(tongue), c.month));
    return with_year ? fmt::format("{} {}", words, c.year) : words;
}

std::string weekday_words(Day day, Tongue tongue) {
    const unsigned number = date::weekday{day}.iso_encoding();
    return fmt::format("{} {}", Phrases::of(tongue).text(fmt::format("weekday.{}", number)),
                       day_words(day, tongue, true));
}

std::string short_interval_words(const Interval& when, Tongue tongue) {
    if (!when.from || when.from != when.to) return interval_words(when, tongue);
    const unsigned number = date::weekday{*when.from}.iso_encoding();
    return fmt::format("{} {}", Phrases::of(tongue).text(fmt::format("weekday.{}", number)),
                       day_words(*when.from, tongue, false));
}

std::string interval_words(const Interval& when, Tongue tongue) {
    const Phrases& phrases = Phrases::of(tongue);
    if (when.from && when.to) {
        return *when.from == *when.to ? weekday_words(*when.from, tongue) : stretch(*when.from, *when.to, tongue);
    }
    if (!when.from && !when.to) return std::string(phrases.text("date.none"));
    const Day day = when.from ? *when.from : *when.to;
    return fill(phrases.text(when.from ? "date.from" : "date.until"),
                [&](std::string_view) { return day_words(day, tongue, true); });
}

}  // namespace isnad
