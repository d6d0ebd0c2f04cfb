#include "isnad/export/jsonld.hpp"

#include "html_text.hpp"
#include "sentences.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace isnad {

namespace {

using Json = nlohmann::ordered_json;

/// The terms, in the file itself: reading it asks no server.
constexpr const char* context = R"({
"@vocab": "https://schema.org/",
"oa": "http://www.w3.org/ns/oa#",
"isnad": "urn:isnad:term:",
"xsd": "http://www.w3.org/2001/XMLSchema#",
"name": {"@id": "https://schema.org/name", "@container": "@language"},
"description": {"@id": "https://schema.org/description", "@container": "@language"},
"startDate": {"@id": "https://schema.org/startDate", "@type": "xsd:date"},
"endDate": {"@id": "https://schema.org/endDate", "@type": "xsd:date"},
"sameAs": {"@id": "https://schema.org/sameAs", "@type": "@id"},
"attendee": {"@id": "https://schema.org/attendee", "@type": "@id"},
"location": {"@id": "https://schema.org/location", "@type": "@id"},
"superEvent": {"@id": "https://schema.org/superEvent", "@type": "@id"},
"creator": {"@id": "https://schema.org/creator", "@type": "@id"},
"audience": {"@id": "https://schema.org/audience", "@type": "@id"},
"about": {"@id": "https://schema.org/about", "@type": "@id"},
"isPartOf": {"@id": "https://schema.org/isPartOf", "@type": "@id"},
"isnad:agent": {"@type": "@id"},
"isnad:patient": {"@type": "@id"},
"isnad:host": {"@type": "@id"},
"isnad:addressee": {"@type": "@id"},
"isnad:against": {"@type": "@id"},
"isnad:sources": {"@type": "@id", "@container": "@list"},
"oa:hasBody": {"@type": "@id"},
"oa:hasSource": {"@type": "@id"},
"oa:motivatedBy": {"@type": "@id"}
})";

