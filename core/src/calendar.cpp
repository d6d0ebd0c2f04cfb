#include "isnad/core/calendar.hpp"

#include <fmt/format.h>

#include <charconv>

namespace isnad {

namespace {

/// Reads fixed-width decimal fields from the front of a text.
class FieldReader {
public:
    explicit FieldReader(std::string_view text) : m_rest(text) {}

    std::optional<int> digits(std::size_t width) {
        if (m_rest.size() < width) return std::nullopt;
        int value = 0;
        const auto* end = m_rest.data() + width;
        const auto [stop, error] = std::from_chars(m_rest.data(), end, value);
        if (error != std::errc{} || stop != end || value < 0 || m_rest.front() == '-') return std::nullopt;
        m_rest.remove_prefix(width);
        return value;
    }

    bool skip(char c) {
        if (m_rest.empty() || m_rest.front() != c) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void skip_digits() {
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') m_rest.remove_prefix(1);
    }

    [[nodiscard]] bool done() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::optional<Day> read_day(FieldReader& in) {
    const auto y = in.digits(4);
    if (!y || !in.skip('-')) return std::nullopt;
    const auto m = in.digits(2);
    if (!m || !in.skip('-')) return std::nullopt;
    const auto d = in.digits(2);
    if (!d) return std::nullopt;
    const date::year_month_day ymd{date::year{*y}, date::month{static_cast<unsigned>(*m)},
                                   date::day{static_cast<unsigned>(*d)}};
    if (!ymd.ok()) return std::nullopt;
    return Day{ymd};
}

std::optional<std::chrono::seconds> read_clock(FieldReader& in) {
    const auto h = in.digits(2);
    if (!h || !in.skip(':')) return std::nullopt;
    const auto m = in.digits(2);
    if (!m) return std::nullopt;
    int s = 0;
    if (in.skip(':')) {
        const auto field = in.digits(2);
        if (!field) return std::nullopt;
        s = *field;
        if (in.skip('.')) in.skip_digits();
    }
    if (*h > 23 || *m > 59 || s > 60) return std::nullopt;
    return std::chrono::hours{*h} + std::chrono::minutes{*m} + std::chrono::seconds{s};
}

std::optional<std::chrono::minutes> read_offset(FieldReader& in) {
    if (in.skip('Z')) return std::chrono::minutes{0};
    const int sign = in.skip('+') ? 1 : in.skip('-') ? -1 : 0;
    const auto h = in.digits(2);
    if (sign == 0 || !h) return std::nullopt;
    int m = 0;
    const bool colon = in.skip(':');
    if (colon || !in.done()) {
        const auto field = in.digits(2);
        if (!field) return std::nullopt;
        m = *field;
    }
    if (*h > 14 || m > 59) return std::nullopt;
    return sign * (std::chrono::hours{*h} + std::chrono::minutes{m});
}

}  // namespace

bool may_overlap(const Interval& a, const Interval& b) {
    return (!a.from || !b.to || *a.from <= *b.to) && (!b.from || !a.to || *b.from <= *a.to);
}

std::optional<Day> parse_day(std::string_view text) {
    FieldReader in(text);
    const auto day = read_day(in);
    return in.done() ? day : std::nullopt;
}

std::optional<PublicationTime> parse_publication_time(std::string_view text) {
    FieldReader in(text);
    const auto day = read_day(in);
    if (!day) return std::nullopt;
    PublicationTime out;
    out.day = *day;
    if (in.done()) return out;
    if (!in.skip('T') && !in.skip(' ')) return std::nullopt;
    const auto clock = read_clock(in);
    if (!clock) return std::nullopt;
    out.clock = *clock;
    out.grain = PublicationTime::Grain::second;
    if (in.done()) return out;
    out.utc_offset = read_offset(in);
    if (!out.utc_offset || !in.done()) return std::nullopt;
    return out;
}

std::string to_string(Day day) {
    const date::year_month_day ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string to_string(const PublicationTime& time) {
    std::string out = to_string(time.day);
    if (time.grain == PublicationTime::Grain::day) return out;
    const date::hh_mm_ss clock{time.clock};
    out += fmt::format("T{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    if (!time.utc_offset) return out;
    const auto minutes = time.utc_offset->count();
    if (minutes == 0) return out + "Z";
    const auto size = minutes < 0 ? -minutes : minutes;
    return out + fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / 60, size % 60);
}

Day iso_week_start(Day day) { return day - (date::weekday{day} - date::Monday); }

std::string iso_week(Day day) {
    // The ISO year is the one that holds the week's Thursday.
    const Day thursday = iso_week_start(day) + date::days{3};
    const auto year = date::year_month_day{thursday}.year();
    const Day first_day{year / date::January / 1};
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday - first_day).count() / 7 + 1);
}

}  // namespace isnad
