#pragma once
// Fusion: which tellings tell of the same event. A pure function of a set of tellings: the order in which they came
// does not count. docs/store.md says by which rules.

#include "isnad/core/calendar.hpp"
#include "isnad/core/event_type.hpp"
#include "isnad/core/extraction.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::graph {

using ActorRank = std::uint32_t;    ///< into FusionBlock::actors; smaller key, smaller rank
using MentionRank = std::uint32_t;  ///< into FusionBlock::mentions

struct FusionActor {
    std::string key;  ///< after judgements: merged actors are one
    NodeType type = NodeType::person;
    std::string country;
    std::int64_t node = 0;
};

struct Party {
    Role role = Role::agent;
    ActorRank actor = 0;
    friend auto operator<=>(const Party&, const Party&) = default;
};

/// Somebody's stand on what a telling tells, and who it rests on.
struct Stand {
    Stance stance = Stance::asserts;
    std::string origin;  ///< key of the deepest link of the statement's chain
};

/// A telling with what fusion looks at.
struct FusionMention {
    std::int64_t telling = 0;
    std::string document;
    std::string key;  ///< Event::id
    std::string outlet;
    std::string text_digest;  ///< a text that two outlets print is one account
    Day published{};
    EventType type = EventType::meeting;
    std::vector<Party> parties;
    std::vector<ActorRank> sources;  ///< outermost first
    std::optional<ActorRank> place;
    Interval when;
    bool dated = false;  ///< the text gives an expression for it; otherwise the interval only bounds it
    DayBasis basis = DayBasis::none;
    ToldBy told_by = ToldBy::noun;
    std::optional<MentionRank> leans_on;  ///< of a consultation: the mention of its document that it speaks of
    std::optional<Day> day;               ///< of a consultation, as the accounts of its pairs settle it
    int support = 0;                      ///< percent: how far they speak for that day
    bool earlier =
        false;  ///< told as one before another of its document ("less than a month after an earlier meeting")
    std::string topic;
    std::vector<std::uint64_t> topic_words;  ///< of the topic, or of the sentence when no topic was read
    std::vector<std::uint64_t> called;       ///< of a truce: the words it is called by
    std::vector<std::uint64_t> content;      ///< of a proposal without a topic: the words and names behind its trigger
    std::uint64_t wording = 0;               ///< of the sentence and the trigger's place in it; 0 for a short one
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    std::vector<Stand> stands;  ///< of the statements about it
};

/// Tellings that may tell of the same events, and all actors in them. Mentions stand by document, then key.
struct FusionBlock {
    std::vector<FusionActor> actors;
    std::vector<FusionMention> mentions;
};

enum class Precision : std::uint8_t { tight, wide, vague };

/// tight: at most three days; wide: at most 45; vague: longer, or open at an end.
[[nodiscard]] Precision precision(const Interval& when);

/// An event in the making.
struct Draft {
    std::vector<MentionRank> members;  ///< sorted in the end; a telling of several events is in each
    std::vector<ActorRank> core;       ///< who met or travelled; empty for other events
    Interval when;
    std::optional<ActorRank> place;
    std::vector<std::size_t> wholes;  ///< drafts that this one is a part of
    MentionRank seed = 0;
};

/// All events of a block, in an order that depends on nothing but its content.
[[nodiscard]] std::vector<Draft> fuse(const FusionBlock& block);

/// The block of an event other than a consultation.
[[nodiscard]] std::int64_t block_of(const FusionBlock& document, const FusionMention& mention);

/// The block of a consultation: by its kind and day; without a day by its first pair, or its document.
[[nodiscard]] std::int64_t consultation_block(EventType type, std::optional<Day> day, std::int64_t first_pair,
                                              std::string_view document);

/// Hashes of the words of a topic, folded and without clitics, sorted, each once.
[[nodiscard]] std::vector<std::uint64_t> topic_words(std::string_view topic);

/// A name in the sentence of a telling.
struct ToldName {
    Span span;
    std::string key;  ///< of the actor, where it says what is told of; empty for the parties themselves, and countries
};

/// The sentence of a telling, with its trigger and the names in it: bytes of the text that `sentence` begins in.
struct ToldSentence {
    std::string words;
    Span sentence;
    Span trigger;
    std::vector<ToldName> names;
};

/// Notes the wording, and as words of the topic, when none was read, those of the sentence that name nobody; of a
/// proposal its content as well, up to the first comma behind the trigger.
void read_sentence(FusionMention& mention, const ToldSentence& told);

/// For each mention the one that stands for it: a page that prints a sentence twice tells no two events. Of copies the
/// first: those after it are read in a context that is not theirs.
[[nodiscard]] std::vector<MentionRank> originals(const FusionBlock& block);

/// The truce, as a draft, that an agreement made; agreements that made one truce are one.
using TrucesMade = std::map<MentionRank, std::size_t>;

// The parts of fuse, each for some event types.

enum class Kind : std::uint8_t { encounter, call, journey, state, clash, utterance };
[[nodiscard]] Kind kind_of(EventType type);

/// Everything else: told apart by who, when, where and the words of the topic as well.
[[nodiscard]] std::vector<Draft> fuse_by_likeness(const FusionBlock& block, const std::vector<MentionRank>& mentions,
                                                  Kind kind, const TrucesMade& made);

/// Which agreements made a dated truce that their document tells of: those whose topic is called as truces are, where
/// the document tells of one truce only, or of one only by these words.
[[nodiscard]] TrucesMade truces_made(const FusionBlock& block, const std::vector<MentionRank>& agreements,
                                     const std::vector<Draft>& truces);

// Comparisons.

/// Unknown places fit everywhere, a country fits its towns; two towns, or two countries, do not fit.
[[nodiscard]] bool places_fit(const FusionBlock& block, std::optional<ActorRank> a, std::optional<ActorRank> b);

/// True when every actor of `few` is in `many`, or is a country for which one of `many` stands.
[[nodiscard]] bool covers(const FusionBlock& block, const std::vector<ActorRank>& many,
                          const std::vector<ActorRank>& few);

/// Actors in one of the roles, sorted, each once.
[[nodiscard]] std::vector<ActorRank> actors_in(const FusionMention& mention, std::initializer_list<Role> roles);

[[nodiscard]] std::size_t common_words(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

[[nodiscard]] Interval intersection(const Interval& a, const Interval& b);

}  // namespace isnad::graph
