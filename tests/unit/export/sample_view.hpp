#pragma once
// Views made by hand for the tests of exports.

#include "isnad/graph/view.hpp"

#include <string>

namespace isnad::testing {

inline Day day(const char* text) { return *parse_day(text); }

inline Actor actor(const std::string& key, NodeType type, const std::string& en, const std::string& ar = {}) {
    Actor out;
    out.key = ActorKey(key);
    out.type = type;
    out.name_en = en;
    out.name_ar = ar;
    return out;
}

inline SourceDocument document(const std::string& id, const char* published, const std::string& outlet) {
    SourceDocument out;
    out.id = DocumentKey(id);
    out.published = *parse_publication_time(published);
    out.outlet = outlet;
    out.language = "ar";
    return out;
}

inline Telling telling(const std::string& key, std::size_t document, Modality modality, const std::string& words) {
    Telling out;
    out.key = key;
    out.document = DocumentRef(document);
    out.modality = modality;
    out.words = words;
    out.trigger = words;
    return out;
}

/// One meeting of 14 July 2016, planned by one report and told by another; `text` stands wherever texts go.
inline View meeting_view(const std::string& text) {
    View view;
    view.actors = {actor("person/a", NodeType::person, "Ann " + text, text), actor("person/b", NodeType::person, "Bob"),
                   actor("place/p", NodeType::place, "Town")};
    view.actors[0].description = text;
    view.documents = {document("d1", "2016-07-13", text), document("d2", "2016-07-15", "Paper")};
    view.documents[1].url = "https://example.org/INF/?a=1&b=<2>";
    view.documents[1].title = text;
    EventInstance event;
    event.support = 90;
    event.key = EventKey("20160714-meeting-00000001");
    event.when = one_day(day("2016-07-14"));
    event.place = ActorRef(2);
    event.topic = text;
    event.participants = {{Role::agent, ActorRef(0)}, {Role::host, ActorRef(1)}};
    event.tellings = {telling("d1-e1", 0, Modality::planned, text), telling("d2-e1", 1, Modality::asserted, text)};
    event.accounts = {1, 0, 1};
    event.independent_sources = 2;
    view.events = {event};
    StatementNode statement;
    statement.key = "d2-s1";
    statement.document = DocumentRef(1);
    statement.speaker = ActorRef(0);
    statement.content = text + " and a good deal more than that";
    statement.words = statement.content;
    view.statements = {statement};
    return view;
}

/// Markup, an entity, quotes, the end of CDATA, control characters, a bidi override, U+2028, a formula, a line break.
inline const std::string hostile =
    "=1+1 <b a=\"1\">&amp; </script> ]]> 'q' \x01\x1B[31m \u202Eabc\u202C \u2028 | * _x_ [l](u) `c`\r\nend";

}  // namespace isnad::testing
