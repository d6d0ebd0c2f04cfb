#include "lexicon/phrase_table.hpp"

#include <algorithm>
#include <bit>

namespace isnad {

namespace {

// Folded Arabic letters as UTF-8.
constexpr std::string_view waw = "\xD9\x88";
constexpr std::string_view feh = "\xD9\x81";
constexpr std::string_view beh = "\xD8\xA8";
constexpr std::string_view lam = "\xD9\x84";
constexpr std::string_view kaf = "\xD9\x83";
constexpr std::string_view alef = "\xD8\xA7";
constexpr std::size_t letter = 2;
constexpr std::size_t shortest_rest = 2 * letter;

char preposition_of(std::string_view rest) {
    if (rest.starts_with(beh)) return 'b';
    if (rest.starts_with(lam)) return 'l';
    if (rest.starts_with(kaf)) return 'k';
    return 0;
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
    if (word.starts_with(waw) || word.starts_with(feh)) {
        add(letter, true, 0);
        prepositions(letter, true);
    }
    return n;
}

std::uint32_t PhraseTable::intern(std::string_view word) {
    if (const auto found = m_words.find(word); found != m_words.end()) return found->second;
    const auto id = static_cast<std::uint32_t>(m_words.size());
    m_words.emplace(std::string(word), id);
    m_first.push_back(none);
    return id;
}

std::uint32_t PhraseTable::word(std::string_view text, std::size_t hash) const {
    const auto found = m_words.find(text, hash);
    return found == m_words.end() ? none : found->second;
}

std::uint32_t PhraseTable::child(std::uint32_t node, std::uint32_t word) const {
    const auto found = m_edges.find((std::uint64_t{node} << 32U) | word);
    return found == m_edges.end() ? none : found->second;
}

void PhraseTable::add(std::string_view phrase, Entry entry) {
    const auto text = tokenize(phrase);
    std::uint32_t node = none;
    for (const auto& token : text.tokens) {
        const auto id = intern(text.text(token));
        auto next = node == none ? m_first[id] : child(node, id);
        if (next == none) {
            next = static_cast<std::uint32_t>(m_building.size());
            m_building.emplace_back();
            if (node == none)
                m_first[id] = next;
            else
                m_edges[(std::uint64_t{node} << 32U) | id] = next;
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
        m_nodes.push_back({static_cast<std::uint32_t>(m_flat.size()), static_cast<std::uint32_t>(entries.size())});
        m_flat.insert(m_flat.end(), entries.begin(), entries.end());
    }
    m_building = {};
    constexpr std::size_t bits_for_a_word = 16;
    m_beginnings.assign(std::bit_ceil(m_words.size() * bits_for_a_word / 64 + 1), 0);
    const auto bits = m_beginnings.size() * 64;
    for (const auto& [text, id] : m_words)
        if (m_first[id] != none)
            m_beginnings[word_hash(text) % bits / 64] |= std::uint64_t{1} << (word_hash(text) % 64);
}

void PhraseTable::walk(const TokenizedText& text, std::size_t token, Clitics clitics, std::vector<Match>& out) const {
    const auto lookup = [&](std::string_view first) {
        const auto hash = word_hash(first);
        if (!may_begin(hash)) return;
        const auto id = word(first, hash);
        std::uint32_t node = id == none ? none : m_first[id];
        for (std::size_t i = token + 1; node != none; ++i) {
            if (m_nodes[node].count != 0)
                out.push_back({static_cast<std::uint32_t>(token), static_cast<std::uint32_t>(i), clitics,
                               m_nodes[node].first, m_nodes[node].count});
            while (i < text.tokens.size() && text.tokens[i].kind == TokenKind::line_break) ++i;
            if (i >= text.tokens.size()) break;
            const auto next = word(text.text(i), word_hash(text.text(i)));
            node = next == none ? none : child(node, next);
        }
    };
    const auto rest = text.text(token).substr(clitics.size);
    lookup(rest);
    // "to" before the article swallows its alef: lam-lam stands for lam + alef-lam.
    if (clitics.preposition == 'l' && rest.starts_with(lam)) {
        char buffer[64];
        if (rest.size() + alef.size() > sizeof buffer) return;
        std::copy(alef.begin(), alef.end(), buffer);
        std::copy(rest.begin(), rest.end(), buffer + alef.size());
        lookup({buffer, rest.size() + alef.size()});
    }
}

void PhraseTable::find(const TokenizedText& text, std::size_t token, std::vector<Match>& out) const {
    if (text.tokens[token].kind != TokenKind::word) {
        if (text.tokens[token].kind == TokenKind::number) walk(text, token, {}, out);
        return;
    }
    Clitics readings[6];
    const std::size_t n = clitic_readings(text.text(token), readings);
    for (std::size_t i = 0; i < n; ++i) walk(text, token, readings[i], out);
}

}  // namespace isnad
