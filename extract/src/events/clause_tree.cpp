#include "events/clause_tree.hpp"

#include "events/subject_finder.hpp"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::size_t long_quote = 6;  // items; what is shorter is a name or a word quoted

}  // namespace

/// Reads the items from the first to the last and opens clauses where words or marks do.
class ClauseTreeBuilder {
public:
    ClauseTreeBuilder(const SentenceView& sentence, ClauseTree& tree) : m_view(sentence), m_tree(tree) {
        m_tree.m_of.assign(sentence.size(), 0);
        m_tree.m_nodes.emplace_back();
    }

    void build() {
        for (std::size_t i = 0; i < m_view.size(); ++i) {
            read(i);
            m_tree.m_of[i] = m_current;
        }
        for (std::size_t c = 0; c < m_tree.m_nodes.size(); ++c) find_subject(m_view, m_tree, c, m_tree.m_nodes[c]);
    }

private:
    void open(ClauseKind kind, std::size_t parent, std::size_t opener) {
        ClauseNode node;
        node.kind = kind;
        node.parent = parent;
        node.opener = opener;
        m_current = m_tree.m_nodes.size();
        m_tree.m_nodes.push_back(std::move(node));
    }

    [[nodiscard]] ClauseNode& current() { return m_tree.m_nodes[m_current]; }
    [[nodiscard]] const ClauseNode& node(std::size_t clause) const { return m_tree.m_nodes[clause]; }
    /// The outermost clause here: of the sentence, or of the passage quoted.
    [[nodiscard]] std::size_t top() const { return m_quoted_top; }

    void read(std::size_t i) {
        if (m_view.is(i, ItemKind::mark)) return mark(i);
        if (m_view.is(i, ItemKind::word)) return word(i);
        if (m_view.predicate(i)) return predicate(i);
    }

    void mark(std::size_t i) {
        if (m_view.mark(i, '"')) return quotation(i);
        if (m_view.mark(i, ',')) {
            while (closes_at_comma(current())) m_current = current().parent;
            return;
        }
        if (!m_view.closing_mark(i)) return;
        if (m_view.mark(i, ':'))
            open(ClauseKind::content, m_current, i);
        else
            open(ClauseKind::coordinate, top(), i);
    }

    [[nodiscard]] static bool closes_at_comma(const ClauseNode& c) {
        if (c.kind == ClauseKind::aside) return true;
        return c.predicate && (c.kind == ClauseKind::relative || c.kind == ClauseKind::participial);
    }

    void quotation(std::size_t i) {
        if (m_quote_end == i) {
            m_current = m_quote_return;
            m_quoted_top = m_outer_top;
            m_quote_end = 0;
            return;
        }
        if (m_quote_end != 0 || !m_view.opens_quote(i)) return;
        std::size_t close = i + 1;
        while (close < m_view.size() && !m_view.mark(close, '"')) ++close;
        if (close - i <= long_quote) return;
        m_quote_end = close;
        m_quote_return = m_current;
        m_outer_top = m_quoted_top;
        open(ClauseKind::quote, m_current, i);
        m_quoted_top = m_current;
    }

    void word(std::size_t i) {
        switch (m_view.item(i).word) {
            case WordClass::that: return that(i);
            case WordClass::relative:
                if (m_view.relative_pronoun(i)) open(ClauseKind::relative, m_current, i);
                return;
            case WordClass::where: return open(ClauseKind::relative, m_current, i);
            case WordClass::when: {
                const bool turns = i > 0 && m_view.mark(i - 1, ',');
                return open(ClauseKind::temporal, turns ? top() : m_current, i);
            }
            case WordClass::condition: return open(ClauseKind::condition, m_current, i);
            case WordClass::according: return open(ClauseKind::aside, m_current, i);
            default: return;
        }
    }

    /// "... that A and that B": the second stands beside the first.
    void that(std::size_t i) {
        auto parent = m_current;
        if (m_view.item(i).clitics.conjunction)
            for (auto c = m_current; c != m_tree.m_nodes[c].parent; c = node(c).parent)
                if (node(c).kind == ClauseKind::content) {
                    parent = node(c).parent;
                    break;
                }
        open(ClauseKind::content, parent, i);
    }

