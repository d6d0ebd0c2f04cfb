// A developer's view of the time rules: what they find in a phrase, in articles, in a corpus.
//
//   time_corpus examples                        runs every example of the rule files and prints those that differ
//   time_corpus sentences FILE.tsv              checks sentences against what they are expected to hold
//   time_corpus accept FILE.tsv                 the same file with what is found now; its diff is to be read
//   time_corpus find PUBLISHED TEXT...          what is found in a text, with its explanation
//   time_corpus records ARTICLES.jsonl [ID:FIRST-LAST]...   extraction records, for scoring; lines of an article may be
//                                               left out as page furniture
//   time_corpus scan < NEWS.jsonl               every expression with its surroundings, one a line
//   time_corpus missed < NEWS.jsonl             words of time that no expression holds
//   time_corpus speed < NEWS.jsonl              megabytes a second of tagging, alone and with tokens made
// LEXICON in the environment names a folder laid over the built-in lexicon.

#include "isnad/core/record.hpp"
#include "isnad/core/utf8.hpp"
#include "isnad/extract/time.hpp"
#include "time/grammar.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace isnad;
using nlohmann::json;

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string day(const std::optional<Day>& d) { return d ? to_string(*d) : "-"; }

std::string describe(const TimeExpression& t) {
    return fmt::format("{} | {} | {}", t.value, day(t.interval.from), day(t.interval.to));
}

int run_examples(const TimeGrammar& grammar) {
    int wrong = 0;
    for (const auto& rule : grammar.parts().rules) {
        for (const auto& e : rule.examples) {
            const auto text = tokenize(e.phrase);
            const auto found = tag_times(text, grammar, e.published);
            std::string all;
            bool fired = false;
            bool right = false;
            for (const auto& t : found) {
                all += fmt::format("\n    {} = {} by {}", t.span.of(e.phrase), describe(t), t.rule);
                fired = fired || t.rule == rule.id;
                right = right || (t.rule == rule.id && t.value == e.value && t.interval == e.interval);
            }
            const bool ok = e.kind == timing::Example::Kind::yes  ? right
                            : e.kind == timing::Example::Kind::no ? !fired
                                                                  : found.empty();
            if (ok) continue;
            ++wrong;
            fmt::print("{}:{}: {} {} @ {} expected {} [{}, {}], found{}\n", e.place.file->origin, e.place.line, rule.id,
                       e.phrase, to_string(e.published), e.value, day(e.interval.from), day(e.interval.to),
                       all.empty() ? " nothing" : all);
        }
    }
    fmt::print("{} rules, {} examples differ\n", grammar.parts().rules.size(), wrong);
    return wrong == 0 ? 0 : 1;
}

int find(const TimeGrammar& grammar, const std::string& published, const std::string& phrase) {
    const auto when = parse_publication_time(published);
    if (!when) return 2;
    TimeOptions options;
    if (std::getenv("FUTURE") != nullptr) options.direction = TimeDirection::future;
    const auto text = tokenize(phrase);
    for (const auto& t : tag_times(text, grammar, *when, options))
        fmt::print("{} = {}\n", t.span.of(phrase), explain(t));
    return 0;
}

/// The span of some lines, counted from 1.
Span lines_of(const std::string& text, int first, int last) {
    std::size_t begin = 0;
    for (int n = 1; n < first && begin != std::string::npos; ++n) {
        begin = text.find('\n', begin);
        if (begin != std::string::npos) ++begin;
    }
    std::size_t end = begin;
    for (int n = first; n <= last && end < text.size(); ++n) end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

int records(const TimeGrammar& grammar, int argc, char** argv) {
    const std::filesystem::path path = argv[2];
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const auto row = json::parse(line);
        Document document;
        document.id = row["id"].get<std::string>();
        document.published = parse_publication_time(row["published"].get<std::string>()).value();
        document.text = row.contains("text") ? row["text"].get<std::string>()
                                             : read(path.parent_path() / row["file"].get<std::string>());
        std::vector<Span> skip;
        for (int i = 3; i < argc; ++i) {
            const std::string argument = argv[i];
            if (argument.rfind(document.id + ":", 0) != 0) continue;
            const auto dash = argument.find('-');
            skip.push_back(lines_of(document.text, std::stoi(argument.substr(document.id.size() + 1)),
                                    std::stoi(argument.substr(dash + 1))));
        }
        Extraction out;
        const auto text = tokenize(document.text);
        out.times = tag_times(text, grammar, document.published, {}, skip);
        std::cout << to_record(document, out) << '\n';
    }
    return 0;
}

