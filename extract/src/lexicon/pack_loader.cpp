// Reads the files of the pack.

#include "isnad/core/calendar.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/letters.hpp"
#include "lexicon/morphology.hpp"
#include "lexicon/pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace isnad {

namespace {

using arabic::article;

std::string optional_text(std::string_view field) { return field == "-" ? std::string{} : std::string(field); }

bool named(const LexiconFile& file, std::string_view name) {
    return file.name == name || file.name.ends_with("/" + std::string(name));
}

void add_forms(const Field& field, Entry entry, PhraseTable& table) {
    for (const auto& form : split_forms(field))
        if (form.text != "-") table.add(form.text, entry);
}

/// Reads "2013-02-01", or '-' for an open end.
std::optional<Day> read_day(const Row& row, std::size_t column, std::vector<Diagnostic>& diagnostics) {
    if (row.text(column) == "-") return std::nullopt;
    const auto day = parse_day(row.text(column));
    if (!day)
        diagnostics.push_back(
            row.error(column, fmt::format("found '{}', expected a day as 2016-07-14, or -", row.text(column))));
    return day;
}

/// Whether the last field marks a club.
bool read_sport(const Row& row, std::size_t column, std::vector<Diagnostic>& diagnostics) {
    if (row.text(column) != "sport")
        diagnostics.push_back(row.error(column, fmt::format("found '{}', expected sport", row.text(column))));
    return true;
}

void load_title_words(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    constexpr std::array<std::string_view, 13> classes{"adjunct", "relation", "side", "crowd",     "particle",
                                                       "opener",  "peers",    "spot", "honorific", "delegation",
                                                       "site",    "naming",   "plain"};
    for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
        const auto found = std::find(classes.begin(), classes.end(), row.text(0));
        if (found == classes.end())
            diagnostics.push_back(row.error(0, fmt::format("found the unknown class '{}'", row.text(0))));
        else
            add_forms(row.fields[1], {EntryKind::title_word, 0, static_cast<std::uint32_t>(found - classes.begin())},
                      table);
    });
}

}  // namespace

void Pack::load(const LexiconFiles& files, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    const auto each = [&](std::string_view name, auto load) {
        for (const auto& file : files)
            if (named(file, name)) load(file);
    };
    for (const auto name : NameWords::files) each(name, [&](const LexiconFile& f) { names.load(f, diagnostics); });
    for (const auto* name : {"places.tsv", "organizations.tsv", "people.tsv"})
        each(name, [&](const LexiconFile& f) { load_actors(f, table, diagnostics); });
    each("countries.tsv", [&](const LexiconFile& f) { load_countries(f, table, diagnostics); });
    each("office_types.tsv", [&](const LexiconFile& f) { load_offices(f, table, diagnostics); });
    each("offices.tsv", [&](const LexiconFile& f) { load_terms(f, diagnostics); });
    each("office_complements.tsv", [&](const LexiconFile& f) { load_complements(f, diagnostics); });
    each("organization_heads.tsv", [&](const LexiconFile& f) { load_organization_heads(f, table, diagnostics); });
    for (const auto& [form, entity] : m_organizations) {
        if (node(entity).type != NodeType::media) continue;
        for (const auto& head : organization_heads)
            if (head.type == NodeType::media && form.size() > head.word.size() + 1 && form.starts_with(head.word) &&
                form[head.word.size()] == ' ')
                m_quoted.try_emplace(form.substr(head.word.size() + 1), entity);
    }
    each("title_words.tsv", [&](const LexiconFile& f) { load_title_words(f, table, diagnostics); });
    each("not_names.tsv", [&](const LexiconFile& f) {
        for_each_row(f, 2, 2, diagnostics, [&](const Row& row) { table.add(row.text(0), {EntryKind::nothing, 0, 0}); });
    });
    each("occupations.tsv", [&](const LexiconFile& f) {
        for_each_row(f, 2, 2, diagnostics, [&](const Row& row) {
            add_forms(row.fields[1], {EntryKind::occupation, 0, 0}, table);
        });
    });
    each("group_heads.tsv", [&](const LexiconFile& f) { load_groups(f, table, diagnostics); });
    each("group_adjectives.tsv", [&](const LexiconFile& f) {
        for_each_row(f, 2, 2, diagnostics, [&](const Row& row) {
            auto form = fold(row.text(0));
            if (form.starts_with(article)) form.erase(0, article.size());
            group_adjectives.emplace(std::move(form), std::string(row.text(1)));
        });
    });
}

