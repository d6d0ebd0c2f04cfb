#include "reports.hpp"

#include "../latin_names.hpp"
#include "../sentences.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace isnad {

namespace {

/// The chain without those who act in the event themselves: nobody is cited on his own deed.
std::vector<ActorRef> others(std::vector<ActorRef> chain, const EventInstance& event) {
    std::erase_if(chain, [&](ActorRef actor) {
        return std::any_of(event.participants.begin(), event.participants.end(),
                           [&](const Played& played) { return played.actor == actor && played.role == Role::agent; });
    });
    return chain;
}

void sort_by_day(std::vector<BriefingReport>& reports) {
    std::stable_sort(reports.begin(), reports.end(), [](const BriefingReport& a, const BriefingReport& b) {
        return std::tie(a.published, a.document) < std::tie(b.published, b.document);
    });
}

}  // namespace

std::vector<BriefingReport> Reports::of(const std::vector<const EventInstance*>& events) const {
    std::vector<BriefingReport> out;
    std::set<std::pair<DocumentRef, Modality>> seen;
    for (const EventInstance* event : events) {
        for (const Telling& telling : event->tellings) {
            if (!seen.emplace(telling.document, telling.modality).second) continue;
            out.push_back(report(telling.document, telling.modality, others(telling.sources, *event)));
        }
    }
    sort_by_day(out);
    return out;
}

std::vector<BriefingReport> Reports::of(const std::vector<const StatementNode*>& statements) const {
    std::vector<BriefingReport> out;
    std::set<DocumentRef> seen;
    for (const StatementNode* statement : statements) {
        if (!seen.insert(statement->document).second) continue;
        std::vector<ActorRef> chain = statement->sources;
        if (statement->speaker) std::erase(chain, *statement->speaker);
        out.push_back(report(statement->document, Modality::asserted, chain));
    }
    sort_by_day(out);
    return out;
}

BriefingReport Reports::report(DocumentRef ref, Modality how, const std::vector<ActorRef>& chain) const {
    const SourceDocument& document = m_view.document(ref);
    BriefingReport out;
    out.document = document.id;
    out.outlet = outlet(ref);
    out.published = document.published.day;
    out.inferred = document.inferred.has_value();
    out.title = document.title;
    out.url = document.url;
    out.how = how;
    out.word_of = chain_words(chain);
    return out;
}

std::string Reports::chain_words(const std::vector<ActorRef>& chain) const {
    std::string out;
    for (const ActorRef source : chain) {
        if (!out.empty()) out += m_phrases.text("source.chain");
        out += name_in(m_view.actor(source), m_tongue);
    }
    return out;
}

std::string Reports::outlet(DocumentRef ref) const {
    const SourceDocument& document = m_view.document(ref);
    if (document.outlet.empty()) {
        return fill(m_phrases.text("source.no_outlet"), [&](std::string_view) { return document.id.text(); });
    }
    return m_tongue == Tongue::en ? latin_body(document.outlet) : document.outlet;
}

std::string Reports::outlets(const std::vector<BriefingReport>& reports) const {
    std::set<std::string> names;
    for (const BriefingReport& report : reports) names.insert(report.outlet);
    return m_phrases.count("outlets", names.size());
}

std::string Reports::word_of(const std::vector<const EventInstance*>& events) const {
    std::set<ActorRef> deepest;
    for (const EventInstance* event : events) {
        for (const Telling& telling : event->tellings) {
            const std::vector<ActorRef> chain = others(telling.sources, *event);
            if (chain.empty()) return {};
            deepest.insert(chain.back());
        }
    }
    if (deepest.size() != 1) return {};
    return spelled_name(m_view.actor(*deepest.begin()), m_tongue);
}

}  // namespace isnad
