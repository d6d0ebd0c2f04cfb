#include "statement_lines.hpp"

#include "../line_text.hpp"
#include "../sentences.hpp"

#include "isnad/core/fold.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t most_shown = 220;  ///< code points of what was said
constexpr std::size_t most_about = 2;    ///< events that a statement is said to be about

}  // namespace

/// The kind whose verb the line uses. In Arabic the verb has to take the clause as it is: "that.KIND.verbs" of the
/// clause names the kinds that can, the first one standing for all others.
std::string StatementLines::kind(const Saying& saying) const {
    std::string kind = kind_of_cue(saying.first().cue);
    if (kind.empty()) kind = "say";
    if (m_tongue != Tongue::ar) return kind;
    const auto fitting = split_bars(m_phrases.text("that." + (saying.direct ? "direct" : saying.that) + ".verbs"));
    const bool fits = std::find(fitting.begin(), fitting.end(), kind) != fitting.end();
    return fits ? kind : std::string(fitting.front());
}

BriefingLine StatementLines::line(const Saying& saying) const {
    const StatementNode& statement = saying.first();
    BriefingLine out;
    out.kind = BriefingLine::Kind::statement;
    out.key = statement.key;
    out.day = saying.day;
    SpokenWords spoken;
    spoken.kind = kind(saying);
    spoken.direct = saying.direct;
    spoken.words = isolated(saying.words, most_shown);
    spoken.about = about(statement);
    out.text = capitalised(statement_sentence(m_view, statement, spoken, m_tongue));
    out.reports = m_reports.of(saying.statements);
    out.outlets = m_reports.outlets(out.reports);
    out.importance = saying.importance;
    return out;
}

std::string StatementLines::about(const StatementNode& statement) const {
    std::vector<std::string> parts;
    for (const AboutInstance& about : statement.about) {
        const auto found = m_events.find(about.event);
        if (!found || parts.size() == most_about) continue;
        std::string part = about_event(m_view.events[*found]);
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
            parts.push_back(std::move(part));
    }
    return list_words(parts, m_tongue);
}

std::string StatementLines::about_event(const EventInstance& event) const {
    if (info(event.type).family == "statement") return {};
    return fill(m_phrases.text("about.event"), [&](std::string_view name) -> std::string {
        if (name == "place") return event.place ? spelled_name(m_view.actor(*event.place), m_tongue) : std::string();
        std::string type = type_words(event.type, m_tongue);
        if (!type.empty() && type.front() >= 'A' && type.front() <= 'Z')
            type.front() = static_cast<char>(type.front() + 32);
        return type;
    });
}

}  // namespace isnad
