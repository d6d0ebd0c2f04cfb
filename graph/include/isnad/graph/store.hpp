#pragma once
// The store: every document, every telling of an event, and the events they tell (docs/store.md). One SQLite file.
// Ingesting twice changes nothing, and any order of arrival gives the same content.

#include "isnad/core/diagnostic.hpp"
#include "isnad/core/document.hpp"
#include "isnad/core/extraction.hpp"
#include "isnad/graph/keys.hpp"
#include "isnad/graph/store_error.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace isnad {

/// One document with what was read from it: the unit of ingest.
struct Extracted {
    Document document;
    Extraction extraction;
};

enum class OpenMode : std::uint8_t {
    read_only,   ///< must exist
    read_write,  ///< must exist
    create       ///< made when missing
};

struct OpenOptions {
    OpenMode mode = OpenMode::read_only;
    std::chrono::milliseconds busy_timeout{0};  ///< how long to wait for another writer; 0 for the default, 5 s
    bool bulk = false;  ///< many documents will be added to a new store: indexes are built by the first fuse()
};

struct AddOptions {
    /// Whether an article may take the place of one that came from another file: of the same id with another text, or,
    /// where ids are made of the content, of the text that its own file held before.
    bool replace = true;
};

struct IngestResult {
    std::size_t added = 0;
    std::size_t unchanged = 0;         ///< same id, same content
    std::size_t replaced = 0;          ///< what hung on the old one is gone
    std::vector<std::string> refused;  ///< ids that stand for another text from another file
    /// An article added beside what its file held before.
    struct Beside {
        std::string id;
        std::string earlier;
    };
    std::vector<Beside> beside;
    IngestResult& operator+=(const IngestResult& other);
};

/// A judgement that two keys name one actor, or that they do not. Rows are kept; the latest on a pair holds.
struct Judgement {
    enum class Kind : std::uint8_t { merge, split };
    Kind kind = Kind::merge;
    ActorKey first;
    ActorKey second;
    std::string author;
    std::string made_at;  ///< ISO 8601, given by the caller: the library reads no clock
    std::string note;
};

/// One connection to a store. Not for use from two threads at once; open one a thread (one writer, many readers).
/// Every member may throw StoreError or std::bad_alloc; whatever was stored before the call is then as it was.
class Store {
public:
    [[nodiscard]] static Store open(const std::filesystem::path& path, const OpenOptions& options = {});

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    ~Store();

    /// Stores a batch in one transaction: all of it or nothing. Events are fused by fuse(), which the queries call
    /// when they need it; call it once after the last batch.
    IngestResult add(std::span<const Extracted> batch, const AddOptions& options = {});

    /// Brings event instances up to date with the tellings. Costs in proportion to what changed. Does nothing when
    /// they are. A read-only connection leaves the file alone and goes on with a copy of its own, in a temporary file.
    void fuse() const;

    /// Removes a document and just what hung on it. False when there is none of that id. Its words stay in the word
    /// index until scrub().
    bool forget(const DocumentKey& document);

    /// Leaves no trace in the file of what was removed: deleted rows are written over already, this also takes deleted
    /// words out of the index and empties the journal. With `rewrite` the file is written anew, which also clears pages
    /// that were freed by an earlier version. Costs as much as the index, or the file, is large.
    void scrub(bool rewrite);

    /// Records that two keys name one actor (or no longer do). Nothing is lost by it: split undoes merge.
    void judge(const Judgement& judgement);
    [[nodiscard]] std::vector<Judgement> judgements() const;

    /// Verifies the file and what it says: integrity, foreign keys, indexes, spans inside their documents, digests of
    /// all that documents tell; and, made anew in a temporary copy, all that follows from it. Empty when all is well.
    [[nodiscard]] std::vector<Diagnostic> check() const;

    /// A hash in hex over the logical content of all tables, independent of row ids and of the order of arrival. The
    /// log of judgements counts by what is in force.
    [[nodiscard]] std::string content_hash() const;

    /// Counts for a summary line.
    struct Size {
        std::size_t documents = 0;
        std::size_t actors = 0;
        std::size_t tellings = 0;
        std::size_t events = 0;
        std::size_t statements = 0;
        std::size_t edges = 0;
    };
    [[nodiscard]] Size size() const;

    [[nodiscard]] const std::filesystem::path& path() const;

    class Impl;
    /// For the room's own sources.
    [[nodiscard]] Impl& impl() const { return *m_impl; }

private:
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace isnad
