#pragma once
// Views from rows: a set of events and statements with all that they refer to.

#include "isnad/graph/view.hpp"
#include "store_impl.hpp"

#include <map>
#include <unordered_map>
#include <vector>

namespace isnad::graph {

class ViewLoader {
public:
    ViewLoader(sqlite::Connection& db, std::optional<Day> as_of) : m_db(db), m_as_of(as_of) {}

    /// Room for so many, so that the view does not grow by copying.
    void expect(std::size_t events, std::size_t statements) {
        m_view.events.reserve(events);
        m_view.statements.reserve(statements);
    }

    /// Documents come with their texts from now on.
    void keep_texts() { m_texts = true; }

    /// With `as_of`, an event is what its tellings until then make of it, and left out when there is none.
    void add_event(sqlite::RowId event);
    void add_statement(sqlite::RowId statement);

    /// Events come without their tellings from now on.
    void leave_tellings_out() { m_tellings = false; }

    /// Tellings and statements come without the expressions that their dates came from.
    void leave_times_out() { m_times = false; }

    /// Drops events added so far that have no day in the window, or too few independent sources.
    void keep_events_in(const Interval& window);
    void keep_events_with(std::size_t min_sources);
    /// Drops events that nobody asserts, plans or denies; says how many.
    std::size_t drop_possible_events();

    /// Sorted, with everything that is referred to.
    [[nodiscard]] View finish();

private:
    std::optional<EventInstance> read_event(sqlite::RowId event);
    void read_tellings(sqlite::RowId event, EventInstance& out);
    void read_participants(sqlite::RowId event, EventInstance& out);
    void read_wholes(sqlite::RowId event, EventInstance& out);
    void read_as_of(sqlite::RowId event, EventInstance& out);
    std::optional<ToldTime> read_time(sqlite::RowId document, const std::optional<std::int64_t>& ordinal);
    void read_quotes(sqlite::RowId statement, const std::string& text, StatementNode& out);
    void read_statement_links(sqlite::RowId statement, StatementNode& out);

    ActorRef actor(sqlite::RowId node);
    DocumentRef document(sqlite::RowId node);
    const std::string& text(sqlite::RowId document);

    void settle_actors();
    void settle_documents();

    sqlite::Connection& m_db;
    std::optional<Day> m_as_of;
    bool m_tellings = true;
    bool m_times = true;
    bool m_texts = false;
    View m_view;
    std::unordered_map<sqlite::RowId, ActorRef> m_actors;
    std::unordered_map<sqlite::RowId, DocumentRef> m_documents;
    sqlite::RowId m_text_of = 0;
    std::string m_text;
};

}  // namespace isnad::graph
