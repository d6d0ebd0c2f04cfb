#include "isnad/core/record.hpp"

#include "isnad/core/utf8.hpp"
#include "json_writer.hpp"

namespace isnad {

namespace {

/// Writes the record of one document field by field: a tree of the whole record would take ten times the room of its
/// text, and longer than reading the article.
class RecordWriter {
public:
    RecordWriter(const Document& document, const Extraction& extraction)
        : m_document(document), m_extraction(extraction), m_index(document.text), m_json(m_out) {}

    [[nodiscard]] std::string record() && {
        m_json.open_object();
        m_json.key("document");
        document();
        all("times", m_extraction.times, [&](const TimeExpression& t) { time(t); });
        all("mentions", m_extraction.mentions, [&](const Mention& m) {
            m_json.open_object();
            span(m.span);
            m_json.field("node", key(m.node));
            m_json.close_object();
        });
        all("nodes", m_extraction.nodes, [&](const Node& n) { node(n); });
        all("events", m_extraction.events, [&](const Event& e) { event(e); });
        all("statements", m_extraction.statements, [&](const Statement& s) { statement(s); });
        m_json.close_object();
        return std::move(m_out);
    }

private:
    template <class T, class Write>
    void all(std::string_view name, const std::vector<T>& items, Write write) {
        m_json.key(name);
        m_json.open_array();
        for (const auto& item : items) write(item);
        m_json.close_array();
    }

    void document() {
        m_json.open_object();
        m_json.field("id", m_document.id);
        m_json.field("published", to_string(m_document.published));
        m_json.field("source", m_document.source);
        m_json.field("title", m_document.title);
        m_json.field("url", m_document.url);
        if (!m_document.author.empty()) m_json.field("author", m_document.author);
        m_json.close_object();
    }

    void bounds(Span s) {
        m_json.field("begin", std::uint64_t{m_index.code_point(s.begin)});
        m_json.field("end", std::uint64_t{m_index.code_point(s.end)});
    }

    void span(Span s) {
        bounds(s);
        m_json.field("text", s.of(m_document.text));
    }

    [[nodiscard]] const std::string& key(NodeIndex i) const { return m_extraction.node(i).key; }

    void keys(std::string_view name, const std::vector<NodeIndex>& nodes) {
        all(name, nodes, [&](NodeIndex i) { m_json.value(key(i)); });
    }

    void key_or_null(std::string_view name, const std::optional<NodeIndex>& node) {
        m_json.key(name);
        node ? m_json.value(key(*node)) : m_json.null();
    }

    void day_or_null(std::string_view name, const std::optional<Day>& day) {
        m_json.key(name);
        day ? m_json.value(to_string(*day)) : m_json.null();
    }

    void interval(const Interval& when) {
        day_or_null("from", when.from);
        day_or_null("to", when.to);
    }

    void time_or_null(const std::optional<TimeIndex>& time) {
        m_json.key("time");
        time ? m_json.value(std::uint64_t{time->value()}) : m_json.null();
    }

    void time(const TimeExpression& t) {
        m_json.open_object();
        span(t.span);
        m_json.field("type", to_string(t.type));
        m_json.field("value", t.value);
        if (!t.mod.empty()) m_json.field("mod", t.mod);
        interval(t.interval);
        m_json.field("certainty", to_string(t.certainty));
        m_json.field("anchor", to_string(t.anchor.kind));
        if (t.anchor.expression) m_json.field("anchor_time", std::uint64_t{t.anchor.expression->value()});
        m_json.field("rule", t.rule);
        m_json.close_object();
    }

    void node(const Node& n) {
        m_json.open_object();
        m_json.field("id", n.key);
        m_json.field("type", to_string(n.type));
        m_json.field("name_en", n.name_en);
        m_json.field("name_ar", n.name_ar);
        if (!n.wikidata.empty()) m_json.field("wikidata", n.wikidata);
        if (!n.country.empty()) m_json.field("country", n.country);
        if (!n.description.empty()) m_json.field("description", n.description);
        m_json.close_object();
    }

    void participant(const Participant& p) {
        m_json.open_object();
        m_json.field("role", to_string(p.role));
        m_json.field("node", key(p.node));
        m_json.field("basis", to_string(p.basis));
        if (!p.words.empty()) bounds(p.words);
        m_json.close_object();
    }

    void event(const Event& e) {
        const auto& type = info(e.type);
        m_json.open_object();
        m_json.field("id", e.id);
        m_json.field("type", type.name);
        m_json.field("plover", type.plover);
        m_json.field("cameo", type.cameo);
        all("participants", e.participants, [&](const Participant& p) { participant(p); });
        interval(e.when);
        m_json.field("day_basis", to_string(e.day_basis));
        m_json.field("told_by", to_string(e.told_by));
        time_or_null(e.time);
        key_or_null("place", e.place);
        m_json.field("topic", e.topic);
        m_json.field("modality", to_string(e.modality));
        m_json.field("polarity", to_string(e.polarity));
        keys("sources", e.sources);
        span(e.trigger);
        m_json.field("rule", e.rule);
        if (e.repeats) m_json.field("repeats", m_extraction.event(*e.repeats).id);
        m_json.close_object();
    }

    void statement(const Statement& s) {
        m_json.open_object();
        m_json.field("id", s.id);
        key_or_null("speaker", s.speaker);
        if (s.addressee) m_json.field("addressee", key(*s.addressee));
        m_json.key("cue");
        m_json.open_object();
        span(s.cue);
        m_json.close_object();
        m_json.key("content");
        m_json.open_object();
        bounds(s.content);
        m_json.close_object();
        all("quotes", s.quotes, [&](const Quote& q) {
            m_json.open_object();
            bounds(q.span);
            m_json.field("kind", to_string(q.kind));
            m_json.close_object();
        });
        if (!s.occasion.empty()) m_json.field("occasion", s.occasion);
        interval(s.when);
        m_json.field("day_basis", to_string(s.day_basis));
        time_or_null(s.time);
        m_json.field("modality", to_string(s.modality));
        keys("sources", s.sources);
        all("about", s.about, [&](const AboutEvent& a) {
            m_json.open_object();
            m_json.field("event", m_extraction.event(a.event).id);
            m_json.field("stance", to_string(a.stance));
            m_json.close_object();
        });
        m_json.field("rule", s.rule);
        if (s.repeats) m_json.field("repeats", m_extraction.statements[s.repeats->value()].id);
        m_json.close_object();
    }

    const Document& m_document;
    const Extraction& m_extraction;
    CodePointIndex m_index;
    std::string m_out;
    JsonWriter m_json;
};

}  // namespace

std::string to_record(const Document& document, const Extraction& extraction) {
    return RecordWriter(document, extraction).record();
}

}  // namespace isnad
