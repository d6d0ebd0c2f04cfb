#include "events/attribution.hpp"

#include <algorithm>

namespace isnad {

namespace {

void append_new(std::vector<NodeIndex>& list, const std::vector<NodeIndex>& more) {
    for (const auto n : more)
        if (std::find(list.begin(), list.end(), n) == list.end()) list.push_back(n);
}

/// "..., X said.", "..., as X said.": the speech whose words stand before it.
std::optional<std::size_t> postposed_speech(const SentenceReading& r, std::size_t mention) {
    for (auto j = mention + 1; j < r.mentions.size(); ++j) {
        const auto& speech = r.mentions[j];
        if (!speech.verb() || speech.settled || speech.content == 0 || speech.item == 0) continue;
        const bool closes = speech.content + 1 >= r.view.size() || r.view.closing_mark(speech.content);
        const bool as = r.view.is(speech.item - 1, WordClass::other_preposition) && speech.item > 1;
        if (closes && r.view.mark(speech.item - (as ? 2 : 1), ',')) return j;
    }
    return std::nullopt;
}

/// The speech mention whose word is the predicate of a clause.
std::optional<std::size_t> speech_of(const SentenceReading& r, std::size_t clause) {
    const auto& predicate = r.tree.node(clause).predicate;
    for (std::size_t k = 0; k < r.mentions.size(); ++k) {
        const auto& m = r.mentions[k];
        if (m.content == 0 || m.noun()) continue;
        if (m.settled ? r.tree.of(m.item) == clause : predicate == m.item) return k;
    }
    return std::nullopt;
}

/// "X quoted Y as saying to Z that": the words stand at the saying, and came through Z.
void move_to_saying(const SentenceReading& r, EventMention& e) {
    constexpr std::size_t reach = 4;
    for (auto i = e.item + 1; i < r.view.size(); ++i) {
        if (!r.view.is(i, WordClass::his_saying)) continue;
        e.item = i;
        e.content = i + 1;
        for (auto j = i + 1; j < r.view.size() && j < i + reach; ++j)
            if (r.view.is(j, ItemKind::actor) && r.view.item(j).clitics.preposition == 'l') {
                append_new(e.sources, r.view.actor(j).nodes);
                e.content = j + 1;
            }
        return;
    }
}

}  // namespace

void find_governors(SentenceReading& r) {
    for (std::size_t k = 0; k < r.mentions.size(); ++k) {
        auto& e = r.mentions[k];
        for (auto c = r.tree.of(e.item); c != r.tree.node(c).parent && !e.governor; c = r.tree.node(c).parent) {
            const auto& clause = r.tree.node(c);
            if (clause.kind != ClauseKind::content && clause.kind != ClauseKind::quote) continue;
            const auto speech = speech_of(r, clause.parent);
            if (speech && *speech != k && r.mentions[*speech].item < e.item) e.governor = speech;
        }
        // The object of a verb of saying is spoken of: "announced the withdrawal".
        const bool aside = e.item > 0 && r.view.slot_at(e.item - 1);
        if (!e.governor && e.noun() && !aside)
            if (const auto speech = speech_of(r, r.tree.of(e.item)); speech && r.mentions[*speech].item < e.item)
                e.governor = speech;
        if (!e.governor) e.governor = postposed_speech(r, k);
    }
}

void settle_relays(SentenceReading& r) {
    for (auto& e : r.mentions) {
        if (!e.trigger->relay || !e.relayed) continue;
        // Who passes words on acts in the clause, whether or not that makes a party.
        const auto& clause = r.tree.at(e.item);
        e.sources = clause.predicate == e.item && !clause.subject.empty() ? clause.subject : e.agents();
        std::erase(e.sources, *e.relayed);
        e.parties.clear();
        e.add({Role::agent, *e.relayed, Basis::named, r.discourse.last_words(*e.relayed)});
        move_to_saying(r, e);
    }
}

void find_sources(SentenceReading& r) {
    std::vector<NodeIndex> according;
    for (const auto& e : r.mentions)
        if (e.settled && r.view.is(e.item, ItemKind::word)) append_new(according, e.agents());
    for (auto& e : r.mentions) {
        if (e.sources.empty() && !e.settled) e.sources = according;
        std::vector<std::size_t> chain;
        for (auto g = e.governor; g && chain.size() < r.mentions.size(); g = r.mentions[*g].governor)
            chain.push_back(*g);
        for (auto g = chain.rbegin(); g != chain.rend(); ++g) {
            const auto& speech = r.mentions[*g];
            if (speech.agents() == e.agents() && e.trigger->speech) continue;
            append_new(e.sources, speech.sources);
            append_new(e.sources, speech.agents());
        }
        if (e.trigger->must && e.governor)
            for (const auto n : r.mentions[*e.governor].agents())
                e.add({Role::agent, n, Basis::understood, r.discourse.last_words(n)});
    }
}

}  // namespace isnad
