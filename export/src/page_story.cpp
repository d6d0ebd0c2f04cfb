#include "page_story.hpp"

#include "layout.hpp"
#include "links.hpp"
#include "phrases.hpp"
#include "sentences.hpp"
#include "utf16_index.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace isnad {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }
Json or_null(const std::optional<ActorRef>& actor) { return actor ? Json(actor->value()) : Json(nullptr); }

Json places(const std::vector<ActorRef>& actors) {
    Json out = Json::array();
    for (const ActorRef actor : actors) out.push_back(actor.value());
    return out;
}

/// As JSON whose strings cannot end the script element nor a line of script.
std::string script_safe(const Json& json) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> escapes{
        {{"<", "\\u003c"}, {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}}};
    std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    for (const auto& [raw, escaped] : escapes) {
        for (std::size_t at = text.find(raw); at != std::string::npos; at = text.find(raw, at + escaped.size())) {
            text.replace(at, raw.size(), escaped);
        }
    }
    return text;
}

/// Names of months, days and types: the page takes them from the program, so that each stands in one place.
Json words(Tongue tongue) {
    const Phrases& phrases = Phrases::of(tongue);
    Json out = Json::object();
    const auto add = [&](const std::string& key) { out[key] = phrases.text(key); };
    for (int month = 1; month <= 12; ++month) add(fmt::format("month.{}", month));
    for (int day = 1; day <= 7; ++day) add(fmt::format("weekday.{}", day));
    for (const EventTypeInfo& type : event_types()) add(fmt::format("type.{}", type.name));
    return out;
}

/// A point for each actor, laid out by who takes part in events together; those who take part with nobody lie in the
/// middle.
std::vector<Point> places_of_actors(const View& view) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const EventInstance& event : view.events) {
        std::set<std::size_t> together;
        for (const Played& played : event.participants) together.insert(played.actor.value());
        for (auto a = together.begin(); a != together.end(); ++a) {
            for (auto b = std::next(a); b != together.end(); ++b) pairs.emplace(*a, *b);
        }
    }
    std::map<std::size_t, std::uint32_t> vertices;
    const auto vertex = [&](std::size_t actor) {
        return vertices.try_emplace(actor, static_cast<std::uint32_t>(vertices.size())).first->second;
    };
    Links links;
    for (const auto& [a, b] : pairs) links.pairs.push_back({vertex(a), vertex(b)});
    links.vertices = vertices.size();
    const std::vector<Point> points = lay_out(links);
    std::vector<Point> out(view.actors.size());
    for (const auto& [actor, number] : vertices) out[actor] = points[number];
    return out;
}

class StoryWriter {
public:
    StoryWriter(const View& view, std::ostream& out) : m_view(view), m_out(out) {
        for (const SourceDocument& document : view.documents) m_units.emplace_back(document.text);
        for (std::size_t i = 0; i < view.events.size(); ++i) m_events.emplace(view.events[i].key.text(), i);
        m_points = places_of_actors(view);
    }

    void run(Tongue tongue) {
        m_out << "{\"tongue\":\"" << (tongue == Tongue::ar ? "ar" : "en") << '"';
        m_out << ",\n\"words\":" << script_safe({{"ar", words(Tongue::ar)}, {"en", words(Tongue::en)}});
        list("actors", m_view.actors, [this](std::size_t i) { return actor(i); });
        list("documents", m_view.documents, [this](std::size_t i) { return document(m_view.documents[i]); });
        list("events", m_view.events, [this](std::size_t i) { return event(m_view.events[i]); });
        list("statements", m_view.statements, [this](std::size_t i) { return statement(m_view.statements[i]); });
        m_out << "}\n";
    }

private:
    template <class Items, class ToJson>
    void list(const char* name, const Items& items, const ToJson& to_json) {
        m_out << ",\n\"" << name << "\":[";
        for (std::size_t i = 0; i < items.size(); ++i) m_out << (i == 0 ? "\n" : ",\n") << script_safe(to_json(i));
        m_out << ']';
    }

    [[nodiscard]] Json actor(std::size_t i) const {
        const Actor& actor = m_view.actors[i];
        return {{"key", actor.key.text()}, {"type", to_string(actor.type)},    {"ar", actor.name_ar},
                {"en", actor.name_en},     {"description", actor.description}, {"x", m_points[i].x},
                {"y", m_points[i].y}};
    }

    static Json document(const SourceDocument& document) {
        return {{"id", document.id.text()},  {"day", to_string(document.published.day)},
                {"outlet", document.outlet}, {"title", document.title},
                {"url", document.url},       {"language", document.language},
                {"text", document.text}};
    }

    [[nodiscard]] Json span(DocumentRef document, Span span) const {
        const Utf16Index& units = m_units[document.value()];
        return {units.at(span.begin), units.at(span.end)};
    }

    [[nodiscard]] Json time(const Telling& telling) const {
        if (!telling.time) return nullptr;
        return {{"at", span(telling.document, telling.time->span)},
                {"value", telling.time->value},
                {"certainty", to_string(telling.time->certainty)},
                {"rule", telling.time->rule},
                {"arithmetic", telling.time->arithmetic}};
    }

    [[nodiscard]] Json telling(const Telling& telling) const {
        return {{"in", telling.document.value()},
                {"at", span(telling.document, telling.sentence)},
                {"trigger", span(telling.document, telling.trigger_span)},
                {"from", or_null(telling.when.from)},
                {"to", or_null(telling.when.to)},
                {"modality", to_string(telling.modality)},
                {"polarity", to_string(telling.polarity)},
                {"headline", telling.headline},
                {"chain", places(telling.sources)},
                {"time", time(telling)}};
    }

    [[nodiscard]] Json event(const EventInstance& event) const {
        Json parties = Json::array();
        for (const Played& played : event.participants) {
            parties.push_back({to_string(played.role), played.actor.value()});
        }
        Json tellings = Json::array();
        for (const Telling& told : event.tellings) tellings.push_back(telling(told));
        return {{"key", event.key.text()},
                {"type", info(event.type).name},
                {"from", or_null(event.when.from)},
                {"to", or_null(event.when.to)},
                {"certainty", to_string(event.certainty)},
                {"modality", to_string(event.modality)},
                {"polarity", to_string(event.polarity)},
                {"disputed", event.disputed},
                {"place", or_null(event.place)},
                {"topic", event.topic},
                {"ar", event_sentence(m_view, event, Tongue::ar).text},
                {"en", event_sentence(m_view, event, Tongue::en).text},
                {"parties", std::move(parties)},
                {"accounts", {event.accounts.assert_it, event.accounts.deny_it, event.accounts.expect_it}},
                {"sources", event.independent_sources},
                {"tellings", std::move(tellings)}};
    }

    [[nodiscard]] Json statement(const StatementNode& statement) const {
        Json about = Json::array();
        for (const AboutInstance& event : statement.about) {
            const auto found = m_events.find(event.event.text());
            if (found != m_events.end()) about.push_back({found->second, to_string(event.stance)});
        }
        return {{"in", statement.document.value()},
                {"at", span(statement.document, statement.sentence)},
                {"content", span(statement.document, statement.content_span)},
                {"speaker", or_null(statement.speaker)},
                {"about", std::move(about)}};
    }

    const View& m_view;
    std::ostream& m_out;
    std::vector<Utf16Index> m_units;  ///< of each document
    std::unordered_map<std::string_view, std::size_t> m_events;
    std::vector<Point> m_points;
};

}  // namespace

void write_page_story(const View& view, std::ostream& out, Tongue tongue) { StoryWriter(view, out).run(tongue); }

}  // namespace isnad
