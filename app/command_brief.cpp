// isnad brief: what happened in a period, the most important first, with who says so.

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include "isnad/export/briefing.hpp"

namespace isnad::app {

namespace {

constexpr date::days look_ahead{31};

class BriefCommand : public Command {
public:
    std::string name() const override { return "brief"; }
    std::string summary() const override {
        return "Print the briefing: what happened, the most important first, and who says so";
    }
    std::string example() const override {
        return "isnad brief --from 2016-07-01 --to 2016-07-31\n"
               "  isnad brief --about \"John Kerry\" --lang ar -o kerry.md";
    }

    void setup(CLI::App& app) override {
        add_db_option(app, m_db);
        m_window.add_to(app);
        app.add_option("--about", m_about, "Only what this person, body or country does, says or is told of")
            ->type_name("NAME");
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        m_language.add_to(app);
        app.add_option("--format", m_format, "md, html or json")
            ->type_name("FORMAT")
            ->capture_default_str()
            ->check(CLI::IsMember({"md", "html", "json"}));
        app.add_option("--lines", m_lines, "Lines of a week, the most important; a period by days has as many a day")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::Range(1, 10000));
        app.add_option("--days", m_days, "Tell only the N most important days")
            ->type_name("N")
            ->check(CLI::Range(1, 100000));
        app.add_flag("--all", m_all, "Every line that can be told, however unimportant");
        app.add_flag("--annex", m_annex, "What lies before the period or has no day, at the end");
        m_output.add_to(app);
    }

    int run(Terminal& terminal) override {
        ViewFilter filter;
        filter.window = m_window.window();
        filter.times = false;
        filter.as_of = day_option(m_as_of, "--as-of");
        const Store store = Store::open(m_db);
        BriefingOptions options;
        options.tongue = m_language.tongue();
        options.window = filter.window;
        if (filter.window.to) *filter.window.to += look_ahead;  // what was planned in the period for days after it
        options.lines = m_lines;
        options.days = m_days;
        options.all = m_all;
        options.annex = m_annex;
        if (!m_about.empty()) {
            const NameLookup lookup = find_actor(store, m_about);
            if (!known(lookup, terminal)) return exit_failed;
            filter.about = m_about;
            options.about = name_in(*lookup.actor, options.tongue);
        }
        const Briefing briefing = make_briefing(load_view(store, filter), options);
        Output output(m_output.path, m_output.force, terminal.out());
        if (m_format == "json") {
            write_json(briefing, output.stream());
        } else if (m_format == "html") {
            write_html(briefing, output.stream());
        } else {
            write_markdown(briefing, output.stream());
        }
        output.finish();
        return exit_done;
    }

private:
    std::string m_db = "story.db";
    WindowOptions m_window;
    std::string m_about;
    std::string m_as_of;
    LanguageOption m_language;
    std::string m_format = "md";
    std::size_t m_lines = 15;
    std::size_t m_days = 0;
    bool m_all = false;
    bool m_annex = false;
    OutputOptions m_output;
};

}  // namespace

std::unique_ptr<Command> make_brief_command() { return std::make_unique<BriefCommand>(); }

}  // namespace isnad::app
