#pragma once
// Who reports a line of the briefing, when, and on whose word.

#include "../phrases.hpp"

#include "isnad/export/briefing.hpp"

#include <string>
#include <vector>

namespace isnad {

class Reports {
public:
    Reports(const View& view, Tongue tongue) : m_view(view), m_tongue(tongue), m_phrases(Phrases::of(tongue)) {}

    /// Each article once for each way it tells of the events, oldest first.
    [[nodiscard]] std::vector<BriefingReport> of(const std::vector<const EventInstance*>& events) const;
    [[nodiscard]] std::vector<BriefingReport> of(const std::vector<const StatementNode*>& statements) const;

    /// "5 outlets"
    [[nodiscard]] std::string outlets(const std::vector<BriefingReport>& reports) const;

    /// On whose word all of the articles tell it, if they name one source: nothing when any tells it on its own.
    [[nodiscard]] std::string word_of(const std::vector<const EventInstance*>& events) const;

    [[nodiscard]] std::string outlet(DocumentRef document) const;

private:
    [[nodiscard]] BriefingReport report(DocumentRef ref, Modality how, const std::vector<ActorRef>& chain) const;
    [[nodiscard]] std::string chain_words(const std::vector<ActorRef>& chain) const;

    const View& m_view;
    Tongue m_tongue;
    const Phrases& m_phrases;
};

}  // namespace isnad
