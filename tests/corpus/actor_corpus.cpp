// A developer's view of who and what is found by name in sentences, articles, a corpus.
//
//   actor_corpus sentences FILE.tsv     checks sentences against the actors they are expected to hold
//   actor_corpus accept FILE.tsv        the same file with what is found now; its diff is to be read
//   actor_corpus find PUBLISHED TEXT    the actors of a text
//   actor_corpus mentions < NEWS.jsonl  every text with its actors in brackets
//   actor_corpus new < NEWS.jsonl       every actor that no list holds, one a line
// LEXICON in the environment names a folder laid over the built-in lexicon.

#include "isnad/extract/extract.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using namespace isnad;
using nlohmann::json;

Document document_of(const std::string& published, const std::string& text) {
    Document out;
    out.id = "d";
    out.published = parse_publication_time(published).value();
    out.text = text;
    return out;
}

/// The keys of all mentions in order, parted by "; "; two actors of one mention joined by " + "; "-" for none.
std::string found_in(const Language& language, const std::string& published, const std::string& sentence) {
    const auto found = extract(document_of(published, sentence), language);
    std::string out;
    const Mention* before = nullptr;
    for (const auto& mention : found.mentions) {
        if (before != nullptr) out += before->span == mention.span ? " + " : "; ";
        out += found.node(mention.node).key;
        before = &mention;
    }
    return out.empty() ? "-" : out;
}

/// Checks a file of sentences, or writes it anew with what is found now.
int sentences(const Language& language, const char* path, bool accept) {
    std::ifstream in(path);
    int count = 0;
    int wrong = 0;
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find('\t');
        const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (line.empty() || line.front() == '#' || second == std::string::npos) {
            if (accept) fmt::print("{}\n", line);
            continue;
        }
        const std::string published = line.substr(0, first);
        const std::string sentence = line.substr(first + 1, second - first - 1);
        const std::string found = found_in(language, published, sentence);
        ++count;
        if (accept) {
            fmt::print("{}\t{}\t{}\n", published, sentence, found);
        } else if (found != line.substr(second + 1)) {
            ++wrong;
            fmt::print("{} {}\n  expected {}\n  found    {}\n", published, sentence, line.substr(second + 1), found);
        }
    }
    if (!accept) fmt::print("{} sentences, {} differ\n", count, wrong);
    return wrong == 0 && (accept || count > 0) ? 0 : 1;
}

template <class Use>
void each_article(const Language& language, Use use) {
    for (std::string line; std::getline(std::cin, line);) {
        const auto row = json::parse(line);
        const auto published = row["published"].is_string() ? row["published"].get<std::string>() : "2017-06-15";
        if (!parse_publication_time(published)) continue;
        const auto document = document_of(published, row.value("title", "") + "\n\n" + row["text"].get<std::string>());
        use(row["id"].get<std::string>(), document, extract(document, language));
    }
}

int mentions(const Language& language) {
    each_article(language, [](const std::string& id, const Document& document, const Extraction& found) {
        fmt::print("=== {} {}\n", id, to_string(document.published.day));
        std::uint32_t at = 0;
        for (const auto& m : found.mentions) {
            if (m.span.begin < at) {
                fmt::print("{{{}}}", found.node(m.node).key);
                continue;
            }
            fmt::print("{}[{}]{{{}}}", Span{at, m.span.begin}.of(document.text), m.span.of(document.text),
                       found.node(m.node).key);
            at = m.span.end;
        }
        fmt::print("{}\n", std::string_view(document.text).substr(at));
    });
    return 0;
}

int news(const Language& language) {
    each_article(language, [](const std::string&, const Document&, const Extraction& found) {
        for (const auto& n : found.nodes)
            if (n.key.find("/~") != std::string::npos)
                fmt::print("{}\t{}\t{}\t{}\n", n.key, n.name_ar, n.country, n.description);
    });
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const char* folder = std::getenv("LEXICON");
        const Language language(folder != nullptr ? lexicon_with_folder(folder) : embedded_lexicon());
        const std::string what = argc > 1 ? argv[1] : "";
        if (what == "sentences" && argc > 2) return sentences(language, argv[2], false);
        if (what == "accept" && argc > 2) return sentences(language, argv[2], true);
        if (what == "find" && argc > 3) return fmt::print("{}\n", found_in(language, argv[2], argv[3])), 0;
        if (what == "mentions") return mentions(language);
        if (what == "new") return news(language);
        std::cerr << "usage: actor_corpus sentences FILE | accept FILE | find PUBLISHED TEXT | mentions | new\n";
        return 2;
    } catch (const InputError& error) {
        for (const auto& d : error.diagnostics()) std::cerr << to_string(d) << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
