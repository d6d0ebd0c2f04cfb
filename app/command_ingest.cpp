// isnad ingest: articles into the store.

#include "commands.hpp"
#include "options.hpp"
#include "pipeline.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

namespace isnad::app {

namespace {

std::string count(std::size_t n, const char* one, const char* many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

class IngestCommand : public Command {
public:
    std::string name() const override { return "ingest"; }
    std::string summary() const override { return "Read articles into the store"; }
    std::string example() const override {
        return "isnad ingest samples/articles.jsonl --db story.db\n"
               "  isnad ingest note.txt --published 2016-07-14T18:00:00+03:00 --source \"My paper\"\n\n"
               "A bad article is told and passed over, the others go in; then the exit code is 1.";
    }

    void setup(CLI::App& app) override {
        m_articles.add_to(app);
        add_db_option(app, m_db);
        add_lexicon_option(app, m_lexicon);
    }

    int run(Terminal& terminal) override {
        ArticleReader reader(m_articles.inputs, m_articles.read_options(), terminal.in());
        const Language language(read_lexicon(m_lexicon));
        std::optional<Store> store;
        IngestResult result;
        std::size_t skipped = 0;
        PipelineOptions options;
        options.threads = m_articles.threads;
        run_pipeline(
            reader, language, options,
            [&](std::vector<Extracted> batch) {
                for (Extracted& article : batch) drop_repeats(article.extraction);
                if (!store) store = Store::open(m_db, {OpenMode::create, {}});
                result += store->add(batch);
            },
            [&](const Diagnostic& problem) {
                terminal.report(problem);
                ++skipped;
            });
        if (store) store->fuse();
        summarise(terminal, store ? &*store : nullptr, result, skipped);
        return skipped == 0 ? exit_done : exit_failed;
    }

private:
    void summarise(Terminal& terminal, const Store* store, const IngestResult& result, std::size_t skipped) const {
        std::string message = fmt::format("{} added", result.added);
        if (result.unchanged > 0) message += fmt::format(", {} there already", result.unchanged);
        if (result.replaced > 0) message += fmt::format(", {} replaced", result.replaced);
        if (skipped > 0) message += fmt::format(", {} skipped", skipped);
        if (store == nullptr) {
            terminal.note(fmt::format("no article could be read ({})", count(skipped, "problem", "problems")));
            return;
        }
        const Store::Size size = store->size();
        terminal.note(fmt::format("{}; {} now holds {}, {}, {} and {}", message, m_db,
                                  count(size.documents, "article", "articles"), count(size.events, "event", "events"),
                                  count(size.statements, "statement", "statements"),
                                  count(size.actors, "actor", "actors")));
    }

    ArticleOptions m_articles;
    std::string m_db = "story.db";
    std::string m_lexicon;
};

}  // namespace

std::unique_ptr<Command> make_ingest_command() { return std::make_unique<IngestCommand>(); }

}  // namespace isnad::app
