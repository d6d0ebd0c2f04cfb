#include "happenings.hpp"

#include "../latin_names.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace isnad {

namespace {

constexpr int longest_stay = 7;     ///< days of an interval that still says when something was
constexpr double fresh_news = 0.6;  ///< news of an event without a day, to be told under its report's day
constexpr int open_days = 7;        ///< before its report, in which an event without a day may have been
constexpr int plan_apart = 2;       ///< days between a plan and what came of it

bool is_ahead(const EventInstance& event) {
    return !event.disputed && event.modality != Modality::asserted && event.modality != Modality::denied;
}

bool is_consultation(EventType type) {
    return type == EventType::meeting || type == EventType::talks || type == EventType::call ||
           type == EventType::visit || type == EventType::mediation;
}

/// Types that may be words for one thing.
EventType sort_of(EventType type) {
    switch (type) {
        case EventType::talks: return EventType::meeting;
        case EventType::truce: return EventType::agreement;
        case EventType::truce_violation: return EventType::attack;
        default: return type;
    }
}

/// No group that only Arabic can name.
bool can_be_named(const Actor& actor) {
    return actor.type != NodeType::group || !actor.name_en.empty() || translates(actor.name_ar);
}

bool meet(const Interval& a, const Interval& b, int apart) {
    const auto first = [](const Interval& when) { return when.from ? *when.from : *when.to - date::days{open_days}; };
    const auto last = [](const Interval& when) { return when.to ? *when.to : *when.from; };
    if ((!a.from && !a.to) || (!b.from && !b.to)) return false;
    return first(a) <= last(b) + date::days{apart} && first(b) <= last(a) + date::days{apart};
}

bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& key) { return b.contains(key); });
}

bool fit(const std::set<std::string>& a, const std::set<std::string>& b) {
    return a.empty() || b.empty() || share(a, b);
}

bool within(const std::vector<ActorRef>& small, const std::vector<ActorRef>& large) {
    return !small.empty() && std::all_of(small.begin(), small.end(), [&](ActorRef actor) {
        return std::find(large.begin(), large.end(), actor) != large.end();
    });
}

bool places_fit(const View& view, const EventInstance& a, const EventInstance& b) {
    if (!a.place || !b.place || a.place == b.place) return true;
    const Actor& x = view.actor(*a.place);
    const Actor& y = view.actor(*b.place);
    const bool whole = x.type == NodeType::country || y.type == NodeType::country;
    return whole && !x.country.empty() && x.country == y.country;
}

/// With a second party or an object: whom it was done to, where, or about what.
bool has_object(const View& view, const EventInstance& event) {
    const std::size_t parties = parties_of(view, event).size();
    return parties >= 2 || (parties == 1 && (event.place || !event.topic.empty())) ||
           (event.place && (event.type == EventType::attack || event.type == EventType::truce));
}

/// Somebody acts, or the type needs nobody who does: "Visit: A and B" tells nothing.
bool has_actor(const EventInstance& event) {
    const bool acts = std::any_of(event.participants.begin(), event.participants.end(), [](const Played& played) {
        return played.role == Role::agent || played.role == Role::host;
    });
    const EventType sort = sort_of(event.type);
    return acts || sort == EventType::meeting || sort == EventType::call || sort == EventType::agreement ||
           sort == EventType::attack;
}

}  // namespace

bool is_told(const View& view, const EventInstance& event, bool all) {
    if (info(event.type).family == "statement") return false;
    const std::size_t parties = parties_of(view, event).size();
    if (event.type == EventType::visit && parties == 1 && event.place) {
        const std::string& home = view.actor(parties_of(view, event).front()).country;
        if (!home.empty() && home == view.actor(*event.place).country) return false;
    }
    if (all) return parties > 0 || event.place || (event.when.from && event.when.to);
    if (!has_actor(event)) return false;
    if (is_consultation(event.type) && parties < 2 && event.type != EventType::visit) return false;
    if (has_object(view, event)) return true;
    return parties > 0 && support_of(view, {&event}).outlets > 1;
}

