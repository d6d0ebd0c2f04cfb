#include "staged_reading.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

namespace isnad::staged {

namespace {

std::string name(const Node& node) { return node.name_en.empty() ? node.name_ar : node.name_en; }

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return parts.empty() ? "-" : fmt::format("{}", fmt::join(parts, between));
}

constexpr const char* no_mention = "no mention at the marked word";

struct Marked {
    const TracedSentence& sentence;
    const TracedMention& mention;
    std::size_t number = 0;
};

std::optional<Marked> marked(const Reading& reading) {
    for (const auto& sentence : reading.trace.sentences)
        for (std::size_t k = 0; k < sentence.mentions.size(); ++k)
            if (sentence.mentions[k].trigger.overlaps(reading.marked)) return Marked{sentence, sentence.mentions[k], k};
    return std::nullopt;
}

std::size_t depth(const TracedSentence& sentence, std::size_t clause) {
    std::size_t out = 0;
    for (; sentence.clauses[clause].parent != clause; clause = sentence.clauses[clause].parent) ++out;
    return out;
}

std::string describe(const Reading& r, const TracedSentence& sentence, std::size_t number) {
    const auto& c = sentence.clauses[number];
    auto out = std::string(depth(sentence, number), '.') + std::string(c.kind);
    if (!c.predicate) return out;
    out += ":" + r.words(*c.predicate);
    if (c.subject.empty()) return out;
    return out + ":" + r.names(c.subject) + ":" + std::string(c.subject_from);
}

}  // namespace

std::vector<std::vector<std::string>> fixture(const std::string& file, std::size_t fields) {
    std::ifstream in(ISNAD_SOURCE_DIR "/tests/unit/extract/" + file);
    std::vector<std::vector<std::string>> out;
    for (std::string row; std::getline(in, row);) {
        if (row.empty() || row.front() == '#') continue;
        std::vector<std::string> parts(1);
        for (const char c : row) {
            if (c == '\t')
                parts.emplace_back();
            else
                parts.back() += c;
        }
        INFO(file << ": " << row);
        REQUIRE(parts.size() == fields);
        out.push_back(std::move(parts));
    }
    INFO(file);
    REQUIRE_FALSE(out.empty());
    return out;
}

const Language& built_in() {
    static const Language language{embedded_lexicon()};
    return language;
}

std::string Reading::names(const std::vector<NodeIndex>& nodes) const {
    std::vector<std::string> out;
    for (const auto n : nodes) out.push_back(name(extraction.node(n)));
    return joined(out, "+");
}

Reading read(std::string_view text, std::string_view published) {
    Reading out;
    out.document.id = "d";
    out.document.published = parse_publication_time(published).value();
    for (const char c : text) {
        const auto here = static_cast<std::uint32_t>(out.document.text.size());
        if (c == '[')
            out.marked.begin = here;
        else if (c == ']')
            out.marked.end = here;
        else
            out.document.text += c;
    }
    ExtractOptions options;
    options.trace = &out.trace;
    out.extraction = extract(out.document, built_in(), options);
    return out;
}

std::string clauses(const Reading& reading) {
    std::vector<std::string> out;
    for (const auto& sentence : reading.trace.sentences)
        for (std::size_t c = 0; c < sentence.clauses.size(); ++c) out.push_back(describe(reading, sentence, c));
    return joined(out, " ; ");
}

std::string operation(const Reading& reading) {
    constexpr std::string_view clue = "modality:operator:";
    const auto at = marked(reading);
    if (!at) return no_mention;
    for (const auto& decision : at->sentence.decisions) {
        if (decision.question != "modality" || decision.mention != at->number) continue;
        for (const auto& c : decision.clues)
            if (c.starts_with(clue)) return c.substr(clue.size());
    }
    return "-";
}

std::string told_by(const Reading& reading) {
    if (!marked(reading)) return no_mention;
    std::vector<NodeIndex> chain;
    for (const auto& e : reading.extraction.events)
        if (e.trigger.overlaps(reading.marked)) chain = e.sources;
    for (const auto& s : reading.extraction.statements)
        if (s.cue.overlaps(reading.marked)) chain = s.sources;
    std::vector<std::string> out;
    for (const auto n : chain) out.push_back(reading.names({n}));
    return joined(out, " > ");
}

std::string parties(const Reading& reading) {
    const auto at = marked(reading);
    if (!at) return no_mention;
    std::vector<std::string> out;
    for (const auto& p : at->mention.parties)
        out.push_back(
            fmt::format("{}:{}:{}", to_string(p.role), name(reading.extraction.node(p.node)), to_string(p.basis)));
    std::sort(out.begin(), out.end());
    return joined(out, " + ");
}

std::string day(const Reading& reading) {
    const auto at = marked(reading);
    if (!at) return no_mention;
    const auto& m = at->mention;
    const auto end = [](const std::optional<Day>& d) { return d ? to_string(*d) : std::string(); };
    return fmt::format("{}..{} {}", end(m.when.from), end(m.when.to), to_string(m.day_basis));
}

}  // namespace isnad::staged
