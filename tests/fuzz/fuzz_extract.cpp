// Any bytes as an article: extraction must come to an end, and what it finds must lie in the text and refer to what is
// there. The first byte chooses the day of publication and whether the article comes with its headline.

#include "isnad/core/record.hpp"
#include "isnad/extract/extract.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace isnad;

namespace {

const Language& language() {
    static const Language built_in{embedded_lexicon()};
    return built_in;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void check_span(Span span, const Document& document) {
    require(span.begin <= span.end && span.end <= document.text.size());
}

void check_events(const Document& document, const Extraction& found) {
    const auto nodes = found.nodes.size();
    for (const auto& e : found.events) {
        check_span(e.trigger, document);
        check_span(e.sentence, document);
        require(!e.trigger.empty() && !e.rule.empty() && !e.id.empty());
        require(!e.when.from || !e.when.to || *e.when.from <= *e.when.to);
        require(!e.time || e.time->value() < found.times.size());
        require(!e.place || e.place->value() < nodes);
        for (const auto& p : e.participants) require(p.node.value() < nodes);
        for (const auto source : e.sources) require(source.value() < nodes);
    }
}

void check_statements(const Document& document, const Extraction& found) {
    for (const auto& s : found.statements) {
        check_span(s.cue, document);
        check_span(s.content, document);
        check_span(s.sentence, document);
        require(!s.speaker || s.speaker->value() < found.nodes.size());
        for (const auto& q : s.quotes) check_span(q.span, document);
        for (const auto& a : s.about) require(a.event.value() < found.events.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    Document document;
    document.id = "fuzz";
    document.published =
        parse_publication_time((data[0] & 1U) != 0 ? "2016-07-15T16:46:38+04:00" : "0001-01-02").value();
    document.text.assign(reinterpret_cast<const char*>(data), size);
    if ((data[0] & 2U) != 0) document.title = document.text.substr(0, document.text.find('\n'));
    const auto found = extract(document, language());
    for (const auto& m : found.mentions) {
        check_span(m.span, document);
        require(m.node.value() < found.nodes.size());
    }
    check_events(document, found);
    check_statements(document, found);
    require(!to_record(document, found).empty());
    return 0;
}
