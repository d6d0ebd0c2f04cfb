#include "isnad/core/utf8.hpp"
#include "pattern.hpp"

#include <fmt/format.h>

namespace isnad::timing {

namespace {

constexpr int deepest = 40;

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

bool is_macro_name(std::string_view name) { return name.front() >= 'A' && name.front() <= 'Z'; }

class Parser {
public:
    Parser(std::string_view text, const Place& place, std::string_view language, WordTable& words)
        : m_text(text), m_place(place), m_language(language), m_words(words) {}

    PatternNode parse() {
        PatternNode out = choice(0);
        if (!done()) fail("expected the end of the pattern");
        return out;
    }

private:
    [[nodiscard]] bool done() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) ++m_at;
        return m_at == m_text.size();
    }
    [[nodiscard]] char peek() { return done() ? '\0' : m_text[m_at]; }
    bool take(char c) {
        if (peek() != c || done()) return false;
        ++m_at;
        return true;
    }
    [[nodiscard]] std::uint64_t column() const { return m_place.column + count_code_points(m_text.substr(0, m_at)); }
    [[noreturn]] void fail(const std::string& expected) {
        Place place = m_place;
        place.column = column();
        const auto rest = m_text.substr(m_at);
        const auto found = rest.substr(0, rest.find(' '));
        throw place.error(found.empty() ? fmt::format("found the end of the line, {}", expected)
                                        : fmt::format("found \"{}\", {}", found, expected));
    }

    PatternNode choice(int depth) {
        if (depth > deepest) fail("expected fewer brackets within brackets");
        PatternNode out;
        out.kind = PatternNode::Kind::choice;
        out.children.push_back(sequence(depth));
        while (take('|')) out.children.push_back(sequence(depth));
        return out.children.size() == 1 ? std::move(out.children.front()) : out;
    }

    PatternNode sequence(int depth) {
        PatternNode out;
        out.kind = PatternNode::Kind::sequence;
        while (!done() && peek() != ')' && peek() != '|') out.children.push_back(item(depth));
        if (out.children.empty()) fail("expected a word class, a word in quotes or a bracket");
        return out;
    }

    PatternNode item(int depth) {
        PatternNode out = atom(depth);
        if (m_at < m_text.size() && m_text[m_at] == '?') {
            ++m_at;
            PatternNode optional;
            optional.kind = PatternNode::Kind::optional;
            optional.children.push_back(std::move(out));
            return optional;
        }
        return out;
    }

    PatternNode atom(int depth) {
        if (take('(')) {
            PatternNode out = choice(depth + 1);
            if (!take(')')) fail("expected ')'");
            Instruction shared;  // flags after a bracket are those of each word it can begin with
            flags(shared);
            apply_flags(shared, out);
            return out;
        }
        if (take('!')) {
            if (depth > deepest) fail("expected fewer '!'");
            PatternNode out;
            out.kind = PatternNode::Kind::negative;
            out.children.push_back(atom(depth + 1));
            return out;
        }
        if (take('[')) return mark(Op::core_begin);
        if (take(']')) return mark(Op::core_end);
        if (take('^')) return mark(Op::text_begin);
        if (take('$')) return mark(Op::text_end);
        if (take('{')) return setter();
        return word();
    }

    static void apply_flags(const Instruction& shared, PatternNode& node) {
        if (node.kind == PatternNode::Kind::leaf) {
            Instruction& leaf = node.leaf;
            leaf.need_article = leaf.need_article || shared.need_article;
            leaf.forbid_article = leaf.forbid_article || shared.forbid_article;
            leaf.need_conjunction = leaf.need_conjunction || shared.need_conjunction;
            leaf.need_preposition = leaf.need_preposition || shared.need_preposition;
            leaf.allow_clitics = leaf.allow_clitics || shared.allow_clitics;
            leaf.forbid_clitics = leaf.forbid_clitics || shared.forbid_clitics;
            leaf.glued = leaf.glued || shared.glued;
            return;
        }
        const bool in_order = node.kind == PatternNode::Kind::sequence;
        for (auto& child : node.children) {
            apply_flags(shared, child);
            const bool passed_over = child.kind == PatternNode::Kind::optional ||
                                     (child.kind == PatternNode::Kind::leaf && child.leaf.op >= Op::set);
            if (in_order && !passed_over) return;
        }
    }

    PatternNode mark(Op op) {
        PatternNode out;
        out.leaf.op = op;
        return out;
    }

