#include "events/quotes.hpp"

#include <algorithm>

namespace isnad {

void find_quotes(const TokenizedText& text, Extraction& extraction) {
    std::vector<std::uint32_t> marks;  // raw begin of each double quotation mark
    for (const auto& token : text.tokens)
        if (token.kind == TokenKind::mark && text.text(token) == "\"") marks.push_back(token.span.begin);
    for (auto& s : extraction.statements) {
        auto open = std::lower_bound(marks.begin(), marks.end(), s.content.begin);
        while (open != marks.end() && *open < s.content.end) {
            const auto close = open + 1;
            const bool closed = close != marks.end() && *close < s.content.end;
            const auto end = closed ? *close : s.content.end;
            const auto begin = std::min(end, *open + 1);
            Span span{begin, end};
            while (span.begin < span.end && (static_cast<unsigned char>(text.raw[span.begin]) & 0xC0U) == 0x80U)
                ++span.begin;
            if (!span.empty()) s.quotes.push_back({span, QuoteKind::direct});
            if (!closed) break;
            open = close + 1;
        }
        if (s.quotes.empty() && !s.content.empty()) s.quotes.push_back({s.content, QuoteKind::indirect});
    }
}

}  // namespace isnad
