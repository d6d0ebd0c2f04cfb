#include "digest.hpp"
#include "sqlite.hpp"

namespace isnad::graph {

namespace {

/// Feeds the records of one document, every field of each.
class Feeder {
public:
    explicit Feeder(Digest& digest) : m_digest(digest) {}

    void add(const Document& d) {
        m_digest.text(d.id).number(sqlite::day_number(d.published.day)).number(d.published.clock.count());
        m_digest.number(d.published.utc_offset ? d.published.utc_offset->count() : -100000);
        value(d.published.grain);
        if (d.inferred) {
            add(d.inferred->days);
            all(d.inferred->reasons, [&](const std::string& reason) { m_digest.text(reason); });
        }
        m_digest.text(d.source).text(d.title).text(d.url).text(d.language).text(d.text);
    }

    void add(const TimeExpression& t) {
        add(t.span);
        value(t.type);
        m_digest.text(t.value).text(t.mod);
        value(t.grain);
        add(t.interval);
        m_digest.number(t.clock_from ? t.clock_from->count() : -1).number(t.clock_to ? t.clock_to->count() : -1);
        value(t.certainty);
        value(t.anchor.kind);
        index(t.anchor.expression);
        m_digest.text(t.rule).text(t.arithmetic);
    }

    void add(const Mention& m) {
        add(m.span);
        index(m.node);
    }

    void add(const Node& n) {
        m_digest.text(n.key);
        value(n.type);
        m_digest.text(n.name_en).text(n.name_ar).text(n.wikidata).text(n.country).text(n.description);
    }

    void add(const Event& e) {
        m_digest.text(e.id);
        value(e.type);
        all(e.participants, [&](const Participant& p) {
            value(p.role);
            index(p.node);
        });
        add(e.when);
        index(e.time);
        value(e.day_basis);
        value(e.told_by);
        index(e.place);
        m_digest.text(e.topic);
        value(e.modality);
        value(e.polarity);
        all(e.sources, [&](NodeIndex i) { index(i); });
        add(e.trigger);
        add(e.sentence);
        m_digest.text(e.rule).number(e.headline ? 1 : 0);
    }

    void add(const Statement& s) {
        m_digest.text(s.id);
        index(s.speaker);
        index(s.addressee);
        add(s.cue);
        add(s.content);
        add(s.sentence);
        all(s.quotes, [&](const Quote& q) {
            add(q.span);
            value(q.kind);
        });
        m_digest.text(s.occasion);
        add(s.when);
        index(s.time);
        value(s.modality);
        all(s.sources, [&](NodeIndex i) { index(i); });
        all(s.about, [&](const AboutEvent& a) {
            index(a.event);
            value(a.stance);
        });
        m_digest.text(s.rule).number(s.headline ? 1 : 0);
    }

    template <class T>
    void add_all(const std::vector<T>& items) {
        all(items, [&](const T& item) { add(item); });
    }

private:
    template <class T, class Use>
    void all(const std::vector<T>& items, Use use) {
        m_digest.number(static_cast<std::int64_t>(items.size()));
        for (const auto& item : items) use(item);
    }
    template <class Enumeration>
    void value(Enumeration e) {
        m_digest.number(static_cast<std::int64_t>(e));
    }
    template <class Tag>
    void index(StrongIndex<Tag> i) {
        m_digest.number(static_cast<std::int64_t>(i.value()));
    }
    template <class Tag>
    void index(const std::optional<StrongIndex<Tag>>& i) {
        m_digest.number(i ? static_cast<std::int64_t>(i->value()) : -1);
    }
    void add(Span s) { m_digest.number(s.begin).number(s.end); }
    void add(const Interval& i) {
        for (const auto& day : {i.from, i.to})
            m_digest.maybe(day ? std::optional(sqlite::day_number(*day)) : std::nullopt);
    }

    Digest& m_digest;
};

}  // namespace

std::string text_digest(std::string_view text) { return hex(Digest().bytes(text).finish()); }

std::string content_digest(const Extracted& extracted) {
    Digest digest;
    Feeder feeder(digest);
    feeder.add(extracted.document);
    const auto& e = extracted.extraction;
    feeder.add_all(e.times);
    feeder.add_all(e.mentions);
    feeder.add_all(e.nodes);
    feeder.add_all(e.events);
    feeder.add_all(e.statements);
    return hex(digest.finish());
}

}  // namespace isnad::graph
