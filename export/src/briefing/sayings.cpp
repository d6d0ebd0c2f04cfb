#include "sayings.hpp"

#include "../latin_names.hpp"
#include "../line_text.hpp"
#include "../phrases.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

namespace isnad {

namespace {

constexpr std::size_t least_quote = 25;   ///< code points of a quotation that can stand alone
constexpr std::size_t least_clause = 30;  ///< code points of a clause that is worth a line
constexpr double fresh_news = 0.6;        ///< as for events
constexpr std::size_t least_words = 4;    ///< to compare two sayings

/// The direct quotation that is most of what was said; null when the sentence around it is needed.
const QuotedWords* own_words(const StatementNode& statement) {
    const QuotedWords* best = nullptr;
    for (const QuotedWords& quote : statement.quotes) {
        if (quote.kind != QuoteKind::direct) continue;
        if (best == nullptr || quote.text.size() > best->text.size()) best = &quote;
    }
    if (best == nullptr || count_code_points(best->text) < least_quote) return nullptr;
    return best->text.size() * 5 >= statement.content.size() * 3 ? best : nullptr;
}

/// The beginning of a text without vowel marks, its letters as they are: folding would join the words that matter here.
std::string bare_beginning(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 40);) {
        const CodePoint c = decode(text, i);
        i += c.size;
        const bool mark = c.value >= 0x64B && c.value <= 0x652;
        if (!mark) append_utf8(out, c.value);
    }
    return out;
}

/// The kind of clause that begins with this word; empty when it is none.
std::string clause_kind(std::string_view content) {
    const Phrases& phrases = Phrases::of(Tongue::ar);
    const std::string beginning = bare_beginning(content);
    for (const std::string_view kind : split_bars(phrases.text("that.kinds"))) {
        for (const std::string_view word : split_bars(phrases.text("that." + std::string(kind)))) {
            if (beginning.starts_with(std::string(word) + " ")) return std::string(kind);
        }
    }
    return {};
}

bool balanced(std::string_view text) {
    const std::string folded = fold(text);
    const auto count = [&](char c) { return std::count(folded.begin(), folded.end(), c); };
    return count('"') % 2 == 0 && count('(') == count(')');
}

}  // namespace

std::string kind_of_cue(const std::string& cue) {
    const Phrases& phrases = Phrases::of(Tongue::ar);
    const std::string folded = fold(cue);
    for (const std::string_view kind : split_bars(phrases.text("cue.kinds"))) {
        for (const std::string_view form : split_bars(phrases.text("cue." + std::string(kind)))) {
            if (fold(form) == folded) return std::string(kind);
        }
    }
    return {};
}

namespace {

class Finder {
public:
    Finder(const View& view, const Importance& importance, const Interval& period, bool all)
        : m_view(view), m_importance(importance), m_period(period), m_all(all) {}

    [[nodiscard]] std::optional<Saying> saying(const StatementNode& statement) const {
        if (!statement.speaker || !can_speak(m_view.actor(*statement.speaker))) return std::nullopt;
        if (statement.modality == Modality::denied) return std::nullopt;
        if (!m_all && m_importance.news(statement) < passing) return std::nullopt;
        Saying out;
        out.statements = {&statement};
        if (!find_day(statement, out.day) || !find_words(statement, out)) return std::nullopt;
        out.importance = m_importance.of(out.statements);
        return out;
    }

private:
    /// Media and unnamed groups carry what others say.
    [[nodiscard]] bool can_speak(const Actor& actor) const {
        if (actor.type == NodeType::media || actor.type == NodeType::place) return false;
        if (actor.type != NodeType::group) return true;
        return m_all && (!actor.name_en.empty() || translates(actor.name_ar));
    }

    /// The day it was said; the day of its report when it is the news of it.
    bool find_day(const StatementNode& statement, Interval& day) const {
        const Interval& when = statement.when;
        if (when.from && when.to) {
            if (*when.to - *when.from > date::days{1}) return false;
            day = one_day(*when.to);
        } else {
            if (!m_all && m_importance.news(statement) < fresh_news) return false;
            day = one_day(m_view.document(statement.document).published.day);
        }
        return (!m_period.from || *day.to >= *m_period.from) && (!m_period.to || *day.from <= *m_period.to);
    }

    static bool find_words(const StatementNode& statement, Saying& out) {
        if (const QuotedWords* quote = own_words(statement)) {
            out.direct = true;
            out.words = quote->text;
            return true;
        }
        out.words = std::string(without_leading_stops(statement.content));
        if (count_code_points(out.words) < least_clause || !balanced(out.words)) return false;
        out.that = clause_kind(out.words);
        return !out.that.empty() && !kind_of_cue(statement.cue).empty();
    }

    const View& m_view;
    const Importance& m_importance;
    const Interval& m_period;
    bool m_all;
};

/// Sayings with the words by which they are compared.
class Gatherer {
public:
    void add(Saying fresh) {
        const std::string folded = fold(fresh.words);
        Words words;
        for (const std::string_view word : words_of(folded)) {
            if (count_code_points(word) >= 3) words.emplace_back(word);
        }
        const auto key = std::pair(*fresh.first().speaker, fresh.day.to->time_since_epoch().count());
        for (int apart = -1; apart <= 1; ++apart) {
            for (const std::size_t at : m_places[{key.first, key.second + apart}]) {
                if (!same(m_words[at], words)) continue;
                auto& statements = m_sayings[at].statements;
                statements.insert(statements.end(), fresh.statements.begin(), fresh.statements.end());
                return;
            }
        }
        m_places[key].push_back(m_sayings.size());
        m_sayings.push_back(std::move(fresh));
        m_words.push_back(std::move(words));
    }

    [[nodiscard]] std::vector<Saying>& sayings() { return m_sayings; }

private:
    using Words = std::vector<std::string>;

    /// Half of the words of the shorter one are in the other, or inside words of it.
    static bool same(const Words& a, const Words& b) {
        const Words& small = a.size() <= b.size() ? a : b;
        const Words& large = a.size() <= b.size() ? b : a;
        if (small.size() < least_words) return small == large;
        const auto shared = std::count_if(small.begin(), small.end(), [&](const std::string& word) {
            return std::any_of(large.begin(), large.end(), [&](const std::string& other) {
                return other.find(word) != std::string::npos || word.find(other) != std::string::npos;
            });
        });
        return static_cast<std::size_t>(shared) * 2 >= small.size();
    }

    std::map<std::pair<ActorRef, int>, std::vector<std::size_t>> m_places;
    std::vector<Saying> m_sayings;
    std::vector<Words> m_words;
};

bool more_important(const Saying& a, const Saying& b) { return a.importance > b.importance; }

}  // namespace

std::vector<Saying> sayings_of(const View& view, const Importance& importance, const Interval& period, bool all) {
    const Finder finder(view, importance, period, all);
    std::vector<Saying> found;
    for (const StatementNode& statement : view.statements) {
        if (auto saying = finder.saying(statement)) found.push_back(std::move(*saying));
    }
    std::stable_sort(found.begin(), found.end(), more_important);
    Gatherer gatherer;
    for (Saying& saying : found) gatherer.add(std::move(saying));
    std::vector<Saying> out = std::move(gatherer.sayings());
    for (Saying& saying : out) saying.importance = importance.of(saying.statements);
    std::stable_sort(out.begin(), out.end(), more_important);
    return out;
}

}  // namespace isnad
