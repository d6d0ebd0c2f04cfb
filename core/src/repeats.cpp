#include "isnad/core/extraction.hpp"

#include <utility>

namespace isnad {

void drop_repeats(Extraction& extraction) {
    auto& events = extraction.events;
    std::vector<std::size_t> place(events.size());  // of each event that stays
    std::vector<Event> kept;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].repeats) continue;
        place[i] = kept.size();
        kept.push_back(std::move(events[i]));
    }
    std::vector<Statement> said;
    for (auto& s : extraction.statements) {
        if (s.repeats) continue;
        for (auto& about : s.about) {
            const auto& repeats = events[about.event.value()].repeats;
            about.event = EventIndex(place[(repeats ? *repeats : about.event).value()]);
        }
        said.push_back(std::move(s));
    }
    events = std::move(kept);
    extraction.statements = std::move(said);
}

}  // namespace isnad
