#pragma once
// Rows of actors and places, and the names by which they are found.

#include "isnad/core/extraction.hpp"
#include "sqlite.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace isnad::graph {

class ActorRows {
public:
    explicit ActorRows(sqlite::Connection& db) : m_db(db) {}

    /// The row of a node, made when missing, with what this document says of it noted.
    sqlite::RowId note(const Node& node, sqlite::RowId document);

    /// Takes back what a document said of its nodes; nodes that no document speaks of any more go.
    void forget(sqlite::RowId document);

    /// Adds `sign` times the words by which a document names its actors; written by flush().
    void count_mentions(std::string_view text, const std::vector<std::pair<Span, sqlite::RowId>>& mentions, int sign);
    void flush();

    /// Chooses the columns of a node, and its names, anew from all descriptions.
    void choose(sqlite::RowId row);

private:
    sqlite::RowId find_or_make(const Node& node);
    /// True when nobody had said just this before.
    bool describe(const Node& node, sqlite::RowId row, sqlite::RowId document);
    /// Takes one more description into account.
    void improve(sqlite::RowId row, const Node& node);
    void name(sqlite::RowId row, std::string_view full_name);

    sqlite::Connection& m_db;
    std::map<std::pair<std::string, sqlite::RowId>, int> m_counts;  // still to be written
    // Texts choose the keys of both, so they are ordered; emptied when large.
    std::map<std::string, sqlite::RowId> m_known;         // by key
    std::map<std::string, sqlite::RowId> m_descriptions;  // by all fields
};

/// Where a document names whom.
[[nodiscard]] std::vector<std::pair<Span, sqlite::RowId>> mentions_of(sqlite::Connection& db, sqlite::RowId document);

/// Words of a folded name that are worth finding it by.
[[nodiscard]] std::vector<std::string> name_words(std::string_view folded);

/// Folded, with outer punctuation and repeated spaces taken off.
[[nodiscard]] std::string fold_name(std::string_view name);

}  // namespace isnad::graph
