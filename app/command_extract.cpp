// isnad extract: what was read from each article, as records on standard output.

#include "commands.hpp"
#include "options.hpp"
#include "output.hpp"
#include "reading_tree.hpp"
#include "record_lines.hpp"
#include "terminal.hpp"

namespace isnad::app {

namespace {

class ExtractCommand : public Command {
public:
    std::string name() const override { return "extract"; }
    std::string summary() const override { return "Print what articles say, as JSON Lines (docs/records.md)"; }
    std::string example() const override {
        return "isnad extract samples/articles.jsonl > records.jsonl\n"
               "  isnad extract samples -o records.jsonl";
    }

    void setup(CLI::App& app) override {
        m_articles.add_to(app);
        add_lexicon_option(app, m_lexicon);
        m_output.add_to(app);
        auto* times = app.add_flag("--times-only", m_times_only, "Look for times only, not for actors and events");
        auto* tree = app.add_flag("--tree", m_tree, "Print how each sentence was read, for people: clauses, who, when")
                         ->excludes(times);
        app.add_flag("--clues", m_clues, "With --tree: every decision with the clues it was made on")->needs(tree);
    }

    int run(Terminal& terminal) override {
        ReadOptions reading = m_articles.read_options();
        reading.tell_languages = !m_times_only;
        ArticleReader reader(m_articles.inputs, reading, terminal.in());
        Output output(m_output.path, m_output.force, terminal.out());
        const Language language(read_lexicon(m_lexicon));
        PipelineOptions options;
        options.threads = m_articles.threads;
        options.extract.events = !m_times_only;
        const bool all_read = m_tree ? write_trees(reader, language, options, m_clues, output.stream(), terminal)
                                     : write_records(reader, language, options, output.stream(), terminal);
        output.finish();
        return all_read ? exit_done : exit_failed;
    }

private:
    ArticleOptions m_articles;
    OutputOptions m_output;
    std::string m_lexicon;
    bool m_times_only = false;
    bool m_tree = false;
    bool m_clues = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace isnad::app
