#include "view_loader.hpp"

#include "block_rows.hpp"
#include "fusion/summary.hpp"
#include "names.hpp"
#include "query_parts.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace isnad::graph {

namespace {

Certainty parse_certainty(std::string_view name) {
    for (const auto c : {Certainty::exact, Certainty::approximate, Certainty::vague, Certainty::invalid})
        if (name == to_string(c)) return c;
    return Certainty::vague;
}

Polarity parse_polarity(std::string_view name) {
    return name == to_string(Polarity::negative) ? Polarity::negative : Polarity::positive;
}

/// Sorts items, dropping those that are not used; gives for each old index the new one.
template <class T, class Less>
std::vector<std::size_t> sort_used(std::vector<T>& items, const std::vector<bool>& used, Less less) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (used[i]) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return less(items[a], items[b]); });
    std::vector<std::size_t> places(items.size());
    std::vector<T> sorted;
    sorted.reserve(order.size());
    for (const auto i : order) {
        places[i] = sorted.size();
        sorted.push_back(std::move(items[i]));
    }
    items = std::move(sorted);
    return places;
}

template <class Use>
void for_each_actor_of(Telling& telling, Use use) {
    for (auto& source : telling.sources) use(source);
    for (auto& party : telling.parties) use(party.actor);
}

/// Calls `use` for every reference to an actor in a view.
template <class Use>
void for_each_actor_ref(View& view, Use use) {
    for (auto& event : view.events) {
        if (event.place) use(*event.place);
        for (auto& played : event.participants) use(played.actor);
        for (auto& telling : event.tellings) for_each_actor_of(telling, use);
    }
    for (auto& statement : view.statements) {
        if (statement.speaker) use(*statement.speaker);
        if (statement.addressee) use(*statement.addressee);
        for (auto& source : statement.sources) use(source);
    }
}

template <class Use>
void for_each_document_ref(View& view, Use use) {
    for (auto& event : view.events)
        for (auto& telling : event.tellings) use(telling.document);
    for (auto& statement : view.statements) use(statement.document);
}

}  // namespace

void ViewLoader::add_event(sqlite::RowId event) {
    if (auto instance = read_event(event)) m_view.events.push_back(std::move(*instance));
}

std::optional<EventInstance> ViewLoader::read_event(sqlite::RowId event) {
    EventInstance out;
    {
        auto rows = m_db.rows(
            "SELECT n.key, e.type, e.from_day, e.to_day, e.certainty, e.modality, e.polarity, e.place, e.topic, "
            "e.asserted, e.denied, e.expected, e.sources, e.support FROM event e JOIN node n ON n.id = e.node WHERE "
            "e.node = ?1",
            event);
        if (!rows.next()) return std::nullopt;
        out.key = event_key_of(rows->view(0));
        out.type = parse_event_type(rows->view(1)).value_or(EventType::statement);
        out.when = rows->interval(2);
        out.certainty = parse_certainty(rows->view(4));
        out.modality = parse_modality(rows->view(5)).value_or(Modality::asserted);
        out.polarity = parse_polarity(rows->view(6));
        if (const auto place = rows->maybe_integer(7)) out.place = actor(*place);
        out.topic = rows->text(8);
        out.accounts = {static_cast<std::size_t>(rows->integer(9)), static_cast<std::size_t>(rows->integer(10)),
                        static_cast<std::size_t>(rows->integer(11))};
        out.independent_sources = static_cast<std::size_t>(rows->integer(12));
        out.support = static_cast<int>(rows->integer(13));
    }
    if (m_tellings || m_as_of) read_tellings(event, out);
    if (out.tellings.empty() && (m_tellings || m_as_of)) return std::nullopt;
    if (!m_tellings) out.tellings.clear();
    if (m_as_of)
        read_as_of(event, out);
    else
        read_participants(event, out);
    out.disputed = out.accounts.assert_it > 0 && out.accounts.deny_it > 0;
    read_wholes(event, out);
    return out;
}

