#include "text/units.hpp"

#include <algorithm>

namespace isnad {

namespace {

/// The longest match; of two as long, the one with fewer clitics.
const Match* best(const std::vector<Match>& matches) {
    const Match* found = nullptr;
    for (const auto& m : matches)
        if (found == nullptr || m.end > found->end || (m.end == found->end && m.clitics.size < found->clitics.size))
            found = &m;
    return found;
}

bool leads(std::span<const Entry> entries) {
    return std::any_of(entries.begin(), entries.end(), [](const Entry& e) {
        return e.kind == EntryKind::word && is_preposition(static_cast<WordClass>(e.index));
    });
}

}  // namespace

void find_units(const TokenizedText& text, std::span<const std::uint32_t> numbers, const Sentence& sentence,
                const PhraseTable& table, std::span<const TimeExpression> times, std::vector<Match>& scratch,
                std::vector<Unit>& out) {
    out.clear();
    const auto& tokens = text.tokens;
    // "Hours before the ...": a phrase that goes on behind a time and ends in a preposition is no day; leaves it alone
    // in `scratch`.
    const auto longer_phrase = [&](std::uint32_t from, std::uint32_t end) {
        scratch.clear();
        table.find(text, numbers, from, scratch);
        std::erase_if(scratch, [&](const Match& m) {
            return m.end > sentence.end || tokens[m.end - 1].span.begin < end || !leads(table.entries(m));
        });
        if (scratch.size() > 1) scratch = {*best(scratch)};
        return !scratch.empty();
    };
    auto time = std::lower_bound(times.begin(), times.end(), tokens[sentence.begin].span.begin,
                                 [](const TimeExpression& t, std::uint32_t byte) { return t.span.end <= byte; });
    for (std::uint32_t i = sentence.begin; i < sentence.end;) {
        const auto& token = tokens[i];
        if (token.kind == TokenKind::line_break) {
            ++i;
            continue;
        }
        while (time != times.end() && time->span.end <= token.span.begin) ++time;
        Unit unit{i, i + 1, {}, {}, token.kind, std::nullopt};
        const bool timed = time != times.end() && time->span.overlaps(token.span);
        if (timed && time->span.begin == token.span.begin && longer_phrase(i, time->span.end)) {
            unit.end = scratch.front().end;
            unit.clitics = scratch.front().clitics;
            unit.entries = table.entries(scratch.front());
        } else if (timed) {
            unit.time = TimeIndex(static_cast<std::size_t>(time - times.begin()));
            while (unit.end < sentence.end && tokens[unit.end].span.begin < time->span.end) ++unit.end;
        } else {
            scratch.clear();
            table.find(text, numbers, i, scratch);
            const auto limit = time == times.end() ? 0xFFFFFFFFU : time->span.begin;
            std::erase_if(
                scratch, [&](const Match& m) { return m.end > sentence.end || tokens[m.end - 1].span.begin >= limit; });
            if (const auto* match = best(scratch)) {
                unit.end = match->end;
                unit.clitics = match->clitics;
                unit.entries = table.entries(*match);
            }
        }
        out.push_back(unit);
        i = unit.end;
    }
}

}  // namespace isnad
