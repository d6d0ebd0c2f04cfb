#pragma once
// A sentence as a tree of clauses: each finite verb or participle with what stands under it, and who acts in it.
// Nouns that tell of events have no clause of their own; they stand in the one of their verb.

#include "events/sentence_view.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace isnad {

enum class ClauseKind : std::uint8_t {
    main,
    content,      ///< "that ...", what stands behind a speaker's colon
    quote,        ///< a passage between quotation marks
    relative,     ///< "who ...", "which ...", and a bare verb behind an indefinite noun
    temporal,     ///< "when ...", "while ..."
    condition,    ///< "if ..."
    purpose,      ///< "in order to ..."
    coordinate,   ///< "and ...", a new statement behind a full stop
    participial,  ///< "adding ..."
    aside,        ///< "according to ..."
};

inline constexpr std::array<std::string_view, 10> clause_kind_names{
    "main", "content", "quote", "relative", "temporal", "condition", "purpose", "coordinate", "participial", "aside"};

/// Where the one who acts in a clause was found.
enum class SubjectFrom : std::uint8_t {
    none,
    behind,      ///< behind its verb
    before,      ///< before its verb
    antecedent,  ///< before its relative pronoun
    above,       ///< in the clause it stands under
};

struct ClauseNode {
    ClauseKind kind = ClauseKind::main;
    std::size_t parent = 0;  ///< index; the root's is its own
    std::size_t opener = 0;  ///< the item that opens it
    std::optional<std::size_t> predicate;
    SubjectFrom from = SubjectFrom::none;
    std::vector<NodeIndex> subject;  ///< who acts, when somebody known does
    std::size_t subject_first = 0;   ///< items of the subject, when it stands in this clause
    std::size_t subject_end = 0;     ///< 0: it does not
    bool subject_unknown = false;    ///< a noun that no list knows may be the subject
};

/// How one clause stands to another.
struct ClausePath {
    enum class Way : std::uint8_t { same, up, down, across };
    Way way = Way::same;
    ClauseKind kind = ClauseKind::main;  ///< of the outermost clause between, the upper one left out
    std::size_t steps = 0;
};

class ClauseTree {
public:
    explicit ClauseTree(const SentenceView& sentence);

    [[nodiscard]] const std::vector<ClauseNode>& nodes() const { return m_nodes; }
    [[nodiscard]] const ClauseNode& node(std::size_t clause) const { return m_nodes[clause]; }
    /// The clause an item stands in.
    [[nodiscard]] std::size_t of(std::size_t item) const { return m_of[item]; }
    [[nodiscard]] const ClauseNode& at(std::size_t item) const { return m_nodes[m_of[item]]; }
    /// From the clause of one item up to, down to or across to that of another.
    [[nodiscard]] ClausePath path(std::size_t from_item, std::size_t to_item) const;
    /// Whether a clause stands below another, or is it.
    [[nodiscard]] bool below(std::size_t clause, std::size_t above) const;

private:
    friend class ClauseTreeBuilder;
    std::vector<ClauseNode> m_nodes;
    std::vector<std::size_t> m_of;
};

}  // namespace isnad
