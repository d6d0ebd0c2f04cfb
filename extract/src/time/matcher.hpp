#pragma once
// Finds where rules match, token by token. Among the programs that match at a token the one whose expression ends last
// wins, and the earlier rule among equals.

#include "grammar.hpp"

#include <array>

namespace isnad::timing {

struct Match {
    std::uint16_t rule = 0;
    std::uint32_t begin = 0;  ///< first token of the expression
    std::uint32_t end = 0;    ///< token after the last
    std::uint8_t skip = 0;    ///< folded bytes of clitics before the first word
    std::array<Frame, 2> frames;
};

class Matcher {
public:
    Matcher(const TokenizedText& text, const TimeGrammar::Parts& grammar, const std::vector<std::uint32_t>& words)
        : m_text(text), m_grammar(grammar), m_words(words) {}

    /// Tries one program at a token.
    [[nodiscard]] bool match(Start start, std::uint32_t token, Match& out);

    /// True when a form of several words stands at a token.
    [[nodiscard]] bool has_phrase(std::uint32_t token) const;

private:
    /// What one instruction has taken.
    struct Item {
        std::uint32_t next = 0;   ///< the token after it
        std::uint32_t first = 0;  ///< its own first token: a clitic written apart is left out
        int value = 0;
        std::uint8_t skip = 0;
    };
    struct Clitics {
        bool conjunction = false;
        bool preposition = false;
    };

    bool run(std::size_t at, std::uint32_t token);
    /// True when an item cannot be taken, as one look at the token tells.
    [[nodiscard]] bool refuses(const Instruction& i, std::uint32_t token) const;
    /// True when the first way of a split cannot begin here.
    [[nodiscard]] bool passes_by(const Instruction& split, std::uint32_t token) const;
    bool run_item(const Instruction& i, std::size_t at, std::uint32_t token);
    bool run_ahead(std::size_t at, std::uint32_t token);
    bool take(const Instruction& i, std::uint32_t token, Item& out) const;
    /// The longest form of a class that stands here.
    bool take_word(const Instruction& i, ClassId word_class, std::uint32_t token, Clitics before, Item& out) const;
    bool take_number(const Instruction& i, std::uint32_t token, Clitics before, Item& out) const;
    bool take_ordinal(const Instruction& i, std::uint32_t token, Clitics before, Item& out) const;
    bool digits(const Instruction& i, std::uint32_t token, Clitics before, Item& out) const;
    /// Number words from a token on, put together: "five and twenty", "three thousand".
    bool cardinal(std::uint32_t token, bool one_word, Item& out, Clitics& clitics) const;
    /// One number word or run of digits.
    bool component(std::uint32_t token, Item& out, Clitics& clitics) const;
    [[nodiscard]] bool fits(const Instruction& i, Clitics clitics) const;
    [[nodiscard]] bool is_decimal(std::uint32_t token) const;
    /// Tokens of a reading's form; 0 when its further words do not follow.
    [[nodiscard]] std::uint32_t length(const Reading& reading, std::uint32_t token) const;
    /// Bits of a clitic written apart: 1 wa/fa, 2 bi/li/ka, 4 article; 0 for other words.
    [[nodiscard]] int proclitic(std::uint32_t token) const { return m_grammar.words.word(m_words[token]).proclitic; }

    const TokenizedText& m_text;
    const TimeGrammar::Parts& m_grammar;
    const std::vector<std::uint32_t>& m_words;  ///< of each token
    const Instruction* m_program = nullptr;
    std::array<Frame, 2> m_frames;
    std::uint32_t m_start = 0;
    std::uint32_t m_core_begin = 0;
    std::uint32_t m_core_end = 0;
    std::uint8_t m_skip = 0;
    bool m_in_core = false;
    bool m_first = true;  ///< no word of the expression has been taken yet
    int m_budget = 0;
};

}  // namespace isnad::timing