namespace {

class Placer {
public:
    Placer(const Interval& period, double news, bool all) : m_period(period), m_news(all ? 1 : news), m_all(all) {}

    /// Where an event stands and under which day.
    void place(Happening& out) const {
        const EventInstance& event = out.first();
        if (is_ahead(event) || was_called_off(event)) return place_plan(out);
        out.standing = Standing::annex;
        out.day = event.when;
        if (!event.when.from || !event.when.to) {
            if (!event.when.to || !in_period(one_day(*event.when.to)) || m_news < fresh_news) return;
            out.day = one_day(*event.when.to);
        } else if (!in_period(event.when) || *event.when.to - *event.when.from > date::days{longest_stay} ||
                   event.certainty == Certainty::vague) {
            return;
        } else if (*event.when.to - *event.when.from == date::days{1} && event.certainty != Certainty::exact) {
            out.day = one_day(*event.when.to);  // news of "these days" stands on the later one
        }
        out.standing = event.disputed || event.modality == Modality::denied ? Standing::disputed : Standing::happened;
    }

private:
    [[nodiscard]] bool in_period(const Interval& when) const {
        return (!m_period.from || *when.to >= *m_period.from) && (!m_period.to || *when.from <= *m_period.to);
    }

    /// A plan whose day is over when the period ends, and that nobody reported as done, is history.
    void place_plan(Happening& out) const {
        const EventInstance& event = out.first();
        out.day = event.when.to ? event.when : Interval{};
        const bool over = event.when.to && m_period.to && *event.when.to <= *m_period.to;
        const bool hangs = is_ahead(event) && event.modality != Modality::planned;
        out.standing = over || (hangs && !m_all) ? Standing::annex : Standing::ahead;
    }

    const Interval& m_period;
    double m_news;
    bool m_all;
};

/// Leaders so far by sort and day, so that each newcomer meets only its neighbours.
class Gatherer {
public:
    explicit Gatherer(const View& view) : m_view(view) {}

    /// True when the happening joined one that is there.
    bool join(Happening& fresh, std::vector<Happening>& leaders) {
        for (const std::size_t at : near(fresh)) {
            Happening& leader = leaders[at];
            const bool came_about = fresh.standing == Standing::ahead && leader.standing != Standing::ahead;
            if (leader.standing != fresh.standing && !came_about && fresh.standing != Standing::annex) continue;
            const int apart = came_about || is_ahead(fresh.first()) ? plan_apart : loose(leader, fresh) ? 1 : 0;
            if (!tells_the_same(m_view, leader.first(), fresh.first(), apart)) continue;
            leader.events.insert(leader.events.end(), fresh.events.begin(), fresh.events.end());
            return true;
        }
        return false;
    }

    void add(const Happening& leader, std::size_t at) {
        const auto sort = sort_of(leader.first().type);
        for (const int day : days(leader)) m_places[{sort, day}].push_back(at);
    }

private:
    static bool loose(const Happening& a, const Happening& b) {
        return a.first().certainty != Certainty::exact || b.first().certainty != Certainty::exact;
    }

    /// Days since 1970, three at most, that stand for its days.
    static std::set<int> days(const Happening& of) {
        std::set<int> out;
        if (of.day.from) out.insert(static_cast<int>(of.day.from->time_since_epoch().count()));
        if (of.day.to) out.insert(static_cast<int>(of.day.to->time_since_epoch().count()));
        return out;
    }

    [[nodiscard]] std::set<std::size_t> near(const Happening& of) const {
        std::set<std::size_t> out;
        const auto sort = sort_of(of.first().type);
        const int before = of.first().when.from ? plan_apart : open_days;
        for (const int day : days(of)) {
            for (int other = day - before; other <= day + plan_apart; ++other) {
                const auto found = m_places.find({sort, other});
                if (found != m_places.end()) out.insert(found->second.begin(), found->second.end());
            }
        }
        return out;
    }