void Pack::load_actors(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    const bool people = named(file, "people.tsv");
    const bool typed = named(file, "organizations.tsv");
    const std::size_t shift = typed ? 1 : 0;
    const std::size_t fields = people || typed ? 7 : 6;
    for_each_row(file, fields, fields + (typed ? 2 : 1), diagnostics, [&](const Row& row) {
        auto type = people ? NodeType::person : NodeType::place;
        if (typed) {
            const auto parsed = parse_node_type(row.text(1));
            if (!parsed) {
                diagnostics.push_back(row.error(1, fmt::format("found the unknown node type '{}'", row.text(1))));
                return;
            }
            type = *parsed;
        }
        const auto key = std::string(row.text(0));
        if (m_by_key.contains(key)) {
            diagnostics.push_back(row.error(0, fmt::format("the key '{}' stands in the pack already", key)));
            return;
        }
        Node node{.key = fmt::format("{}/{}", to_string(type), key),
                  .type = type,
                  .name_en = optional_text(row.text(1 + shift)),
                  .name_ar = optional_text(row.text(2 + shift)),
                  .wikidata = optional_text(row.text(3 + shift)),
                  .country = optional_text(row.text(4 + shift)),
                  .description = {}};
        const auto name_ar = node.name_ar;
        const auto id = add(std::move(node));
        const bool more = row.fields.size() > fields;
        const bool town = type == NodeType::place && more;
        if (town && row.text(fields) != "town")
            diagnostics.push_back(row.error(fields, fmt::format("found '{}', expected town", row.text(fields))));
        const Entry entry{EntryKind::entity, town ? EntityForm::town : EntityForm::full, id};
        table.add(name_ar, entry);
        add_forms(row.fields[5 + shift], entry, table);
        if (people) {
            add_forms(row.fields[6], {EntryKind::entity, EntityForm::short_form, id}, table);
            names.add_person(name_ar, id);
            for (const auto& form : split_forms(row.fields[5])) names.add_person(form.text, id);
        }
        if (typed)
            for (const auto& form : split_forms(row.fields[6])) m_organizations.try_emplace(fold(form.text), id);
        if (more && !town) add_forms(row.fields[fields], {EntryKind::entity, EntityForm::bare, id}, table);
        if (row.fields.size() > fields + 1) entities[id].sport = read_sport(row, fields + 1, diagnostics);
    });
}

void Pack::load_countries(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 9, 10, diagnostics, [&](const Row& row) {
        const auto code = std::string(row.text(0));
        const auto id = add({.key = "country/" + code,
                             .type = NodeType::country,
                             .name_en = optional_text(row.text(1)),
                             .name_ar = optional_text(row.text(2)),
                             .wikidata = optional_text(row.text(3)),
                             .country = code,
                             .description = {}});
        const auto number = static_cast<std::uint32_t>(countries.size());
        countries.push_back(id);
        m_countries.emplace(code, id);
        const auto adjectives = split_forms(row.fields[5]);
        m_stems.emplace(
            code, fold(adjectives.empty() || adjectives.front().text == "-" ? row.text(2) : adjectives.front().text));
        const Entry entry{EntryKind::entity, EntityForm::full, id};
        table.add(row.text(2), entry);
        for (const std::size_t field : {4U, 6U, 8U}) add_forms(row.fields[field], entry, table);
        if (row.fields.size() > 9) add_forms(row.fields[9], {EntryKind::entity, EntityForm::bare, id}, table);
        for (const auto& adjective : adjectives)
            if (adjective.text != "-")
                inflect_nationality(adjective.text, [&](const std::string& form, std::uint16_t features) {
                    table.add(form, {EntryKind::nationality, features, number});
                });
        if (row.text(7) == "-") return;
        const auto capital = find(std::string(row.text(7)));
        if (capital)
            entities[*capital].capital_of = id;
        else
            diagnostics.push_back(
                row.error(7, fmt::format("the place '{}' does not stand in places.tsv", row.text(7))));
    });
}

