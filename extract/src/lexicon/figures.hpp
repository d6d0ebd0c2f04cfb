#pragma once
// Words of war, force and agreement that are a figure beside certain neighbours (lexicon/LANG/figures.tsv): a trade
// war, an attack on a goal.

#include "isnad/core/event_type.hpp"
#include "isnad/extract/lexicon_files.hpp"
#include "isnad/extract/tokens.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class Figures {
public:
    /// Rows of id, types, side, triggers and neighbours; the head of the file explains them.
    void load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics);

    /// Whether the word at a token, which would tell of an event of this type, is a figure. `begin` and `end` are the
    /// tokens of its sentence.
    [[nodiscard]] bool holds(EventType type, const TokenizedText& text, std::uint32_t token, std::uint32_t begin,
                             std::uint32_t end) const;

private:
    enum class Side : std::uint8_t { next, after, last, before, near };
    using Phrase = std::vector<std::string>;  ///< folded words; one that ends in '*' is a beginning

    struct Row {
        std::vector<EventType> types;
        Side side = Side::near;
        std::vector<Phrase> triggers;  ///< empty: every word of the types
        std::vector<Phrase> neighbours;
    };

    [[nodiscard]] bool beside(const Row& row, const TokenizedText& text, std::uint32_t token, std::uint32_t begin,
                              std::uint32_t end) const;

    std::vector<Row> m_rows;
};

}  // namespace isnad
