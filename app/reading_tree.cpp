#include "reading_tree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace isnad::app {

namespace {

/// Text on one line.
std::string plain(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
}

class TreeWriter {
public:
    TreeWriter(const Document& document, const Extraction& extraction, bool clues, std::ostream& out)
        : m_document(document), m_extraction(extraction), m_clues(clues), m_out(out) {}

    void sentence(const TracedSentence& s) {
        m_out << words(s.words) << '\n';
        for (std::size_t c = 0; c < s.clauses.size(); ++c) clause(s, c);
        for (std::size_t k = 0; k < s.mentions.size(); ++k) mention(s, k);
        m_out << '\n';
    }

private:
    [[nodiscard]] std::string words(Span span) const { return plain(span.of(m_document.text)); }

    [[nodiscard]] static std::string name(const Node& n) { return n.name_en.empty() ? n.name_ar : n.name_en; }

    [[nodiscard]] static std::size_t depth(const TracedSentence& s, std::size_t c) {
        std::size_t n = 1;
        for (; s.clauses[c].parent != c; c = s.clauses[c].parent) ++n;
        return n;
    }

    void clause(const TracedSentence& s, std::size_t c) {
        const auto& clause = s.clauses[c];
        m_out << fmt::format("{:{}}{} [{}]", "", 2 * depth(s, c), clause.kind, c);
        if (clause.predicate) m_out << " verb: " << words(*clause.predicate);
        if (!clause.subject.empty()) {
            m_out << "; acts";
            for (const auto n : clause.subject) m_out << ' ' << name(m_extraction.node(n)) << ',';
            m_out << " found " << clause.subject_from;
        }
        m_out << ": " << words(clause.words) << '\n';
    }

    void mention(const TracedSentence& s, std::size_t k) {
        const auto& m = s.mentions[k];
        m_out << "  * " << (m.type ? std::string(info(*m.type).name) : "?") << " \"" << words(m.trigger) << "\" ("
              << m.rule << ", clause " << m.clause << ") " << to_string(m.modality) << ' '
              << (m.when.from ? to_string(*m.when.from) : "") << ".." << (m.when.to ? to_string(*m.when.to) : "")
              << " (" << to_string(m.day_basis) << ')' << (m.told ? "" : " not told") << '\n';
        for (const auto& p : m.parties)
            m_out << "      " << to_string(p.role) << ": " << name(m_extraction.node(p.node)) << " ("
                  << to_string(p.basis) << ", \"" << words(p.words) << "\")\n";
        if (!m_clues) return;
        for (const auto& d : s.decisions)
            if (d.mention == k) decision(d);
    }

    void decision(const TracedDecision& d) {
        m_out << fmt::format("      {} {:+.2f} {}", d.taken ? "yes" : "no ", d.score, d.question);
        for (const auto& n : d.nodes) m_out << ' ' << name(n);
        if (d.day && d.day->from && d.day->to) m_out << ' ' << to_string(*d.day->from) << ".." << to_string(*d.day->to);
        if (!d.answer.empty()) m_out << ' ' << d.answer;
        m_out << '\n';
        for (const auto& clue : d.clues) m_out << "          " << clue << '\n';
    }

    const Document& m_document;
    const Extraction& m_extraction;
    bool m_clues;
    std::ostream& m_out;
};

}  // namespace

void write_tree(const Document& document, const Extraction& extraction, const Trace& trace, bool clues,
                std::ostream& out) {
    out << "== " << document.id << ", published " << to_string(document.published) << "\n\n";
    TreeWriter writer(document, extraction, clues, out);
    for (const auto& s : trace.sentences) writer.sentence(s);
}

}  // namespace isnad::app
