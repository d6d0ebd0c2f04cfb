// isnad time: the expressions of time in a text, and the days they stand for. As a filter: articles as JSON Lines in,
// JSON Lines out; plain text in, a table out.

#include "commands.hpp"
#include "options.hpp"
#include "stages.hpp"
#include "table.hpp"
#include "terminal.hpp"
#include "time_json.hpp"
#include "time_options.hpp"
#include "visible.hpp"

#include "isnad/core/utf8.hpp"
#include "isnad/extract/extract.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

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
               "  isnad time --explain --published 2016-07-27 < article.txt\n"
               "  isnad time < articles.jsonl > times.jsonl";
    }

    void setup(CLI::App& app) override {
        app.add_option("text", m_texts,
                       "Texts to look at; without any, standard input: articles as JSON Lines, or a text")
            ->type_name("TEXT...");
        app.add_option(
               "--published", m_published,
               "When the text was published: relative times are counted from it. Articles may tell it themselves")
            ->type_name("TIME");
        app.add_option("--format", m_format, "table or json; without it, json for JSON Lines and a table for text")
            ->check(CLI::IsMember({"table", "json"}));
        app.add_flag("--explain", m_explain, "Show the rule, the anchor and the arithmetic of each (json always does)");
        m_options.add_to(app);
        add_lexicon_option(app, m_lexicon);
    }

    int run(Terminal& terminal) override {
        m_published_time = time_option(m_published, "--published");
        const bool all_read = m_texts.empty() ? read_input(terminal) : read_arguments(terminal);
        if (!m_rows.empty()) {
            Row head{"DAYS", "VALUE", "CERTAINTY", "TEXT"};
            if (m_documents) head.insert(head.begin(), "DOCUMENT");
            write_table(terminal.out(), head, m_rows);
        }
        if (m_found == 0 && !m_documents && all_read) terminal.note("no expression of time found");
        return all_read ? exit_done : exit_failed;
    }

private:
    bool read_arguments(Terminal& terminal) {
        if (!m_published_time) throw UsageError("--published is required: relative times are counted from it");
        const TimeGrammar grammar(read_lexicon(m_lexicon));
        const PublicationTime published = m_options.in_zone(*m_published_time);
        for (const std::string& text : m_texts) {
            show(terminal, text, tag_times(tokenize(text), grammar, published, m_options.options()));
        }
        return true;
    }

    /// One text, or one article a line. What is not the article (page furniture) is passed over.
    bool read_input(Terminal& terminal) {
        int first = terminal.in().peek();
        while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
            terminal.in().get();
            first = terminal.in().peek();
        }
        m_documents = first == '{';
        ReadOptions read;
        read.published = m_published_time;
        ArticleReader reader({"-"}, read, terminal.in());
        const Language language(read_lexicon(m_lexicon));
        ExtractOptions options;
        options.events = false;
        options.time = m_options.options();
        bool all_read = true;
        while (auto result = reader.next()) {
            if (const auto* problem = std::get_if<Diagnostic>(&*result)) {
                terminal.report(*problem);
                all_read = all_read && problem->severity != Severity::error;
                continue;
            }
            auto& document = std::get<Document>(*result);
            document.published = m_options.in_zone(document.published);
            const auto failed = walled(Stage::extraction, document, {}, [&] {
                show_document(terminal, document, extract(document, language, options).times);
            });
            if (!failed) continue;
            terminal.report(*failed);
            all_read = false;
        }
        return all_read && reader.incomplete() == 0;
    }

    void show_document(Terminal& terminal, const Document& document, const std::vector<TimeExpression>& times) {
        m_document = document.id;
        if (m_documents && m_format != "table")
            terminal.out() << times_of_document(document, times).dump() << '\n';
        else
            show(terminal, document.text, times);
    }

    void show(Terminal& terminal, const std::string& text, const std::vector<TimeExpression>& times) {
        const CodePointIndex index(text);
        for (const TimeExpression& time : times) {
            ++m_found;
            if (m_format == "json") {
                terminal.out() << time_as_json(text, index, time).dump() << '\n';
            } else if (m_explain) {
                terminal.out() << visible(time.span.of(text)) << "\n    " << isnad::explain(time) << '\n';
            } else {
                m_rows.push_back({days(time.interval), time.value + (time.mod.empty() ? "" : " " + time.mod),
                                  to_string(time.certainty), one_line(time.span.of(text), 60)});
                if (m_documents) m_rows.back().insert(m_rows.back().begin(), m_document);
            }
        }
    }

    std::vector<std::string> m_texts;
    std::string m_published;
    std::string m_format;
    std::string m_lexicon;
    TimeCommandOptions m_options;
    bool m_explain = false;

    std::optional<PublicationTime> m_published_time;
    bool m_documents = false;  ///< the input is JSON Lines
    std::string m_document;    ///< its id
    std::vector<Row> m_rows;
    std::size_t m_found = 0;
};

}  // namespace

std::unique_ptr<Command> make_time_command() { return std::make_unique<TimeCommand>(); }

}  // namespace isnad::app
