#include "isnad/export/briefing.hpp"

#include "dates.hpp"
#include "phrases.hpp"
#include "sentences.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace isnad {

namespace {

constexpr std::size_t most_words = 240;  ///< code points of a quotation or a topic
constexpr std::size_t least_quote = 25;  ///< code points of a quotation that can stand alone
constexpr std::size_t least_said = 12;   ///< code points of what is said, to be worth a line

/// A text of the articles inside a line: one line, no control or bidi marks of its own, cut at a word, isolated from
/// the direction of what surrounds it.
std::string isolated(std::string_view text) {
    std::string out = "\u2068";
    std::size_t count = 0;
    bool space = false;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        i += c.size;
        const bool mark = (c.value >= 0x200E && c.value <= 0x200F) || (c.value >= 0x202A && c.value <= 0x202E) ||
                          (c.value >= 0x2066 && c.value <= 0x2069) || c.value == 0xFEFF;
        if (mark) continue;
        if (c.value <= 0x20 || c.value == 0x7F || (c.value >= 0x80 && c.value <= 0xA0) || c.value == 0x2028 ||
            c.value == 0x2029) {
            space = count > 0;
            continue;
        }
        if (space && count >= most_words) {
            out += "\u2026";
            break;
        }
        if (space) out += ' ';
        space = false;
        append_utf8(out, c.value);
        ++count;
    }
    return out + "\u2069";
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 32);
    return text;
}

/// Sections stand by their first known day; at one day the shorter stretch first; the undated last.
struct SectionKey {
    Day begin;
    Day end;
    Interval when;
    friend bool operator<(const SectionKey& a, const SectionKey& b) {
        return std::tie(a.begin, a.end, a.when.from, a.when.to) < std::tie(b.begin, b.end, b.when.from, b.when.to);
    }
};

SectionKey section_key(Interval when) {
    const Day never{date::days{1000000}};
    const Day begin = when.from ? *when.from : when.to ? *when.to : never;
    const Day end = when.to ? *when.to : never;
    return {begin, end, when};
}

/// "a|b" kinds of a telling, in the order in which they are named in a line.
const std::array<std::pair<Modality, const char*>, 5> told_as{{{Modality::planned, "source.planned"},
                                                               {Modality::possible, "source.possible"},
                                                               {Modality::conditional, "source.conditional"},
                                                               {Modality::asserted, "source.reported"},
                                                               {Modality::denied, "source.denied"}}};

/// A line on its way, with the events that it tells of.
struct Draft {
    BriefingLine line;
    std::vector<const EventInstance*> events;
};

class Writer {
public:
    Writer(const View& view, const BriefingOptions& options)
        : m_view(view), m_options(options), m_phrases(Phrases::of(options.tongue)) {}

    Briefing run() {
        for (const EventInstance& event : m_view.events) add_event(event);
        if (m_options.statements_per_speaker > 0) add_statements();
        Briefing briefing;
        for (auto& [key, drafts] : m_sections) {
            BriefingSection section{key.when, heading(key.when), {}};
            for (Draft& draft : drafts) {
                if (!draft.events.empty()) draft.line.sources = sources(draft.events);
                section.lines.push_back(std::move(draft.line));
            }
            std::stable_sort(section.lines.begin(), section.lines.end(),
                             [](const BriefingLine& a, const BriefingLine& b) {
                                 return std::tuple(a.kind, -a.weight) < std::tuple(b.kind, -b.weight);
                             });
            briefing.sections.push_back(std::move(section));
        }
        briefing.title = title();
        briefing.summary = summary(briefing);
        return briefing;
    }

private:
    [[nodiscard]] std::string words(std::string_view key) const { return std::string(m_phrases.text(key)); }

    [[nodiscard]] std::string heading(const Interval& when) const { return interval_words(when, m_options.tongue); }

    [[nodiscard]] bool shown(const Interval& when) const { return may_overlap(when, m_options.window); }

