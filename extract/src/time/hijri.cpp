#include "hijri.hpp"

#include <unicode/calendar.h>
#include <unicode/gregocal.h>
#include <unicode/timezone.h>

#include <memory>
#include <utility>

namespace isnad::timing {

namespace {

std::unique_ptr<icu::Calendar> make_calendar() {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> out(icu::Calendar::createInstance(
        icu::TimeZone::getGMT()->clone(), icu::Locale("ar@calendar=islamic-umalqura"), error));
    if (U_FAILURE(error) != 0) return nullptr;
    out->setLenient(false);
    return out;
}

/// Each thread has its own: an ICU calendar is not safe to share.
icu::Calendar* calendar() {
    thread_local const std::unique_ptr<icu::Calendar> instance = make_calendar();
    return instance.get();
}

constexpr double milliseconds_of_day = 86'400'000.0;

}  // namespace

std::optional<Day> hijri_day(HijriDate date) {
    auto* c = calendar();
    if (c == nullptr || date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12) return std::nullopt;
    c->clear();
    c->set(date.year, date.month - 1, date.day);
    UErrorCode error = U_ZERO_ERROR;
    const UDate time = c->getTime(error);
    if (U_FAILURE(error) != 0) return std::nullopt;
    return Day{date::days{static_cast<int>(time / milliseconds_of_day)}};
}

std::optional<int> hijri_month_length(int year, int month) {
    const auto first = hijri_day({year, month, 1});
    const auto next = month == 12 ? hijri_day({year + 1, 1, 1}) : hijri_day({year, month + 1, 1});
    if (!first || !next) return std::nullopt;
    return static_cast<int>((*next - *first).count());
}

std::optional<HijriDate> to_hijri(Day day) {
    // ICU counts the months from the first year on each time; a text asks for few days, and again and again.
    thread_local std::optional<std::pair<Day, HijriDate>> last;
    if (last && last->first == day) return last->second;
    auto* c = calendar();
    if (c == nullptr) return std::nullopt;
    UErrorCode error = U_ZERO_ERROR;
    c->clear();
    c->setTime(static_cast<double>(day.time_since_epoch().count()) * milliseconds_of_day, error);
    const HijriDate out{c->get(UCAL_YEAR, error), c->get(UCAL_MONTH, error) + 1, c->get(UCAL_DATE, error)};
    if (U_FAILURE(error) != 0) return std::nullopt;
    last = {day, out};
    return out;
}

}  // namespace isnad::timing
