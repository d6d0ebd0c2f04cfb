// Sentences with the events and statements that must be read from them.
//
//   event_corpus SENTENCES.tsv OPEN.txt         fails when a sentence fails that OPEN.txt does not list, or one passes
//   that
//                                               it lists: the list can only shrink
//   event_corpus --all SENTENCES.tsv OPEN.txt   the same, printing the listed failures too
//   event_corpus --share FLOOR SENTENCES.tsv    how many are read right; fails when fewer than FLOOR are
//   event_corpus find PUBLISHED TEXT            what is read from a text
// A line of OPEN.txt is the id of a sentence, a blank and the reason why it fails. The head of SENTENCES.tsv explains
// its fields. LEXICON in the environment names a folder laid over the built-in lexicon.

#include "isnad/extract/extract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>

namespace {

using namespace isnad;

/// An actor by the name it is written with here; `arabic` is empty in expected records.
struct Name {
    std::string name;
    std::string arabic;
    auto operator<=>(const Name&) const = default;
};

/// A record, expected or found. An expected one has no interval when the sentence does not date the event; `undated`
/// when no time of the text may be its day.
struct Record {
    EventType type = EventType::statement;
    std::string trigger;
    Span span;
    std::set<Name> participants;
    Modality modality = Modality::asserted;
    std::optional<Interval> when;
    bool undated = false;
};

struct Sentence {
    std::string id;
    Document document;
    std::vector<Record> expected;
};

std::string read(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(path + ": cannot be read");
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
    std::vector<std::string> out;
    while (true) {
        const auto end = text.find(mark);
        out.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + mark.size());
    }
}

std::string describe(const Record& r) {
    std::string names;
    for (const auto& name : r.participants) names += (names.empty() ? "" : "+") + name.name;
    const auto day = [](const std::optional<Day>& d) { return d ? to_string(*d) : std::string(); };
    return fmt::format("{}:{}:{}:{}{}", info(r.type).name, r.trigger, names, to_string(r.modality),
                       r.undated ? ":-"
                       : r.when  ? fmt::format(":{}..{}", day(r.when->from), day(r.when->to))
                                 : "");
}

Record expected_record(const Row& row, const std::string& text) {
    const auto wrong = [&](const std::string& message) { return InputError(row.error(3, message)); };
    const auto fields = split(text, ":");
    if (fields.size() < 4 || fields.size() > 5) throw wrong(fmt::format("found '{}', expected 4 or 5 fields", text));
    Record out;
    const auto type = parse_event_type(fields[0]);
    const auto modality = parse_modality(fields[3]);
    if (!type) throw wrong(fmt::format("found '{}', expected an event type", fields[0]));
    if (!modality) throw wrong(fmt::format("found '{}', expected a modality", fields[3]));
    if (fields[1].empty() || row.text(2).find(fields[1]) == std::string_view::npos)
        throw wrong(fmt::format("found trigger '{}', expected words of the sentence", fields[1]));
    out.type = *type;
    out.trigger = fields[1];
    out.modality = *modality;
    if (!fields[2].empty())
        for (auto& name : split(fields[2], "+")) out.participants.insert({std::move(name), {}});
    if (fields.size() < 5) return out;
    if (fields[4] == "-") {
        out.undated = true;
        return out;
    }
    const auto bounds = split(fields[4], "..");
    const auto from = bounds.size() == 2 ? parse_day(bounds[0]) : std::nullopt;
    const auto to = bounds.size() == 2 ? parse_day(bounds[1]) : std::nullopt;
    if (!from || !to) throw wrong(fmt::format("found '{}', expected DAY..DAY or '-'", fields[4]));
    out.when = Interval{*from, *to};
    return out;
}

