#pragma once
// A text read with the built-in lexicon, and what its stages made of it, as the fixtures of the stages write it.

#include "isnad/extract/extract.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace isnad::staged {

/// A table beside the tests: rows parted by lines, fields by tabs; lines that begin with '#' are comments. Every row
/// must have `fields` fields.
[[nodiscard]] std::vector<std::vector<std::string>> fixture(const std::string& file, std::size_t fields);

/// The built-in lexicon, compiled once.
[[nodiscard]] const Language& built_in();

struct Reading {
    Document document;
    Extraction extraction;
    Trace trace;
    Span marked;  ///< the word that stood in square brackets; empty when none did

    [[nodiscard]] std::string words(Span span) const { return std::string(span.of(document.text)); }
    /// The names of nodes, joined by '+'; '-' when there are none.
    [[nodiscard]] std::string names(const std::vector<NodeIndex>& nodes) const;
};

/// Reads a text; square brackets around a word mark it and are taken out.
[[nodiscard]] Reading read(std::string_view text, std::string_view published = "2016-07-15");

/// The clauses of all sentences: "main:VERB:WHO:FROM ; .content:VERB:WHO:FROM ; ..", a dot for each clause above; what
/// a clause does not have is left out from the end.
[[nodiscard]] std::string clauses(const Reading& reading);

/// What the small words around the marked word make of it.
[[nodiscard]] std::string operation(const Reading& reading);

/// "WHO", or "SOURCE > WHO" when another's words are passed on: who tells the marked word, '-' when the outlet does.
[[nodiscard]] std::string told_by(const Reading& reading);

/// "role:WHO:basis + ...", by name; '-' when nobody takes part.
[[nodiscard]] std::string parties(const Reading& reading);

/// "DAY..DAY basis", an open end left out.
[[nodiscard]] std::string day(const Reading& reading);

}  // namespace isnad::staged