/// A key as part of a URN: everything but unreserved ASCII is percent-encoded.
std::string urn(std::string_view kind, std::string_view key) {
    std::string out = fmt::format("urn:isnad:{}:", kind);
    for (const char c : key) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                           c == '_' || c == '.' || c == '~';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

const char* class_of(NodeType type) {
    switch (type) {
        case NodeType::person: return "Person";
        case NodeType::country: return "Country";
        case NodeType::place: return "Place";
        case NodeType::media: return "NewsMediaOrganization";
        case NodeType::organization:
        case NodeType::armed_group:
        case NodeType::group: return "Organization";
    }
    return "Thing";
}

Json by_language(const std::string& en, const std::string& ar) {
    Json out = Json::object();
    if (!en.empty()) out["en"] = en;
    if (!ar.empty()) out["ar"] = ar;
    return out;
}

void put(Json& out, const char* name, const std::string& text) {
    if (!text.empty()) out[name] = text;
}

class JsonLdWriter {
public:
    JsonLdWriter(const View& view, std::ostream& out) : m_view(view), m_out(out) {}

    void run() {
        m_out << "{\"@context\": " << context << ",\n\"@graph\": [";
        for (const Actor& actor : m_view.actors) line(node(actor));
        for (const SourceDocument& document : m_view.documents) line(node(document));
        for (const EventInstance& event : m_view.events) {
            line(node(event));
            for (const Telling& telling : event.tellings) line(node(event, telling));
        }
        for (const StatementNode& statement : m_view.statements) {
            line(node(statement));
            line(evidence(statement));
        }
        m_out << "\n]}\n";
    }

private:
    /// One node a line: memory holds one of them.
    void line(const Json& json) {
        m_out << m_separator << json.dump(-1, ' ', false, Json::error_handler_t::replace);
        m_separator = ",\n";
    }

    [[nodiscard]] std::string id(ActorRef actor) const { return urn("actor", m_view.actor(actor).key.text()); }
    [[nodiscard]] std::string id(DocumentRef document) const {
        return urn("document", m_view.document(document).id.text());
    }
    [[nodiscard]] Json ids(const std::vector<ActorRef>& actors) const {
        Json out = Json::array();
        for (const ActorRef actor : actors) out.push_back(id(actor));
        return out;
    }

    static Json node(const Actor& actor) {
        Json out{{"@id", urn("actor", actor.key.text())}, {"@type", class_of(actor.type)}};
        out["isnad:type"] = to_string(actor.type);
        out["name"] = by_language(actor.name_en, actor.name_ar);
        if (!actor.wikidata.empty()) out["sameAs"] = "http://www.wikidata.org/entity/" + urn_tail(actor.wikidata);
        put(out, "isnad:country", actor.country);
        put(out, "disambiguatingDescription", actor.description);
        return out;
    }

    static std::string urn_tail(const std::string& text) {
        return urn("", text).substr(std::string("urn:isnad::").size());
    }

    static Json node(const SourceDocument& document) {
        Json out{{"@id", urn("document", document.id.text())}, {"@type", "NewsArticle"}};
        out["identifier"] = document.id.text();
        out["datePublished"] = to_string(document.published);
        put(out, "headline", document.title);
        put(out, "url", document.url);
        put(out, "inLanguage", document.language);
        if (!document.outlet.empty()) {
            out["publisher"] = {{"@type", "NewsMediaOrganization"}, {"legalName", document.outlet}};
        }
        return out;
    }

    [[nodiscard]] Json node(const EventInstance& event) const {
        Json out{{"@id", urn("event", event.key.text())}, {"@type", "Event"}};
        out["isnad:type"] = info(event.type).name;
        out["name"] =
            by_language(event_sentence(m_view, event, Tongue::en).text, event_sentence(m_view, event, Tongue::ar).text);
        if (event.when.from) out["startDate"] = to_string(*event.when.from);
        if (event.when.to) out["endDate"] = to_string(*event.when.to);
        if (event.modality == Modality::planned) out["eventStatus"] = "https://schema.org/EventScheduled";
        out["isnad:certainty"] = to_string(event.certainty);
        out["isnad:modality"] = to_string(event.modality);
        out["isnad:polarity"] = to_string(event.polarity);
        out["isnad:disputed"] = event.disputed;
        out["isnad:independentSources"] = event.independent_sources;
        put(out, "isnad:topic", event.topic);
        if (event.place) out["location"] = id(*event.place);
        Json attendees = Json::array();
        for (const Played& played : event.participants) {
            out[std::string("isnad:") + to_string(played.role)].push_back(id(played.actor));
            if (played.role != Role::against) attendees.push_back(id(played.actor));
        }
        if (!attendees.empty()) out["attendee"] = std::move(attendees);
        for (const EventKey& whole : event.part_of) out["superEvent"].push_back(urn("event", whole.text()));
        return out;
    }

    /// Where the words stand: quoted, and as bytes of the article's text.
    [[nodiscard]] Json target(DocumentRef document, const std::string& words, const Span& sentence) const {
        return {{"@type", "oa:SpecificResource"},
                {"oa:hasSource", id(document)},
                {"oa:hasSelector",
                 {{{"@type", "oa:TextQuoteSelector"}, {"oa:exact", words}},
                  {{"@type", "oa:DataPositionSelector"}, {"oa:start", sentence.begin}, {"oa:end", sentence.end}}}}};
    }

    [[nodiscard]] Json node(const EventInstance& event, const Telling& telling) const {
        Json out{{"@id", urn("telling", telling.key)}, {"@type", "oa:Annotation"}};
        out["oa:motivatedBy"] = "oa:identifying";
        out["oa:hasBody"] = urn("event", event.key.text());
        out["oa:hasTarget"] = target(telling.document, telling.words, telling.sentence);
        out["isnad:modality"] = to_string(telling.modality);
        out["isnad:rule"] = telling.rule;
        out["isnad:sources"] = ids(telling.sources);
        return out;
    }

    [[nodiscard]] Json node(const StatementNode& statement) const {
        Json out{{"@id", urn("statement", statement.key)}, {"@type", "Quotation"}};
        out["text"] = statement.content;
        if (statement.speaker) out["creator"] = id(*statement.speaker);
        if (statement.addressee) out["audience"] = id(*statement.addressee);
        out["isPartOf"] = id(statement.document);
        if (statement.when.from) out["startDate"] = to_string(*statement.when.from);
        if (statement.when.to) out["endDate"] = to_string(*statement.when.to);
        put(out, "isnad:occasion", statement.occasion);
        for (const AboutInstance& about : statement.about) out["about"].push_back(urn("event", about.event.text()));
        out["isnad:sources"] = ids(statement.sources);
        return out;
    }

    /// The sentence, and every quotation in it.
    [[nodiscard]] Json evidence(const StatementNode& statement) const {
        Json out{{"@id", urn("evidence", statement.key)}, {"@type", "oa:Annotation"}};
        out["oa:motivatedBy"] = "oa:identifying";
        out["oa:hasBody"] = urn("statement", statement.key);
        Json where = target(statement.document, statement.words, statement.sentence);
        for (const QuotedWords& quote : statement.quotes) {
            where["oa:hasSelector"].push_back(
                {{"@type", "oa:TextQuoteSelector"}, {"oa:exact", quote.text}, {"isnad:quote", to_string(quote.kind)}});
        }
        out["oa:hasTarget"] = std::move(where);
        return out;
    }

    const View& m_view;
    std::ostream& m_out;
    const char* m_separator = "\n";
};

}  // namespace

void write_jsonld(const View& view, std::ostream& out, const ExportOptions&) { JsonLdWriter(view, out).run(); }

}  // namespace isnad
