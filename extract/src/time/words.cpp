#include "words.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/extract/tokens.hpp"
#include "lexicon/letters.hpp"
#include "slots.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace isnad::timing {

namespace {

using namespace arabic;
constexpr std::string_view fa = "\xD9\x81";
constexpr std::string_view ba = "\xD8\xA8";

std::vector<std::string> words_of(std::string_view folded) {
    const auto text = tokenize(folded);
    std::vector<std::string> out;
    for (const auto& token : text.tokens) out.emplace_back(text.text(token));
    return out;
}

constexpr std::string_view arabic = "ar";

std::string class_name(std::string_view name, std::string_view language) {
    constexpr std::array<std::string_view, 12> shared{"card",   "ord",  "proclitic", "tense", "was",     "until",
                                                      "before", "plan", "order",     "opens", "governs", "name"};
    const bool own = std::find(shared.begin(), shared.end(), name) == shared.end();
    return own ? fmt::format("{}:{}", language, name) : std::string(name);
}

}  // namespace

WordTable::WordTable() {
    m_words.emplace_back();  // index 0 says "no such word"
    m_more.emplace_back();
}

ClassId WordTable::intern_class(std::string_view name) {
    if (const auto found = m_classes.find(name); found != m_classes.end()) return found->second;
    const auto id = static_cast<ClassId>(m_class_names.size());
    m_classes.emplace(std::string(name), id);
    m_class_names.emplace_back(name);
    m_has_words.push_back(false);
    return id;
}

const ClassId* WordTable::class_named(std::string_view name, std::string_view language) const {
    const auto found = m_classes.find(class_name(name, language));
    return found == m_classes.end() ? nullptr : &found->second;
}

void WordTable::add_spelling(std::string spelling, const Reading& reading) {
    const auto index = m_index->add(spelling) + 1;
    if (index == m_words.size()) m_words.emplace_back();
    m_pending.emplace_back(index, reading);
}

/// A verb with the pronouns of its object: "he said it", "they brought them together".
void WordTable::add_with_objects(const std::string& verb, Reading reading) {
    constexpr std::array<std::string_view, 4> objects{"\xD9\x87", "\xD9\x87\xD8\xA7", "\xD9\x87\xD9\x85",
                                                      "\xD9\x87\xD9\x85\xD8\xA7"};
    for (const auto object : objects) {
        const std::string form = verb + std::string(object);
        if (find(form) == 0) add_spelling(form, reading);
    }
}

void WordTable::add_form(std::string_view folded, Reading reading, Shape shape) {
    m_has_words[reading.word_class] = true;
    const auto words = words_of(folded);
    if (words.size() > 1) {
        reading.more = static_cast<std::uint16_t>(m_more.size());
        m_more.emplace_back(words.begin() + 1, words.end());
    }
    const std::string& first = words.front();
    if (shape == Shape::exact) return add_spelling(first, reading);
    if (shape == Shape::verb && words.size() == 1) add_with_objects(first, reading);

    const bool definite = shape != Shape::own_article && first.starts_with(article);
    const std::array<std::string_view, 3> conjunctions{"", waw, fa};
    const std::array<std::string_view, 4> prepositions{"", ba, kaf, lam};
    for (const auto conjunction : conjunctions) {
        reading.conjunction = !conjunction.empty();
        for (const auto preposition : prepositions) {
            if (shape == Shape::verb && !preposition.empty()) break;
            reading.preposition = !preposition.empty();
            reading.skip = static_cast<std::uint8_t>(conjunction.size() + preposition.size());
            const std::string before = std::string(conjunction) + std::string(preposition);
            reading.article = definite;
            if (definite && preposition == lam) {  // li + al- is written ll-
                add_spelling(before + first.substr(lam.size()), reading);
                continue;
            }
            add_spelling(before + first, reading);
            if (definite || shape == Shape::verb) continue;
            reading.article = true;
            add_spelling(preposition == lam ? before + std::string(lam) + first : before + std::string(article) + first,
                         reading);
        }
    }
}

void WordTable::read(const LexiconFile& file, std::string_view language, std::vector<Diagnostic>& diagnostics) {
    std::map<std::pair<ClassId, std::string>, std::uint64_t> seen;
    for_each_row(file, 3, 4, diagnostics, [&](const Row& row) {
        const auto value = value_named(row.text(1));
        if (row.text(0).empty()) return diagnostics.push_back(row.error(0, "found no class of words"));
        if (!value)
            return diagnostics.push_back(
                row.error(1, fmt::format("found \"{}\", expected a number or a known name", row.text(1))));
        Shape shape = language == arabic ? Shape::noun : Shape::exact;
        if (row.text(3) == "noun") {
            shape = Shape::noun;
        } else if (row.text(3) == "verb") {
            shape = Shape::verb;
        } else if (row.text(3) == "own_al") {
            shape = Shape::own_article;
        } else if (row.text(3) == "exact") {
            shape = Shape::exact;
        } else if (!row.text(3).empty()) {
            return diagnostics.push_back(
                row.error(3, fmt::format("found \"{}\", expected noun, own_al, verb or exact", row.text(3))));
        }
        const auto forms = split_forms(row.fields[2]);
        if (forms.empty()) return diagnostics.push_back(row.error(2, "found no form of a word"));
        const ClassId id = intern_class(class_name(row.text(0), language));
        for (const auto& form : forms) {
            const std::string folded = fold(form.text);
            if (words_of(folded).empty()) {
                diagnostics.push_back({.file = file.origin,
                                       .line = row.line,
                                       .column = form.column,
                                       .message = "found a form without a letter"});
                continue;
            }
            const auto [first, fresh] = seen.try_emplace({id, folded}, row.line);
            if (!fresh) {
                diagnostics.push_back({.file = file.origin,
                                       .line = row.line,
                                       .column = form.column,
                                       .message = fmt::format("\"{}\" is already a {} in line {}", form.text,
                                                              row.text(0), first->second)});
                continue;
            }
            add_form(folded, {.word_class = id, .value = *value}, shape);
        }
    });
}

ClassId WordTable::add_literal(std::string_view form, std::string_view language) {
    const std::string folded = fold(form);
    const std::string name = "'" + folded;
    if (const auto found = m_classes.find(name); found != m_classes.end()) return found->second;
    const ClassId id = intern_class(name);
    const bool letter = folded.size() <= waw.size();  // with clitics it would be another word
    if (!words_of(folded).empty())
        add_form(folded, {.word_class = id}, language == arabic && !letter ? Shape::noun : Shape::exact);
    return id;
}

void WordTable::add_name(const std::string& folded) { add_spelling(folded, {.word_class = shared_class("name")}); }

void WordTable::seal() {
    std::stable_sort(m_pending.begin(), m_pending.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& word : m_words) word.readings_begin = word.readings_end = 0;
    m_readings.reserve(m_pending.size());
    for (const auto& [index, reading] : m_pending) {
        auto& word = m_words[index];
        if (word.readings_begin == word.readings_end)
            word.readings_begin = word.readings_end = static_cast<std::uint32_t>(m_readings.size());
        m_readings.push_back(reading);
        ++word.readings_end;
    }
    m_pending = {};
}

}  // namespace isnad::timing
