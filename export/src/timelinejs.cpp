#include "isnad/export/timelinejs.hpp"

#include "dates.hpp"
#include "html_text.hpp"
#include "phrases.hpp"
#include "sentences.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <string>

namespace isnad {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_reports = 6;  ///< of one event that are quoted
constexpr date::days long_stretch{31};   ///< longer ones become eras as well

date::year_month_day civil(Day day) { return date::year_month_day{day}; }

bool is_whole_months(const Interval& when) {
    const auto from = civil(*when.from);
    const auto to = civil(*when.to);
    return from.day() == date::day{1} && to.day() == (to.year() / to.month() / date::last).day();
}

/// A date of the parts that are known: {"year", "month", "day"}.
Json parts(Day day, int known) {
    const auto ymd = civil(day);
    Json out{{"year", static_cast<int>(ymd.year())}};
    if (known > 1) out["month"] = static_cast<unsigned>(ymd.month());
    if (known > 2) out["day"] = static_cast<unsigned>(ymd.day());
    return out;
}

/// How many parts of its dates an interval knows.
int known_parts(const Interval& when) {
    if (!is_whole_months(when)) return 3;
    const bool years = civil(*when.from).month() == date::January && civil(*when.to).month() == date::December;
    return years ? 1 : 2;
}

class TimelineJsWriter {
public:
    TimelineJsWriter(const View& view, std::ostream& out, Tongue tongue)
        : m_view(view), m_out(out), m_tongue(tongue), m_phrases(Phrases::of(tongue)) {}

    /// One slide a line: memory holds one of them.
    void run() {
        m_out << "{\n\"title\": " << dump({{"text", {{"headline", html_text(words("timelinejs.title"))}}}});
        m_out << ",\n\"events\": [";
        const char* separator = "\n";
        for (const EventInstance& event : m_view.events) {
            if (!event.when.from && !event.when.to) continue;
            m_out << separator << dump(slide(event));
            separator = ",\n";
        }
        m_out << "\n],\n\"eras\": [";
        separator = "\n";
        for (const EventInstance& event : m_view.events) {
            if (!is_era(event)) continue;
            m_out << separator << dump(era(event));
            separator = ",\n";
        }
        m_out << "\n]\n}\n";
    }

private:
    static std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

    [[nodiscard]] std::string words(std::string_view key) const { return std::string(m_phrases.text(key)); }

    [[nodiscard]] std::string sentence(const EventInstance& event) const {
        return event_sentence(m_view, event, m_tongue).text;
    }

    /// An end that is the start again is dropped, as TimelineJS would.
    static void put_dates(Json& out, const Interval& when) {
        const Interval closed{when.from ? when.from : when.to, when.to ? when.to : when.from};
        const int known = known_parts(closed);
        out["start_date"] = parts(*closed.from, known);
        Json end = parts(*closed.to, known);
        if (when.from && when.to && end != out["start_date"]) out["end_date"] = std::move(end);
    }

    static bool is_era(const EventInstance& event) {
        return event.when.from && event.when.to && event.certainty == Certainty::exact &&
               event.modality == Modality::asserted && *event.when.to - *event.when.from > long_stretch;
    }

    [[nodiscard]] Json era(const EventInstance& event) const {
        Json out;
        out["unique_id"] = "era-" + event.key.text();
        out["start_date"] = parts(*event.when.from, 3);
        out["end_date"] = parts(*event.when.to, 3);
        out["text"] = {{"headline", html_text(sentence(event))}};
        return out;
    }

    [[nodiscard]] Json slide(const EventInstance& event) const {
        Json out;
        out["unique_id"] = event.key.text();
        put_dates(out, event.when);
        const bool open = !event.when.from || !event.when.to;
        if (open || event.certainty != Certainty::exact) out["display_date"] = html_text(display_date(event));
        out["group"] = type_words(event.type, m_tongue);
        out["text"] = {{"headline", html_text(marked_sentence(m_view, event, m_tongue))}, {"text", body(event)}};
        return out;
    }

    [[nodiscard]] std::string display_date(const EventInstance& event) const {
        std::string out = interval_words(event.when, m_tongue);
        if (event.certainty != Certainty::exact) {
            out += " (" + words(std::string("remark.") + to_string(event.certainty)) + ")";
        }
        return out;
    }

    /// The reports in their own words, each with its outlet and day.
    [[nodiscard]] std::string body(const EventInstance& event) const {
        std::string out;
        if (!event.topic.empty()) out += "<p dir=\"auto\">" + html_text(event.topic) + "</p>";
        std::set<std::string> seen;
        for (const Telling& telling : event.tellings) {
            if (seen.size() == most_reports) break;
            if (!seen.insert(telling.words).second) continue;
            const SourceDocument& document = m_view.document(telling.document);
            out += "<blockquote dir=\"auto\">" + html_text(telling.words) + "</blockquote><p>";
            const std::string outlet = html_text(document.outlet.empty() ? document.id.text() : document.outlet);
            const bool linked = is_web_address(document.url);
            if (linked) out += "<a href=\"" + html_text(document.url) + "\">";
            out += "<bdi>" + outlet + "</bdi>";
            if (linked) out += "</a>";
            out += ", " + day_words(document.published.day, m_tongue, true) + "</p>";
        }
        return out;
    }

    const View& m_view;
    std::ostream& m_out;
    Tongue m_tongue;
    const Phrases& m_phrases;
};

}  // namespace

void write_timelinejs(const View& view, std::ostream& out, const ExportOptions& options) {
    TimelineJsWriter(view, out, options.tongue).run();
}

}  // namespace isnad