std::vector<Sentence> read_sentences(const LexiconFile& file) {
    std::vector<Sentence> out;
    std::vector<Diagnostic> diagnostics;
    for_each_row(file, 4, 4, diagnostics, [&](const Row& row) {
        Sentence s;
        s.id = row.text(0);
        const auto published = parse_publication_time(row.text(1));
        if (!published) throw InputError(row.error(1, "expected a day of publication"));
        s.document.id = s.id;
        s.document.published = *published;
        s.document.text = row.text(2);
        if (row.text(3) != "none")
            for (const auto& record : split(row.text(3), " ; ")) s.expected.push_back(expected_record(row, record));
        out.push_back(std::move(s));
    });
    if (!diagnostics.empty()) throw InputError(diagnostics);
    return out;
}

Name name_of(const Node& node) { return {node.name_en.empty() ? node.name_ar : node.name_en, node.name_ar}; }

/// Whether a time of the text gave the day.
bool dated(DayBasis basis) { return basis == DayBasis::stated || basis == DayBasis::carried; }

/// The events without those they are directed against, and the statements with their speakers: those of one cue are
/// one.
std::vector<Record> found_in(const Document& document, const Language& language) {
    const auto extraction = extract(document, language);
    std::vector<Record> out;
    for (const auto& e : extraction.events) {
        Record r{
            e.type, std::string(e.trigger.of(document.text)), e.trigger, {}, e.modality, e.when, !dated(e.day_basis)};
        for (const auto& p : e.participants)
            if (p.role != Role::against) r.participants.insert(name_of(extraction.node(p.node)));
        out.push_back(std::move(r));
    }
    for (const auto& s : extraction.statements) {
        if (out.empty() || out.back().type != EventType::statement || out.back().span != s.cue)
            out.push_back({EventType::statement,
                           std::string(s.cue.of(document.text)),
                           s.cue,
                           {},
                           s.modality,
                           s.when,
                           !dated(s.day_basis)});
        if (s.speaker) out.back().participants.insert(name_of(extraction.node(*s.speaker)));
    }
    return out;
}

bool stands_at(const Record& expected, const Record& found, std::string_view text) {
    for (auto at = text.find(expected.trigger); at != std::string_view::npos;
         at = text.find(expected.trigger, at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at);
        const Span span{begin, begin + static_cast<std::uint32_t>(expected.trigger.size())};
        if (span.overlaps(found.span)) return true;
    }
    return false;
}

bool same_actors(const std::set<Name>& expected, const std::set<Name>& found) {
    return expected.size() == found.size() && std::all_of(found.begin(), found.end(), [&](const Name& n) {
               return expected.contains({n.name, {}}) || expected.contains({n.arabic, {}});
           });
}

bool answers(const Record& expected, const Record& found, std::string_view text) {
    return expected.type == found.type && same_actors(expected.participants, found.participants) &&
           expected.modality == found.modality && (!expected.when || expected.when == found.when) &&
           (!expected.undated || found.undated) && stands_at(expected, found, text);
}

/// The expected records that none of the found answers to; each found one answers once.
std::vector<Record> missing(const Sentence& sentence, std::vector<Record> found) {
    std::vector<Record> out;
    for (const auto& expected : sentence.expected) {
        auto hit = found.begin();
        while (hit != found.end() && !answers(expected, *hit, sentence.document.text)) ++hit;
        if (hit == found.end())
            out.push_back(expected);
        else
            found.erase(hit);
    }
    return out;
}

std::map<std::string, std::string> read_open(const std::string& path) {
    std::map<std::string, std::string> out;
    for (const auto& line : split(read(path), "\n")) {
        if (line.empty() || line.front() == '#') continue;
        const auto blank = line.find(' ');
        if (blank == std::string::npos) throw std::runtime_error(path + ": '" + line + "' gives no reason");
        if (!out.emplace(line.substr(0, blank), line.substr(blank + 1)).second)
            throw std::runtime_error(path + ": '" + line + "' stands there twice");
    }
    return out;
}

struct Count {
    int right = 0;
    int all = 0;
};

