#pragma once
// What lexicon/*/triggers.tsv says: words that tell of an event or a statement, and who stands where around them.

#include "isnad/core/extraction.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "lexicon/phrase_table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isnad {

/// Where a participant stands relative to a trigger.
enum class Slot : std::uint8_t {
    subject,
    object,
    genitive,
    adjective,
    in,
    to,
    from,
    on,
    about,
    with,
    between,
    against,
    by,
    b,
    l,
    count,
};

/// The role a slot gives; `speaker` is the person whose words a relay verb passes on;
/// `never`: with this preposition the word is no trigger.
enum class SlotRole : std::uint8_t { none, agent, patient, host, addressee, against, speaker, never };

struct Trigger {
    std::string id;
    std::uint64_t id_hash = 0;      ///< as a word of clues
    std::optional<EventType> type;  ///< empty for a light verb
    std::array<SlotRole, static_cast<std::size_t>(Slot::count)> slots{};
    bool speech = false;    ///< takes a content clause
    bool relay = false;     ///< passes on another's words
    bool content = false;   ///< what its content tells is wished for
    bool expects = false;   ///< what its content tells is expected
    bool denies = false;    ///< what its content tells is denied
    bool weak = false;      ///< a noun or doubtful verb that counts only with a participant
    bool bare = false;      ///< no participants are looked for
    bool occasion = false;  ///< names the occasion of a statement
    bool lent = false;      ///< its nouns count only under a light verb
    bool part = false;      ///< a part of the consultation named after it ("a round of talks")
    bool lends = false;     ///< lends its subject to the noun behind it, beside telling of an event itself
    bool comment = false;   ///< denied, it is a refusal to comment
    bool pair = false;      ///< a statement to a person is a talk of the two
    bool tailed = false;    ///< its nouns need its tail as its verbs do
    bool topical = false;   ///< its own words name what was agreed
    bool must = false;      ///< an impersonal "it is necessary": the speaker demands it
    /// Folded words of which one run must follow a verb or participle in its clause, what stands between them aside;
    /// empty when the verb stands alone.
    std::vector<std::vector<std::string>> tails;

    [[nodiscard]] SlotRole role(Slot slot) const { return slots[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] bool light() const { return !type.has_value(); }
};

struct Tail {
    std::uint32_t words = 0;  ///< 0: none was found
    std::uint32_t end = 0;    ///< the token after it
};

/// The first of the trigger's tails among the tokens [from, end), near enough and in the same clause.
[[nodiscard]] Tail find_tail(const Trigger& trigger, const TokenizedText& text, std::uint32_t from, std::uint32_t end);

/// Reads the file's rows, adds every form to the table, appends to `triggers`.
void load_triggers(const LexiconFile& file, std::vector<Trigger>& triggers, PhraseTable& table,
                   std::vector<Diagnostic>& diagnostics);

}  // namespace isnad
