// isnad ingest: articles into the store.

#include "commands.hpp"
#include "infer_published.hpp"
#include "options.hpp"
#include "pipeline.hpp"
#include "terminal.hpp"

#include <fmt/format.h>

#include <filesystem>

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
               "  isnad ingest note.txt --published 2016-07-14T18:00:00+03:00 --source \"My paper\"\n"
               "  isnad ingest old.jsonl --infer-published\n\n"
               "A bad article is told and passed over, the others go in; then the exit code is 1.";
    }

    void setup(CLI::App& app) override {
        m_articles.add_to(app);
        app.add_flag("--infer-published", m_infer,
                     "Work out the publication of articles that give none, from their words and the store; it is said "
                     "and stored as inferred");
        add_db_option(app, m_db);
        add_lexicon_option(app, m_lexicon);
    }

    int run(Terminal& terminal) override {
        ReadOptions reading = m_articles.read_options();
        reading.infer_published = m_infer;
        ArticleReader reader(m_articles.inputs, reading, terminal.in());
        const Language language(read_lexicon(m_lexicon));
        std::optional<Store> store;
        IngestResult result;
        std::size_t skipped = 0;
        PipelineOptions options;
        options.threads = m_articles.threads;
        std::vector<Document> undated;
        std::optional<TimeGrammar> grammar;
        options.set_aside = &undated;
        run_pipeline(
            reader, language, options,
            [&](std::vector<Extracted> batch) {
                for (Extracted& article : batch) drop_repeats(article.extraction);
                if (!store) store = Store::open(m_db, {.mode = OpenMode::create, .bulk = true});
                result += store->add(batch);
            },
            [&](const Diagnostic& problem) {
                terminal.report(problem);
                ++skipped;
            });
        // After all others: what they tell may date them.
        for (Document& document : undated) {
            if (!store && std::filesystem::exists(m_db)) store = Store::open(m_db, {OpenMode::read_write, {}});
            if (!grammar) grammar.emplace(read_lexicon(m_lexicon));
            if (!infer(document, language, *grammar, store ? &*store : nullptr, terminal)) {
                ++skipped;
                continue;
            }
            Extraction extraction = extract(document, language, options.extract);
            drop_repeats(extraction);
            const Extracted extracted{std::move(document), std::move(extraction)};
            if (!store) store = Store::open(m_db, {OpenMode::create, {}});
            result += store->add({&extracted, 1});
        }
        if (store) store->fuse();
        summarise(terminal, store ? &*store : nullptr, result, skipped);
        return skipped == 0 ? exit_done : exit_failed;
    }

private:
    /// False, and told, when the text gives too little.
    static bool infer(Document& document, const Language& language, const TimeGrammar& grammar, const Store* store,
                      Terminal& terminal) {
        // What was concluded once stays: the article itself must not speak for its own date.
        std::optional<InferredPublication> inferred;
        if (store != nullptr) inferred = inferred_publication(*store, DocumentKey(document.id), document.text);
        if (!inferred) inferred = infer_published(document, language, grammar, store);
        if (!inferred) {
            terminal.error(
                fmt::format("article \"{}\" gives no publication time, and its text too little to infer one; "
                            "give it with \"published\" or --published",
                            document.id));
            return false;
        }
        const Interval& days = inferred->days;
        std::string message =
            fmt::format("article \"{}\": publication inferred, {}", document.id, to_string(*days.from));
        if (days.from != days.to) message += fmt::format(" to {}, counted from the first", to_string(*days.to));
        for (const std::string& reason : inferred->reasons) message += "\n    " + reason;
        terminal.note(message);
        document.published = PublicationTime{};
        document.published.day = *days.from;
        document.inferred = std::move(inferred);
        return true;
    }

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
    bool m_infer = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest_command() { return std::make_unique<IngestCommand>(); }

}  // namespace isnad::app
