#pragma once
// One document into the store, and out of it again.

#include "actor_rows.hpp"
#include "store_impl.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::graph {

/// Needs a transaction.
class DocumentWriter {
public:
    enum class Outcome : std::uint8_t { added, unchanged, replaced };

    explicit DocumentWriter(sqlite::Connection& db);

    Outcome write(const Extracted& extracted, const std::string& digest);
    /// To be called before the commit.
    void finish();
    /// Removes a document and all that hung on it; the events it told of are left to be fused anew.
    void remove(sqlite::RowId document);

private:
    void insert(const Extracted& extracted, const std::string& digest);
    void insert_document(const Document& document, const std::string& digest);
    void insert_mentions(const Extracted& extracted);
    void insert_times(const std::vector<TimeExpression>& times);
    void insert_tellings(const Extracted& extracted);
    void insert_telling(const Event& event, std::size_t ordinal, std::int64_t block);
    void insert_statement(const Extracted& extracted, const Statement& statement, std::size_t ordinal);

    [[nodiscard]] std::optional<sqlite::RowId> actor(const std::optional<NodeIndex>& node) const;

    sqlite::Connection& m_db;
    ActorRows m_actor_rows;
    SameAs m_same_as;
    sqlite::RowId m_document = 0;
    std::vector<sqlite::RowId> m_actors;    // rows of the extraction's nodes
    std::vector<sqlite::RowId> m_tellings;  // rows of its events
    std::set<sqlite::RowId> m_sources;      // of the statement being written
};

/// What the full-text index holds of a document.
[[nodiscard]] std::string indexed_words(std::string_view title, std::string_view text);

}  // namespace isnad::graph