void Pack::load_offices(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 5, 7, diagnostics, [&](const Row& row) {
        const auto index = static_cast<std::uint32_t>(offices.size());
        if (row.text(4) != "fixed" && row.text(4) != "country") {
            diagnostics.push_back(row.error(4, fmt::format("found '{}', expected fixed or country", row.text(4))));
            return;
        }
        offices.push_back(
            {std::string(row.text(0)), optional_text(row.text(1)), optional_text(row.text(2)), row.text(4) == "fixed"});
        m_offices.emplace(offices.back().key, index);
        add_forms(row.fields[3], {EntryKind::office, 0, index}, table);
        // Two holders at once, then many.
        for (std::size_t many = 0; many < 2 && row.fields.size() > 5 + many; ++many)
            add_forms(row.fields[5 + many], {EntryKind::dual_office, static_cast<std::uint8_t>(many), index}, table);
    });
}

void Pack::load_terms(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 5, 5, diagnostics, [&](const Row& row) {
        const auto type = office(std::string(row.text(0)));
        const auto person = find(std::string(row.text(2)));
        if (!type) diagnostics.push_back(row.error(0, fmt::format("the office '{}' is not known", row.text(0))));
        if (!person) diagnostics.push_back(row.error(2, fmt::format("the person '{}' is not known", row.text(2))));
        if (!type || !person) return;
        const Interval held{read_day(row, 3, diagnostics), read_day(row, 4, diagnostics)};
        m_terms_of_person[*person].push_back(static_cast<std::uint32_t>(terms.size()));
        terms.push_back({*type, optional_text(row.text(1)), *person, held});
    });
}

void Pack::load_complements(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 3, 3, diagnostics, [&](const Row& row) {
        const auto base = office(std::string(row.text(0)));
        const auto makes = office(std::string(row.text(2)));
        if (!base) diagnostics.push_back(row.error(0, fmt::format("the office '{}' is not known", row.text(0))));
        if (!makes) diagnostics.push_back(row.error(2, fmt::format("the office '{}' is not known", row.text(2))));
        if (!base || !makes) return;
        for (const auto& words : split_forms(row.fields[1])) complements.push_back({*base, fold(words.text), *makes});
    });
}

void Pack::load_organization_heads(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    constexpr std::array<std::string_view, 6> hows{"words", "definite", "quoted", "bound", "adjective", "adjectives"};
    for_each_row(file, 3, 4, diagnostics, [&](const Row& row) {
        const auto type = parse_node_type(row.text(1));
        const auto how = std::find(hows.begin(), hows.end(), row.text(2));
        if (!type) diagnostics.push_back(row.error(1, fmt::format("found the unknown node type '{}'", row.text(1))));
        if (how == hows.end())
            diagnostics.push_back(
                row.error(2, fmt::format("found '{}', expected words, definite, quoted, bound, adjective or adjectives",
                                         row.text(2))));
        if (!type || how == hows.end()) return;
        table.add(row.text(0),
                  {EntryKind::organization_head, 0, static_cast<std::uint32_t>(organization_heads.size())});
        auto word = fold(row.text(0));
        if (word.starts_with(article)) word.erase(0, article.size());
        head_words.add(word);
        organization_heads.push_back({*type, static_cast<OrganizationName>(how - hows.begin()), std::move(word),
                                      row.fields.size() > 3 && read_sport(row, 3, diagnostics)});
    });
}

void Pack::load_groups(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    std::vector<std::string> forms;
    for_each_row(file, 3, 3, diagnostics, [&](const Row& row) {
        table.add(row.text(0), {EntryKind::group_head, 0, static_cast<std::uint32_t>(group_heads.size())});
        group_heads.push_back({std::string(row.text(1)), row.text(2) == "yes"});
        forms.emplace_back(row.text(0));
    });
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const auto subject = subject_form(forms[i]);
        group_heads[i].oblique = group_heads[i].plural && subject != forms[i] &&
                                 std::find(forms.begin(), forms.end(), subject) != forms.end();
    }
}

}  // namespace isnad
