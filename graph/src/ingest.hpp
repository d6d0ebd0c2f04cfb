#pragma once
// One document into the store, and out of it again.

#include "actor_rows.hpp"
#include "fusion/consultations.hpp"
#include "store_impl.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad::graph {

/// Needs a transaction.
class DocumentWriter {
public:
    explicit DocumentWriter(sqlite::Connection& db, const AddOptions& options = {});

    /// Counts in `result` what became of the document.
    void write(const Extracted& extracted, const std::string& digest, IngestResult& result);
    /// To be called before the commit.
    void finish();
    /// Removes a document and all that hung on it; the events it told of are left to be fused anew.
    void remove(sqlite::RowId document);

private:
    /// What a document meets in the store.
    struct Met {
        std::optional<sqlite::RowId> same_id;
        bool unchanged = false;
        bool refused = false;
    };
    [[nodiscard]] Met meet(const Document& document, const std::string& digest);
    [[nodiscard]] std::vector<std::pair<sqlite::RowId, std::string>> earlier_of_file(const Document& document);
    void insert(const Extracted& extracted, const std::string& digest);
    void insert_document(const Document& document, const std::string& digest);
    void insert_mentions(const Extracted& extracted);
    void insert_times(const std::vector<TimeExpression>& times);
    void insert_tellings(const Extracted& extracted);
    void insert_telling(const Event& event, const Interval& days, std::size_t ordinal, const Placement& placement);
    void insert_statement(const Extracted& extracted, const Statement& statement, std::size_t ordinal);

    [[nodiscard]] std::optional<sqlite::RowId> actor(const std::optional<NodeIndex>& node) const;

    sqlite::Connection& m_db;
    AddOptions m_options;
    ActorRows m_actor_rows;
    SameAs m_same_as;
    sqlite::RowId m_document = 0;
    std::vector<sqlite::RowId> m_actors;    // rows of the extraction's nodes
    std::vector<sqlite::RowId> m_tellings;  // rows of its events
};

/// What the full-text index holds of a document.
[[nodiscard]] std::string indexed_words(std::string_view title, std::string_view text);

}  // namespace isnad::graph
