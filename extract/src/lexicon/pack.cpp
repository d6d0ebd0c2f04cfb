#include "lexicon/pack.hpp"

#include "isnad/core/calendar.hpp"
#include "isnad/core/fold.hpp"
#include "lexicon/morphology.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace isnad {

namespace {

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

}  // namespace

EntityId Pack::add(Node node) {
    const auto id = static_cast<EntityId>(entities.size());
    m_by_key.emplace(node.key.substr(node.key.find('/') + 1), id);
    entities.push_back({std::move(node), std::nullopt});
    return id;
}

std::optional<EntityId> Pack::find(const std::string& key) const {
    const auto found = m_by_key.find(key);
    if (found == m_by_key.end()) return std::nullopt;
    return found->second;
}

std::optional<std::uint32_t> Pack::office(const std::string& key) const {
    const auto found = m_offices.find(key);
    if (found == m_offices.end()) return std::nullopt;
    return found->second;
}

std::optional<EntityId> Pack::holder(std::uint32_t office, const std::string& of, Day day) const {
    std::optional<EntityId> found;
    for (const auto& term : terms) {
        if (term.office != office || (term.of != of && !offices[office].fixed)) continue;
        if (!may_overlap(term.held, one_day(day))) continue;
        if (found && *found != term.person) return std::nullopt;
        found = term.person;
    }
    return found;
}

const Term* Pack::term_of(EntityId person, Day day) const {
    const auto found = m_terms_of_person.find(person);
    if (found == m_terms_of_person.end()) return nullptr;
    for (const auto i : found->second)
        if (may_overlap(terms[i].held, one_day(day))) return &terms[i];
    return nullptr;
}

void Pack::load(const LexiconFiles& files, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    const auto each = [&](std::string_view name, auto load) {
        for (const auto& file : files)
            if (named(file, name)) load(file);
    };
    for (const auto* name : {"places.tsv", "organizations.tsv", "people.tsv"})
        each(name, [&](const LexiconFile& f) { load_actors(f, table, diagnostics); });
    each("countries.tsv", [&](const LexiconFile& f) { load_countries(f, table, diagnostics); });
    each("office_types.tsv", [&](const LexiconFile& f) { load_offices(f, table, diagnostics); });
    each("offices.tsv", [&](const LexiconFile& f) { load_terms(f, diagnostics); });
    each("group_heads.tsv", [&](const LexiconFile& f) { load_groups(f, table, diagnostics); });
    each("group_adjectives.tsv", [&](const LexiconFile& f) {
        for_each_row(f, 2, 2, diagnostics,
                     [&](const Row& row) { group_adjectives.emplace(fold(row.text(0)), std::string(row.text(1))); });
    });
}

void Pack::load_actors(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    const bool people = named(file, "people.tsv");
    const bool typed = named(file, "organizations.tsv");
    const std::size_t shift = typed ? 1 : 0;
    const std::size_t fields = people || typed ? 7 : 6;
    for_each_row(file, fields, fields, diagnostics, [&](const Row& row) {
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
        table.add(name_ar, {EntryKind::entity, EntityForm::full, id});
        add_forms(row.fields[5 + shift], {EntryKind::entity, EntityForm::full, id}, table);
        if (people) add_forms(row.fields[6], {EntryKind::entity, EntityForm::short_form, id}, table);
    });
}

void Pack::load_countries(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 9, 9, diagnostics, [&](const Row& row) {
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
        const Entry entry{EntryKind::entity, EntityForm::full, id};
        table.add(row.text(2), entry);
        for (const std::size_t field : {4U, 6U, 8U}) add_forms(row.fields[field], entry, table);
        for (const auto& adjective : split_forms(row.fields[5]))
            if (adjective.text != "-")
                inflect_nationality(adjective.text, [&](const std::string& form, std::uint8_t features) {
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
    for_each_row(file, 5, 6, diagnostics, [&](const Row& row) {
        const auto index = static_cast<std::uint32_t>(offices.size());
        if (row.text(4) != "fixed" && row.text(4) != "country") {
            diagnostics.push_back(row.error(4, fmt::format("found '{}', expected fixed or country", row.text(4))));
            return;
        }
        offices.push_back(
            {std::string(row.text(0)), optional_text(row.text(1)), optional_text(row.text(2)), row.text(4) == "fixed"});
        m_offices.emplace(offices.back().key, index);
        add_forms(row.fields[3], {EntryKind::office, 0, index}, table);
        if (row.fields.size() > 5) add_forms(row.fields[5], {EntryKind::dual_office, 0, index}, table);
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

void Pack::load_groups(const LexiconFile& file, PhraseTable& table, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 3, 3, diagnostics, [&](const Row& row) {
        table.add(row.text(0), {EntryKind::group_head, 0, static_cast<std::uint32_t>(group_heads.size())});
        group_heads.push_back({std::string(row.text(1)), row.text(2) == "yes"});
    });
}

}  // namespace isnad