void print_failure(const Sentence& s, const std::vector<Record>& missed, const std::vector<Record>& found) {
    fmt::print("{} {} {}\n", s.id, to_string(s.document.published), s.document.text);
    for (const auto& r : missed) fmt::print("  expected {}\n", describe(r));
    if (s.expected.empty()) fmt::print("  expected none\n");
    for (const auto& r : found) fmt::print("  found    {}\n", describe(r));
    if (found.empty()) fmt::print("  found    none\n");
}

/// What was read from a sentence beside what must be.
struct Judged {
    std::vector<Record> found;
    std::vector<Record> missed;
    bool right = false;
};

Judged judge(const Sentence& s, const Language& language) {
    Judged out;
    out.found = found_in(s.document, language);
    out.missed = missing(s, out.found);
    out.right = s.expected.empty() ? out.found.empty() : out.missed.empty();
    return out;
}

int check(const Language& language, const std::string& path, const std::string& open_path, bool print_all) {
    const LexiconFile file{path, read(path), path};
    auto open = read_open(open_path);
    std::map<std::string, Count> records;  // by type
    Count sentences;
    int surprises = 0;
    for (const auto& s : read_sentences(file)) {
        const auto [found, missed, right] = judge(s, language);
        ++sentences.all;
        sentences.right += right ? 1 : 0;
        for (const auto& r : s.expected) ++records[std::string(info(r.type).name)].all;
        for (const auto& r : s.expected) ++records[std::string(info(r.type).name)].right;
        for (const auto& r : missed) --records[std::string(info(r.type).name)].right;
        if (s.expected.empty()) ++records["none"].all;
        if (s.expected.empty() && right) ++records["none"].right;
        const bool listed = open.erase(s.id) != 0;
        if (!right && (print_all || !listed)) print_failure(s, missed, found);
        if (right && listed) fmt::print("{} passes now: take it off {}\n", s.id, open_path);
        if (right == listed) ++surprises;
    }
    for (const auto& [id, reason] : open) fmt::print("{} ({}) is listed, but there is no such sentence\n", id, reason);
    for (const auto& [type, n] : records) fmt::print("{:16} {:3} of {:3}\n", type, n.right, n.all);
    fmt::print("{} of {} sentences pass, {} not as listed\n", sentences.right, sentences.all, surprises);
    return surprises == 0 && open.empty() ? 0 : 1;
}

/// Prints how many sentences are read wholly right, and those that are not; fails below a floor.
int share(const Language& language, const std::string& path, int floor) {
    const LexiconFile file{path, read(path), path};
    Count sentences;
    for (const auto& s : read_sentences(file)) {
        const auto [found, missed, right] = judge(s, language);
        ++sentences.all;
        sentences.right += right ? 1 : 0;
        if (!right) print_failure(s, missed, found);
    }
    fmt::print("{} of {} sentences are read right, at least {} were before\n", sentences.right, sentences.all, floor);
    return sentences.right >= floor ? 0 : 1;
}

int find(const Language& language, const std::string& published, const std::string& text) {
    Document document;
    document.id = "text";
    document.published = parse_publication_time(published).value();
    document.text = text;
    for (const auto& r : found_in(document, language)) fmt::print("{}\n", describe(r));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const char* folder = std::getenv("LEXICON");
        const Language language(folder != nullptr ? lexicon_with_folder(folder) : embedded_lexicon());
        const std::vector<std::string> arguments(argv + 1, argv + argc);
        if (arguments.size() == 3 && arguments[0] == "find") return find(language, arguments[1], arguments[2]);
        if (arguments.size() == 3 && arguments[0] == "--all") return check(language, arguments[1], arguments[2], true);
        if (arguments.size() == 3 && arguments[0] == "--share")
            return share(language, arguments[2], std::stoi(arguments[1]));
        if (arguments.size() == 2) return check(language, arguments[0], arguments[1], false);
        std::cerr << "usage: event_corpus [--all] SENTENCES.tsv OPEN.txt | --share FLOOR SENTENCES.tsv | "
                     "find PUBLISHED TEXT\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
