#pragma once
// The questions people ask of a store. Answers are views: one shape for everything that renders them.

#include "isnad/graph/store.hpp"
#include "isnad/graph/view.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

enum class NameMatch : std::uint8_t {
    none,   ///< nobody: see suggestions
    exact,  ///< a key or a full name, Arabic or Latin, after folding
    alias,  ///< words that a document used for the actor
    words   ///< some of the words of a full name
};

/// What a name that a user typed stands for.
struct NameLookup {
    std::string asked;
    NameMatch how = NameMatch::none;
    std::optional<Actor> actor;            ///< the one most often named, when several bear the name
    std::vector<Actor> others;             ///< further actors that it fits as well
    std::vector<std::string> suggestions;  ///< near names, nearest first, when nothing fits: "did you mean"
};

/// Whether actors that a judgement made one count as one: told asks for the actor as the documents have it.
enum class Identity : std::uint8_t { judged, told };

[[nodiscard]] NameLookup find_actor(const Store& store, std::string_view name, Identity identity = Identity::judged);

struct MetQuery {
    std::string name{};
    std::string with{};  ///< empty for anybody
    Interval window{};
    std::optional<Day> as_of{};  ///< as one could have known on the evening of this day
    bool possible = false;       ///< those as well that are only said to be possible, or hang on a condition
    int min_support = 40;        ///< percent: reports with less are left out; docs/store.md, "Support"
};

/// Meetings, talks, calls, and visits of one named person to another; a country stands for its officials as well.
struct MetAnswer {
    NameLookup name;
    std::optional<NameLookup> with;
    View view;                 ///< its events are the answer, oldest first; empty when a name is not known
    std::size_t possible = 0;  ///< merely possible ones that were left out
    std::size_t weak = 0;      ///< reported ones that were left out for their support
    std::size_t undated = 0;   ///< mentions without a day of people whose dated meetings are in the answer; left out
};

[[nodiscard]] MetAnswer met(const Store& store, const MetQuery& query);

/// Words by which the documents call or describe an actor.
struct Naming {
    std::string text;
    std::size_t times = 0;
};

/// Two people and how often they met.
struct MetPair {
    Actor first;  ///< of the smaller key
    Actor second;
    std::size_t meetings = 0;  ///< reported, with a day, and supported well enough
    std::size_t calls = 0;
    Day last{};  ///< first day of the latest of both
};

/// Pairs of persons, those who met most often first; of a query its window and support count.
[[nodiscard]] std::vector<MetPair> met_pairs(const Store& store, const MetQuery& query, std::size_t limit = 20);

struct WhoAnswer {
    NameLookup name;
    std::vector<Naming> namings;       ///< most frequent first
    std::vector<Naming> descriptions;  ///< offices and appositions that the texts gave
    View view;                         ///< what the actor did and said
};

[[nodiscard]] WhoAnswer who(const Store& store, std::string_view name, std::optional<Day> as_of = std::nullopt);

/// Two actors that may be one: names alike, never told as two in one sentence's event.
struct DoubtfulPair {
    Actor first;
    Actor second;
    std::string reason;
};

[[nodiscard]] std::vector<DoubtfulPair> doubtful_pairs(const Store& store, std::size_t limit = 100);

struct FoundPassage {
    SourceDocument document;
    std::string passage;  ///< words around the first hit, as given
    Span hit;             ///< bytes of the hit in the passage
    double rank = 0;      ///< lower is better
};

struct FindQuery {
    std::string words{};  ///< all must occur; "..." asks for a phrase
    Interval published{};
    std::size_t limit = 20;
};

[[nodiscard]] std::vector<FoundPassage> find(const Store& store, const FindQuery& query);

/// What was inferred of the publication of a stored document with this id and text; empty when there is no such one.
[[nodiscard]] std::optional<InferredPublication> inferred_publication(const Store& store, const DocumentKey& document,
                                                                      std::string_view text);

/// Keys of the events with a day in a window, by day; one known by one end only is taken at that end.
[[nodiscard]] std::vector<EventKey> events_between(const Store& store, const Interval& window);

/// One event with its tellings, and how each date was worked out. The key of an instance, a unique beginning of one, or
/// the id of a telling. Empty when there is none.
[[nodiscard]] std::optional<View> explain(const Store& store, std::string_view event);

}  // namespace isnad
