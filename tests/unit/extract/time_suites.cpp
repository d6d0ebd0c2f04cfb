// The Arabic time suites of Duckling and Maha, when the folder of measuring sets stands beside the project.
//
// Conventions bridged: Duckling's interval ends are exclusive and its instants are beginnings; it reads the middle of a
// month as its 15th day, we as the ten days around it. Maha's values are offsets of fields, its weeks start on Sunday
// and fields that a phrase does not set keep those of NOW, so periods are compared by where they lie.

#include "isnad/extract/time.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace isnad;

namespace {

using Fields = std::vector<std::string>;

std::vector<Fields> rows(const std::filesystem::path& path) {
    std::vector<Fields> out;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        Fields fields;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, '\t');) fields.push_back(cell);
        fields.resize(6);
        out.push_back(std::move(fields));
    }
    return out;
}

const TimeGrammar& grammar() {
    static const TimeGrammar built_in{embedded_lexicon()};
    return built_in;
}

/// A moment as a day and minutes of it.
struct Moment {
    Day day{};
    std::chrono::minutes clock{0};
    friend bool operator==(const Moment&, const Moment&) = default;
};

/// "2013", "2013-02", "2013-02-12", with or without "T15:00:00".
Moment moment(const std::string& text) {
    std::string date = text.substr(0, text.find('T'));
    while (date.size() < 10) date += "-01";
    Moment out{parse_day(date).value(), std::chrono::minutes{0}};
    if (const auto at = text.find('T'); at != std::string::npos)
        out.clock = std::chrono::hours{std::stoi(text.substr(at + 1, 2))} +
                    std::chrono::minutes{std::stoi(text.substr(at + 4, 2))};
    return out;
}

/// The expression that covers most of a phrase: phrases hold one time, perhaps told in pieces.
const TimeExpression* longest(const std::vector<TimeExpression>& found) {
    const TimeExpression* out = nullptr;
    for (const auto& t : found)
        if (out == nullptr || t.span.size() > out->span.size()) out = &t;
    return out;
}

// ---- Duckling

bool duckling_instant(const TimeExpression& t, const Fields& row) {
    const Moment wanted = moment(row[3]);
    if (!t.interval.from) return false;
    if (row[2] == "second" && row[3].find('T') != std::string::npos && t.value == "PRESENT_REF")
        return *t.interval.from == wanted.day;
    if (row[3].find('T') != std::string::npos)
        return Moment{*t.interval.from, t.clock_from.value_or(std::chrono::minutes{-1})} == wanted;
    if (t.mod == "MID" && t.grain == TimeGrain::month) return *t.interval.from + date::days{4} == wanted.day;
    return *t.interval.from == wanted.day;
}

bool duckling_interval(const TimeExpression& t, const Fields& row) {
    const Moment from = moment(row[3]);
    const Moment to = moment(row[4]);
    if (!t.interval.to) return false;
    const bool until = row[2] == "second";  // from now on
    const Day last = to.clock == std::chrono::minutes{0} && !until ? to.day - date::days{1} : to.day;
    if (*t.interval.to != last) return false;
    if (until) return to.clock == std::chrono::minutes{0} || t.clock_to == to.clock;
    if (*t.interval.from != from.day) return false;
    if (row[2] != "hour") return true;
    const auto end = to.clock == std::chrono::minutes{0} ? std::chrono::minutes{24 * 60} : to.clock;
    // An hour that ends an interval is told whole by Duckling, by its beginning here; a part of the day by its last
    // minute.
    return t.clock_from == from.clock && t.clock_to &&
           (*t.clock_to + std::chrono::hours{1} == end || *t.clock_to + std::chrono::minutes{1} == end);
}

}  // namespace

TEST_CASE("Duckling's Arabic time suite, with the future preferred") {
    const std::filesystem::path path = std::filesystem::path(ISNAD_SHARED) / "suites" / "duckling_ar_time.tsv";
    if (!std::filesystem::exists(path)) {
        WARN("Duckling's suite is not here: nothing measured");
        return;
    }
    const auto now = parse_publication_time("2013-02-12T04:30:00-02:00").value();
    TimeOptions options;
    options.direction = TimeDirection::future;
    int right = 0;
    int wrong = 0;
    for (const auto& row : rows(path)) {
        if (row[0] == "phrase") continue;
        const auto text = tokenize(row[0]);
        const auto found = tag_times(text, grammar(), now, options);
        const auto* t = longest(found);
        if (row[1] == "negative") {
            CHECK(found.empty());
            continue;
        }
        const bool ok = t != nullptr && (row[1] == "instant" ? duckling_instant(*t, row) : duckling_interval(*t, row));
        ++(ok ? right : wrong);
        if (!ok)
            WARN(row[0] << " | wanted " << row[2] << " " << row[3] << " " << row[4] << " | found "
                        << (t == nullptr ? "nothing" : explain(*t)));
    }
    WARN("Duckling: " << right << " right, " << wrong << " wrong");
    CHECK(right >= 175);
}

// ---- Maha

