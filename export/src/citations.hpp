#pragma once
// Who reports a line of the briefing, when, and on whose word.

#include "phrases.hpp"

#include "isnad/export/briefing.hpp"

#include <string>
#include <vector>

namespace isnad {

class Citations {
public:
    Citations(const View& view, const BriefingOptions& options)
        : m_view(view), m_options(options), m_phrases(Phrases::of(options.tongue)) {}

    /// "planned: A, 14 July; reported: B, 15 July". A report is named once for each way it tells of the events.
    [[nodiscard]] std::string of(const std::vector<const EventInstance*>& events) const;

    /// The report of a statement; the speaker is not cited on his own words.
    [[nodiscard]] std::string of(const StatementNode& statement) const;

private:
    [[nodiscard]] std::string report(DocumentRef ref, const std::vector<ActorRef>& chain) const;
    [[nodiscard]] std::string outlet(const SourceDocument& document) const;
    [[nodiscard]] std::string joined(const std::vector<std::string>& reports) const;

    const View& m_view;
    const BriefingOptions& m_options;
    const Phrases& m_phrases;
};

}  // namespace isnad
