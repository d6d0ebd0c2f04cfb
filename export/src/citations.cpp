#include "citations.hpp"

#include "dates.hpp"
#include "line_text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace isnad {

namespace {

/// Ways of telling, in the order in which they are named in a line.
const std::array<std::pair<Modality, const char*>, 5> told_as{{{Modality::planned, "source.planned"},
                                                               {Modality::possible, "source.possible"},
                                                               {Modality::conditional, "source.conditional"},
                                                               {Modality::asserted, "source.reported"},
                                                               {Modality::denied, "source.denied"}}};

/// The chain without those who act in the event themselves: nobody is cited on his own deed.
std::vector<ActorRef> others(std::vector<ActorRef> chain, const EventInstance& event) {
    std::erase_if(chain, [&](ActorRef actor) {
        return std::any_of(event.participants.begin(), event.participants.end(),
                           [&](const Played& played) { return played.actor == actor && played.role == Role::agent; });
    });
    return chain;
}

}  // namespace

std::string Citations::of(const std::vector<const EventInstance*>& events) const {
    std::string out;
    for (const auto& [modality, key] : told_as) {
        std::vector<std::string> reports;
        std::set<DocumentRef> seen;
        for (const EventInstance* event : events) {
            for (const Telling& telling : event->tellings) {
                if (telling.modality != modality || !seen.insert(telling.document).second) continue;
                reports.push_back(report(telling.document, others(telling.sources, *event)));
            }
        }
        if (reports.empty()) continue;
        if (!out.empty()) out += m_phrases.text("source.join");
        out += fill(m_phrases.text(key), [&](std::string_view) { return joined(reports); });
    }
    return out;
}

std::string Citations::of(const StatementNode& statement) const {
    std::vector<ActorRef> chain = statement.sources;
    if (statement.speaker) std::erase(chain, *statement.speaker);
    return report(statement.document, chain);
}

std::string Citations::report(DocumentRef ref, const std::vector<ActorRef>& chain) const {
    const SourceDocument& document = m_view.document(ref);
    std::string quoted;
    for (const ActorRef source : chain) {
        if (!quoted.empty()) quoted += m_phrases.text("source.chain");
        quoted += isolated(name_in(m_view.actor(source), m_options.tongue));
    }
    return fill(m_phrases.text("source.item"), [&](std::string_view name) -> std::string {
        if (name == "outlet") return outlet(document);
        if (name == "day") {
            const auto day = day_words(document.published.day, m_options.tongue, false);
            return document.inferred ? day + std::string(m_phrases.text("source.inferred")) : day;
        }
        return quoted;
    });
}

std::string Citations::outlet(const SourceDocument& document) const {
    if (!document.outlet.empty()) return isolated(document.outlet);
    return fill(m_phrases.text("source.no_outlet"), [&](std::string_view) { return isolated(document.id.text()); });
}

std::string Citations::joined(const std::vector<std::string>& reports) const {
    std::string out;
    const std::size_t named = std::min(reports.size(), m_options.sources_per_line);
    for (std::size_t i = 0; i < named; ++i)
        out += (i > 0 ? std::string(m_phrases.text("source.join")) : "") + reports[i];
    if (named < reports.size()) {
        out += m_phrases.text("source.join");
        out += m_phrases.count("source.more", reports.size() - named);
    }
    return out;
}

}  // namespace isnad
