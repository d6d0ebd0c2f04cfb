// Any bytes as a rule file beside a few words: it is compiled or refused with diagnostics that have a place, and what
// compiles is run over a text.

#include "isnad/extract/time.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace isnad;

namespace {

constexpr const char* words =
    "card\t2\ttwo\nord\t2\tsecond\nproclitic\t1\tw\ntense\tpast\tsaid\nwas\tpast\twas\nuntil\tfuture\tuntil\n"
    "before\tpast\tbefore that\n"
    "weekday\tMonday\tmonday\nmonth\t5\tmay\nunit\tday\tday\nunits\tday\tdays\nrel\t-1\tlast\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const LexiconFiles files{{"en/time/words.tsv", words, "words"},
                             {"en/time/rules.txt", std::string(reinterpret_cast<const char*>(data), size), "rules"}};
    try {
        const TimeGrammar grammar(files);
        const std::string raw = "Two days ago, last Monday, the second of May 2016 w 2 days; second day";
        (void)tag_times(tokenize(raw), grammar, parse_publication_time("2016-07-15").value());
    } catch (const InputError& error) {
        for (const auto& diagnostic : error.diagnostics())
            if (diagnostic.message.empty() || diagnostic.line == 0 || diagnostic.column == 0) std::abort();
    }
    return 0;
}
