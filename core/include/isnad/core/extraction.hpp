#pragma once
// What was read from one document: times, actors, events and statements, each with its place in the text.
// An Extraction depends on nothing but its document, the lexicon and the options.

#include "isnad/core/calendar.hpp"
#include "isnad/core/document.hpp"
#include "isnad/core/event_type.hpp"
#include "isnad/core/span.hpp"
#include "isnad/core/strong_index.hpp"
#include "isnad/core/time_expression.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isnad {

enum class NodeType : std::uint8_t { person, organization, armed_group, media, country, place, group };
enum class Role : std::uint8_t { agent, patient, host, addressee, against };
enum class Modality : std::uint8_t { asserted, planned, possible, conditional, denied };
enum class Polarity : std::uint8_t { positive, negative };
enum class Stance : std::uint8_t { asserts, denies, expects, demands, doubts };
enum class QuoteKind : std::uint8_t { direct, indirect };

/// An actor or a place. `key` is stable across documents: from the story pack ("person/john_kerry"), or derived
/// from type and folded name for those that no list holds ("person/~" + name).
struct Node {
    std::string key;
    NodeType type = NodeType::person;
    std::string name_en;  ///< empty when no list gives it
    std::string name_ar;
    std::string wikidata;     ///< "Q22316"; empty when not certain
    std::string country;      ///< ISO 3166-1 alpha-3, or "UNO", "IGO"; empty when not known
    std::string description;  ///< the office or apposition the text gave; often empty
};

/// One place in the text that names a node.
struct Mention {
    Span span;
    NodeIndex node;
};

/// By which words a participant is known to take part.
enum class Basis : std::uint8_t {
    named,       ///< a name or title that stands with the event's own words
    pronoun,     ///< a pronoun on the event's words; the name stands elsewhere
    understood,  ///< who acts in the clause above or before, or was told of just before
    carried,     ///< known from an earlier mention of the text
};

/// Where an event's day comes from.
enum class DayBasis : std::uint8_t {
    none,        ///< only bounded by the day of publication
    stated,      ///< an expression of its own sentence
    carried,     ///< the expression that dates another mention of the text
    news,        ///< a word of saying or fresh news without a day: the day of publication or the day before
    background,  ///< told as past history: open start; nothing sets it yet
};

/// What the grammar of a sentence makes of an event: how far it says that the event took place.
enum class ToldBy : std::uint8_t {
    noun,        ///< spoken of by its name
    verb,        ///< a verb of its own: "they met"
    light_verb,  ///< a noun under a verb that only says that it took place: "held a meeting"
    occasion,    ///< what else was said or done then or afterwards: "after his meeting with", "during the call"
};

struct Participant {
    Role role = Role::agent;
    NodeIndex node;
    Basis basis = Basis::named;
    Span words = {};  ///< of the mention that names the participant

    /// Whether the same one takes the same part, whatever the words.
    friend bool operator==(const Participant& a, const Participant& b) { return a.role == b.role && a.node == b.node; }
};

/// One place in the text that tells of an event.
struct Event {
    std::string id;  ///< unique within the document: document id + "-e" + number
    EventType type = EventType::meeting;
    std::vector<Participant> participants;
    Interval when;
    std::optional<TimeIndex> time;  ///< the expression the interval came from; empty when it is only bounded
    DayBasis day_basis = DayBasis::none;
    ToldBy told_by = ToldBy::noun;
    std::optional<NodeIndex> place;
    std::string topic;  ///< words of the text; may be empty
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    std::vector<NodeIndex> sources;  ///< who says so, outermost first; empty when the outlet itself does
    Span trigger;
    Span sentence;
    std::string rule;  ///< id of the lexicon line that fired
    bool headline = false;
    std::optional<EventIndex>
        repeats;  ///< the telling that this one only says again: a paragraph printed twice, a headline
};

struct Quote {
    Span span;
    QuoteKind kind = QuoteKind::direct;
};

struct AboutEvent {
    EventIndex event;
    Stance stance = Stance::asserts;
};

/// Somebody saying something.
struct Statement {
    std::string id;  ///< document id + "-s" + number
    std::optional<NodeIndex> speaker;
    std::optional<NodeIndex> addressee;
    Span cue;
    Span content;
    Span sentence;
    std::vector<Quote> quotes;
    std::string occasion;  ///< "interview", "press_conference", "call", "telegram", ...; often empty
    Interval when;
    std::optional<TimeIndex> time;
    DayBasis day_basis = DayBasis::none;
    Modality modality = Modality::asserted;
    std::vector<NodeIndex> sources;  ///< the chain behind it, outermost first, the speaker last
    std::vector<AboutEvent> about;
    std::string rule;
    bool headline = false;
    std::optional<StatementIndex> repeats;  ///< as of an event
};

struct Extraction {
    std::vector<TimeExpression> times;  ///< in order of begin
    std::vector<Mention> mentions;      ///< in order of begin
    std::vector<Node> nodes;            ///< each key once
    std::vector<Event> events;          ///< in order of trigger
    std::vector<Statement> statements;  ///< in order of cue

    [[nodiscard]] const Node& node(NodeIndex i) const { return nodes[i.value()]; }
    [[nodiscard]] const TimeExpression& time(TimeIndex i) const { return times[i.value()]; }
    [[nodiscard]] const Event& event(EventIndex i) const { return events[i.value()]; }
};

/// Takes out the events and statements that only repeat others; what was said about one is then about the telling it
/// repeats.
void drop_repeats(Extraction& extraction);

[[nodiscard]] const char* to_string(NodeType type);
[[nodiscard]] const char* to_string(Role role);
[[nodiscard]] const char* to_string(Modality modality);
[[nodiscard]] const char* to_string(Polarity polarity);
[[nodiscard]] const char* to_string(Stance stance);
[[nodiscard]] const char* to_string(QuoteKind kind);
[[nodiscard]] const char* to_string(Basis basis);
[[nodiscard]] const char* to_string(DayBasis basis);
[[nodiscard]] const char* to_string(ToldBy told_by);

[[nodiscard]] std::optional<NodeType> parse_node_type(std::string_view name);
[[nodiscard]] std::optional<Role> parse_role(std::string_view name);
[[nodiscard]] std::optional<Modality> parse_modality(std::string_view name);
[[nodiscard]] std::optional<DayBasis> parse_day_basis(std::string_view name);
[[nodiscard]] std::optional<ToldBy> parse_told_by(std::string_view name);

}  // namespace isnad
