// Any bytes in the rows of any table of the lexicon: the tables become a language or are refused with diagnostics
// that have a place, and the language reads a text. The first bytes of an input and its size choose the table, the
// rows and the place in them.

#include "isnad/core/utf8.hpp"
#include "isnad/extract/extract.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace isnad;

namespace {

constexpr std::size_t choosing = 5;  // bytes

/// A word of each class that times cannot do without.
constexpr const char* times =
    "card\t2\ttwo\nord\t2\tsecond\nproclitic\t1\tw\ntense\tpast\tsaid\nwas\tpast\twas\nuntil\tfuture\tuntil\n"
    "before\tpast\tbefore that\nweekday\tMonday\tmonday\nmonth\t5\tmay\nunit\tday\tday\nunits\tday\tdays\n"
    "rel\t-1\tlast\n";

/// A table of the built-in lexicon by its rows, comments left out.
struct Table {
    std::string name;
    std::vector<std::string> rows;
};

struct Tables {
    std::vector<Table> all;
    LexiconFiles referred;  ///< what other tables refer to
};

bool refers(const std::string& table) {
    return table.ends_with("/offices.tsv") || table.ends_with("/office_complements.tsv") ||
           table.ends_with("/countries.tsv");
}

Tables built_in() {
    Tables out;
    for (auto& file : embedded_lexicon()) {
        if (!file.name.ends_with(".tsv")) continue;  // the rules are fuzz_time_rules'
        Table table{file.name, {}};
        for (std::size_t at = 0; at < file.text.size();) {
            const auto end = std::min(file.text.find('\n', at), file.text.size());
            if (file.text[at] != '#') table.rows.push_back(file.text.substr(at, end - at));
            at = end + 1;
        }
        out.all.push_back(std::move(table));
        for (const auto* name :
             {"ar/office_types.tsv", "syria/people.tsv", "syria/organizations.tsv", "syria/places.tsv"})
            if (file.name == name) out.referred.push_back(std::move(file));
    }
    return out;
}

void refused(const std::vector<Diagnostic>& diagnostics) {
    if (diagnostics.empty()) std::abort();
    for (const auto& d : diagnostics)
        if (d.message.empty() || d.file.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tables = built_in();
    if (size < choosing) return 0;
    const auto& table = tables.all[(data[0] + size) % tables.all.size()];
    std::string text;
    const auto first = data[1] * 256U + data[2];
    const auto count = std::min<std::size_t>(data[3] % 32, table.rows.size());
    for (std::size_t n = 0; n < count; ++n) text += table.rows[(first + n) % table.rows.size()] + "\n";
    auto at = text.size() * data[4] / 256;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    text.insert(at, reinterpret_cast<const char*>(data) + choosing, size - choosing);

    LexiconFiles files{{table.name, text, table.name}, {"zz/time/words.tsv", times, "times"}};
    for (const auto& file : tables.referred)
        if (refers(table.name) && file.name != table.name) files.push_back(file);
    try {
        const Language language(files);
        Document document;
        document.id = "d";
        document.published = parse_publication_time("2016-07-15").value();
        document.text = text;
        if (!find_malformed_utf8(text)) (void)extract(document, language);
    } catch (const InputError& error) {
        refused(error.diagnostics());
    }
    return 0;
}
