#include "isnad/export/icalendar.hpp"

#include "dates.hpp"
#include "sentences.hpp"

#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace isnad {

namespace {

constexpr std::size_t most_octets = 75;  ///< of a line, without its end (RFC 5545, 3.1)
constexpr date::days longest_entry{31};  ///< longer stretches say too little of a day

/// TEXT as RFC 5545, 3.3.11 has it: control characters but tab cannot stand in it and become U+FFFD.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        switch (c.value) {
            case '\\': out += "\\\\"; break;
            case ';': out += "\\;"; break;
            case ',': out += "\\,"; break;
            case '\n': out += "\\n"; break;
            case '\r':
                if (i >= text.size() || text[i] != '\n') out += "\\n";
                break;
            default:
                append_utf8(out, (c.value < 0x20 && c.value != '\t') || c.value == 0x7F ? char32_t{0xFFFD} : c.value);
        }
    }
    return out;
}

/// Writes a content line, folded between code points.
void put(std::ostream& out, std::string_view name, std::string_view value) {
    const std::string line = std::string(name) + ":" + std::string(value);
    std::size_t room = most_octets;
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t size = decode(line, i).size;
        if (size > room) {
            out << "\r\n ";
            room = most_octets - 1;
        }
        out << std::string_view(line).substr(i, size);
        room -= size;
        i += size;
    }
    out << "\r\n";
}

std::string basic(Day day) {
    const date::year_month_day ymd{day};
    return fmt::format("{:04}{:02}{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

const char* status_of(const EventInstance& event) {
    if (event.modality == Modality::denied) return "CANCELLED";
    return event.modality == Modality::asserted && !event.disputed && event.certainty == Certainty::exact ? "CONFIRMED"
                                                                                                          : "TENTATIVE";
}

class CalendarWriter {
public:
    CalendarWriter(const View& view, std::ostream& out, Tongue tongue) : m_view(view), m_out(out), m_tongue(tongue) {}

    void run() {
        put(m_out, "BEGIN", "VCALENDAR");
        put(m_out, "VERSION", "2.0");
        put(m_out, "PRODID", "-//Isnad//Timeline//EN");
        put(m_out, "CALSCALE", "GREGORIAN");
        for (const EventInstance& event : m_view.events) {
            if (has_days(event)) entry(event);
        }
        put(m_out, "END", "VCALENDAR");
    }

private:
    static bool has_days(const EventInstance& event) {
        return event.when.from && event.when.to && event.certainty != Certainty::invalid &&
               *event.when.to >= *event.when.from && *event.when.to - *event.when.from < longest_entry;
    }

    void entry(const EventInstance& event) {
        put(m_out, "BEGIN", "VEVENT");
        put(m_out, "UID", event.key.text() + "@isnad");
        put(m_out, "DTSTAMP", stamp(event));
        put(m_out, "DTSTART;VALUE=DATE", basic(*event.when.from));
        put(m_out, "DTEND;VALUE=DATE", basic(*event.when.to + date::days{1}));
        put(m_out, "SUMMARY", escaped(marked_sentence(m_view, event, m_tongue)));
        if (event.place) put(m_out, "LOCATION", escaped(name_in(m_view.actor(*event.place), m_tongue)));
        put(m_out, "CATEGORIES", escaped(type_words(event.type, m_tongue)));
        put(m_out, "STATUS", status_of(event));
        put(m_out, "TRANSP", "TRANSPARENT");
        put(m_out, "DESCRIPTION", escaped(description(event)));
        put(m_out, "END", "VEVENT");
    }

    /// The last report's time: the file must not depend on the clock.
    [[nodiscard]] std::string stamp(const EventInstance& event) const {
        PublicationTime last;
        for (const Telling& telling : event.tellings) {
            const PublicationTime& time = m_view.document(telling.document).published;
            if (time.day >= last.day) last = time;
        }
        const auto utc = last.day + last.clock - last.utc_offset.value_or(std::chrono::minutes{0});
        const Day day = date::floor<date::days>(utc);
        const date::hh_mm_ss<std::chrono::seconds> clock{utc - day};
        return fmt::format("{}T{:02}{:02}{:02}Z", basic(day), clock.hours().count(), clock.minutes().count(),
                           clock.seconds().count());
    }

    [[nodiscard]] std::string description(const EventInstance& event) const {
        std::string out = event.topic;
        for (const Telling& telling : event.tellings) {
            const SourceDocument& document = m_view.document(telling.document);
            out += out.empty() ? "" : "\n";
            out += document.outlet.empty() ? document.id.text() : document.outlet;
            out += ", " + day_words(document.published.day, m_tongue, true) + ": " + telling.words;
        }
        return out;
    }

    const View& m_view;
    std::ostream& m_out;
    Tongue m_tongue;
};

}  // namespace

void write_icalendar(const View& view, std::ostream& out, const ExportOptions& options) {
    CalendarWriter(view, out, options.tongue).run();
}

}  // namespace isnad
