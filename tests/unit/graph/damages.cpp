// check finds a change of anything that an answer may come from.

#include "story.hpp"
#include "visitor.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace isnad;
using namespace story;

namespace {

/// Each changes a store in one place.
constexpr const char* damages[] = {
    "UPDATE document SET title = title || 'x'",
    "UPDATE document SET outlet = 'Another'",
    "UPDATE document SET url = 'http://example.org'",
    "UPDATE document SET language = 'en'",
    "UPDATE document SET published_day = published_day + 1",
    "UPDATE document SET published_clock = 0",
    "UPDATE document SET inferred_from = 1, inferred_to = 2",
    "UPDATE document SET digest = replace(digest, 'a', 'b')",
    "UPDATE document SET text_digest = replace(text_digest, 'a', 'b')",
    "UPDATE document SET text = replace(text, 'met', 'hit')",
    "UPDATE node SET key = key || 'x' WHERE type = 'person'",
    "UPDATE node SET key = key || 'x' WHERE type = 'document'",
    "UPDATE node SET key = key || 'x' WHERE type = 'statement'",
    "UPDATE node SET key = key || 'x' WHERE type = 'event'",
    "UPDATE node SET type = 'person' WHERE type = 'country'",
    "UPDATE node SET name_en = 'Another' WHERE type = 'person'",
    "UPDATE node SET country = 'USA' WHERE type = 'person'",
    "UPDATE node SET name_en = 'Another' WHERE type = 'event'",
    "INSERT INTO node (key, type) VALUES ('person/nobody', 'person')",
    "UPDATE description SET name_en = name_en || 'x'",
    "DELETE FROM described WHERE document = (SELECT min(document) FROM described)",
    "DELETE FROM name",
    "DELETE FROM name WHERE kind = 2",
    "UPDATE name SET times = times + 1 WHERE kind = 1",
    "UPDATE name SET folded = folded || 'x' WHERE kind = 0",
    "DELETE FROM mention",
    "UPDATE mention SET \"end\" = \"end\" - 1",
    "UPDATE mention SET node = (SELECT id FROM node WHERE key = 'person/vladimir_putin')",
    "INSERT INTO time_expression VALUES ((SELECT min(node) FROM document), 7, 0, 1, 'date', 'x', '', 'day', 1, 1, "
    "NULL, NULL, 'exact', 'none', NULL, '', '')",
    "UPDATE telling SET modality = 'denied'",
    "UPDATE telling SET from_day = from_day + 1",
    "UPDATE telling SET block = block + 1",
    "UPDATE telling SET sentence_begin = sentence_begin + 1",
    "DELETE FROM telling_actor WHERE position = 0",
    "UPDATE telling_actor SET role = 'against'",
    "UPDATE statement SET speaker = NULL",
    "UPDATE statement SET content_end = content_end - 1",
    "DELETE FROM quote",
    "DELETE FROM statement_source",
    "UPDATE statement_about SET stance = 'doubts'",
    "UPDATE event SET from_day = from_day + 9, to_day = to_day + 9",
    "UPDATE event SET first_day = first_day + 9",
    "UPDATE event SET modality = 'denied'",
    "UPDATE event SET place = NULL",
    "UPDATE event SET asserted = asserted + 1",
    "UPDATE event SET long = 1",
    "UPDATE event SET block = block + 1",
    "UPDATE event SET digest = digest + 1",
    "DELETE FROM tells WHERE telling = (SELECT min(telling) FROM tells)",
    "DELETE FROM edge WHERE type = 'agent'",
    "UPDATE edge SET type = 'host' WHERE type = 'agent'",
    "UPDATE edge SET valid_to = 1",
    "UPDATE edge SET reported = 1",
    "DELETE FROM evidence WHERE edge = (SELECT min(edge) FROM evidence)",
    "UPDATE evidence SET rule = 'another'",
    "INSERT INTO document_words (rowid, folded) VALUES (4711, 'more')",
    "INSERT INTO document_words (document_words) VALUES ('delete-all')",
    "DROP INDEX edge_key",
    "DROP INDEX node_country",
};

}  // namespace

TEST_CASE("check finds every kind of damage") {
    TemporaryStore store;
    store->add(moscow_story());
    store->fuse();
    REQUIRE(store->check().empty());
    store.close();
    for (const auto* damage : damages) {
        INFO(damage);
        const auto copy = store.folder() / "damaged.db";
        std::filesystem::copy(store.path(), copy, std::filesystem::copy_options::overwrite_existing);
        {
            Visitor visitor(copy);
            const auto before = visitor.changes();
            visitor.run(std::string("PRAGMA foreign_keys = OFF; ") + damage);
            if (std::string_view(damage).substr(0, 4) != "DROP") REQUIRE(visitor.changes() > before);
        }
        CHECK_FALSE(Store::open(copy).check().empty());
    }
}

TEST_CASE("check finds words taken out of the index's own pages") {
    TemporaryStore store;
    store->add(moscow_story());
    store->fuse();
    store.close();
    Visitor(store.path()).run("DELETE FROM document_words_data WHERE id > 10");
    CHECK_FALSE(Store::open(store.path()).check().empty());
}
