#include "briefing_statements.hpp"

#include "line_text.hpp"
#include "sentences.hpp"

#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace isnad {

namespace {

constexpr std::size_t least_quote = 25;  ///< code points of a quotation that can stand alone
constexpr std::size_t most_shown = 320;  ///< code points of a statement
constexpr std::size_t least_said = 30;   ///< code points of a report of what was said, to be worth a line

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

/// Without the stops and quotation marks at both ends of a folded text.
std::string bare(const std::string& folded) {
    const char* const stops = " .,:;!?\"'-\n";
    const std::size_t first = folded.find_first_not_of(stops);
    if (first == std::string::npos) return {};
    return folded.substr(first, folded.find_last_not_of(stops) + 1 - first);
}

/// A statement with what a line would show of it.
struct Said {
    const StatementNode* statement = nullptr;
    bool own_words = false;
    std::string text;
    std::string folded;  ///< to see what was said already
    double worth = 0;
};

class StatementChooser {
public:
    StatementChooser(const View& view, const BriefingOptions& options, std::vector<std::string> quoted)
        : m_view(view),
          m_options(options),
          m_phrases(Phrases::of(options.tongue)),
          m_citations(view, options),
          m_quoted(std::move(quoted)) {}

    std::map<SectionKey, std::vector<BriefingLine>> run() {
        std::map<SectionKey, std::vector<Said>> by_section;
        for (const StatementNode& statement : m_view.statements) {
            const Interval when = day_of(statement);
            if (may_overlap(when, m_options.window) && can_stand(statement)) {
                by_section[section_key(when)].push_back(said(statement));
            }
        }
        std::map<SectionKey, std::vector<BriefingLine>> out;
        for (auto& [key, all] : by_section) {
            std::stable_sort(all.begin(), all.end(), [](const Said& a, const Said& b) { return a.worth > b.worth; });
            std::vector<BriefingLine> lines = choose(all);
            if (!lines.empty()) out[key] = std::move(lines);
        }
        return out;
    }

private:
    /// A statement without a date of its own was made by the day of its report.
    [[nodiscard]] Interval day_of(const StatementNode& statement) const {
        const bool known = statement.time && statement.when.from && statement.when.from == statement.when.to;
        return known ? statement.when : one_day(m_view.document(statement.document).published.day);
    }

    /// Whole sentences of people and offices. Outlets are cited, not quoted; what "a country says" is told by events.
    [[nodiscard]] bool can_stand(const StatementNode& statement) const {
        if (!statement.speaker || statement.headline || statement.modality != Modality::asserted) return false;
        const NodeType type = m_view.actor(*statement.speaker).type;
        if (type == NodeType::media || type == NodeType::place) return false;
        if (own_words(statement) != nullptr) return true;
        if (type == NodeType::country || type == NodeType::group) return false;
        return count_code_points(statement.content) >= least_said;
    }

    [[nodiscard]] Said said(const StatementNode& statement) const {
        Said out;
        out.statement = &statement;
        const QuotedWords* quote = own_words(statement);
        out.own_words = quote != nullptr;
        const std::string_view words = without_leading_stops(quote != nullptr ? quote->text : statement.content);
        out.text = isolated(quote != nullptr ? std::string(words) : with_cue(statement, words), most_shown);
        out.folded = bare(fold(words));
        out.worth = worth(statement, quote);
        return out;
    }

    /// "stressed that ..." from "stressed" and "that ..."; words of attribution ("according to") are left away.
    [[nodiscard]] static std::string with_cue(const StatementNode& statement, std::string_view words) {
        const auto bare = split_bars(Phrases::of(Tongue::ar).text("cue.bare"));
        const bool verb = std::find(bare.begin(), bare.end(), statement.cue) == bare.end();
        return verb ? statement.cue + " " + std::string(words) : std::string(words);
    }

    [[nodiscard]] double worth(const StatementNode& statement, const QuotedWords* quote) const {
        const NodeType type = m_view.actor(*statement.speaker).type;
        double sum = type == NodeType::person ? 3 : type == NodeType::organization ? 2 : 0;
        if (!m_view.actor(*statement.speaker).wikidata.empty()) sum += 1;
        if (quote != nullptr) sum += 2 + std::min(static_cast<double>(quote->text.size()), 400.0) / 200;
        const bool inside_another = statement.sources.size() > 1 && statement.sources.back() == *statement.speaker &&
                                    m_view.actor(statement.sources.front()).type == NodeType::person;
        if (inside_another) sum -= 3;
        return sum + std::min(static_cast<double>(statement.about.size()), 4.0) / 2;
    }

    /// One sentence is quoted once, in the whole of the briefing, whoever speaks in it.
    [[nodiscard]] bool is_new(const Said& said) const {
        return std::none_of(m_quoted.begin(), m_quoted.end(), [&](const std::string& quoted) {
            return quoted.find(said.folded) != std::string::npos || said.folded.find(quoted) != std::string::npos;
        });
    }

    std::vector<BriefingLine> choose(const std::vector<Said>& all) {
        std::vector<BriefingLine> lines;
        std::map<ActorRef, std::size_t> of_speaker;
        std::size_t more = 0;
        for (const Said& said : all) {
            if (!is_new(said)) continue;
            m_quoted.push_back(said.folded);
            std::size_t& spoken = of_speaker[*said.statement->speaker];
            if (spoken >= m_options.statements_per_speaker || lines.size() >= m_options.statements_per_day) {
                ++more;
                continue;
            }
            ++spoken;
            lines.push_back(line(said));
        }
        if (!lines.empty() && more > 0) lines.back().remark = m_phrases.count("statement.more", more);
        return lines;
    }

    [[nodiscard]] BriefingLine line(const Said& said) const {
        BriefingLine out;
        out.kind = BriefingLine::Kind::statement;
        out.key = said.statement->key;
        out.text =
            capitalised(statement_sentence(m_view, *said.statement, said.text, said.own_words, m_options.tongue));
        out.sources = m_citations.of(*said.statement);
        out.weight = said.worth;
        return out;
    }

    const View& m_view;
    const BriefingOptions& m_options;
    const Phrases& m_phrases;
    Citations m_citations;
    std::vector<std::string> m_quoted;
};

}  // namespace

std::map<SectionKey, std::vector<BriefingLine>> briefing_statements(const View& view, const BriefingOptions& options,
                                                                    std::vector<std::string> quoted) {
    if (options.statements_per_speaker == 0 || options.statements_per_day == 0) return {};
    return StatementChooser(view, options, std::move(quoted)).run();
}

}  // namespace isnad
