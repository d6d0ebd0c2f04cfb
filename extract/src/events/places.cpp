#include "events/places.hpp"

namespace isnad {

namespace {

constexpr std::size_t reach = 16;  // items between an event's word and its place

/// Whether the words before make an actor item the place of something: not "the situation in X".
bool placed(const SentenceView& s, std::size_t i) {
    if (!s.is(i, ItemKind::actor) || !s.actor(i).place) return false;
    const bool in =
        s.item(i).clitics.preposition == 'b' || (i > 0 && (s.is(i - 1, WordClass::in) || s.is(i - 1, WordClass::city)));
    return in && !(i > 1 && s.is(i - 2, WordClass::topic));
}

/// The mention a place leans on: the nearest before it in its clause or above, else the first one after it.
EventMention* owner(SentenceReading& r, std::size_t item) {
    EventMention* before = nullptr;
    for (auto& e : r.mentions) {
        if (e.settled || e.participle() || e.type == EventType::statement) continue;
        const bool aside = e.item > 0 && r.view.is(e.item - 1, WordClass::sidelines);
        if (aside) continue;
        if (e.item < item) {
            if (item - e.item <= reach && r.between.of(e.item, item).openers == 0) before = &e;
        } else if (before == nullptr && e.item - item <= reach && r.tree.of(e.item) == r.tree.of(item)) {
            return &e;
        }
    }
    return before;
}

}  // namespace

void find_places(SentenceReading& r) {
    for (std::size_t i = 0; i < r.view.size(); ++i) {
        if (!placed(r.view, i)) continue;
        if (auto* e = owner(r, i); e != nullptr && !e->place) e->place = r.view.actor(i).nodes.front();
    }
}

}  // namespace isnad
