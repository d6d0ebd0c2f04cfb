#include "grammar.hpp"
#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace isnad::timing {

namespace {

/// A piece of a line that knows its column.
struct Piece {
    std::string_view text;
    std::uint64_t column = 1;

    void skip(std::size_t bytes) {
        column += count_code_points(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    void trim() {
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) skip(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
            text.remove_suffix(1);
    }
    /// The piece up to the separator, which is taken away too; all of it when there is none.
    Piece cut(char separator) {
        Piece out{text.substr(0, text.find(separator)), column};
        skip(std::min(text.size(), out.text.size() + 1));
        out.trim();
        trim();
        return out;
    }
};

class Reader {
public:
    Reader(const LexiconFile& file, std::string_view language, WordTable& words, Macros& macros,
           std::vector<Rule>& rules, std::vector<Diagnostic>& diagnostics)
        : m_file(file),
          m_language(language),
          m_words(words),
          m_macros(macros),
          m_rules(rules),
          m_first(rules.size()),
          m_diagnostics(diagnostics) {}

    void read() {
        std::string_view text = m_file.text;
        for (std::uint64_t number = 1; !text.empty(); ++number) {
            const auto end = text.find('\n');
            Piece line{text.substr(0, end), 1};
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            m_line = number;
            try {
                read_line(line);
            } catch (const Diagnostic& diagnostic) {
                m_diagnostics.push_back(diagnostic);
            }
        }
        for (std::size_t i = m_first; i < m_rules.size(); ++i) check(m_rules[i]);
    }

private:
    [[nodiscard]] Place place(std::uint64_t column) const { return {&m_file, m_line, column}; }

    void read_line(Piece line) {
        if (const auto bad = find_malformed_utf8(line.text))
            throw place(count_code_points(line.text.substr(0, *bad)) + 1).error("found a byte that is not UTF-8");
        line.trim();
        if (line.text.empty() || line.text.front() == '#') return;
        const Piece keyword = line.cut(' ');
        if (keyword.text == "macro") return read_macro(line);
        if (keyword.text == "rule") return read_rule(line);
        if (keyword.text == "match") return rule(keyword) ? read_match(line) : void();
        if (keyword.text == "make") return rule(keyword) ? read_make(line) : void();
        if (keyword.text == "yes") return rule(keyword) ? read_example(line, Example::Kind::yes) : void();
        if (keyword.text == "no") return rule(keyword) ? read_example(line, Example::Kind::no) : void();
        if (keyword.text == "silent") return rule(keyword) ? read_example(line, Example::Kind::silent) : void();
        throw place(keyword.column)
            .error(fmt::format("found \"{}\", expected macro, rule, match, make, yes, no or silent", keyword.text));
    }

    bool rule(const Piece& keyword) {
        if (m_rules.size() > m_first) return true;
        throw place(keyword.column).error(fmt::format("found \"{}\" before any rule", keyword.text));
    }

    void read_macro(Piece line) {
        const Piece name = line.cut(' ');
        if (name.text.empty() || name.text.front() < 'A' || name.text.front() > 'Z')
            throw place(name.column).error("expected the name of a macro, in capitals");
        PatternNode node = parse_pattern(line.text, place(line.column), m_language, m_words);
        (void)compile_pattern(node, m_macros, place(line.column));
        if (!m_macros.emplace(std::string(name.text), std::move(node)).second)
            throw place(name.column).error(fmt::format("macro \"{}\" is already defined", name.text));
    }

    void read_rule(const Piece& id) {
        const auto same = [&](const Rule& r) { return r.id == id.text; };
        if (id.text.find('.') == std::string_view::npos)
            throw place(id.column).error(fmt::format("found \"{}\", expected FAMILY.NAME", id.text));
        if (std::any_of(m_rules.begin(), m_rules.end(), same))
            throw place(id.column).error(fmt::format("rule \"{}\" is already defined", id.text));
        Rule rule;
        rule.id = std::string(id.text);
        rule.place = place(id.column);
        m_rules.push_back(std::move(rule));
        m_made.push_back(false);
    }

    void read_match(const Piece& line) {
        const PatternNode node = parse_pattern(line.text, place(line.column), m_language, m_words);
        Program program = compile_pattern(node, m_macros, place(line.column));
        if (openings(program).first.anything)
            throw place(line.column).error("the pattern can begin with any word, or be empty");
        m_rules.back().programs.push_back(std::move(program));
    }

    void read_make(Piece line) {
        Rule& rule = m_rules.back();
        const Piece production = line.cut(' ');
        const auto found = production_named(production.text);
        if (!found)
            throw place(production.column).error(fmt::format("found \"{}\", expected a production", production.text));
        rule.production = *found;
        m_made.back() = true;
        while (!line.text.empty()) {
            Piece value = line.cut(' ');
            const Piece whole = value;
            const Piece slot = value.cut('=');
            const auto known_slot = slot_named(slot.text);
            const auto known_value = value_named(value.text);
            if (!known_slot || !known_value)
                throw place(whole.column)
                    .error(fmt::format("found \"{}\", expected slot=value of known names", whole.text));
            rule.constants.emplace_back(*known_slot, *known_value);
        }
    }

    std::optional<Day> read_end(const Piece& piece) {
        if (piece.text == "-") return std::nullopt;
        const auto day = parse_day(piece.text);
        if (!day) throw place(piece.column).error(fmt::format("found \"{}\", expected a day or '-'", piece.text));
        return day;
    }

    void read_example(Piece line, Example::Kind kind) {
        Example example;
        example.kind = kind;
        example.place = place(line.column);
        const Piece phrase = line.cut('|');
        example.phrase = std::string(phrase.text);
        const Piece published = line.cut('|');
        const auto when = parse_publication_time(published.text);
        if (!when)
            throw place(published.column)
                .error(fmt::format("found \"{}\", expected a publication date", published.text));
        example.published = *when;
        if (kind == Example::Kind::yes) {
            const Piece value = line.cut('|');
            if (value.text.empty()) throw place(value.column).error("expected the value");
            example.value = std::string(value.text);
            const auto day = parse_day(value.text);  // a plain day is its own interval
            if (line.text.empty() && !day) throw place(line.column).error("expected the first day, or '-'");
            example.interval.from = line.text.empty() ? day : read_end(line.cut('|'));
            example.interval.to = line.text.empty() ? example.interval.from : read_end(line.cut('|'));
        }
        if (!line.text.empty())
            throw place(line.column).error(fmt::format("found \"{}\", expected the end of the line", line.text));
        m_rules.back().examples.push_back(std::move(example));
    }

    static bool fills(const Rule& rule, Slot slot) {
        const auto constant = [&](const auto& c) { return c.first == slot; };
        if (std::any_of(rule.constants.begin(), rule.constants.end(), constant)) return true;
        for (const auto& program : rule.programs)
            for (const auto& i : program)
                if (i.slot == slot) return true;
        return false;
    }

    void need(const Rule& rule, Slot slot, const char* what) {
        if (!fills(rule, slot)) m_diagnostics.push_back(rule.place.error(fmt::format("rule fills no slot {}", what)));
    }

    void check(const Rule& rule) {
        if (rule.programs.empty()) m_diagnostics.push_back(rule.place.error("rule has no pattern"));
        if (!m_made[static_cast<std::size_t>(&rule - m_rules.data()) - m_first])
            m_diagnostics.push_back(rule.place.error("rule makes nothing"));
        const auto wanted = rule.production == Production::silent ? Example::Kind::silent : Example::Kind::yes;
        const auto reaches = [&](const Example& e) { return e.kind == wanted; };
        if (std::none_of(rule.examples.begin(), rule.examples.end(), reaches))
            m_diagnostics.push_back(rule.place.error("no example reaches the rule"));
        if (rule.production == Production::shift || rule.production == Production::span) {
            need(rule, Slot::unit, "unit");
            need(rule, Slot::dir, "dir");
        } else if (rule.production == Production::duration) {
            need(rule, Slot::unit, "unit");
        } else if (rule.production == Production::reference) {
            need(rule, Slot::dir, "dir");
        }
    }

    const LexiconFile& m_file;
    std::string_view m_language;
    WordTable& m_words;
    Macros& m_macros;
    std::vector<Rule>& m_rules;
    std::size_t m_first;
    std::vector<bool> m_made;
    std::vector<Diagnostic>& m_diagnostics;
    std::uint64_t m_line = 0;
};

}  // namespace

void read_rules(const LexiconFile& file, std::string_view language, WordTable& words, Macros& macros,
                std::vector<Rule>& rules, std::vector<Diagnostic>& diagnostics) {
    Reader(file, language, words, macros, rules, diagnostics).read();
}

}  // namespace isnad::timing