    /// The outlet, the day and the chain behind one report.
    [[nodiscard]] std::string report(DocumentRef ref, const std::vector<ActorRef>& chain) const {
        const SourceDocument& document = m_view.document(ref);
        std::string quoted;
        for (const ActorRef source : chain) {
            if (!quoted.empty()) quoted += words("source.chain");
            quoted += name_in(m_view.actor(source), m_options.tongue);
        }
        return fill(m_phrases.text("source.item"), [&](std::string_view name) -> std::string {
            if (name == "outlet") return outlet(document);
            if (name == "day") return day_words(document.published.day, m_options.tongue, false);
            return quoted;
        });
    }

    [[nodiscard]] std::string outlet(const SourceDocument& document) const {
        if (!document.outlet.empty()) return isolated(document.outlet);
        return fill(m_phrases.text("source.no_outlet"), [&](std::string_view) { return document.id.text(); });
    }

    /// "planned: A, 14 July; reported: B, 15 July". One report is named once for each way it tells of the events.
    [[nodiscard]] std::string sources(const std::vector<const EventInstance*>& events) const {
        std::string out;
        for (const auto& [modality, key] : told_as) {
            std::vector<std::string> reports;
            std::set<DocumentRef> seen;
            for (const EventInstance* event : events) {
                for (const Telling& telling : event->tellings) {
                    if (telling.modality != modality || !seen.insert(telling.document).second) continue;
                    reports.push_back(report(telling.document, others(telling.sources, *event)));
                }
            }
            if (reports.empty()) continue;
            if (!out.empty()) out += words("source.join");
            out += fill(m_phrases.text(key), [&](std::string_view) { return joined(reports); });
        }
        return out;
    }

    /// The chain without those who act in the event themselves: nobody is cited on his own deed.
    [[nodiscard]] static std::vector<ActorRef> others(std::vector<ActorRef> chain, const EventInstance& event) {
        const auto acts = [&](ActorRef actor) {
            return std::any_of(event.participants.begin(), event.participants.end(), [&](const Played& played) {
                return played.actor == actor && played.role == Role::agent;
            });
        };
        chain.erase(std::remove_if(chain.begin(), chain.end(), acts), chain.end());
        return chain;
    }

    [[nodiscard]] std::string joined(const std::vector<std::string>& reports) const {
        std::string out;
        const std::size_t named = std::min(reports.size(), m_options.sources_per_line);
        for (std::size_t i = 0; i < named; ++i) out += (i > 0 ? words("source.join") : "") + reports[i];
        if (named < reports.size()) {
            out += words("source.join") + m_phrases.count("source.more", reports.size() - named);
        }
        return out;
    }

    [[nodiscard]] std::string mark(const EventInstance& event, bool has_verb) const {
        if (event.disputed) return words("mark.disputed");
        std::string key;
        switch (event.modality) {
            case Modality::asserted: return {};
            case Modality::planned: key = "mark.planned"; break;
            case Modality::possible: key = "mark.possible"; break;
            case Modality::conditional: key = "mark.conditional"; break;
            case Modality::denied: key = "mark.denied"; break;
        }
        const std::string noun = key + ".noun";
        return !has_verb && !m_phrases.all(noun).empty() ? words(noun) : words(key);
    }

    [[nodiscard]] std::string remark(const EventInstance& event) const {
        std::vector<std::string> parts;
        if (event.disputed) {
            parts.push_back(fill(m_phrases.text("remark.sides"), [&](std::string_view name) {
                return name == "assert" ? m_phrases.count("remark.assert", event.accounts.assert_it)
                                        : m_phrases.count("remark.deny", event.accounts.deny_it);
            }));
        }
        const bool bounded = event.when.from && event.when.to;
        if (bounded && place_of(event) != event.when) {
            parts.push_back(words("remark.these_days"));
        } else if (bounded && event.certainty != Certainty::exact) {
            parts.push_back(words(fmt::format("remark.{}", to_string(event.certainty))));
        }
        std::string out;
        for (const std::string& part : parts) out += (out.empty() ? "" : words("source.join")) + part;
        return out;
    }