std::string flat(std::string_view text, std::size_t from, std::size_t to) {
    while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) --from;
    while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0U) == 0x80U) ++to;
    std::string out(text.substr(from, to - from));
    for (auto& c : out)
        if (c == '\n' || c == '\t') c = ' ';
    return out;
}

int scan(const TimeGrammar& grammar) {
    for (std::string line; std::getline(std::cin, line);) {
        const auto row = json::parse(line);
        const auto when = row["published"].is_string() ? parse_publication_time(row["published"].get<std::string>())
                                                       : parse_publication_time("2017-06-15");
        if (!when) continue;
        const std::string raw = row["text"].get<std::string>();
        const auto text = tokenize(raw);
        for (const auto& t : tag_times(text, grammar, *when))
            fmt::print("{}\t{}\t[{}]\t{}\t{}\t{}\t{} {}\n", to_string(when->day),
                       flat(raw, t.span.begin > 70 ? t.span.begin - 70 : 0, t.span.begin),
                       flat(raw, t.span.begin, t.span.end),
                       flat(raw, t.span.end, std::min<std::size_t>(raw.size(), t.span.end + 40)), describe(t), t.rule,
                       to_string(t.type), t.mod);
    }
    return 0;
}

/// A sentence's fields with the line breaks that "\\n" stands for.
std::string unescaped(std::string text) {
    for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos; ++at) text.replace(at, 2, "\n");
    return text;
}

std::string escaped(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\n");
    return text;
}

/// "TEXT = VALUE [MOD] FROM TO; ..." of all that is found; "-" for nothing.
std::string found_in(const TimeGrammar& grammar, const std::string& published, const std::string& sentence) {
    const std::string raw = unescaped(sentence);
    const auto text = tokenize(raw);
    std::string out;
    for (const auto& t : tag_times(text, grammar, parse_publication_time(published).value())) {
        if (!out.empty()) out += "; ";
        out += fmt::format("{} = {}{} {} {}{}", escaped(std::string(t.span.of(raw))), t.value,
                           t.mod.empty() ? "" : " " + t.mod, day(t.interval.from), day(t.interval.to),
                           t.certainty == Certainty::invalid ? " invalid" : "");
    }
    return out.empty() ? "-" : out;
}

/// Checks a file of sentences, or writes it anew with what is found now.
int sentences(const TimeGrammar& grammar, const char* path, bool accept) {
    std::ifstream in(path);
    int count = 0;
    int wrong = 0;
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find('\t');
        if (line.empty() || line.front() == '#' || first == std::string::npos) {
            if (accept) fmt::print("{}\n", line);
            continue;
        }
        const auto second = line.find('\t', first + 1);
        const std::string published = line.substr(0, first);
        const std::string sentence = line.substr(first + 1, second - first - 1);
        const std::string wanted = second == std::string::npos ? "" : line.substr(second + 1);
        const std::string found = found_in(grammar, published, sentence);
        ++count;
        if (accept) {
            fmt::print("{}\t{}\t{}\n", published, sentence, found);
        } else if (found != wanted) {
            ++wrong;
            fmt::print("{} {}\n  expected {}\n  found    {}\n", published, sentence, wanted, found);
        }
    }
    if (!accept) fmt::print("{} sentences, {} differ\n", count, wrong);
    return wrong == 0 ? 0 : 1;
}

