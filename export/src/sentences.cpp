#include "sentences.hpp"

#include "latin_names.hpp"
#include "phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace isnad {

namespace {

constexpr std::string_view teh_marbuta = "\u0629";

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.substr(0, word.size()) == word && (text.size() == word.size() || text[word.size()] == ' ');
}

bool listed(std::string_view name, const Phrases& phrases, std::string_view key) {
    for (const std::string_view row : phrases.all(key)) {
        for (const std::string_view word : split_bars(row)) {
            if (starts_with_word(name, word)) return true;
        }
    }
    return false;
}

/// Whether an Arabic verb before this actor is feminine.
bool is_feminine(const Actor& actor, const Phrases& phrases) {
    const std::string_view name = actor.name_ar;
    if (listed(name, phrases, "masculine")) return false;
    if (listed(name, phrases, "feminine")) return true;
    if (actor.type == NodeType::country || actor.type == NodeType::media) return true;
    const std::string_view first = name.substr(0, name.find(' '));
    return first.size() >= teh_marbuta.size() && first.substr(first.size() - teh_marbuta.size()) == teh_marbuta;
}

/// "a diplomatic source", "an official": unnamed people in the singular.
std::string with_indefinite(const std::string& name) {
    const std::string_view head = std::string_view(name).substr(0, name.find(" of "));
    const std::string_view start = head.substr(0, head.find(" in "));
    const std::string_view last = start.substr(start.rfind(' ') + 1);
    const auto plural = split_bars(Phrases::of(Tongue::en).text("no_article"));
    const bool lower = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
    if (!lower || last.ends_with('s') || std::find(plural.begin(), plural.end(), last) != plural.end()) return name;
    return (std::string_view("aeiou").find(name.front()) != std::string_view::npos ? "an " : "a ") + name;
}

/// "the United States": names with a word of the list "the" in them, but for people, outlets and Arabic articles.
std::string with_article(const Actor& actor, Tongue tongue) {
    const std::string name = name_in(actor, tongue);
    if (tongue == Tongue::en && actor.type == NodeType::group) {
        if (std::string out = with_indefinite(name); out != name) return out;
    }
    if (actor.type == NodeType::person || actor.type == NodeType::media || name.starts_with("al-")) return name;
    const auto listed_words = split_bars(Phrases::of(tongue).text("the"));
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (std::find(listed_words.begin(), listed_words.end(), word) != listed_words.end()) return "the " + name;
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return name;
}

const char* form_key(Modality modality) {
    switch (modality) {
        case Modality::asserted: return "form.asserted";
        case Modality::planned: return "form.planned";
        case Modality::possible: return "form.possible";
        case Modality::conditional: return "form.conditional";
        case Modality::denied: return "form.denied";
    }
    return "form.asserted";
}

class Speller {
public:
    Speller(const View& view, Tongue tongue) : m_view(view), m_tongue(tongue), m_phrases(Phrases::of(tongue)) {}

    [[nodiscard]] std::string names(const std::vector<ActorRef>& actors) const {
        std::vector<std::string> out;
        for (const ActorRef actor : actors) {
            const std::string name = spelled_name(m_view.actor(actor), m_tongue);
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
        }
        return list_words(out, m_tongue);
    }

    [[nodiscard]] std::string verb(std::string_view name, const std::vector<ActorRef>& subject, const char* form,
                                   bool feminine_noun = false) const {
        const auto forms = split_bars(m_phrases.text(fmt::format("verb.{}", name)));
        const bool gendered = forms.size() == 4;
        const bool feminine =
            feminine_noun || (!subject.empty() && is_feminine(m_view.actor(subject.front()), m_phrases));
        const std::size_t past = gendered && feminine ? 1 : 0;
        const std::size_t plain = gendered ? (feminine ? 3 : 2) : std::min<std::size_t>(1, forms.size() - 1);
        return fill(m_phrases.text(form),
                    [&](std::string_view wanted) { return std::string(forms[wanted == "past" ? past : plain]); });
    }

    [[nodiscard]] const Phrases& phrases() const { return m_phrases; }

private:
    const View& m_view;
    Tongue m_tongue;
    const Phrases& m_phrases;
};

class EventSpeller {
public:
    EventSpeller(const View& view, const EventInstance& event, Tongue tongue)
        : m_view(view), m_event(event), m_tongue(tongue), m_speller(view, tongue) {}

