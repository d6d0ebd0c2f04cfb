#pragma once
// What a Store is made of.

#include "isnad/graph/store.hpp"
#include "sqlite.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace isnad {

class Store::Impl {
public:
    Impl(const std::filesystem::path& path, const OpenOptions& options);

    sqlite::Connection db;
    /// Of a reader that answers from a copy of its own, which `db` then is: the file.
    std::optional<sqlite::Connection> file;
    std::int64_t copied_version = 0;  ///< data_version of the file when the copy was made
    bool read_only;
    std::chrono::milliseconds busy_timeout;
    bool bulk;  ///< indexes are away until the next fuse

    /// Throws StoreError when the connection may not write.
    void require_writable() const;
    /// Sees to it that a reader's `db` holds all that a writer would have made of the file by now: where the file lacks
    /// it, in a copy, for a reader does not write.
    void complete_for_reading();
    /// Brings back what a bulk load has taken away.
    void end_bulk();
};

namespace graph {

/// Takes away the indexes that adding and fusing do without, when the store holds no document yet; false when it does.
bool drop_indexes(sqlite::Connection& db);

/// Builds them again. Does nothing when none is away.
void restore_indexes(sqlite::Connection& db);

/// Whether events are older than what the documents tell.
[[nodiscard]] bool anything_pending(sqlite::Connection& db);

/// First the days on which pairs met, then the events of the blocks that this and new mentions touch.
void fuse_pending(sqlite::Connection& db);

/// Joins new meetings to the visits they were part of. Needs all indexes.
void join_pending_parts(sqlite::Connection& db);

/// Actor keys that judgements in force have made one, each with the key it counts as: the smallest listed key of its
/// group (a key with "~" is derived from a name and gives way). Keys that stand for themselves are not in it.
class SameAs {
public:
    static SameAs load(sqlite::Connection& db);
    [[nodiscard]] const std::string& canonical(const std::string& key) const;
    [[nodiscard]] const std::unordered_map<std::string, std::string>& all() const { return m_canonical; }

private:
    std::unordered_map<std::string, std::string> m_canonical;
};

[[nodiscard]] std::string document_node_key(std::string_view id);

}  // namespace graph
}  // namespace isnad
