#include "lexicon/plain_verbs.hpp"

#include "isnad/core/fold.hpp"
#include "lexicon/morphology.hpp"

#include <fmt/format.h>

namespace isnad {

void PlainVerbs::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 3, 3, diagnostics, [&](const Row& row) {
        const bool auxiliary = row.text(2) == "auxiliary";
        if (!auxiliary && row.text(2) != "-") {
            diagnostics.push_back(row.error(2, fmt::format("found '{}', expected 'auxiliary' or '-'", row.text(2))));
            return;
        }
        const FormSink sink = [&](const std::string& form, std::uint16_t features) {
            const auto number = m_words.add(fold(form));
            if (number < m_features.size()) return;
            m_features.push_back(static_cast<std::uint16_t>(features | (auxiliary ? WordForm::auxiliary : 0)));
        };
        const auto verb = [&](std::size_t column) { return row.text(column) == "-" ? "" : row.text(column); };
        inflect_verb(verb(0), {}, false, sink);
        inflect_verb({}, verb(1), false, sink);
    });
}

std::uint16_t PlainVerbs::features(std::string_view word) const {
    const auto number = m_words.find(word);
    return number == WordIndex::none ? std::uint16_t{0} : m_features[number];
}

}  // namespace isnad