void ViewLoader::read_tellings(sqlite::RowId event, EventInstance& out) {
    auto rows = m_db.rows(
        "SELECT t.id, t.document, t.key, t.type, t.from_day, t.to_day, t.modality, t.polarity, t.sentence_begin, "
        "t.sentence_end, t.trigger_begin, t.trigger_end, t.rule, t.headline, t.time FROM tells x "
        "JOIN telling t ON t.id = x.telling JOIN document d ON d.node = t.document "
        "WHERE x.event = ?1 AND (?2 IS NULL OR d.published_day <= ?2) "
        "ORDER BY d.published_day, coalesce(d.published_clock, 0), d.id, t.ordinal",
        event, m_as_of);
    while (rows.next()) {
        Telling t;
        const auto document_row = rows->integer(1);
        t.document = document(document_row);
        t.key = rows->text(2);
        t.type = parse_event_type(rows->view(3)).value_or(EventType::statement);
        t.when = rows->interval(4);
        t.modality = parse_modality(rows->view(6)).value_or(Modality::asserted);
        t.polarity = parse_polarity(rows->view(7));
        t.sentence = span_at(*rows, 8);
        t.trigger_span = span_at(*rows, 10);
        t.words = words_at(text(document_row), t.sentence);
        t.trigger = words_at(text(document_row), t.trigger_span);
        t.rule = rows->text(12);
        t.headline = rows->integer(13) != 0;
        t.time = read_time(document_row, rows->maybe_integer(14));
        auto actors =
            m_db.rows("SELECT role, node FROM telling_actor WHERE telling = ?1 ORDER BY position", rows->integer(0));
        while (actors.next()) {
            if (const auto role = parse_role(actors->view(0))) {
                t.parties.push_back({*role, actor(actors->integer(1))});
            } else {
                t.sources.push_back(actor(actors->integer(1)));
            }
        }
        out.tellings.push_back(std::move(t));
    }
}

std::optional<ToldTime> ViewLoader::read_time(sqlite::RowId document, const std::optional<std::int64_t>& ordinal) {
    if (!ordinal || !m_times) return std::nullopt;
    auto rows = m_db.rows(
        "SELECT begin, \"end\", value, from_day, to_day, certainty, rule, arithmetic FROM time_expression "
        "WHERE document = ?1 AND ordinal = ?2",
        document, *ordinal);
    if (!rows.next()) return std::nullopt;
    return ToldTime{.text = words_at(text(document), span_at(*rows, 0)),
                    .span = span_at(*rows, 0),
                    .value = rows->text(2),
                    .interval = rows->interval(3),
                    .certainty = parse_certainty(rows->view(5)),
                    .rule = rows->text(6),
                    .arithmetic = rows->text(7)};
}

void ViewLoader::read_participants(sqlite::RowId event, EventInstance& out) {
    auto rows = m_db.rows(
        "SELECT type, target FROM edge WHERE source = ?1 AND type IN ('agent', 'patient', 'host', 'addressee', "
        "'against')",
        event);
    while (rows.next())
        if (const auto role = parse_role(rows->view(0))) out.participants.push_back({*role, actor(rows->integer(1))});
}

void ViewLoader::read_as_of(sqlite::RowId event, EventInstance& out) {
    const auto block = load_event_tellings(m_db, SameAs::load(m_db), event, m_as_of);
    const auto summary = summarise(block, redraft(block));
    out.type = summary.type;
    out.when = summary.when;
    out.certainty = summary.certainty;
    out.modality = summary.modality;
    out.polarity = summary.polarity;
    out.topic = summary.topic;
    out.accounts = summary.accounts;
    out.independent_sources = summary.independent_sources;
    out.support = summary.support;
    out.place.reset();
    if (summary.place) out.place = actor(block.actors[*summary.place].node);
    std::set<sqlite::RowId> known;  // a telling of several events names more than took part in this one
    {
        auto rows = m_db.rows("SELECT target FROM edge WHERE source = ?1", event);
        while (rows.next()) known.insert(rows->integer(0));
    }
    for (const auto& party : summary.parties)
        if (const auto node = block.actors[party.actor].node; known.contains(node))
            out.participants.push_back({party.role, actor(node)});
}

