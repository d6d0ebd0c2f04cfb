// Reads articles and prints what was weighed in each: one JSON object a line, for scripts/train_weights.
//
//   trace_articles ARTICLES.jsonl [LEXICON_FOLDER]
//
// Articles are JSON Lines of id, published, title and text. Offsets printed are code points.

#include "isnad/core/utf8.hpp"
#include "isnad/extract/extract.hpp"

#include <nlohmann/json.hpp>

#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<isnad::Day>& day) { return day ? Json(isnad::to_string(*day)) : Json(nullptr); }

Json node_of(const isnad::Node& n) {
    Json out{{"type", to_string(n.type)}, {"name_en", n.name_en}, {"name_ar", n.name_ar}};
    if (!n.wikidata.empty()) out["wikidata"] = n.wikidata;
    return out;
}

Json decision_of(const isnad::TracedDecision& d, std::size_t first_mention) {
    Json out{{"question", d.question}, {"mention", first_mention + d.mention}, {"taken", d.taken}};
    for (const auto& n : d.nodes) out["nodes"].push_back(node_of(n));
    if (d.day) out["day"] = {day_or_null(d.day->from), day_or_null(d.day->to)};
    out["clues"] = d.clues;
    return out;
}

Json trace_of(const isnad::Document& document, const isnad::Extraction& extraction, const isnad::Trace& trace) {
    const isnad::CodePointIndex index(document.text);
    Json out{{"id", document.id}, {"mentions", Json::array()}, {"decisions", Json::array()}};
    for (const auto& sentence : trace.sentences) {
        const auto first = out["mentions"].size();
        for (const auto& m : sentence.mentions) {
            Json parties = Json::array();
            for (const auto& p : m.parties)
                if (p.role != isnad::Role::against) parties.push_back(node_of(extraction.node(p.node)));
            out["mentions"].push_back({{"begin", index.code_point(m.trigger.begin)},
                                       {"end", index.code_point(m.trigger.end)},
                                       {"type", m.type ? info(*m.type).name : "light"},
                                       {"rule", m.rule},
                                       {"form", m.form},
                                       {"parties", parties}});
        }
        for (const auto& d : sentence.decisions) out["decisions"].push_back(decision_of(d, first));
    }
    return out;
}

isnad::Document document_of(const Json& article) {
    isnad::Document out;
    out.id = article.at("id");
    out.title = article.value("title", "");
    out.text = article.at("text");
    const auto published = isnad::parse_publication_time(article.at("published").get<std::string>());
    if (!published) throw std::runtime_error("article " + out.id + ": no day of publication");
    out.published = *published;
    return out;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc < 2 || argc > 3) {
        std::cerr << "usage: trace_articles ARTICLES.jsonl [LEXICON_FOLDER]\n";
        return 2;
    }
    const isnad::Language language(argc == 3 ? isnad::lexicon_with_folder(argv[2]) : isnad::embedded_lexicon());
    std::ifstream in(argv[1]);
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) continue;
        const auto document = document_of(Json::parse(line));
        isnad::Trace trace;
        isnad::ExtractOptions options;
        options.trace = &trace;
        const auto extraction = isnad::extract(document, language, options);
        std::cout << trace_of(document, extraction, trace).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    }
    return 0;
} catch (const std::exception& e) {
    std::cerr << "trace_articles: " << e.what() << '\n';
    return 1;
}
