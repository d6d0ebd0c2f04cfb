#include "text/sentences.hpp"

#include "isnad/core/fold.hpp"

#include <algorithm>
#include <string>

namespace isnad {

namespace {

/// Tokens; the longest sentence of a newspaper has some 150. What is longer is cut, so that work that looks at every
/// pair of words of a sentence stays linear in the text.
constexpr std::uint32_t longest_sentence = 400;

constexpr std::string_view doctor = "\xD8\xAF";  // dal: "Dr. X"

/// Walks the tokens once, closing sentences as their ends are met.
class Splitter {
public:
    Splitter(const TokenizedText& text, std::span<const Span> furniture, std::string_view title)
        : m_text(text), m_furniture(furniture), m_title(fold(title)) {}

    std::vector<Sentence> run() {
        const auto& tokens = m_text.tokens;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            if (in_furniture(tokens[i].span.begin)) {
                close(i);
                m_begin = i + 1;
                m_new_paragraph = true;
            } else if (tokens[i].kind == TokenKind::line_break) {
                line_break(i);
            } else if ((tokens[i].kind == TokenKind::mark && ends_sentence(i)) || i - m_begin + 1 >= longest_sentence) {
                close(i + 1);
            }
        }
        close(static_cast<std::uint32_t>(tokens.size()));
        mark_headlines();
        return std::move(m_out);
    }

private:
    bool in_furniture(std::uint32_t byte) {
        while (m_next < m_furniture.size() && m_furniture[m_next].end <= byte) ++m_next;
        return m_next < m_furniture.size() && m_furniture[m_next].begin <= byte;
    }

    [[nodiscard]] bool ends_sentence(std::uint32_t i) const {
        if (m_text.is_mark(i, '?') || m_text.is_mark(i, '!')) return true;
        if (!m_text.is_mark(i, '.')) return false;
        const auto& tokens = m_text.tokens;
        if (i > 0 && m_text.text(i - 1) == doctor && i + 1 < tokens.size()) return false;
        const bool number_before = i > 0 && tokens[i - 1].kind == TokenKind::number;
        const bool glued_number =
            i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::number && !tokens[i + 1].space_before;
        return !(number_before && glued_number);
    }

    void line_break(std::uint32_t i) {
        const auto& tokens = m_text.tokens;
        const bool blank = i + 1 >= tokens.size() || tokens[i + 1].kind == TokenKind::line_break;
        const bool first_line = m_out.empty() && !m_seen_line;
        if (i > m_begin) m_seen_line = true;
        if (blank || first_line || m_begin == i || tokens[i].paragraph) {
            close(i);
            m_new_paragraph = true;
        }
    }

    void close(std::uint32_t end) {
        auto begin = m_begin;
        while (begin < end && m_text.tokens[begin].kind == TokenKind::line_break) {
            ++begin;
            m_new_paragraph = true;
        }
        // Closing quotes and brackets belong to the sentence before.
        m_begin = end;
        if (begin >= end) return;
        m_out.push_back({begin, end, false, m_new_paragraph || m_out.empty()});
        m_new_paragraph = false;
    }

    [[nodiscard]] std::string_view folded(const Sentence& s) const {
        const auto& tokens = m_text.tokens;
        return std::string_view(m_text.folded.text)
            .substr(tokens[s.begin].begin, tokens[s.end - 1].end - tokens[s.begin].begin);
    }

    /// The title that came with the text, else the first line when it looks like one.
    [[nodiscard]] std::string_view headline() const {
        std::string_view title = m_title;
        title = title.substr(std::min(title.find_first_not_of(" \n"), title.size()));
        title = title.substr(0, title.find_last_not_of(" \n.") + 1);
        if (!title.empty()) return title;
        constexpr std::size_t longest = 400;  // bytes: a headline fits in two lines
        const auto first = folded(m_out.front());
        return first.size() > longest || first.ends_with('.') ? std::string_view{} : first;
    }

    /// Marks the lines that say the headline, once or more often, and little else (the outlet's name).
    void mark_headlines() {
        if (m_out.empty()) return;
        const auto head = headline();
        if (head.empty()) return;
        constexpr std::size_t little = 40;  // bytes
        constexpr std::size_t copies = 8;
        for (auto& s : m_out) {
            const auto line = folded(s);
            if (line.size() > copies * (head.size() + little)) continue;
            std::size_t said = 0;
            for (auto at = line.find(head); at != std::string_view::npos; at = line.find(head, at + head.size()))
                said += head.size();
            s.headline = said != 0 && line.size() - said <= little;
        }
    }

    const TokenizedText& m_text;
    std::span<const Span> m_furniture;
    std::string m_title;
    std::size_t m_next = 0;
    std::uint32_t m_begin = 0;
    bool m_seen_line = false;
    bool m_new_paragraph = true;
    std::vector<Sentence> m_out;
};

}  // namespace

std::vector<Sentence> find_sentences(const TokenizedText& text, std::span<const Span> furniture,
                                     std::string_view title) {
    return Splitter(text, furniture, title).run();
}

}  // namespace isnad
