#pragma once
// What a Store is made of.

#include "isnad/graph/store.hpp"
#include "sqlite.hpp"

#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

namespace isnad {

class Store::Impl {
public:
    Impl(const std::filesystem::path& path, const OpenOptions& options);

    sqlite::Connection db;
    bool read_only;
    std::chrono::milliseconds busy_timeout;
    bool bulk;  ///< indexes are away until the next fuse

    /// Throws StoreError when the connection may not write.
    void require_writable() const;
    /// Brings back what a bulk load has taken away.
    void end_bulk();
};

namespace graph {

/// "ISND"
inline constexpr std::int64_t application_id = 0x49534E44;

/// Sets up the connection and brings the schema to the current version. Throws StoreError.
void prepare_schema(sqlite::Connection& db, OpenMode mode);

/// Takes away the indexes that adding and fusing do without, when the store holds no document yet; false when it does.
bool drop_indexes(sqlite::Connection& db);

/// Builds them again. Does nothing when none is away.
void restore_indexes(sqlite::Connection& db);

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