    EventSentence run() {
        const Phrases& phrases = m_speller.phrases();
        const std::string key = fmt::format("event.{}", info(m_event.type).name);
        const auto values = [this](std::string_view name) { return value(name); };
        std::string text;
        for (const std::string_view pattern : phrases.all(key)) {
            m_has_verb = false;
            text = fill(pattern, values);
            if (!text.empty()) break;
        }
        if (text.empty()) m_has_verb = false;
        for (const std::string_view pattern : phrases.all("event.any")) {
            if (text.empty()) text = fill(pattern, values);
        }
        text += fill(phrases.text("against"), values);
        return {text, m_has_verb};
    }

private:
    [[nodiscard]] std::vector<ActorRef> playing(Role role) const {
        std::vector<ActorRef> out;
        for (const Played& played : m_event.participants) {
            if (played.role == role && !is_covered(played)) out.push_back(played.actor);
        }
        return out;
    }

    /// Somebody closer is named in the same role: who met is told by persons, who fought by countries. Nobody takes
    /// part as agent and as something else.
    [[nodiscard]] bool is_covered(const Played& played) const {
        const Actor& actor = m_view.actor(played.actor);
        if (m_tongue == Tongue::en && actor.type == NodeType::group && actor.name_en.empty() &&
            !translates(actor.name_ar)) {
            return true;  // nothing that English could call it by
        }
        const bool consulting = info(m_event.type).family == "consult";
        return std::any_of(m_event.participants.begin(), m_event.participants.end(), [&](const Played& other) {
            if (other.actor == played.actor) return other.role == Role::agent && played.role != Role::agent;
            const Actor& beside = m_view.actor(other.actor);
            if (actor.country.empty() || actor.country != beside.country) return false;
            const bool is_body = actor.type == NodeType::organization || actor.type == NodeType::armed_group;
            if (consulting) return beside.type == NodeType::person && (is_body || actor.type == NodeType::country);
            return other.role == played.role && beside.type == NodeType::country && is_body;
        });
    }

    /// Everybody but those in the given role and those who are only spoken against.
    [[nodiscard]] std::vector<ActorRef> all_but(std::optional<Role> left_out) const {
        std::vector<ActorRef> barred;
        if (left_out) barred = playing(*left_out);
        std::vector<ActorRef> out;
        for (const Played& played : m_event.participants) {
            if (played.role == Role::against || is_covered(played)) continue;
            const auto is_same = [&](ActorRef other) { return other == played.actor; };
            if (std::any_of(barred.begin(), barred.end(), is_same)) continue;
            if (std::none_of(out.begin(), out.end(), is_same)) out.push_back(played.actor);
        }
        return out;
    }

    [[nodiscard]] std::vector<ActorRef> group(std::string_view name) const {
        if (name == "A") return playing(Role::agent);
        if (name == "P" || name == "P2") return playing(Role::patient);
        if (name == "H") return playing(Role::host);
        if (name == "T") return playing(Role::addressee);
        if (name == "G") return playing(Role::against);
        if (name == "O") return all_but(Role::host);
        return all_but(std::nullopt);
    }

    std::string value(std::string_view name) {
        if (name.substr(0, 2) == "v:") return verb(name.substr(2));
        if (name == "type") return type_words(m_event.type, m_tongue);
        if (name == "place") return place();
        if (name == "topic") return m_event.topic;
        const std::vector<ActorRef> actors = group(name);
        if ((name == "ALL2" || name == "P2") && actors.size() < 2) return {};
        return m_speller.names(actors);
    }

    /// Empty when the place is one of those who take part, so that nobody meets Russia in Russia.
    [[nodiscard]] std::string place() const {
        if (!m_event.place) return {};
        for (const Played& played : m_event.participants) {
            if (played.actor == *m_event.place) return {};
        }
        return spelled_name(m_view.actor(*m_event.place), m_tongue);
    }

    std::string verb(std::string_view name_and_subject) {
        m_has_verb = true;
        const std::size_t colon = name_and_subject.find(':');
        const bool has_subject = colon != std::string_view::npos;
        const std::string_view subject = has_subject ? name_and_subject.substr(colon + 1) : std::string_view{};
        // A dispute is told by what some assert; its mark says that others deny it.
        const bool negative =
            m_event.polarity == Polarity::negative && m_event.modality == Modality::asserted && !m_event.disputed;
        return m_speller.verb(name_and_subject.substr(0, colon), has_subject ? group(subject) : std::vector<ActorRef>{},
                              negative ? "form.negative" : form_key(m_event.modality), subject == "F");
    }