    /// Where an event stands: news of "these days" on the day before which it was reported.
    [[nodiscard]] static Interval place_of(const EventInstance& event) {
        const bool near = event.when.from && event.when.to && *event.when.to - *event.when.from == date::days{1};
        return near && event.certainty != Certainty::exact ? one_day(*event.when.to) : event.when;
    }

    /// Neither dated nor told of two: a line of it would say little but its type.
    [[nodiscard]] static bool says_little(const EventInstance& event) {
        const bool dated = event.when.from && event.when.to && event.certainty == Certainty::exact;
        return dated ? event.participants.empty() && !event.place && info(event.type).family != "agree"
                     : event.participants.size() < 2;
    }

    static BriefingLine::Kind kind_of(const EventInstance& event) {
        switch (event.modality) {
            case Modality::asserted: return BriefingLine::Kind::fact;
            case Modality::planned: return BriefingLine::Kind::plan;
            case Modality::denied: return BriefingLine::Kind::denial;
            default: return BriefingLine::Kind::possibility;
        }
    }

    /// Meetings and agreements before words; what many sources tell and who has a name before the rest.
    [[nodiscard]] double weight(const EventInstance& event) const {
        const std::string_view family = info(event.type).family;
        double sum = static_cast<double>(std::min<std::size_t>(event.independent_sources, 10));
        if (family == "consult" || family == "agree") sum += 6;
        if (family == "conflict" || family == "retreat" || family == "institution") sum += 4;
        for (const Played& played : event.participants) {
            sum += m_view.actor(played.actor).type == NodeType::person ? 1.0 : 0.5;
        }
        return event.when.from == event.when.to ? sum + 1 : sum;
    }

    void add_event(const EventInstance& event) {
        if (!shown(event.when) || info(event.type).family == "statement") return;
        if (says_little(event)) {
            ++m_left_out;
            return;
        }
        const EventSentence sentence = event_sentence(m_view, event, m_options.tongue);
        BriefingLine line;
        line.kind = kind_of(event);
        line.key = event.key.text();
        line.mark = mark(event, sentence.has_verb);
        line.text = line.mark.empty() ? capitalised(sentence.text) : sentence.text;
        if (!event.topic.empty()) {
            line.text += fill(m_phrases.text("topic.marked"), [&](std::string_view) { return isolated(event.topic); });
        }
        line.remark = remark(event);
        line.weight = weight(event);
        add_line(place_of(event), std::move(line), event);
        ++m_events;
        if (event.modality != Modality::asserted && event.modality != Modality::denied) ++m_plans;
    }

    /// Adds a line, or the event to the line of its section that says the same already.
    void add_line(const Interval& when, BriefingLine line, const EventInstance& event) {
        auto& drafts = m_sections[section_key(when)];
        const auto same = [&](const Draft& other) {
            return other.line.text == line.text && other.line.mark == line.mark;
        };
        const auto found = std::find_if(drafts.begin(), drafts.end(), same);
        Draft& draft = found != drafts.end() ? *found : drafts.emplace_back(Draft{std::move(line), {}});
        draft.events.push_back(&event);
    }

    void add_statements();
    void add_speaker(const Interval& when, const std::vector<const StatementNode*>& said);
    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::string summary(const Briefing& briefing) const;

    const View& m_view;
    const BriefingOptions& m_options;
    const Phrases& m_phrases;
    std::map<SectionKey, std::vector<Draft>> m_sections;
    std::set<std::string> m_said;  ///< sentences quoted already, folded
    std::size_t m_events = 0;
    std::size_t m_plans = 0;
    std::size_t m_left_out = 0;
};

/// What was said, best first: a direct quotation before a report, longer before shorter.
std::size_t worth(const StatementNode& statement) {
    std::size_t direct = 0;
    for (const QuotedWords& quote : statement.quotes) {
        if (quote.kind == QuoteKind::direct) direct += quote.text.size();
    }
    return std::min<std::size_t>(direct, 2000) * 2 + std::min<std::size_t>(statement.content.size(), 2000);
}

