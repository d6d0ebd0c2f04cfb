#pragma once
// How important an event or a statement is: a product, so that each part can be read and changed alone
// (docs/briefing.md#importance).

#include "title_match.hpp"

#include "isnad/graph/view.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace isnad {

/// What an event of a type weighs against a meeting, which weighs 1.
[[nodiscard]] double kind_weight(EventType type);

/// Who tells: independent sources (an agency that three outlets quote is one) and outlets.
struct Support {
    std::size_t sources = 1;
    std::size_t outlets = 1;
};

/// 0.3 to 1 by how far all accounts speak for an event.
[[nodiscard]] double sureness(const EventInstance& event);

/// A meeting, visit or call for which its accounts speak too weakly to be told unless everything is asked for.
[[nodiscard]] bool too_unsure(const EventInstance& event);

/// 1 for one source; every doubling of sources adds 1, of outlets a half.
[[nodiscard]] double support_weight(const Support& support);

/// Whether something is the news of its article, 0 to 1: the part of the title's words that its sentence has, and
/// whether it stands in the first paragraph. A passing mention has 0.1; where there is no title it cannot be told,
/// 0.35.
[[nodiscard]] double news_weight(std::optional<double> title_share, bool in_lead);

/// What is less is a passing mention, and not told unless everything is asked for.
inline constexpr double passing = 0.3;

/// The news of one telling in its article; nothing when it tells of the event otherwise than the event stands, or
/// before it can have happened; two fifths of it when it recalls what was more than three days ago.
[[nodiscard]] double telling_news(const View& view, const TitleMatch& titles, const EventInstance& event,
                                  const Telling& telling);

class Importance {
public:
    explicit Importance(const View& view);

    /// Of events that are told as one: the first one's kind and parties, everybody's sources, the best news.
    [[nodiscard]] double of(const std::vector<const EventInstance*>& events) const;
    /// Of statements that say the same.
    [[nodiscard]] double of(const std::vector<const StatementNode*>& statements) const;

    [[nodiscard]] double news(const EventInstance& event) const;
    [[nodiscard]] double news(const StatementNode& statement) const;

    /// 0.2 to 1: who is known and how often the articles name him.
    [[nodiscard]] double rank(ActorRef actor) const;

    [[nodiscard]] const TitleMatch& titles() const { return m_titles; }

private:
    [[nodiscard]] double who(const EventInstance& event) const;

    const View& m_view;
    TitleMatch m_titles;
    std::vector<double> m_ranks;  ///< by actor
};

/// Support of events by their tellings, each outlet and each deepest link of a chain once.
[[nodiscard]] Support support_of(const View& view, const std::vector<const EventInstance*>& events);
[[nodiscard]] Support support_of(const View& view, const std::vector<const StatementNode*>& statements);

}  // namespace isnad