void ViewLoader::read_wholes(sqlite::RowId event, EventInstance& out) {
    auto rows = m_db.rows(
        "SELECT n.key FROM edge x JOIN node n ON n.id = x.target WHERE x.source = ?1 AND x.type = 'part_of' "
        "ORDER BY n.key",
        event);
    while (rows.next()) out.part_of.push_back(event_key_of(rows->view(0)));
}

ActorRef ViewLoader::actor(sqlite::RowId node) {
    const auto [it, fresh] = m_actors.try_emplace(node, ActorRef(m_view.actors.size()));
    if (fresh) m_view.actors.push_back(read_actor(m_db, node).value_or(Actor{}));
    return it->second;
}

DocumentRef ViewLoader::document(sqlite::RowId node) {
    const auto [it, fresh] = m_documents.try_emplace(node, DocumentRef(m_view.documents.size()));
    if (!fresh) return it->second;
    auto rows = m_db.rows(
        "SELECT id, published_day, published_clock, utc_offset, outlet, title, url, language, inferred_from, "
        "inferred_to, inferred_reasons FROM document "
        "WHERE node = ?1",
        node);
    m_view.documents.push_back(rows.next() ? read_document(*rows, 0) : SourceDocument{});
    if (m_texts) m_view.documents.back().text = text(node);
    return it->second;
}

const std::string& ViewLoader::text(sqlite::RowId document) {
    if (document == m_text_of) return m_text;
    auto rows = m_db.rows("SELECT text FROM document WHERE node = ?1", document);
    m_text = rows.next() ? rows->text(0) : std::string();
    m_text_of = document;
    return m_text;
}

void ViewLoader::keep_events_in(const Interval& window) {
    std::erase_if(m_view.events, [&](const auto& event) { return !lies_in(event.when, window); });
}

void ViewLoader::keep_events_with(std::size_t min_sources) {
    std::erase_if(m_view.events, [&](const auto& event) { return event.independent_sources < min_sources; });
}

std::size_t ViewLoader::drop_possible_events() {
    return std::erase_if(m_view.events, [](const auto& event) {
        return event.modality == Modality::possible || event.modality == Modality::conditional;
    });
}

void ViewLoader::settle_actors() {
    std::vector<bool> used(m_view.actors.size());
    for_each_actor_ref(m_view, [&](ActorRef ref) { used[ref.value()] = true; });
    const auto places = sort_used(m_view.actors, used, [](const Actor& a, const Actor& b) { return a.key < b.key; });
    for_each_actor_ref(m_view, [&](ActorRef& ref) { ref = ActorRef(places[ref.value()]); });
    for (auto& event : m_view.events) std::sort(event.participants.begin(), event.participants.end());
}

void ViewLoader::settle_documents() {
    std::vector<bool> used(m_view.documents.size());
    for_each_document_ref(m_view, [&](DocumentRef ref) { used[ref.value()] = true; });
    const auto places = sort_used(m_view.documents, used, [](const SourceDocument& a, const SourceDocument& b) {
        return std::tuple(a.published.day, a.published.clock, a.id) <
               std::tuple(b.published.day, b.published.clock, b.id);
    });
    for_each_document_ref(m_view, [&](DocumentRef& ref) { ref = DocumentRef(places[ref.value()]); });
}

View ViewLoader::finish() {
    settle_actors();
    settle_documents();
    const auto day = [](const EventInstance& event) {
        const auto known = event.when.from ? event.when.from : event.when.to;
        return std::tuple(!known, known.value_or(Day{}), event.when.to.value_or(Day{}), event.key);
    };
    std::sort(m_view.events.begin(), m_view.events.end(),
              [&](const auto& a, const auto& b) { return day(a) < day(b); });
    std::sort(m_view.statements.begin(), m_view.statements.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.document, a.sentence, a.key) < std::tuple(b.document, b.sentence, b.key);
    });
    return std::move(m_view);
}

}  // namespace isnad::graph
