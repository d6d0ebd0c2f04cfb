// Any bytes as a text: the scanner must come to an end, and what it finds must lie in the text, in order.

#include "isnad/extract/time.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace isnad;

namespace {

const TimeGrammar& grammar() {
    static const TimeGrammar built_in{embedded_lexicon()};
    return built_in;
}

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const std::string& raw, const TimeOptions& options, const char* published) {
    const auto text = tokenize(raw);
    std::uint32_t last = 0;
    for (const auto& t : tag_times(text, grammar(), parse_publication_time(published).value(), options)) {
        require(t.span.begin >= last && t.span.begin < t.span.end && t.span.end <= raw.size());
        require(!t.value.empty() && !t.rule.empty());
        require(!t.interval.from || !t.interval.to || *t.interval.from <= *t.interval.to);
        require(t.certainty != Certainty::invalid || !t.interval.from);
        last = t.span.end;
        require(!explain(t).empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string raw(reinterpret_cast<const char*>(data), size);
    TimeOptions options;
    check(raw, options, "2016-07-15T16:46:38+04:00");
    options.direction = TimeDirection::future;
    options.week_start = date::Sunday;
    check(raw, options, "0001-01-02");
    options.calendar = TimeCalendar::hijri;
    check(raw, options, "9999-12-30");
    return 0;
}