    void predicate(std::size_t i) {
        const bool joined = m_view.item(i).clitics.conjunction || (i > 0 && m_view.is(i - 1, WordClass::then));
        if (m_view.participle(i)) {
            open(ClauseKind::participial, m_view.speech_verb(i) ? level_of(i) : m_current, i);
        } else if (m_view.item(i).clitics.preposition == 'l') {
            open(ClauseKind::purpose, m_current, i);
        } else if (!joined && !current().predicate && behind_fronted_noun(i)) {
            open(ClauseKind::relative, m_current, i);
        } else if (joined) {
            if (current().predicate || current().opener + 1 < i) open(ClauseKind::coordinate, level_of(i), i);
        } else if (current().predicate) {
            second(i);
        }
        current().predicate = i;
    }

    /// "After a meeting with X that lasted hours, Y left": the verb describes the noun that opens the clause under a
    /// preposition; a comma and the clause's own verb follow.
    [[nodiscard]] bool behind_fronted_noun(std::size_t i) const {
        auto first = node(m_current).opener;
        while (first < i && (m_view.is(first, ItemKind::mark) || m_view.is(first, ItemKind::time))) ++first;
        if (first >= i || m_view.is(i - 1, ItemKind::word) || m_view.is(i - 1, ItemKind::mark)) return false;
        const bool led = m_view.slot_at(first) || m_view.item(first).clitics.preposition != 0;
        if (!led) return false;
        auto k = i + 1;
        while (k < m_view.size() && !m_view.mark(k, ',') && !m_view.closing_mark(k)) ++k;
        if (!m_view.mark(k, ',')) return false;
        for (++k; k < m_view.size() && !m_view.closing_mark(k); ++k)
            if (m_view.verb(k)) return !m_view.item(k).clitics.conjunction;
        return false;
    }

    /// A verb without "and" in a clause that has one.
    void second(std::size_t i) {
        const auto first = *current().predicate;
        const bool light = m_view.is(first, ItemKind::trigger) && m_view.trigger(first).light() && first + 1 == i;
        if (m_view.auxiliary(first) || light) return;  // "goes on saying", "began to speak"
        if (i > 0 && m_view.indefinite_noun(i - 1)) return open(ClauseKind::relative, m_current, i);
        const auto topic = topic_begin(m_view, i);
        open(ClauseKind::coordinate, topic < i ? level_of(i) : m_current, topic);
        for (auto k = topic; k < i; ++k) m_tree.m_of[k] = m_current;
    }

    /// The clause that a verb behind "and" goes on from: a verb of saying from the last one that spoke, another verb
    /// from its neighbour, past the relative clauses that a comma closes.
    [[nodiscard]] std::size_t level_of(std::size_t i) const {
        if (m_view.speech_verb(i))
            for (auto c = m_current; c != top(); c = node(c).parent)
                if ((node(c).kind == ClauseKind::content || node(c).kind == ClauseKind::quote) &&
                    speaks(node(c).parent))
                    return node(c).parent;
        auto c = m_current;
        const bool comma = i > 0 && m_view.mark(i - 1, ',');
        while (comma && c != top() && (node(c).kind == ClauseKind::relative || node(c).kind == ClauseKind::temporal))
            c = node(c).parent;
        return c;
    }

    [[nodiscard]] bool speaks(std::size_t clause) const {
        const auto& p = node(clause).predicate;
        return p && m_view.speech_verb(*p);
    }

    const SentenceView& m_view;
    ClauseTree& m_tree;
    std::size_t m_current = 0;
    std::size_t m_quote_end = 0;  ///< the item that closes the quotation; 0 outside of one
    std::size_t m_quote_return = 0;
    std::size_t m_quoted_top = 0;
    std::size_t m_outer_top = 0;
};

ClauseTree::ClauseTree(const SentenceView& sentence) { ClauseTreeBuilder(sentence, *this).build(); }

bool ClauseTree::below(std::size_t clause, std::size_t above) const {
    while (clause > above) clause = m_nodes[clause].parent;
    return clause == above;
}

ClausePath ClauseTree::path(std::size_t from_item, std::size_t to_item) const {
    const auto from = of(from_item);
    const auto to = of(to_item);
    ClausePath path;
    if (from == to) return path;
    const auto climb = [&](std::size_t low, std::size_t high, ClausePath::Way way) {
        path = {way, ClauseKind::main, 0};
        while (low > high) {
            path.kind = m_nodes[low].kind;
            low = m_nodes[low].parent;
            ++path.steps;
        }
        return low == high;
    };
    if (from > to && climb(from, to, ClausePath::Way::up)) return path;
    if (from < to && climb(to, from, ClausePath::Way::down)) return path;
    return {ClausePath::Way::across, m_nodes[to].kind, 0};
}

}  // namespace isnad
