#include "grammar.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/extract/tokens.hpp"
#include "lexicon/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace isnad {

namespace {

using timing::ClassId;
using timing::Start;

/// "ar/time/words.tsv": the language and the file's name below it; empty for a file of another room.
struct TimeFile {
    std::string_view language;
    std::string_view name;
};

std::optional<TimeFile> time_file(std::string_view name) {
    const auto at = name.find("/time/");
    if (at == std::string_view::npos) return std::nullopt;
    return TimeFile{name.substr(0, at), name.substr(at + 6)};
}

/// A table of people, places or given and family names, of whatever room.
bool holds_names(std::string_view name) {
    const auto file = name.substr(name.rfind('/') + 1);
    return file == "people.tsv" || file == "places.tsv" || (file.ends_with("_names.tsv") && file != "not_names.tsv");
}

class Compiler {
public:
    explicit Compiler(const LexiconFiles& files) : m_all(files), m_parts(std::make_unique<TimeGrammar::Parts>()) {
        for (const auto& file : files)
            if (time_file(file.name)) m_parts->files.push_back(file);
    }

    std::unique_ptr<const TimeGrammar::Parts> compile() {
        read_words();
        read_names();
        read_rules();
        known_classes();
        if (!m_diagnostics.empty()) throw InputError(std::move(m_diagnostics));
        m_parts->words.seal();
        index_starts();
        return std::move(m_parts);
    }

private:
    void read_words() {
        for (const auto& file : m_parts->files) {
            const auto time = *time_file(file.name);
            if (time.name == "tense_prefixes.tsv")
                read_tense_prefixes(file);
            else if (time.name.ends_with(".tsv"))
                m_parts->words.read(file, time.language, m_diagnostics);
        }
    }

    void read_tense_prefixes(const LexiconFile& file) {
        for_each_row(file, 2, 2, m_diagnostics, [&](const Row& row) {
            const auto value = timing::value_named(row.text(0));
            if (!value) return m_diagnostics.push_back(row.error(0, "expected past, present or future"));
            for (const auto& form : split_forms(row.fields[1]))
                m_parts->tense_prefixes.emplace_back(fold(form.text), *value);
        });
        for (const auto& [prefix, way] : m_parts->tense_prefixes)
            if (prefix.size() > 1) m_parts->tense_initials[static_cast<unsigned char>(prefix[1])] = true;
        std::stable_sort(m_parts->tense_prefixes.begin(), m_parts->tense_prefixes.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    }

    /// Names of people and places that would pass for a verb: by their first letters, or as a verb behind a
    /// conjunction.
    void read_names() {
        std::set<std::string> seen;
        for (const auto& file : m_all) {
            if (!holds_names(file.name)) continue;
            const auto words = tokenize(file.text);
            for (const auto& token : words.tokens)
                if (token.kind == TokenKind::word && passes_for_verb(words.text(token)))
                    seen.emplace(words.text(token));
        }
        for (const auto& word : seen) m_parts->words.add_name(word);
    }

    [[nodiscard]] bool passes_for_verb(std::string_view word) const {
        return m_parts->way_of_prefix(word) != 0 ||
               ((word.starts_with(arabic::waw) || word.starts_with(arabic::feh)) && m_parts->words.find(word) != 0);
    }

    void read_rules() {
        std::map<std::string_view, timing::Macros> macros;  // a language's files share theirs
        for (const auto& file : m_parts->files) {
            const auto time = *time_file(file.name);
            if (time.name.ends_with(".txt"))
                timing::read_rules(file, time.language, m_parts->words, macros[time.language], m_parts->rules,
                                   m_diagnostics);
        }
    }

    void known_classes() {
        const auto known = [&](const char* name, ClassId& out) {
            if (const auto* id = m_parts->words.class_named(name, {}))
                out = *id;
            else
                m_diagnostics.push_back(
                    {.file = "lexicon/*/time/*.tsv", .message = fmt::format("found no word of the class {}", name)});
        };
        known("card", m_parts->cardinal);
        known("ord", m_parts->ordinal);
        known("proclitic", m_parts->proclitic);
        known("tense", m_parts->tense);
        known("was", m_parts->was);
        known("until", m_parts->until);
        known("before", m_parts->before);
        auto& words = m_parts->words;  // a lexicon may do without these
        m_parts->plan = words.shared_class("plan");
        m_parts->order = words.shared_class("order");
        m_parts->opens = words.shared_class("opens");
        m_parts->governs = words.shared_class("governs");
        m_parts->name = words.shared_class("name");
    }

    void index_starts() {
        const timing::KnownClasses known{m_parts->cardinal, m_parts->ordinal, m_parts->proclitic};
        for (auto& rule : m_parts->rules)
            for (auto& program : rule.programs) mark_splits(program, known);
        std::vector<std::pair<Start, const timing::Program*>> programs;
        for (std::size_t r = 0; r < m_parts->rules.size(); ++r)
            for (std::size_t p = 0; p < m_parts->rules[r].programs.size(); ++p)
                programs.emplace_back(Start{m_parts->rules[r].programs[p].data(), static_cast<std::uint16_t>(r)},
                                      &m_parts->rules[r].programs[p]);
        m_parts->starts.build(std::move(programs), m_parts->words, known);
    }

    const LexiconFiles& m_all;
    std::unique_ptr<TimeGrammar::Parts> m_parts;
    std::vector<Diagnostic> m_diagnostics;
};

}  // namespace

TimeGrammar::TimeGrammar(const LexiconFiles& files) : m_parts(Compiler(files).compile()) {}
TimeGrammar::~TimeGrammar() = default;
TimeGrammar::TimeGrammar(TimeGrammar&&) noexcept = default;
TimeGrammar& TimeGrammar::operator=(TimeGrammar&&) noexcept = default;

}  // namespace isnad