    const View& m_view;
    const EventInstance& m_event;
    Tongue m_tongue;
    Speller m_speller;
    bool m_has_verb = false;
};

/// Whether the article's own word of saying has a feminine subject.
bool has_feminine_cue(const StatementNode& statement) {
    const auto words = split_bars(Phrases::of(Tongue::ar).text("cue.feminine"));
    return std::find(words.begin(), words.end(), statement.cue) != words.end();
}

}  // namespace

std::string type_words(EventType type, Tongue tongue) {
    return std::string(Phrases::of(tongue).text(fmt::format("type.{}", info(type).name)));
}

std::string list_words(const std::vector<std::string>& names, Tongue tongue, std::size_t most) {
    const Phrases& phrases = Phrases::of(tongue);
    std::vector<std::string> parts(names.begin(),
                                   names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most)));
    if (names.size() > most) parts.push_back(phrases.count("list.others", names.size() - most));
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += phrases.text(i + 1 == parts.size() ? "list.and" : "list.comma");
        out += parts[i];
    }
    return out;
}

EventSentence event_sentence(const View& view, const EventInstance& event, Tongue tongue) {
    return EventSpeller(view, event, tongue).run();
}

std::string mark_of(const EventInstance& event, bool has_verb, Tongue tongue) {
    const Phrases& phrases = Phrases::of(tongue);
    if (event.disputed) return std::string(phrases.text("mark.disputed"));
    if (event.modality == Modality::asserted) return {};
    const std::string key = fmt::format("mark.{}", to_string(event.modality));
    const std::string noun = key + ".noun";
    return std::string(phrases.text(!has_verb && !phrases.all(noun).empty() ? noun : key));
}

std::string marked_sentence(const View& view, const EventInstance& event, Tongue tongue) {
    const EventSentence sentence = event_sentence(view, event, tongue);
    const std::string mark = mark_of(event, sentence.has_verb, tongue);
    return mark.empty() ? sentence.text : mark + " " + sentence.text;
}

std::string event_label(const EventInstance& event, Tongue tongue) {
    std::string label = type_words(event.type, tongue);
    const auto day = event.when.from ? event.when.from : event.when.to;
    if (day) label += fmt::format("{}{}", tongue == Tongue::ar ? "\u060C " : ", ", to_string(*day));
    return label;
}

std::string statement_sentence(const View& view, const StatementNode& statement, const SpokenWords& spoken,
                               Tongue tongue) {
    const Speller speller(view, tongue);
    std::vector<ActorRef> speaker;
    if (statement.speaker) speaker.push_back(*statement.speaker);
    const bool same = statement.addressee == statement.speaker;
    const char* key = spoken.direct ? "statement.said" : "statement.clause";
    const std::string text = fill(speller.phrases().text(key), [&](std::string_view name) -> std::string {
        if (name == "words") return spoken.words;
        if (name == "about") return spoken.about;
        if (name == "S") return speller.names(speaker);
        if (name == "T") return statement.addressee && !same ? speller.names({*statement.addressee}) : std::string{};
        if (name == "v") return speller.verb(spoken.kind, speaker, "form.asserted", has_feminine_cue(statement));
        return {};
    });
    return text.empty() ? spoken.words : text;
}

std::string how_words(Modality how, Tongue tongue) {
    if (how == Modality::asserted) return {};
    return std::string(Phrases::of(tongue).text(fmt::format("how.{}", to_string(how))));
}

std::string spelled_name(const Actor& actor, Tongue tongue, bool oblique) {
    const std::string name = with_article(actor, tongue);
    const Phrases& phrases = Phrases::of(tongue);
    if (const auto& honour = phrases.all("honour." + actor.key.text()); !honour.empty()) {
        return std::string(honour.front()) + " " + name;
    }
    if (!oblique) return name;
    for (const std::string_view row : phrases.all("oblique")) {
        const auto forms = split_bars(row);
        if (forms.size() == 2 && starts_with_word(name, forms[0])) {
            return std::string(forms[1]) + name.substr(forms[0].size());
        }
    }
    return name;
}

}  // namespace isnad