/// Words of time that no expression holds: what a rule may be missing, and what traps keep silent.
int missed(const TimeGrammar& grammar) {
    const auto& parts = grammar.parts();
    std::vector<bool> wanted(parts.words.class_count(), false);
    for (const char* name : {"weekday", "month", "unit", "units", "dual", "deictic", "decade", "rel", "part", "season"})
        if (const auto* id = parts.words.class_named(name, "ar")) wanted[*id] = true;
    for (std::string line; std::getline(std::cin, line);) {
        const std::string raw = json::parse(line)["text"].get<std::string>();
        const auto text = tokenize(raw);
        const auto found = tag_times(text, grammar, *parse_publication_time("2017-06-15"));
        for (const auto& token : text.tokens) {
            const auto& word = parts.words.word(parts.words.find(text.text(token)));
            const bool of_time = std::any_of(parts.words.begin(word), parts.words.end(word),
                                             [&](const auto& r) { return r.more == 0 && wanted[r.word_class]; });
            const bool held =
                std::any_of(found.begin(), found.end(), [&](const auto& t) { return t.span.overlaps(token.span); });
            if (of_time && !held)
                fmt::print("{}\t[{}]\t{}\n",
                           flat(raw, token.span.begin > 50 ? token.span.begin - 50 : 0, token.span.begin),
                           flat(raw, token.span.begin, token.span.end),
                           flat(raw, token.span.end, std::min<std::size_t>(raw.size(), token.span.end + 50)));
        }
    }
    return 0;
}

/// Of this process: what others run beside it does not count.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

int speed(const TimeGrammar& grammar) {
    std::vector<std::pair<std::string, PublicationTime>> texts;
    std::size_t bytes = 0;
    for (std::string line; std::getline(std::cin, line);) {
        auto row = json::parse(line);
        const auto when = row["published"].is_string() ? parse_publication_time(row["published"].get<std::string>())
                                                       : parse_publication_time("2017-06-15");
        texts.emplace_back(row["text"].get<std::string>(), *when);
        bytes += texts.back().first.size();
    }
    double tokens = 0;
    double tags = 0;
    std::size_t count = 0;
    for (const auto& [raw, when] : texts) {
        const double start = processor_seconds();
        const auto text = tokenize(raw);
        const double middle = processor_seconds();
        count += tag_times(text, grammar, when).size();
        tokens += middle - start;
        tags += processor_seconds() - middle;
    }
    const double mb = static_cast<double>(bytes) / 1e6;
    fmt::print("{:.1f} MB, {} expressions: tagging {:.1f} MB/s, tokens {:.1f} MB/s, both {:.1f} MB/s\n", mb, count,
               mb / tags, mb / tokens, mb / (tags + tokens));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const auto start = std::chrono::steady_clock::now();
        const char* folder = std::getenv("LEXICON");
        const TimeGrammar grammar(folder != nullptr ? lexicon_with_folder(folder) : embedded_lexicon());
        const std::string what = argc > 1 ? argv[1] : "";
        const std::chrono::duration<double> loaded = std::chrono::steady_clock::now() - start;
        if (what == "speed") fmt::print("grammar read in {:.1f} ms\n", loaded.count() * 1000);
        if (what == "examples") return run_examples(grammar);
        if (what == "find" && argc > 3) return find(grammar, argv[2], argv[3]);
        if (what == "records" && argc > 2) return records(grammar, argc, argv);
        if (what == "scan") return scan(grammar);
        if (what == "sentences" && argc > 2) return sentences(grammar, argv[2], false);
        if (what == "accept" && argc > 2) return sentences(grammar, argv[2], true);
        if (what == "missed") return missed(grammar);
        if (what == "speed") return speed(grammar);
        std::cerr << "usage: time_corpus examples | sentences FILE | accept FILE | find PUBLISHED TEXT | records "
                     "ARTICLES.jsonl | scan | missed | speed\n";
        return 2;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