namespace {

/// The first day of a case's expectation: "2021-09-19T00:00:00" in its parameters where they tell one, else the column
/// of what Maha resolves.
struct MahaCase {
    std::string phrase;
    std::string test;
    std::string value;     ///< "TimeValue(years=-1)"
    std::string resolved;  ///< or "FROM/TO"
};

/// Fields that a value sets, by name.
std::set<std::string> fields_of(const std::string& value) {
    std::set<std::string> out;
    std::string name;
    for (const char c : value) {
        if ((c >= 'a' && c <= 'z') || c == '_') {
            name += c;
        } else {
            if (c == '=') out.insert(name);
            name.clear();
        }
    }
    return out;
}

bool any_of(const std::set<std::string>& fields, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return fields.count(name) != 0; });
}

/// A moment that a phrase does not tell exactly keeps what NOW holds: it need only lie in the period found.
bool holds(const TimeExpression& t, const Moment& wanted, const std::set<std::string>& fields, bool is_now) {
    if (!t.interval.from && !t.interval.to) return false;
    const Day from = t.interval.from.value_or(*t.interval.to);
    const Day to = t.interval.to.value_or(from);
    const bool inside = from <= wanted.day && wanted.day <= to;
    const bool names_now = any_of(fields, {"hours"}) && any_of(fields, {"years"});  // all of them 0
    if (is_now && t.value == "PRESENT_REF") return inside;
    if (!names_now && any_of(fields, {"hour", "hours", "minute", "minutes"}))
        return inside && t.clock_from && (t.clock_from == wanted.clock || t.clock_to == wanted.clock);
    if (fields == std::set<std::string>{"weeks"})  // told by the week's first day
        return from <= wanted.day + date::days{6} && to >= wanted.day;
    if (any_of(fields, {"day", "weekday"}))
        return from == wanted.day || (t.certainty == Certainty::approximate && inside);
    return inside;
}

/// Cases that are refused, each with its reason: tests/unit/extract/maha_refused.tsv.
std::set<std::string> refused() {
    std::set<std::string> out;
    for (const auto& row : rows(std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/unit/extract/maha_refused.tsv"))
        out.insert(row[0]);
    return out;
}

std::string trimmed(std::string text) {
    while (!text.empty() && text.front() == ' ') text.erase(0, 1);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

bool maha_holds(const Fields& row, const std::vector<TimeExpression>& found) {
    if (row[0] == "test_negative_cases") return found.empty();
    if (found.empty()) return false;
    const auto fields = fields_of(row[3]);
    const auto bar = row[4].find('/');
    if (row[0] == "test_am" || row[0] == "test_pm") {
        const bool am = row[3].find("AM") != std::string::npos;
        const auto noon = std::chrono::hours{12};
        return found.front().clock_from && (am ? *found.front().clock_from < noon : *found.front().clock_to >= noon);
    }
    for (const auto& t : found) {
        if (bar == std::string::npos) {
            if (holds(t, moment(row[4]), fields, row[4] == "2021-09-01T10:38:04")) return true;
            continue;
        }
        const std::string from = row[4].substr(0, bar);
        const Moment to = moment(row[4].substr(bar + 1));
        const bool clock = fields.count("hour") != 0;
        const bool starts = from.empty() ||
                            (t.interval.from == moment(from).day && (!clock || t.clock_from == moment(from).clock)) ||
                            (!clock && t.interval.from && *t.interval.from <= moment(from).day);
        const bool ends = (t.interval.to == to.day && (!clock || t.clock_to == to.clock)) ||
                          (!clock && t.interval.to && *t.interval.to >= to.day);
        if (starts && ends) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the visible half of Maha's time suite") {
    const std::filesystem::path path = std::filesystem::path(ISNAD_SHARED) / "suites" / "maha_ar_time.tsv";
    if (!std::filesystem::exists(path)) {
        WARN("Maha's suite is not here: nothing measured");
        return;
    }
    const auto now = parse_publication_time("2021-09-01T10:38:04+03:00").value();
    const auto known = refused();
    int right = 0;
    int wrong = 0;
    int refusals = 0;
    for (auto row : rows(path)) {
        if (row[0] == "test") continue;
        TimeOptions options;
        options.week_start = date::Sunday;
        if (row[2].find("'sow': 'MO'") != std::string::npos) options.week_start = date::Monday;
        if (row[2].find("'sow': 'TU'") != std::string::npos) options.week_start = date::Tuesday;
        // Maha reads a bare weekday as this one or the next, today included.
        const auto fields = fields_of(row[3]);
        if (fields.count("weekday") != 0 && !any_of(fields, {"month", "months", "weeks"}))
            options.direction = TimeDirection::future;
        const std::string phrase = trimmed(row[1]);
        const auto text = tokenize(phrase);
        const auto found = tag_times(text, grammar(), now, options);
        const bool ok = maha_holds(row, found);
        ++(ok ? right : wrong);
        if (ok) continue;
        if (known.count(phrase) != 0) {
            ++refusals;
            continue;
        }
        const auto* t = longest(found);
        UNSCOPED_INFO(phrase);
        WARN("MISS\t" << phrase << "\t" << row[3] << "\t" << row[4] << "\t"
                      << (t == nullptr ? "nothing" : t->value + " " + t->rule));
    }
    WARN("Maha: " << right << " right, " << wrong << " wrong, of which refused " << refusals);
    CHECK(right * 100 >= 95 * (right + wrong));
    CHECK(wrong == refusals);
}
