// isnad time: the expressions of time in a text, and the days they stand for.

#include "commands.hpp"
#include "options.hpp"
#include "table.hpp"
#include "terminal.hpp"

#include "isnad/core/utf8.hpp"
#include "isnad/extract/time.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace isnad::app {

namespace {

using Json = nlohmann::ordered_json;

std::string day_or_blank(const std::optional<Day>& day) { return day ? to_string(*day) : "-"; }

std::string days(const Interval& when) {
    if (when.from == when.to) return day_or_blank(when.from);
    return day_or_blank(when.from) + " .. " + day_or_blank(when.to);
}

class TimeCommand : public Command {
public:
    std::string name() const override { return "time"; }
    std::string summary() const override { return "Find the times in a text and say which days they are"; }
    std::string example() const override {
        return "isnad time \"yesterday\" \"27 February\" --published 2016-07-27\n"
               "  isnad time --explain --published 2016-07-27 < article.txt";
    }

    void setup(CLI::App& app) override {
        app.add_option("text", m_texts, "Texts to look at; without any, standard input as one text")
            ->type_name("TEXT...");
        app.add_option("--published", m_published, "When the text was published: relative times are counted from it")
            ->required()
            ->type_name("TIME");
        app.add_option("--format", m_format, "table or json (one object a line)")
            ->capture_default_str()
            ->check(CLI::IsMember({"table", "json"}));
        app.add_flag("--explain", m_explain, "Show the rule, the anchor and the arithmetic of each");
        add_lexicon_option(app, m_lexicon);
    }

    int run(Terminal& terminal) override {
        const PublicationTime published = *time_option(m_published, "--published");
        const TimeGrammar grammar(read_lexicon(m_lexicon));
        if (m_texts.empty())
            m_texts.emplace_back(std::istreambuf_iterator<char>(terminal.in()), std::istreambuf_iterator<char>());
        std::vector<app::Row> rows;
        for (const std::string& text : m_texts) {
            if (const auto bad = find_malformed_utf8(text)) {
                terminal.error(fmt::format("the text is not UTF-8 at byte {}", *bad + 1));
                return exit_failed;
            }
            const TokenizedText tokens = tokenize(text);
            for (const TimeExpression& time : tag_times(tokens, grammar, published)) {
                if (m_format == "json") {
                    write_json(terminal.out(), text, time);
                } else if (m_explain) {
                    terminal.out() << time.span.of(text) << "\n    " << isnad::explain(time) << '\n';
                    ++m_found;
                } else {
                    rows.push_back({days(time.interval), time.value + (time.mod.empty() ? "" : " " + time.mod),
                                    to_string(time.certainty), one_line(time.span.of(text), 60)});
                }
            }
        }
        return finish(terminal, rows);
    }

private:
    int finish(Terminal& terminal, const std::vector<app::Row>& rows) const {
        if (m_format == "table" && !m_explain && !rows.empty()) {
            write_table(terminal.out(), {"DAYS", "VALUE", "CERTAINTY", "TEXT"}, rows);
        }
        if (rows.empty() && m_found == 0) terminal.note("no expression of time found");
        return exit_done;
    }

    void write_json(std::ostream& out, const std::string& text, const TimeExpression& time) {
        const auto point = [&](std::uint32_t byte) {
            return count_code_points(std::string_view(text).substr(0, byte));
        };
        const auto day = [](const std::optional<Day>& value) {
            return value ? Json(to_string(*value)) : Json(nullptr);
        };
        const Json record{{"begin", point(time.span.begin)},
                          {"end", point(time.span.end)},
                          {"text", std::string(time.span.of(text))},
                          {"type", to_string(time.type)},
                          {"value", time.value},
                          {"mod", time.mod.empty() ? Json(nullptr) : Json(time.mod)},
                          {"from", day(time.interval.from)},
                          {"to", day(time.interval.to)},
                          {"certainty", to_string(time.certainty)},
                          {"anchor", to_string(time.anchor.kind)},
                          {"rule", time.rule},
                          {"arithmetic", time.arithmetic}};
        out << record.dump() << '\n';
        ++m_found;
    }

    std::vector<std::string> m_texts;
    std::string m_published;
    std::string m_format = "table";
    std::string m_lexicon;
    bool m_explain = false;
    std::size_t m_found = 0;
};

}  // namespace

std::unique_ptr<Command> make_time_command() { return std::make_unique<TimeCommand>(); }

}  // namespace isnad::app
