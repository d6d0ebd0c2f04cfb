#include "ingest_job.hpp"

#include "infer_published.hpp"
#include "options.hpp"
#include "terminal.hpp"
#include "visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace isnad::app {

namespace {

std::string count(std::size_t n, const char* one, const char* many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string days_in_words(const Interval& days) {
    if (days.from == days.to) return to_string(*days.from);
    return fmt::format("{} to {}, counted from the first", to_string(*days.from), to_string(*days.to));
}

}  // namespace

IngestJob::IngestJob(IngestOptions options, Terminal& terminal)
    : m_options(std::move(options)), m_terminal(terminal), m_language(read_lexicon(m_options.lexicon)) {}

bool IngestJob::run(ArticleReader& reader) {
    std::vector<Document> undated;
    m_options.work.set_aside = &undated;
    m_options.work.drop_repeats = true;
    run_pipeline(
        reader, m_language, m_options.work,
        [&](const std::vector<Extracted>& batch) {
            store(OpenMode::create, true);
            add(batch);
        },
        [&](const Diagnostic& problem) { tell(problem); });
    // After all others: what they tell may date them.
    for (Document& document : undated) add_undated(std::move(document));
    if (m_store) m_store->fuse();
    summarise(reader.incomplete());
    return m_skipped == 0 && reader.incomplete() == 0;
}

/// Opens the store when it is not yet.
Store* IngestJob::store(OpenMode mode, bool bulk) {
    if (!m_store) m_store = Store::open(m_options.db, {.mode = mode, .bulk = bulk});
    return &*m_store;
}

/// All of them at once; when one fails, each half by itself, so that just that one stays out.
void IngestJob::add(std::span<const Extracted> batch) {
    if (batch.empty()) return;
    IngestResult result;
    const auto problem = walled(Stage::store, batch.front().document, {}, [&] {
        if (m_options.work.at_stage)
            for (const Extracted& article : batch) m_options.work.at_stage(Stage::store, article.document);
        result = m_store->add(batch, m_options.adding);
    });
    if (!problem) return tell_of(batch, result);
    if (batch.size() == 1) return tell(*problem);
    const auto half = batch.size() / 2;
    add(batch.first(half));
    add(batch.subspan(half));
}

void IngestJob::add_undated(Document document) {
    if (std::filesystem::exists(m_options.db)) store(OpenMode::read_write, false);
    Extracted article{std::move(document), {}};
    bool dated = false;
    auto problem = walled(Stage::extraction, article.document, {}, [&] { dated = infer(article.document); });
    if (!problem && !dated) return;
    if (!problem) problem = extract_article(article, m_language, m_options.work);
    if (problem) return tell(*problem);
    store(OpenMode::create, false);
    add({&article, 1});
}

/// False, and told, when the text gives too little.
bool IngestJob::infer(Document& document) {
    if (!m_grammar) m_grammar.emplace(read_lexicon(m_options.lexicon));
    const Store* store = m_store ? &*m_store : nullptr;
    // What was concluded once stays: the article itself must not speak for its own date.
    std::optional<InferredPublication> inferred;
    if (store != nullptr) inferred = inferred_publication(*store, DocumentKey(document.id), document.text);
    if (!inferred) inferred = infer_published(document, m_language, *m_grammar, store);
    if (!inferred) {
        tell({Severity::error, document.origin.file, document.origin.line, 0,
              fmt::format("article \"{}\" gives no publication time, and its text too little to infer one; "
                          "give it with \"published\" or --published",
                          document.id)});
        return false;
    }
    std::string message =
        fmt::format("article \"{}\": publication inferred, {}", visible(document.id), days_in_words(inferred->days));
    for (const std::string& reason : inferred->reasons) message += "\n    " + visible(reason);
    m_terminal.note(message);
    document.published = PublicationTime{};
    document.published.day = *inferred->days.from;
    document.inferred = std::move(inferred);
    return true;
}

void IngestJob::tell(const Diagnostic& problem) {
    m_terminal.report(problem);
    if (problem.severity == Severity::error) ++m_skipped;
}

/// What the store did not take, or took beside another.
void IngestJob::tell_of(std::span<const Extracted> batch, const IngestResult& result) {
    m_result += result;
    const auto at = [&](const std::string& id) -> const Origin& {
        return std::find_if(batch.begin(), batch.end(), [&](const Extracted& e) { return e.document.id == id; })
            ->document.origin;
    };
    for (const std::string& id : result.refused)
        tell({Severity::error, at(id).file, at(id).line, 0,
              fmt::format("article \"{}\" is in {} already, with another text and from another file; give --replace to "
                          "put this one in its place, or an id of its own",
                          id, m_options.db)});
    for (const auto& [id, earlier] : result.beside)
        tell({Severity::note, at(id).file, at(id).line, 0,
              fmt::format("another text than before: added as \"{}\" beside \"{}\"; --replace would have put it in its "
                          "place",
                          id, earlier)});
}

void IngestJob::summarise(std::size_t incomplete) {
    std::string message = fmt::format("{} added", m_result.added);
    if (m_result.unchanged > 0) message += fmt::format(", {} there already", m_result.unchanged);
    if (m_result.replaced > 0) message += fmt::format(", {} replaced", m_result.replaced);
    if (incomplete > 0) message += fmt::format(", {} not to its end", incomplete);
    if (m_skipped > 0) message += fmt::format(", {} skipped", m_skipped);
    if (!m_store) {
        m_terminal.note(fmt::format("no article could be read ({})", count(m_skipped, "problem", "problems")));
        return;
    }
    const Store::Size size = m_store->size();
    m_terminal.note(fmt::format("{}; {} now holds {}, {}, {} and {}", message, m_options.db,
                                count(size.documents, "article", "articles"), count(size.events, "event", "events"),
                                count(size.statements, "statement", "statements"),
                                count(size.actors, "actor", "actors")));
}

}  // namespace isnad::app
