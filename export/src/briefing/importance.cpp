#include "importance.hpp"

#include "isnad/core/fold.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace isnad {

namespace {

constexpr std::size_t lead_bytes = 500;   ///< a sentence that begins before is in the first paragraph
constexpr int fresh_days = 3;             ///< after an event, in which reports are news of it
constexpr double recalled = 0.4;          ///< of what is told later than that
constexpr double statement_weight = 0.7;  ///< beside kind_weight
constexpr double open_day = 0.5;          ///< of what has no day of its own
constexpr double least_sureness = 0.3;    ///< of an event without any support

constexpr std::array<std::pair<EventType, double>, 28> weights{{
    {EventType::meeting, 1.0},         {EventType::visit, 0.8},     {EventType::call, 0.7},
    {EventType::talks, 0.9},           {EventType::mediation, 0.6}, {EventType::statement, 0.4},
    {EventType::decline_comment, 0.1}, {EventType::denial, 0.3},    {EventType::promise, 0.4},
    {EventType::proposal, 0.5},        {EventType::demand, 0.4},    {EventType::support, 0.35},
    {EventType::criticism, 0.35},      {EventType::warning, 0.45},  {EventType::rejection, 0.4},
    {EventType::agreement, 0.9},       {EventType::truce, 1.1},     {EventType::truce_violation, 0.7},
    {EventType::cooperation, 0.5},     {EventType::aid, 0.5},       {EventType::vote, 0.7},
    {EventType::attack, 1.0},          {EventType::seizure, 0.9},   {EventType::protest, 0.5},
    {EventType::coercion, 0.5},        {EventType::sanction, 0.8},  {EventType::withdrawal, 0.7},
    {EventType::mobilization, 0.5},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (static_cast<std::size_t>(weights[i].first) != i) return false;
    return true;
}
static_assert(in_order(), "the table stands in the order of the enumeration");

double of_kind(const Actor& actor) {
    const bool known = !actor.wikidata.empty();
    switch (actor.type) {
        case NodeType::country: return 1;
        case NodeType::person: return known ? 1 : actor.key.text().find('~') == std::string::npos ? 0.9 : 0.5;
        case NodeType::organization:
        case NodeType::armed_group: return known ? 0.9 : 0.6;
        default: return 0.3;
    }
}

/// How often each actor takes part, speaks or is a source.
std::vector<std::size_t> times_named(const View& view) {
    std::vector<std::size_t> out(view.actors.size());
    for (const EventInstance& event : view.events) {
        for (const Played& played : event.participants) out[played.actor.value()] += event.tellings.size();
    }
    for (const StatementNode& statement : view.statements) {
        if (statement.speaker) ++out[statement.speaker->value()];
    }
    return out;
}

class Sources {
public:
    explicit Sources(const View& view) : m_view(view) {}

    void add(DocumentRef document, const std::vector<ActorRef>& chain) {
        const SourceDocument& article = m_view.document(document);
        const std::string& outlet = article.outlet.empty() ? article.id.text() : article.outlet;
        m_outlets.insert(outlet);
        m_sources.insert(chain.empty() ? outlet : m_view.actor(chain.back()).key.text());
    }

    [[nodiscard]] Support support() const {
        return {std::max<std::size_t>(1, m_sources.size()), std::max<std::size_t>(1, m_outlets.size())};
    }

private:
    const View& m_view;
    std::set<std::string> m_outlets;
    std::set<std::string> m_sources;
};

}  // namespace

double kind_weight(EventType type) { return weights[static_cast<std::size_t>(type)].second; }

double sureness(const EventInstance& event) { return least_sureness + (1 - least_sureness) * event.support / 100; }

bool too_unsure(const EventInstance& event) {
    constexpr int least = 40;  // percent, as `isnad met` lists meetings (docs/store.md#support)
    return info(event.type).family == "consult" && event.modality == Modality::asserted && event.support < least;
}

double support_weight(const Support& support) {
    return 1 + std::log2(static_cast<double>(support.sources)) + std::log2(static_cast<double>(support.outlets)) / 2;
}

double news_weight(std::optional<double> title_share, bool in_lead) {
    return std::min(1.0, (title_share ? 0.1 + 1.3 * *title_share : 0.35) + (in_lead ? 0.25 : 0));
}

double telling_news(const View& view, const TitleMatch& titles, const EventInstance& event, const Telling& telling) {
    if (telling.modality != event.modality && !event.disputed) return 0;
    const Day published = view.document(telling.document).published.day;
    const bool happened = event.modality == Modality::asserted;
    if (happened && event.when.from && published < *event.when.from) return 0;
    const double news = telling.headline ? 1
                                         : news_weight(titles.share(telling.document, fold(telling.words)),
                                                       telling.sentence.begin < lead_bytes);
    const bool fresh = !happened || !event.when.to || published <= *event.when.to + date::days{fresh_days};
    return fresh ? news : recalled * news;
}

Importance::Importance(const View& view) : m_view(view), m_titles(view) {
    const std::vector<std::size_t> times = times_named(view);
    const std::size_t most = times.empty() ? 0 : *std::max_element(times.begin(), times.end());
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double often =
            std::log2(1.0 + static_cast<double>(times[i])) / std::log2(2.0 + static_cast<double>(most));
        m_ranks.push_back(std::max(0.2, of_kind(view.actors[i]) * (0.4 + 0.6 * often)));
    }
}

double Importance::rank(ActorRef actor) const { return m_ranks[actor.value()]; }

/// The mean of the two most important who take part; one who is missing counts 0.3.
double Importance::who(const EventInstance& event) const {
    std::array<double, 2> best{0.3, 0.3};
    std::set<ActorRef> seen;
    for (const Played& played : event.participants) {
        if (!seen.insert(played.actor).second) continue;
        const double rank_here = rank(played.actor);
        if (rank_here > best[0]) {
            best = {rank_here, best[0]};
        } else if (rank_here > best[1]) {
            best[1] = rank_here;
        }
    }
    return (best[0] + best[1]) / 2;
}

double Importance::news(const EventInstance& event) const {
    double best = 0;
    for (const Telling& telling : event.tellings) best = std::max(best, telling_news(m_view, m_titles, event, telling));
    return best;
}

double Importance::news(const StatementNode& statement) const {
    return news_weight(m_titles.share(statement.document, fold(statement.words)),
                       statement.sentence.begin < lead_bytes);
}

double Importance::of(const std::vector<const EventInstance*>& events) const {
    const EventInstance& first = *events.front();
    double best = 0;
    for (const EventInstance* event : events) best = std::max(best, news(*event));
    const double day = first.when.from && first.when.to ? 1 : open_day;
    return kind_weight(first.type) * support_weight(support_of(m_view, events)) * who(first) * best * day *
           sureness(first);
}

double Importance::of(const std::vector<const StatementNode*>& statements) const {
    const StatementNode& first = *statements.front();
    double best = 0;
    for (const StatementNode* statement : statements) best = std::max(best, news(*statement));
    const double speaker = first.speaker ? rank(*first.speaker) : 0.2;
    return statement_weight * support_weight(support_of(m_view, statements)) * speaker * best;
}

Support support_of(const View& view, const std::vector<const EventInstance*>& events) {
    Sources sources(view);
    for (const EventInstance* event : events) {
        for (const Telling& telling : event->tellings) sources.add(telling.document, telling.sources);
    }
    return sources.support();
}

Support support_of(const View& view, const std::vector<const StatementNode*>& statements) {
    Sources sources(view);
    for (const StatementNode* statement : statements) sources.add(statement->document, {});
    return sources.support();
}

}  // namespace isnad