    const View& m_view;
    std::map<std::pair<EventType, int>, std::vector<std::size_t>> m_places;
};

/// What happened before what is ahead, so that a plan finds what came of it; then the important first.
bool comes_first(const Happening& a, const Happening& b) {
    const auto rank = [](const Happening& h) {
        return std::tuple(static_cast<int>(h.standing == Standing::annex),
                          static_cast<int>(h.standing == Standing::ahead), -h.importance);
    };
    return rank(a) < rank(b);
}

}  // namespace

bool was_called_off(const EventInstance& event) {
    return event.modality == Modality::denied && event.accounts.assert_it == 0 && event.accounts.expect_it > 0;
}

std::vector<ActorRef> parties_of(const View& view, const EventInstance& event) {
    std::vector<ActorRef> out;
    for (const Played& played : event.participants) {
        const Actor& actor = view.actor(played.actor);
        const auto stands_for = [&](const Played& other) {
            const Actor& person = view.actor(other.actor);
            const bool closer = person.type == NodeType::person ||
                                (person.type != NodeType::country && actor.type == NodeType::country);
            return closer && !person.country.empty() && person.country == actor.country;
        };
        const bool body = actor.type == NodeType::country || actor.type == NodeType::organization;
        const bool covered = body && std::any_of(event.participants.begin(), event.participants.end(), stands_for);
        if (covered || !can_be_named(actor)) continue;
        if (std::find(out.begin(), out.end(), played.actor) == out.end()) out.push_back(played.actor);
    }
    return out;
}

std::set<std::string> sides_of(const View& view, const EventInstance& event, bool acting) {
    std::set<std::string> out;
    for (const Played& played : event.participants) {
        const Actor& actor = view.actor(played.actor);
        if ((played.role == Role::agent) != acting) continue;
        out.insert(actor.country.empty() ? actor.key.text() : actor.country);
    }
    return out;
}

bool tells_the_same(const View& view, const EventInstance& a, const EventInstance& b, int apart) {
    if (sort_of(a.type) != sort_of(b.type) || !meet(a.when, b.when, apart) || !places_fit(view, a, b)) return false;
    if (is_consultation(a.type) || info(a.type).family == "agree") {
        const auto x = parties_of(view, a);
        const auto y = parties_of(view, b);
        return within(x, y) || within(y, x);
    }
    auto done_to_a = sides_of(view, a, false);
    auto done_to_b = sides_of(view, b, false);
    for (const auto& [event, sides] : {std::pair{&a, &done_to_a}, std::pair{&b, &done_to_b}}) {
        if (sides->empty() && event->place) sides->insert(view.actor(*event->place).country);
        sides->erase(std::string());
    }
    const auto acts_a = sides_of(view, a, true);
    const auto acts_b = sides_of(view, b, true);
    if (!fit(acts_a, acts_b) || !fit(done_to_a, done_to_b)) return false;
    return share(acts_a, acts_b) || share(done_to_a, done_to_b);
}

std::vector<Happening> happenings_of(const View& view, const Importance& importance, const Interval& period,
                                     const Wanted& wanted) {
    std::vector<Happening> found;
    for (const EventInstance& event : view.events) {
        Happening out;
        out.events = {&event};
        out.news = importance.news(event);
        Placer(period, out.news, wanted.all).place(out);
        const bool annexed = out.standing == Standing::annex;
        if (out.news <= 0 || (annexed && !wanted.annex)) continue;
        if (!annexed && !wanted.all && (out.news < passing || too_unsure(event))) continue;
        out.importance = importance.of(out.events);
        found.push_back(std::move(out));
    }
    std::stable_sort(found.begin(), found.end(), comes_first);
    std::vector<Happening> leaders;
    Gatherer gatherer(view);
    for (Happening& fresh : found) {
        if (gatherer.join(fresh, leaders)) continue;
        leaders.push_back(fresh);
        gatherer.add(fresh, leaders.size() - 1);
    }
    for (Happening& leader : leaders) leader.importance = importance.of(leader.events);
    std::stable_sort(leaders.begin(), leaders.end(),
                     [](const Happening& a, const Happening& b) { return a.importance > b.importance; });
    return leaders;
}

}  // namespace isnad
