#pragma once
// A part of the store in memory: what exporters, the briefing and the answers to questions are written from.
// Everything is sorted, so that the same store gives the same view.

#include "isnad/core/calendar.hpp"
#include "isnad/core/document.hpp"
#include "isnad/core/event_type.hpp"
#include "isnad/core/extraction.hpp"
#include "isnad/core/strong_index.hpp"
#include "isnad/core/time_expression.hpp"
#include "isnad/graph/keys.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace isnad {

class Store;

using ActorRef = StrongIndex<struct ActorRefTag>;          ///< into View::actors
using DocumentRef = StrongIndex<struct DocumentRefTag>;    ///< into View::documents
using InstanceRef = StrongIndex<struct InstanceRefTag>;    ///< into View::events
using StatementRef = StrongIndex<struct StatementRefTag>;  ///< into View::statements

/// A person, body, country, place: whoever or whatever can take part.
struct Actor {
    ActorKey key;
    NodeType type = NodeType::person;
    std::string name_en;  ///< may be empty
    std::string name_ar;  ///< may be empty, but not both
    std::string wikidata;
    std::string country;
    std::string description;

    /// The English name, or the Arabic one where there is none.
    [[nodiscard]] const std::string& any_name() const { return name_en.empty() ? name_ar : name_en; }
};

struct SourceDocument {
    DocumentKey id;
    PublicationTime published;
    std::string outlet;  ///< may be empty
    std::string title;   ///< may be empty
    std::string url;
    std::string language;
    std::string text;                               ///< as given, when ViewFilter::texts asks for it
    std::optional<InferredPublication> inferred{};  ///< when nobody gave the publication time
};

/// The expression a date came from, for showing how it was worked out.
struct ToldTime {
    std::string text;
    Span span;  ///< bytes in the document's text
    std::string value;
    Interval interval;
    Certainty certainty = Certainty::exact;
    std::string rule;
    std::string arithmetic;
};

struct Played {
    Role role = Role::agent;
    ActorRef actor;
    friend auto operator<=>(const Played&, const Played&) = default;
};

/// One place in one document that tells of an event: its own words, its own date.
struct Telling {
    std::string key;  ///< Event::id
    DocumentRef document;
    EventType type = EventType::meeting;
    Interval when;  ///< as this text has it
    Modality modality = Modality::asserted;
    Polarity polarity = Polarity::positive;
    std::string words;    ///< the sentence
    std::string trigger;  ///< the words that tell of the event
    Span sentence;        ///< bytes in the document's text
    Span trigger_span;
    std::vector<ActorRef> sources;  ///< who says so, outermost first; empty when the outlet itself does
    std::vector<Played> parties;    ///< those who take part as this text has it
    std::string rule;
    bool headline = false;
    std::optional<ToldTime> time;
};

/// How many independent sources take each side; a source quoted by three outlets counts once.
struct Accounts {
    std::size_t assert_it = 0;
    std::size_t deny_it = 0;
    std::size_t expect_it = 0;  ///< planned, possible, conditional
};

/// One real event with all its tellings.
struct EventInstance {
    EventKey key;
    EventType type = EventType::meeting;
    Interval when;                           ///< the best date that the tellings give
    Certainty certainty = Certainty::exact;  ///< of that date
    Modality modality = Modality::asserted;  ///< asserted as soon as a source asserts it
    Polarity polarity = Polarity::positive;
    bool disputed = false;  ///< asserted by some, denied by others
    std::optional<ActorRef> place;
    std::string topic;
    std::vector<Played> participants;  ///< sorted by role, then key
    std::vector<Telling> tellings;     ///< oldest publication first, then by document and place in it
    Accounts accounts;
    std::size_t independent_sources = 0;
    int support = 0;  ///< percent: how sure it is that it was so, and on that day; docs/store.md, "Support"
    std::vector<EventKey> part_of;  ///< the whole this is a part of, whether in the view or not
};

struct AboutInstance {
    EventKey event;
    Stance stance = Stance::asserts;
};

struct QuotedWords {
    std::string text;
    QuoteKind kind = QuoteKind::direct;
};

struct StatementNode {
    std::string key;  ///< Statement::id
    DocumentRef document;
    std::optional<ActorRef> speaker;
    std::optional<ActorRef> addressee;
    std::string cue;      ///< the word of saying
    std::string content;  ///< what is said
    std::string words;    ///< the sentence
    Span sentence;        ///< bytes in the document's text
    Span content_span;
    std::vector<QuotedWords> quotes;
    std::string occasion;
    Interval when;
    Modality modality = Modality::asserted;
    std::vector<ActorRef> sources;  ///< the chain behind it, outermost first, the speaker last
    std::vector<AboutInstance> about;
    std::string rule;
    bool headline = false;
    std::optional<ToldTime> time;
};

struct ViewFilter {
    Interval window{};            ///< events with a day in it; one known by one end only is taken at that end
    std::string about{};          ///< a name: only what this actor takes part in, says or is told of; empty for all
    std::size_t min_sources = 1;  ///< independent sources
    std::optional<Day> as_of{};   ///< only what was published until this day
    bool statements = true;       ///< load statements as well
    bool times = true;            ///< load the expressions that dates came from as well
    bool tellings = true;         ///< load the tellings of events; false for a graph of who takes part in what
    bool texts = false;           ///< load the whole texts of documents as well
};

struct View {
    std::vector<Actor> actors;              ///< sorted by key; just those that the rest refers to
    std::vector<SourceDocument> documents;  ///< sorted by publication, then id
    std::vector<EventInstance> events;      ///< sorted by day, then key; events without any day last
    std::vector<StatementNode> statements;  ///< sorted by publication of the document, then place in it

    [[nodiscard]] const Actor& actor(ActorRef i) const { return actors[i.value()]; }
    [[nodiscard]] const SourceDocument& document(DocumentRef i) const { return documents[i.value()]; }
    [[nodiscard]] const EventInstance& event(InstanceRef i) const { return events[i.value()]; }
    /// Ids of the documents that tell of an event, each once, oldest first.
    [[nodiscard]] std::vector<DocumentKey> documents_of(const EventInstance& event) const;
};

/// Throws StoreError when `about` names nobody known: ask find_actor first for suggestions.
[[nodiscard]] View load_view(const Store& store, const ViewFilter& filter = {});

}  // namespace isnad
