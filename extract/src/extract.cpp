#include "isnad/extract/extract.hpp"

#include "actors/actor_finder.hpp"
#include "events/event_reader.hpp"
#include "events/quotes.hpp"
#include "language_parts.hpp"
#include "text/furniture.hpp"
#include "text/repeats.hpp"
#include "text/sentences.hpp"
#include "text/units.hpp"
#include "time/grammar.hpp"

#include <algorithm>

namespace isnad {

Extraction extract(const Document& document, const Language& language, const ExtractOptions& options) {
    const auto& parts = language.parts();
    const auto text = tokenize(document.text);
    const auto furniture = find_furniture(text, parts.furniture, parts.times);
    Extraction out;
    const auto numbers = parts.times.parts().words.index()->find_all(text);
    out.times = timing::tag(text, numbers, parts.times.parts(), document.published, options.time, furniture);
    if (!options.events) return out;

    ActorFinder actors(text, numbers, document, parts, out);
    EventReader events(text, document, parts, actors, out, options.trace);
    std::vector<Match> matches;
    std::vector<Unit> units;
    const auto sentences = find_sentences(text, furniture, document.title);
    std::vector<SentenceItems> items(sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        find_units(text, numbers, sentences[i], parts.phrases, out.times, matches, units);
        actors.read(units, items[i]);
    }
    events.survey(items);
    for (std::size_t i = 0; i < sentences.size(); ++i) events.read(sentences[i], items[i]);
    events.finish();
    find_quotes(text, out);
    mark_repeats(text, sentences, out);
    std::stable_sort(out.mentions.begin(), out.mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.span < b.span; });
    return out;
}

}  // namespace isnad
