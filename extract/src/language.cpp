#include "isnad/extract/language.hpp"

#include "language_parts.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/word_class.hpp"
#include "time/grammar.hpp"

#include <fmt/format.h>

#include <utility>

namespace isnad {

namespace {

void load_function_words(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
        const auto word_class = parse_word_class(row.text(0));
        if (!word_class) {
            diagnostics.push_back(row.error(0, fmt::format("found the unknown word class '{}'", row.text(0))));
            return;
        }
        for (const auto& form : split_forms(row.fields[1]))
            table.add(form.text, {EntryKind::word, 0, static_cast<std::uint32_t>(*word_class)});
    });
}

}  // namespace

Language::Parts::Parts(const LexiconFiles& files) : times(files), phrases(times.parts().words.index()) {
    std::vector<Diagnostic> diagnostics;
    for (const auto& file : files) {
        if (file.name.ends_with("function_words.tsv")) load_function_words(file, phrases, diagnostics);
        if (file.name.ends_with("triggers.tsv")) load_triggers(file, triggers, phrases, diagnostics);
        if (file.name.ends_with("figures.tsv")) figures.load(file, diagnostics);
        if (file.name.ends_with("events/verbs.tsv")) plain_verbs.load(file, diagnostics);
        if (file.name.ends_with("events/weights.tsv")) weights.load(file, diagnostics);
        if (file.name.ends_with("furniture.tsv")) furniture.load(file, diagnostics);
    }
    pack.names.number_in(times.parts().words.index());
    pack.load(files, phrases, diagnostics);
    using arabic::article;
    for (const auto& [form, name] : pack.group_adjectives)
        for (const auto& written : {form, std::string(article) + form})
            phrases.add(written, {EntryKind::word, 0, static_cast<std::uint32_t>(WordClass::group_adjective)});
    if (!diagnostics.empty()) throw InputError(std::move(diagnostics));
    phrases.freeze();
}

Language::Language(const LexiconFiles& files) : m_parts(std::make_unique<Parts>(files)) {}
Language::~Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;

}  // namespace isnad
