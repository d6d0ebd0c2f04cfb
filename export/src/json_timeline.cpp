#include "isnad/export/json_timeline.hpp"

#include "sentences.hpp"

#include <nlohmann/json.hpp>

namespace isnad {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

class TimelineWriter {
public:
    TimelineWriter(const View& view, std::ostream& out) : m_view(view), m_out(out) {}

    void run() {
        m_out << "{\n\"format\": \"isnad-timeline\",\n\"version\": 1";
        list("actors", m_view.actors, [](const Actor& actor) { return json(actor); });
        list("documents", m_view.documents, [](const SourceDocument& document) { return json(document); });
        list("events", m_view.events, [this](const EventInstance& event) { return json(event); });
        list("statements", m_view.statements, [this](const StatementNode& statement) { return json(statement); });
        m_out << "\n}\n";
    }

private:
    /// One member a line: memory holds one of them, and two timelines can be compared by line.
    template <class Items, class ToJson>
    void list(const char* name, const Items& items, const ToJson& to_json) {
        m_out << ",\n\"" << name << "\": [";
        const char* separator = "\n";
        for (const auto& item : items) {
            m_out << separator << to_json(item).dump(-1, ' ', false, Json::error_handler_t::replace);
            separator = ",\n";
        }
        m_out << (items.empty() ? "]" : "\n]");
    }

    static Json json(const Actor& actor) {
        return {{"id", actor.key.text()},
                {"type", to_string(actor.type)},
                {"name_en", or_null(actor.name_en)},
                {"name_ar", or_null(actor.name_ar)},
                {"wikidata", or_null(actor.wikidata)},
                {"country", or_null(actor.country)},
                {"description", or_null(actor.description)}};
    }

    static Json json(const SourceDocument& document) {
        return {{"id", document.id.text()},           {"published", to_string(document.published)},
                {"outlet", or_null(document.outlet)}, {"title", or_null(document.title)},
                {"url", or_null(document.url)},       {"language", document.language}};
    }

    [[nodiscard]] Json key(ActorRef actor) const { return m_view.actor(actor).key.text(); }
    [[nodiscard]] Json key(const std::optional<ActorRef>& actor) const { return actor ? key(*actor) : Json(nullptr); }
    [[nodiscard]] Json keys(const std::vector<ActorRef>& actors) const {
        Json out = Json::array();
        for (const ActorRef actor : actors) out.push_back(key(actor));
        return out;
    }

    static Json json(const std::optional<ToldTime>& time) {
        if (!time) return nullptr;
        return {{"text", time->text},
                {"value", time->value},
                {"from", or_null(time->interval.from)},
                {"to", or_null(time->interval.to)},
                {"certainty", to_string(time->certainty)},
                {"rule", time->rule},
                {"arithmetic", time->arithmetic}};
    }

    [[nodiscard]] Json json(const Telling& telling) const {
        return {{"id", telling.key},
                {"document", m_view.document(telling.document).id.text()},
                {"type", info(telling.type).name},
                {"from", or_null(telling.when.from)},
                {"to", or_null(telling.when.to)},
                {"modality", to_string(telling.modality)},
                {"polarity", to_string(telling.polarity)},
                {"sources", keys(telling.sources)},
                {"headline", telling.headline},
                {"text", telling.words},
                {"trigger", telling.trigger},
                {"rule", telling.rule},
                {"time", json(telling.time)}};
    }

    [[nodiscard]] Json json(const EventInstance& event) const {
        Json participants = Json::array();
        for (const Played& played : event.participants) {
            participants.push_back({{"role", to_string(played.role)}, {"actor", key(played.actor)}});
        }
        Json tellings = Json::array();
        for (const Telling& telling : event.tellings) tellings.push_back(json(telling));
        Json part_of = Json::array();
        for (const EventKey& whole : event.part_of) part_of.push_back(whole.text());
        const EventTypeInfo& type = info(event.type);
        return {{"id", event.key.text()},
                {"type", type.name},
                {"plover", or_null(std::string(type.plover))},
                {"cameo", type.cameo},
                {"from", or_null(event.when.from)},
                {"to", or_null(event.when.to)},
                {"certainty", to_string(event.certainty)},
                {"modality", to_string(event.modality)},
                {"polarity", to_string(event.polarity)},
                {"disputed", event.disputed},
                {"summary_en", event_sentence(m_view, event, Tongue::en).text},
                {"summary_ar", event_sentence(m_view, event, Tongue::ar).text},
                {"place", key(event.place)},
                {"topic", or_null(event.topic)},
                {"participants", std::move(participants)},
                {"accounts",
                 {{"assert", event.accounts.assert_it},
                  {"deny", event.accounts.deny_it},
                  {"expect", event.accounts.expect_it}}},
                {"independent_sources", event.independent_sources},
                {"part_of", std::move(part_of)},
                {"tellings", std::move(tellings)}};
    }

    [[nodiscard]] Json json(const StatementNode& statement) const {
        Json quotes = Json::array();
        for (const QuotedWords& quote : statement.quotes) {
            quotes.push_back({{"kind", to_string(quote.kind)}, {"text", quote.text}});
        }
        Json about = Json::array();
        for (const AboutInstance& event : statement.about) {
            about.push_back({{"event", event.event.text()}, {"stance", to_string(event.stance)}});
        }
        return {{"id", statement.key},
                {"document", m_view.document(statement.document).id.text()},
                {"speaker", key(statement.speaker)},
                {"addressee", key(statement.addressee)},
                {"from", or_null(statement.when.from)},
                {"to", or_null(statement.when.to)},
                {"modality", to_string(statement.modality)},
                {"occasion", or_null(statement.occasion)},
                {"cue", statement.cue},
                {"content", statement.content},
                {"quotes", std::move(quotes)},
                {"sources", keys(statement.sources)},
                {"about", std::move(about)},
                {"headline", statement.headline},
                {"text", statement.words},
                {"rule", statement.rule},
                {"time", json(statement.time)}};
    }

    const View& m_view;
    std::ostream& m_out;
};

}  // namespace

void write_json_timeline(const View& view, std::ostream& out, const ExportOptions&) { TimelineWriter(view, out).run(); }

}  // namespace isnad
