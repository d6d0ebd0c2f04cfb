#include "lexicon/phrase_table.hpp"

#include "lexicon/letters.hpp"

#include <algorithm>

namespace isnad {

namespace {

using namespace arabic;
constexpr std::size_t letter = 2;
constexpr std::size_t shortest_rest = 2 * letter;

constexpr unsigned two_bytes(std::string_view s) {
    return s.size() < letter ? 0 : static_cast<unsigned char>(s[0]) * 256U + static_cast<unsigned char>(s[1]);
}

char preposition_of(std::string_view rest) {
    switch (two_bytes(rest)) {
        case two_bytes(beh): return 'b';
        case two_bytes(lam): return 'l';
        case two_bytes(kaf): return 'k';
        default: return 0;
    }
}

}  // namespace

std::size_t clitic_readings(std::string_view word, Clitics (&out)[6]) {
    std::size_t n = 0;
    out[n++] = {};
    const auto add = [&](std::size_t size, bool conjunction, char preposition) {
        if (word.size() >= size + shortest_rest) out[n++] = {static_cast<std::uint8_t>(size), conjunction, preposition};
    };
    const auto prepositions = [&](std::size_t from, bool conjunction) {
        const auto rest = word.substr(from);
        if (const char p = preposition_of(rest)) add(from + letter, conjunction, p);
    };
    prepositions(0, false);
    if (const auto first = two_bytes(word); first == two_bytes(waw) || first == two_bytes(feh)) {
        add(letter, true, 0);
        prepositions(letter, true);
    }
    return n;
}

std::uint32_t PhraseTable::child(std::uint32_t node, std::uint32_t word) const {
    const auto found = m_edges.find((std::uint64_t{node} << 32U) | word);
    return found == m_edges.end() ? none : found->second;
}

void PhraseTable::add(std::string_view phrase, Entry entry) {
    const auto text = tokenize(phrase);
    std::uint32_t node = none;
    for (const auto& token : text.tokens) {
        const auto word = m_index->add(text.text(token));
        if (word >= m_first.size()) m_first.resize(word + 1, none);
        auto next = node == none ? m_first[word] : child(node, word);
        if (next == none) {
            next = static_cast<std::uint32_t>(m_building.size());
            m_building.emplace_back();
            if (node == none)
                m_first[word] = next;
            else
                m_edges[(std::uint64_t{node} << 32U) | word] = next;
        }
        node = next;
    }
    if (node == none) return;
    auto& entries = m_building[node];
    if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

void PhraseTable::freeze() {
    m_nodes.reserve(m_building.size());
    for (const auto& entries : m_building) {
        m_nodes.push_back(
            {static_cast<std::uint32_t>(m_flat.size()), static_cast<std::uint32_t>(entries.size()), false});
        m_flat.insert(m_flat.end(), entries.begin(), entries.end());
    }
    m_building = {};
    for (const auto& [edge, node] : m_edges) m_nodes[edge >> 32U].goes_on = true;
    m_first.resize(m_index->size(), none);
    for (std::uint32_t word = 0; word < m_first.size(); ++word) {
        if (m_first[word] == none) continue;
        const auto hash = word_hash(m_index->words()[word]);
        m_beginnings[(hash >> 6U) % m_beginnings.size()] |= std::uint64_t{1} << (hash & 63U);
    }
}

/// The node of a word that begins a phrase; none for another.
std::uint32_t PhraseTable::first_node(std::string_view word) const {
    const auto hash = word_hash(word);
    if (!may_begin(hash)) return none;
    const auto number = m_index->find(word, hash);
    return number == none ? none : m_first[number];
}

/// Appends the phrases whose first word is at a node and stands, with its clitics, where `first` begins.
void PhraseTable::walk(const TokenizedText& text, std::span<const std::uint32_t> numbers, std::uint32_t node,
                       const Match& first, std::vector<Match>& out) const {
    for (std::size_t i = first.begin + 1; node != none; ++i) {
        const auto& here = m_nodes[node];
        if (here.count != 0)
            out.push_back({first.begin, static_cast<std::uint32_t>(i), first.clitics, here.first, here.count});
        if (!here.goes_on) break;
        while (i < text.tokens.size() && text.tokens[i].kind == TokenKind::line_break) ++i;
        if (i >= text.tokens.size()) break;
        node = numbers[i] == none ? none : child(node, numbers[i]);
    }
}

void PhraseTable::find(const TokenizedText& text, std::span<const std::uint32_t> numbers, std::size_t token,
                       std::vector<Match>& out) const {
    const auto kind = text.tokens[token].kind;
    if (kind != TokenKind::word && kind != TokenKind::number) return;
    Match match;
    match.begin = static_cast<std::uint32_t>(token);
    if (numbers[token] != none) walk(text, numbers, m_first[numbers[token]], match, out);
    if (kind == TokenKind::number) return;
    const auto word = text.text(token);
    Clitics readings[6];
    const std::size_t n = clitic_readings(word, readings);
    for (std::size_t i = 1; i < n; ++i) {
        match.clitics = readings[i];
        const auto rest = word.substr(readings[i].size);
        walk(text, numbers, first_node(rest), match, out);
        // "To" before the article swallows its alef: lam-lam stands for lam + alef-lam.
        char buffer[64];
        if (match.clitics.preposition != 'l' || !rest.starts_with(lam) || rest.size() + alef.size() > sizeof buffer)
            continue;
        std::copy(alef.begin(), alef.end(), buffer);
        std::copy(rest.begin(), rest.end(), buffer + alef.size());
        walk(text, numbers, first_node({buffer, rest.size() + alef.size()}), match, out);
    }
}

}  // namespace isnad
