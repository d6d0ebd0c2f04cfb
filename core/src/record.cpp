#include "isnad/core/record.hpp"

#include "isnad/core/utf8.hpp"

#include <nlohmann/json.hpp>

namespace isnad {

namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(nullptr); }

/// Everything needed to write spans and nodes of one document.
class RecordWriter {
public:
    RecordWriter(const Document& document, const Extraction& extraction)
        : m_document(document), m_extraction(extraction), m_index(document.text) {}

    /// Written item by item: a tree of the whole record takes ten times the room of its text, and where memory ends,
    /// it cannot be taken down again.
    [[nodiscard]] std::string record() const {
        std::string out = "{\"document\":" + dumped(document());
        append(out, "times", m_extraction.times, [&](const TimeExpression& t) { return time(t); });
        append(out, "mentions", m_extraction.mentions, [&](const Mention& m) {
            Json row = span(m.span);
            row["node"] = key(m.node);
            return row;
        });
        append(out, "nodes", m_extraction.nodes, [&](const Node& n) { return node(n); });
        append(out, "events", m_extraction.events, [&](const Event& e) { return event(e); });
        append(out, "statements", m_extraction.statements, [&](const Statement& s) { return statement(s); });
        out += '}';
        return out;
    }

private:
    template <class T, class Write>
    static Json all(const std::vector<T>& items, Write write) {
        Json out = Json::array();
        for (const auto& item : items) out.push_back(write(item));
        return out;
    }

    static std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

    /// One more field of the record, an array.
    template <class T, class Write>
    static void append(std::string& out, const char* name, const std::vector<T>& items, Write write) {
        out.append(",\"").append(name).append("\":[");
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (i > 0) out += ',';
            out += dumped(write(items[i]));
        }
        out += ']';
    }

    [[nodiscard]] Json document() const {
        Json out{{"id", m_document.id},
                 {"published", to_string(m_document.published)},
                 {"source", m_document.source},
                 {"title", m_document.title},
                 {"url", m_document.url}};
        if (!m_document.author.empty()) out["author"] = m_document.author;
        return out;
    }

    [[nodiscard]] Json bounds(Span s) const {
        return {{"begin", m_index.code_point(s.begin)}, {"end", m_index.code_point(s.end)}};
    }

    [[nodiscard]] Json span(Span s) const {
        Json out = bounds(s);
        out["text"] = s.of(m_document.text);
        return out;
    }

    [[nodiscard]] const std::string& key(NodeIndex i) const { return m_extraction.node(i).key; }

    [[nodiscard]] Json keys(const std::vector<NodeIndex>& nodes) const {
        return all(nodes, [&](NodeIndex i) { return Json(key(i)); });
    }

    static void interval(Json& out, const Interval& when) {
        out["from"] = day_or_null(when.from);
        out["to"] = day_or_null(when.to);
    }

    [[nodiscard]] Json time(const TimeExpression& t) const {
        Json out = span(t.span);
        out["type"] = to_string(t.type);
        out["value"] = t.value;
        if (!t.mod.empty()) out["mod"] = t.mod;
        interval(out, t.interval);
        out["certainty"] = to_string(t.certainty);
        out["anchor"] = to_string(t.anchor.kind);
        if (t.anchor.expression) out["anchor_time"] = t.anchor.expression->value();
        out["rule"] = t.rule;
        return out;
    }

    [[nodiscard]] static Json node(const Node& n) {
        Json out{{"id", n.key}, {"type", to_string(n.type)}, {"name_en", n.name_en}, {"name_ar", n.name_ar}};
        if (!n.wikidata.empty()) out["wikidata"] = n.wikidata;
        if (!n.country.empty()) out["country"] = n.country;
        if (!n.description.empty()) out["description"] = n.description;
        return out;
    }

    [[nodiscard]] Json event(const Event& e) const {
        const auto& type = info(e.type);
        Json out{{"id", e.id}, {"type", type.name}, {"plover", type.plover}, {"cameo", type.cameo}};
        out["participants"] = all(e.participants, [&](const Participant& p) {
            Json row{{"role", to_string(p.role)}, {"node", key(p.node)}, {"basis", to_string(p.basis)}};
            if (!p.words.empty()) row.update(bounds(p.words));
            return row;
        });
        interval(out, e.when);
        out["day_basis"] = to_string(e.day_basis);
        out["time"] = e.time ? Json(e.time->value()) : Json(nullptr);
        out["place"] = e.place ? Json(key(*e.place)) : Json(nullptr);
        out["topic"] = e.topic;
        out["modality"] = to_string(e.modality);
        out["polarity"] = to_string(e.polarity);
        out["sources"] = keys(e.sources);
        out.update(span(e.trigger));
        out["rule"] = e.rule;
        if (e.repeats) out["repeats"] = m_extraction.event(*e.repeats).id;
        return out;
    }

    [[nodiscard]] Json statement(const Statement& s) const {
        Json out{{"id", s.id}, {"speaker", s.speaker ? Json(key(*s.speaker)) : Json(nullptr)}};
        if (s.addressee) out["addressee"] = key(*s.addressee);
        out["cue"] = span(s.cue);
        out["content"] = bounds(s.content);
        out["quotes"] = all(s.quotes, [&](const Quote& q) {
            Json row = bounds(q.span);
            row["kind"] = to_string(q.kind);
            return row;
        });
        if (!s.occasion.empty()) out["occasion"] = s.occasion;
        interval(out, s.when);
        out["day_basis"] = to_string(s.day_basis);
        out["time"] = s.time ? Json(s.time->value()) : Json(nullptr);
        out["modality"] = to_string(s.modality);
        out["sources"] = keys(s.sources);
        out["about"] = all(s.about, [&](const AboutEvent& a) {
            return Json{{"event", m_extraction.event(a.event).id}, {"stance", to_string(a.stance)}};
        });
        out["rule"] = s.rule;
        if (s.repeats) out["repeats"] = m_extraction.statements[s.repeats->value()].id;
        return out;
    }

    const Document& m_document;
    const Extraction& m_extraction;
    CodePointIndex m_index;
};

}  // namespace

std::string to_record(const Document& document, const Extraction& extraction) {
    return RecordWriter(document, extraction).record();
}

}  // namespace isnad