    std::string_view name(const char* expected) {
        if (done()) fail(expected);
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && is_name(m_text[m_at])) ++m_at;
        if (m_at == begin) fail(expected);
        return m_text.substr(begin, m_at - begin);
    }

    Slot slot(std::string_view slot_name) {
        const auto found = slot_named(slot_name);
        if (!found) {
            m_at -= slot_name.size();
            fail("expected the name of a slot");
        }
        return *found;
    }

    int value() {
        if (done()) fail("expected a number or a known name");
        const std::size_t begin = m_at;
        if (m_text[m_at] == '-' || m_text[m_at] == '+') ++m_at;
        while (m_at < m_text.size() && is_name(m_text[m_at])) ++m_at;
        const auto found = value_named(m_text.substr(begin, m_at - begin));
        if (!found) {
            m_at = begin;
            fail("expected a number or a known name");
        }
        return *found;
    }

    PatternNode setter() {
        PatternNode out = mark(Op::set);
        out.leaf.slot = slot(name("expected the name of a slot"));
        if (!take('=')) fail("expected '='");
        out.leaf.value = value();
        if (!take('}')) fail("expected '}'");
        return out;
    }

    PatternNode word() {
        PatternNode out;
        out.column = column();
        if (peek() == '\'') {
            literal(out.leaf);
        } else {
            std::string_view first = name("expected a word class, a word in quotes or a bracket");
            if (m_at < m_text.size() && m_text[m_at] == ':') {
                out.leaf.slot = slot(first);
                out.leaf.captures = true;
                ++m_at;
                if (peek() == '\'') fail("expected a word class: a word in quotes has no value");
                first = name("expected a word class");
            }
            if (is_macro_name(first)) return macro(std::move(out), first);
            word_class(out.leaf, first);
        }
        flags(out.leaf);
        if (m_at < m_text.size() && m_text[m_at] == '=') constraint(out.leaf);
        return out;
    }

    PatternNode macro(PatternNode out, std::string_view macro_name) {
        if (out.leaf.captures) fail("expected no slot before a macro");
        out.kind = PatternNode::Kind::macro;
        out.name = std::string(macro_name);
        if (m_text.substr(m_at).starts_with("@2")) {
            out.frame = 1;
            m_at += 2;
        }
        return out;
    }

    void literal(Instruction& leaf) {
        const auto end = m_text.find('\'', m_at + 1);
        if (end == std::string_view::npos) fail("expected a closing quote");
        const auto form = m_text.substr(m_at + 1, end - m_at - 1);
        if (form.find_first_not_of(' ') == std::string_view::npos) fail("expected a word between the quotes");
        leaf.op = Op::word;
        leaf.word_class = m_words.add_literal(form, m_language);
        if (m_words.empty_class(leaf.word_class)) fail("expected a word between the quotes");
        m_at = end + 1;
    }

    void word_class(Instruction& leaf, std::string_view class_name) {
        if (class_name == "num" || class_name == "num1" || class_name == "dig") {
            leaf.op = Op::number;
            leaf.one_word = class_name == "num1";
            leaf.digits_only = class_name == "dig";
        } else if (class_name == "ord") {
            leaf.op = Op::ordinal;
        } else if (class_name == "any") {
            leaf.op = Op::any_word;
        } else if (const auto* id = m_words.class_named(class_name, m_language)) {
            leaf.op = Op::word;
            leaf.word_class = *id;
        } else {
            m_at -= class_name.size();
            fail("expected a class of words that has words");
        }
    }

    void flags(Instruction& leaf) {
        while (m_at + 1 < m_text.size() && m_text[m_at] == '.' && m_text[m_at + 1] != '.') {
            ++m_at;
            const auto flag = name("expected a flag");
            if (flag == "def") {
                leaf.need_article = true;
            } else if (flag == "ind") {
                leaf.forbid_article = true;
            } else if (flag == "w") {
                leaf.need_conjunction = true;
            } else if (flag == "p") {
                leaf.need_preposition = true;
            } else if (flag == "o") {
                leaf.allow_clitics = true;
            } else if (flag == "x") {
                leaf.forbid_clitics = true;
            } else if (flag == "g") {
                leaf.glued = true;
            } else if (flag == "d1" || flag == "d2" || flag == "d4") {
                leaf.digits = static_cast<std::uint8_t>(flag[1] - '0');
            } else {
                m_at -= flag.size();
                fail("expected a flag: def, ind, w, p, o, x, g, d1, d2 or d4");
            }
        }
    }

    void constraint(Instruction& leaf) {
        ++m_at;
        Ranges ranges;
        do {
            const int low = value();
            int high = low;
            if (m_text.substr(m_at).starts_with("..")) {
                m_at += 2;
                high = value();
            }
            ranges.emplace_back(low, high);
        } while (m_at < m_text.size() && m_text[m_at] == ',' && ++m_at != 0);
        leaf.allowed = m_words.keep(std::move(ranges));
    }

    std::string_view m_text;
    Place m_place;
    std::string_view m_language;
    WordTable& m_words;
    std::size_t m_at = 0;
};

}  // namespace

PatternNode parse_pattern(std::string_view text, const Place& place, std::string_view language, WordTable& words) {
    return Parser(text, place, language, words).parse();
}

}  // namespace isnad::timing
