// isnad export: the store, or a part of it, in a format that other programs read.

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include "isnad/export/exporter.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

class ExportCommand : public Command {
public:
    std::string name() const override { return "export"; }
    std::string summary() const override { return "Write the graph, the timeline or a calendar for other programs"; }
    std::string example() const override {
        std::string text =
            "isnad export graphml -o graph.graphml\n"
            "  isnad export gexf --people --about \"John Kerry\" -o kerry.gexf\n"
            "  isnad export timeline --from 2016-07-01 -o timeline.json\n"
            "  isnad export page -o story.html\n\nFormats:";
        for (const ExportFormat& format : export_formats()) {
            text += fmt::format("\n  {:<12}{}", format.name, format.summary);
        }
        return text;
    }

    void setup(CLI::App& app) override {
        app.add_option("format", m_format, "The format; without one, they are listed")
            ->type_name(fmt::format("FORMAT:{{{}}}", names(",")));
        add_db_option(app, m_db);
        m_window.add_to(app);
        app.add_option("--about", m_about, "Only what this person, body or country does, says or is told of")
            ->type_name("NAME");
        app.add_option("--as-of", m_as_of, "Only what was published until this day")->type_name("DAY");
        app.add_option("--min-sources", m_min_sources, "Only events with as many independent sources")
            ->type_name("N")
            ->capture_default_str();
        app.add_flag("--people", m_people, "Graphs: actors joined to actors, one edge a pair, with counts and days");
        app.add_option("--size", m_size, "Graphs: what the size of a node stands for: rank or degree")
            ->type_name("WHAT")
            ->capture_default_str()
            ->check(CLI::IsMember({"rank", "degree"}));
        m_language_given = m_language.add_to(app);
        m_output.add_to(app);
    }

    int run(Terminal& terminal) override {
        if (m_format.empty()) return list(terminal);
        const ExportFormat* format = find_format(m_format);
        if (format == nullptr) {
            throw UsageError(fmt::format("no format \"{}\"; there are: {}", m_format, names(", ")));
        }
        if (m_people && !format->graph) throw UsageError(fmt::format("--people is for graphs, not for {}", m_format));
        ViewFilter filter;
        filter.statements = !format->graph;
        filter.texts = format->texts;
        filter.window = m_window.window();
        filter.as_of = day_option(m_as_of, "--as-of");
        filter.min_sources = m_min_sources;
        Output output(m_output.path, m_output.force, terminal.out());
        const Store store = Store::open(m_db);
        if (!m_about.empty()) {
            if (!known(find_actor(store, m_about), terminal)) return exit_failed;
            filter.about = m_about;
        }
        ExportOptions options;
        options.tongue = m_language_given->count() > 0 ? m_language.tongue() : format->tongue;
        options.people = m_people;
        options.size_by = m_size == "degree" ? SizeBy::degree : SizeBy::page_rank;
        format->make()->write(load_view(store, filter), output.stream(), options);
        output.finish();
        return exit_done;
    }

private:
    static std::string names(const char* separator) {
        std::string text;
        for (const ExportFormat& format : export_formats()) {
            text += (text.empty() ? "" : separator) + std::string(format.name);
        }
        return text;
    }

    static int list(Terminal& terminal) {
        for (const ExportFormat& format : export_formats()) {
            terminal.out() << fmt::format("{:<12}{}\n", format.name, format.summary);
        }
        return exit_done;
    }

    std::string m_format;
    std::string m_db = "story.db";
    WindowOptions m_window;
    std::string m_about;
    std::string m_as_of;
    std::size_t m_min_sources = 1;
    bool m_people = false;
    std::string m_size = "rank";
    LanguageOption m_language;
    CLI::Option* m_language_given = nullptr;
    OutputOptions m_output;
};

}  // namespace

std::unique_ptr<Command> make_export_command() { return std::make_unique<ExportCommand>(); }

}  // namespace isnad::app
