#include "text/text_lines.hpp"

#include "lexicon/letters.hpp"
#include "time/grammar.hpp"

#include <algorithm>

namespace isnad {

namespace {

// Bytes of raw text; an Arabic letter has two.
constexpr std::uint32_t long_line = 240;
constexpr std::uint32_t middling_line = 110;
constexpr std::uint32_t longest_heading = 150;
constexpr std::uint32_t longest_stamp = 120;
constexpr std::uint32_t longest_brief = 64;

class LineReader {
public:
    LineReader(const TokenizedText& text, const FurnitureWords& words, const TimeGrammar& times)
        : m_text(text), m_words(words), m_times(times.parts().words) {
        for (const char* name : {"weekday", "month", "hijri_month"})
            if (const auto* id = m_times.class_named(name, "ar")) m_date_classes.push_back(*id);
    }

    [[nodiscard]] TextLine read(std::size_t begin, std::size_t end) const {
        const auto& tokens = m_text.tokens;
        TextLine line;
        line.span = {tokens[begin].span.begin, tokens[end - 1].span.end};
        look_at_words(line, begin, end);
        line.closed = closed(begin, end);
        line.long_enough = line.span.size() >= long_line;
        line.middling = line.span.size() >= middling_line;
        line.heading = !line.closed && line.span.size() <= longest_heading && ends_heading(begin, end);
        const auto last = m_text.text(end - 1);
        line.brief = line.span.size() <= longest_brief && !line.closed && last != "?" && last != "!";
        line.stamp = line.span.size() <= longest_stamp && stamp(begin, end);
        const auto folded =
            std::string_view(m_text.folded.text).substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin);
        const auto found = m_words.look_up(folded);
        line.scope = found.scope;
        line.names_more = found.rest != 0;
        return line;
    }

private:
    void look_at_words(TextLine& line, std::size_t begin, std::size_t end) const {
        for (auto i = begin; i < end && !(line.arabic && line.latin); ++i) {
            if (m_text.tokens[i].kind != TokenKind::word) continue;
            const auto first = static_cast<unsigned char>(m_text.text(i).front());
            line.arabic = line.arabic || (first >= 0xD8 && first <= 0xDB);
            line.latin = line.latin || (first >= 'a' && first <= 'z');
        }
    }

    [[nodiscard]] bool closed(std::size_t begin, std::size_t end) const {
        while (end > begin && m_text.tokens[end - 1].kind == TokenKind::mark) {
            const auto mark = m_text.text(end - 1);
            if (mark == ".") return true;
            if (mark != "\"" && mark != "'" && mark != ")" && mark != "]") return false;
            --end;
        }
        return false;
    }

    /// A word; or a question, call or quotation, unless the line begins with "and" as sentences of an article do.
    [[nodiscard]] bool ends_heading(std::size_t begin, std::size_t end) const {
        if (m_text.tokens[end - 1].kind == TokenKind::word) return true;
        const auto mark = m_text.text(end - 1);
        using arabic::waw;
        return (mark == "?" || mark == "!" || mark == "\"") && !m_text.text(begin).starts_with(waw);
    }

    [[nodiscard]] bool date_word(std::string_view word) const {
        if (m_words.stamp_word(word)) return true;
        const auto& found = m_times.word(m_times.find(word));
        return std::any_of(m_times.begin(found), m_times.end(found), [&](const timing::Reading& r) {
            return std::find(m_date_classes.begin(), m_date_classes.end(), r.word_class) != m_date_classes.end();
        });
    }

    /// A number or two and words of a date, nothing else.
    [[nodiscard]] bool stamp(std::size_t begin, std::size_t end) const {
        int numbers = 0;
        for (auto i = begin; i < end; ++i) numbers += m_text.tokens[i].kind == TokenKind::number ? 1 : 0;
        if (numbers < 2) return false;
        for (auto i = begin; i < end; ++i)
            if (m_text.tokens[i].kind == TokenKind::word && !date_word(m_text.text(i))) return false;
        return true;
    }

    const TokenizedText& m_text;
    const FurnitureWords& m_words;
    const timing::WordTable& m_times;
    std::vector<timing::ClassId> m_date_classes;
};

}  // namespace

std::vector<TextLine> text_lines(const TokenizedText& text, const FurnitureWords& words, const TimeGrammar& times) {
    const LineReader reader(text, words, times);
    std::vector<TextLine> out;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.tokens.size(); ++i) {
        if (i < text.tokens.size() && text.tokens[i].kind != TokenKind::line_break) continue;
        if (i > begin) out.push_back(reader.read(begin, i));
        begin = i + 1;
    }
    return out;
}

}  // namespace isnad
