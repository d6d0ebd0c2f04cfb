#include "actor_rows.hpp"
#include "isnad/core/fold.hpp"
#include "isnad/core/utf8.hpp"
#include "isnad/graph/query.hpp"
#include "query_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace isnad {

namespace {

constexpr std::size_t context_bytes = 160;  // each side of a hit

/// What may be written before a word in Arabic: conjunctions, prepositions and the article, folded.
constexpr std::array<std::string_view, 11> before_words{"\u0648",
                                                        "\u0641",
                                                        "\u0628",
                                                        "\u0644",
                                                        "\u0643",
                                                        "\u0627\u0644",
                                                        "\u0648\u0627\u0644",
                                                        "\u0628\u0627\u0644",
                                                        "\u0644\u0644",
                                                        "\u0641\u0627\u0644",
                                                        "\u0643\u0627\u0644"};

struct Term {
    std::string words;  ///< folded; several for a phrase
    bool phrase = false;
};

std::vector<Term> parse_terms(std::string_view text) {
    std::vector<Term> out;
    const auto folded = fold(text);
    bool quoted = false;
    for (std::size_t i = 0; i <= folded.size();) {
        const auto end = std::min(folded.find('"', i), folded.size());
        const auto part = graph::fold_name(std::string_view(folded).substr(i, end - i));
        if (quoted && !part.empty()) out.push_back({part, true});
        for (std::size_t b = 0; !quoted && b < part.size();) {
            const auto e = std::min(part.find(' ', b), part.size());
            out.push_back({part.substr(b, e - b), false});
            b = e + 1;
        }
        quoted = !quoted;
        i = end + 1;
    }
    return out;
}

/// "w" or any of its forms with a clitic, as FTS5 writes it.
std::string match_expression(const std::vector<Term>& terms) {
    std::string out;
    for (const auto& term : terms) {
        if (!out.empty()) out += " AND ";
        if (term.phrase || static_cast<unsigned char>(term.words[0]) < 0x80U) {
            out += fmt::format("\"{}\"", term.words);
            continue;
        }
        out += fmt::format("(\"{}\"", term.words);
        for (const auto clitic : before_words) out += fmt::format(" OR \"{}{}\"", clitic, term.words);
        out += ")";
    }
    return out;
}

bool starts_letter(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

/// The words around a hit: cut at spaces, never inside a letter.
void cut_passage(std::string_view text, Span hit, FoundPassage& out) {
    std::size_t begin = hit.begin > context_bytes ? hit.begin - context_bytes : 0;
    std::size_t end = std::min<std::size_t>(hit.end + context_bytes, text.size());
    while (begin > 0 && begin < hit.begin && text[begin - 1] != ' ' && text[begin - 1] != '\n') ++begin;
    while (end < text.size() && end > hit.end && text[end] != ' ' && text[end] != '\n') --end;
    while (begin > 0 && !starts_letter(text, begin)) --begin;
    while (!starts_letter(text, end)) ++end;
    out.passage = std::string(text.substr(begin, end - begin));
    out.hit = {static_cast<std::uint32_t>(hit.begin - begin), static_cast<std::uint32_t>(hit.end - begin)};
}

Span first_hit(std::string_view text, const std::vector<Term>& terms) {
    const auto folded = fold_with_origin(text);
    std::size_t best = std::string::npos;
    std::size_t size = 0;
    for (const auto& term : terms)
        if (const auto at = folded.text.find(term.words); at < best) {
            best = at;
            size = term.words.size();
        }
    if (best == std::string::npos) return {0, 0};
    return {folded.raw(best), folded.raw(best + size)};
}

}  // namespace

std::vector<FoundPassage> find(const Store& store, const FindQuery& query) {
    auto& db = store.impl().db;
    const sqlite::ReadTransaction reading(db);
    const auto terms = parse_terms(query.words);
    std::vector<FoundPassage> out;
    if (terms.empty()) return out;
    const auto match = match_expression(terms);
    auto rows = db.rows(
        "SELECT d.id, d.published_day, d.published_clock, d.utc_offset, d.outlet, d.title, d.url, d.language, "
        "d.inferred_from, d.inferred_to, d.inferred_reasons, d.text, "
        "bm25(document_words) AS rank FROM document_words JOIN document d ON d.node = document_words.rowid "
        "WHERE document_words MATCH ?1 AND (?2 IS NULL OR d.published_day >= ?2) AND "
        "(?3 IS NULL OR d.published_day <= ?3) ORDER BY rank, d.published_day DESC, d.id LIMIT ?4",
        match, query.published.from, query.published.to, query.limit);
    while (rows.next()) {
        FoundPassage found;
        found.document = graph::read_document(*rows, 0);
        cut_passage(rows->view(11), first_hit(rows->view(11), terms), found);
        found.rank = rows->real(12);
        out.push_back(std::move(found));
    }
    return out;
}

}  // namespace isnad
