#include "check_derived.hpp"

#include "derive.hpp"
#include "logical_tables.hpp"
#include "row_digest.hpp"
#include "schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace isnad::graph {

namespace {

constexpr std::array derived{"node", "name", "telling", "pairing", "event", "tells", "edge", "evidence"};
constexpr std::size_t most_told = 5;  // rows of a table

/// Digests of the rows of a table, sorted.
std::vector<std::int64_t> row_digests(sqlite::Connection& db, const Table& table) {
    std::vector<std::int64_t> out;
    auto rows = db.prepare(table.rows);
    const int columns = rows->columns();
    while (rows->step()) {
        Digest digest;
        add_row(digest, *rows, columns);
        out.push_back(number_of(digest.finish()));
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Every word of every document with its place.
std::string words_digest(sqlite::Connection& db) {
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'document_words', 'instance')");
    Digest digest;
    for (const auto* sql : {"SELECT term, doc, \"offset\" FROM temp.words", "SELECT id, sz FROM document_words_docsize",
                            "SELECT block FROM document_words_data WHERE id = 1 AND EXISTS (SELECT 1 FROM document)"}) {
        auto rows = db.prepare(sql);
        const int columns = rows->columns();
        while (rows->step()) add_row(digest, *rows, columns);
    }
    db.execute("DROP TABLE temp.words");
    return hex(digest.finish());
}

class Comparison {
public:
    explicit Comparison(sqlite::Connection& db) : m_db(db), m_anew(db.path()) {}

    std::vector<Diagnostic> run() {
        m_anew.copy_from(m_db);
        migrate(m_anew, false);
        const auto words = words_as_stored();
        derive_anew(m_anew);
        if (words && *words != words_digest(m_anew)) report("the word index does not hold the words of the documents");
        for (const auto& table : logical_tables())
            if (std::find(derived.begin(), derived.end(), table.name) != derived.end()) compare(table);
        return std::move(m_found);
    }

private:
    void report(std::string message) {
        m_found.push_back({.file = m_db.path().string(), .message = std::move(message)});
    }

    std::optional<std::string> words_as_stored() {
        try {
            m_anew.execute("INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 0)");
            return words_digest(m_anew);
        } catch (const StoreError& error) {
            report("the word index is damaged: " + error.diagnostic().message);
            return std::nullopt;
        }
    }

    void compare(const Table& table) {
        const auto wanted = row_digests(m_anew, table);
        const auto found = row_digests(m_db, table);
        if (wanted == found) return;
        std::vector<std::int64_t> wrong;
        std::set_difference(found.begin(), found.end(), wanted.begin(), wanted.end(), std::back_inserter(wrong));
        tell_of(table, wrong);
        const auto kept = found.size() - wrong.size();
        if (wanted.size() > kept)
            report(fmt::format("{} rows of {} follow from what the documents tell and are not there",
                               wanted.size() - kept, table.name));
    }

    void tell_of(const Table& table, const std::vector<std::int64_t>& wrong) {
        std::size_t told = 0;
        auto rows = m_db.prepare(table.rows);
        const int columns = rows->columns();
        while (rows->step() && told < std::min(most_told, wrong.size())) {
            Digest digest;
            add_row(digest, *rows, columns);
            if (!std::binary_search(wrong.begin(), wrong.end(), number_of(digest.finish()))) continue;
            report(
                fmt::format("{}: a row of {} does not follow from what the documents tell", rows->view(0), table.name));
            ++told;
        }
        if (wrong.size() > told)
            report(fmt::format("{} more rows of {} do not follow from it", wrong.size() - told, table.name));
    }

    sqlite::Connection& m_db;
    sqlite::Connection m_anew;
    std::vector<Diagnostic> m_found;
};

}  // namespace

std::vector<Diagnostic> check_derived(sqlite::Connection& db) { return Comparison(db).run(); }

}  // namespace isnad::graph
