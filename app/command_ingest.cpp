// isnad ingest: articles into the store.

#include "commands.hpp"
#include "ingest_job.hpp"
#include "options.hpp"
#include "terminal.hpp"

#include <utility>

namespace isnad::app {

namespace {

class IngestCommand : public Command {
public:
    std::string name() const override { return "ingest"; }
    std::string summary() const override { return "Read articles into the store"; }
    std::string example() const override {
        return "isnad ingest samples/articles.jsonl --db story.db\n"
               "  isnad ingest note.txt --published 2016-07-14T18:00:00+03:00 --source \"My paper\"\n"
               "  isnad ingest old.jsonl --infer-published\n\n"
               "A bad article is told and passed over, the others go in; then the exit code is 1.";
    }

    void setup(CLI::App& app) override {
        m_articles.add_to(app);
        app.add_flag("--infer-published", m_infer,
                     "Work out the publication of articles that give none, from their words and the store; it is said "
                     "and stored as inferred");
        app.add_flag("--replace", m_replace,
                     "Let an article take the place of one that came from another file, or of what its file held "
                     "before");
        add_db_option(app, m_db);
        add_lexicon_option(app, m_lexicon);
    }

    int run(Terminal& terminal) override {
        ReadOptions reading = m_articles.read_options();
        reading.infer_published = m_infer;
        reading.tell_languages = true;
        ArticleReader reader(m_articles.inputs, reading, terminal.in());
        IngestOptions options{m_db, m_lexicon, {.replace = m_replace}, {}};
        options.work.threads = m_articles.threads;
        return IngestJob(std::move(options), terminal).run(reader) ? exit_done : exit_failed;
    }

private:
    ArticleOptions m_articles;
    std::string m_db = "story.db";
    std::string m_lexicon;
    bool m_infer = false;
    bool m_replace = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest_command() { return std::make_unique<IngestCommand>(); }

}  // namespace isnad::app