const QuotedWords* longest_quote(const StatementNode& statement) {
    const QuotedWords* best = nullptr;
    for (const QuotedWords& quote : statement.quotes) {
        if (quote.kind != QuoteKind::direct) continue;
        if (best == nullptr || quote.text.size() > best->text.size()) best = &quote;
    }
    return best != nullptr && count_code_points(best->text) >= least_quote ? best : nullptr;
}

void Writer::add_speaker(const Interval& when, const std::vector<const StatementNode*>& said) {
    std::vector<Draft> drafts;
    std::size_t more = 0;
    for (const StatementNode* statement : said) {
        // One sentence is quoted once, whoever speaks in it.
        if (!m_said.insert(fold(statement->words)).second) continue;
        if (drafts.size() == m_options.statements_per_speaker) {
            ++more;
            continue;
        }
        const QuotedWords* quote = longest_quote(*statement);
        const std::string text = isolated(quote != nullptr ? quote->text : statement->words);
        BriefingLine line;
        line.kind = BriefingLine::Kind::statement;
        line.key = statement->key;
        line.text = statement_sentence(m_view, *statement, text, quote != nullptr, m_options.tongue);
        std::vector<ActorRef> chain = statement->sources;
        if (!chain.empty() && statement->speaker && chain.back() == *statement->speaker) chain.pop_back();
        line.sources = report(statement->document, chain);
        line.weight = static_cast<double>(worth(*statement)) / 1000.0;
        drafts.push_back({std::move(line), {}});
    }
    if (drafts.empty()) return;
    if (more > 0) drafts.back().line.remark = m_phrases.count("statement.more", more);
    auto& section = m_sections[section_key(when)];
    std::move(drafts.begin(), drafts.end(), std::back_inserter(section));
}

void Writer::add_statements() {
    std::map<std::pair<SectionKey, ActorRef>, std::vector<const StatementNode*>> by_speaker;
    for (const StatementNode& statement : m_view.statements) {
        if (!statement.speaker || statement.headline || count_code_points(statement.content) < least_said) continue;
        // A statement without a date of its own was made by the day of its report.
        Interval when = statement.when;
        if (!statement.time) when = one_day(m_view.document(statement.document).published.day);
        if (!shown(when)) continue;
        by_speaker[{section_key(when), *statement.speaker}].push_back(&statement);
    }
    for (auto& [key, said] : by_speaker) {
        std::stable_sort(said.begin(), said.end(),
                         [](const StatementNode* a, const StatementNode* b) { return worth(*a) > worth(*b); });
        add_speaker(key.first.when, said);
    }
}

std::string Writer::title() const {
    Interval period = m_options.window;
    for (const auto& [key, drafts] : m_sections) {
        if (!key.when.from || !key.when.to || *key.when.to - *key.when.from > date::days{31}) continue;
        if (!m_options.window.from && (!period.from || *key.when.from < *period.from)) period.from = key.when.from;
        if (!m_options.window.to && (!period.to || *period.to < *key.when.to)) period.to = key.when.to;
    }
    if (!period.from || !period.to || *period.to < *period.from) {
        period = m_options.window;
        if (!period.from && !period.to) return words("title.empty");
    }
    return fill(m_phrases.text(m_options.about.empty() ? "title" : "title.about"), [&](std::string_view name) {
        return name == "name" ? m_options.about : interval_words(period, m_options.tongue);
    });
}

std::string Writer::summary(const Briefing& briefing) const {
    if (briefing.sections.empty()) return words("summary.none");
    return fill(m_phrases.text("summary"), [&](std::string_view name) {
        if (name == "documents") return m_phrases.count("summary.documents", m_view.documents.size());
        if (name == "events") return m_phrases.count("summary.events", m_events);
        if (name == "plans") return m_plans > 0 ? m_phrases.count("summary.plans", m_plans) : std::string();
        return m_left_out > 0 ? m_phrases.count("summary.left_out", m_left_out) : std::string();
    });
}

}  // namespace

Briefing make_briefing(const View& view, const BriefingOptions& options) { return Writer(view, options).run(); }

}  // namespace isnad
