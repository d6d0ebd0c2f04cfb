#pragma once
// The items of a sentence as the grammar around a trigger asks for them.

#include "actors/actor_finder.hpp"
#include "lexicon/morphology.hpp"
#include "lexicon/triggers.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace isnad {

class SentenceView {
public:
    SentenceView(const TokenizedText& text, const SentenceItems& sentence, const std::vector<Trigger>& triggers,
                 ActorFinder& actors)
        : m_text(text), m_items(sentence.items), m_actors(sentence.actors), m_triggers(triggers), m_finder(actors) {}

    [[nodiscard]] std::size_t size() const { return m_items.size(); }
    [[nodiscard]] const Item& item(std::size_t i) const { return m_items[i]; }
    [[nodiscard]] const NamedActor& actor(std::size_t i) const { return m_actors[m_items[i].index]; }
    [[nodiscard]] const Trigger& trigger(std::size_t i) const { return m_triggers[m_items[i].index]; }
    [[nodiscard]] ActorFinder& finder() const { return m_finder; }

    [[nodiscard]] bool is(std::size_t i, ItemKind kind) const { return i < size() && m_items[i].kind == kind; }
    [[nodiscard]] bool is(std::size_t i, WordClass word) const {
        return is(i, ItemKind::word) && m_items[i].word == word;
    }
    /// A finite verb, whether it tells of an event or not.
    [[nodiscard]] bool verb(std::size_t i) const { return has(i, WordForm::verb); }
    [[nodiscard]] bool participle(std::size_t i) const {
        return is(i, ItemKind::trigger) && has(i, WordForm::participle);
    }
    [[nodiscard]] bool predicate(std::size_t i) const { return verb(i) || participle(i); }
    [[nodiscard]] bool event_noun(std::size_t i) const { return is(i, ItemKind::trigger) && !predicate(i); }
    /// A verb or participle of saying.
    [[nodiscard]] bool speech_verb(std::size_t i) const {
        return is(i, ItemKind::trigger) && predicate(i) && trigger(i).speech;
    }
    /// A verb that only says how far another has come: "began", "was", "continues".
    [[nodiscard]] bool auxiliary(std::size_t i) const {
        return is(i, ItemKind::verb) && (m_items[i].features & WordForm::auxiliary) != 0;
    }
    /// A pronoun hangs on the verb or noun.
    [[nodiscard]] bool suffixed(std::size_t i) const { return has(i, WordForm::suffix); }
    /// A noun without article or owner, known or not.
    [[nodiscard]] bool indefinite_noun(std::size_t i) const;
    [[nodiscard]] bool mark(std::size_t i, char c) const;
    /// A colon, full stop or the like: no clause goes past it.
    [[nodiscard]] bool closing_mark(std::size_t i) const;
    /// A quotation mark that the word behind is glued to.
    [[nodiscard]] bool opens_quote(std::size_t i) const;
    /// Where a clause ends for the search of participants.
    [[nodiscard]] bool stops(std::size_t i) const;
    /// The preposition an actor stands under; Slot::count for one that gives no slot.
    [[nodiscard]] std::optional<Slot> preposition(std::size_t i) const;
    /// An actor under no preposition that may act: not a place, not the owner of the noun before it.
    [[nodiscard]] bool free_actor(std::size_t i) const;
    /// An unknown noun right before item i owns it: "the advisor of X", "the steps of X".
    [[nodiscard]] bool owned(std::size_t i) const;
    /// The actors joined by "and" from an actor item on; `next` becomes the item after them.
    [[nodiscard]] std::vector<NodeIndex> coordination(std::size_t i, std::size_t& next) const;
    /// "That he": the word for "that" carries the subject.
    [[nodiscard]] bool that_with_pronoun(std::size_t i) const;
    /// The slot a preposition word gives; nothing for any other item.
    [[nodiscard]] std::optional<Slot> slot_at(std::size_t i) const;
    /// "Who", "which": not the "what" that is written in many idioms.
    [[nodiscard]] bool relative_pronoun(std::size_t i) const;
    /// An unknown word that a glued "to" leads in, before a quoted or plain name: "to-newspaper X".
    [[nodiscard]] bool leads_in(std::size_t i) const;
    /// The bytes of an item's first word, clitics aside.
    [[nodiscard]] std::size_t length(std::size_t i) const { return word(i).size(); }
    /// A word with "by the" or "to the" before it, known or not.
    [[nodiscard]] bool by_the(std::size_t i) const;
    /// Whether the first word of an item has the ending of feminine names: teh marbuta, -a, -at.
    [[nodiscard]] bool feminine_ending(std::size_t i) const;
    /// A verb with a written u behind its first letter: the passive.
    [[nodiscard]] bool passive(std::size_t i) const;
    /// A word with the article.
    [[nodiscard]] bool definite(std::size_t i) const;
    [[nodiscard]] const TokenizedText& text() const { return m_text; }
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }
    /// A verb in the first person: "we see".
    [[nodiscard]] bool first_person(std::size_t i) const { return has(i, WordForm::first); }

private:
    [[nodiscard]] bool has(std::size_t i, std::uint16_t form) const {
        const bool formed = is(i, ItemKind::trigger) || is(i, ItemKind::verb);
        return formed && (m_items[i].features & form) != 0;
    }
    [[nodiscard]] std::string_view word(std::size_t i) const;
    [[nodiscard]] bool lone_and(std::size_t i) const;
    [[nodiscard]] bool dashed(std::size_t i) const;

    const TokenizedText& m_text;
    const std::vector<Item>& m_items;
    const std::vector<NamedActor>& m_actors;
    const std::vector<Trigger>& m_triggers;
    ActorFinder& m_finder;
};

}  // namespace isnad
