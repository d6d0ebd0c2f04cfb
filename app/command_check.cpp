// isnad check: a store, or a folder of lexicon files.

#include "commands.hpp"
#include "options.hpp"
#include "terminal.hpp"

#include "isnad/extract/language.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad::app {

namespace {

class CheckCommand : public Command {
public:
    std::string name() const override { return "check"; }
    std::string summary() const override { return "Check a store, or a folder of lexicon files"; }
    std::string example() const override {
        return "isnad check --db story.db\n"
               "  isnad check --lexicon my-lexicon";
    }

    void setup(CLI::App& app) override {
        add_db_option(app, m_db);
        add_lexicon_option(app, m_lexicon);
    }

    int run(Terminal& terminal) override { return m_lexicon.empty() ? check_store(terminal) : check_lexicon(terminal); }

private:
    int check_lexicon(Terminal& terminal) const {
        const LexiconFiles files = lexicon_with_folder(m_lexicon);
        const Language language(files);
        terminal.out() << fmt::format("{}: the lexicon is well-formed ({} files with those built in)\n", m_lexicon,
                                      files.size());
        return exit_done;
    }

    int check_store(Terminal& terminal) const {
        const Store store = Store::open(m_db);
        const std::vector<Diagnostic> findings = store.check();
        for (const Diagnostic& finding : findings) terminal.report(finding);
        const bool bad = std::any_of(findings.begin(), findings.end(),
                                     [](const Diagnostic& finding) { return finding.severity == Severity::error; });
        if (bad) return exit_failed;
        const Store::Size size = store.size();
        terminal.out() << fmt::format(
            "{}: sound\narticles    {}\nevents      {}\ntellings    {}\nstatements  {}\nactors      {}\ncontent     "
            "{}\n",
            m_db, size.documents, size.events, size.tellings, size.statements, size.actors, store.content_hash());
        return exit_done;
    }

    std::string m_db = "story.db";
    std::string m_lexicon;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace isnad::app
