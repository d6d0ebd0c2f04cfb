#include "text/sentences.hpp"

#include <algorithm>
#include <string>

namespace isnad {

namespace {

/// Walks the tokens once, closing sentences as their ends are met.
class Splitter {
public:
    Splitter(const TokenizedText& text, std::span<const Span> furniture) : m_text(text), m_furniture(furniture) {}

    std::vector<Sentence> run() {
        const auto& tokens = m_text.tokens;
        for (std::uint32_t i = 0; i < tokens.size(); ++i) {
            if (in_furniture(tokens[i].span.begin)) {
                close(i);
                m_begin = i + 1;
                m_new_paragraph = true;
            } else if (tokens[i].kind == TokenKind::line_break) {
                line_break(i);
            } else if (tokens[i].kind == TokenKind::mark && ends_sentence(i)) {
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
        const auto mark = m_text.text(i);
        if (mark == "?" || mark == "!") return true;
        if (mark != ".") return false;
        const auto& tokens = m_text.tokens;
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
        if (blank || first_line || m_begin == i) {
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

    void mark_headlines() {
        if (m_out.empty()) return;
        const auto head = folded(m_out.front());
        constexpr std::size_t longest = 400;  // bytes: a headline fits in two lines
        if (head.size() > longest || head.ends_with('.')) return;
        for (auto& s : m_out) {
            if (s.end - s.begin > 60) continue;
            if (folded(s).find(head.substr(0, head.size())) != std::string_view::npos) s.headline = true;
        }
    }

    const TokenizedText& m_text;
    std::span<const Span> m_furniture;
    std::size_t m_next = 0;
    std::uint32_t m_begin = 0;
    bool m_seen_line = false;
    bool m_new_paragraph = true;
    std::vector<Sentence> m_out;
};

}  // namespace

std::vector<Sentence> find_sentences(const TokenizedText& text, std::span<const Span> furniture) {
    return Splitter(text, furniture).run();
}

}  // namespace isnad
