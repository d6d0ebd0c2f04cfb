#include "events/clues.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <utility>

namespace isnad {

std::size_t ClueWeights::place(std::uint64_t clue) const {
    const auto mask = m_slots.size() - 1;
    auto at = clue & mask;
    while (m_slots[at].clue != 0 && m_slots[at].clue != clue) at = (at + 1) & mask;
    return at;
}

void ClueWeights::grow() {
    std::vector<Slot> old(m_slots.size() * 2);
    std::swap(old, m_slots);
    for (const auto& slot : old)
        if (slot.clue != 0) m_slots[place(slot.clue)] = slot;
}

void ClueWeights::load(const LexiconFile& file, std::vector<Diagnostic>& diagnostics) {
    for_each_row(file, 2, 2, diagnostics, [&](const Row& row) {
        std::uint64_t clue = 0;
        std::string_view rest = row.text(0);
        if (rest.empty()) {
            diagnostics.push_back(row.error(0, "found nothing, expected a clue such as party:subject:verb"));
            return;
        }
        for (bool first = true; !rest.empty(); first = false) {
            const auto end = std::min(rest.find(':'), rest.size());
            const auto word = ClueWord(rest.substr(0, end)).hash;
            clue = first ? word : join_clue(clue, word);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        float weight = 0;
        const auto text = row.text(1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
        if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(weight)) {
            diagnostics.push_back(row.error(1, fmt::format("found '{}', expected a weight such as -0.25", text)));
            return;
        }
        auto& slot = m_slots[place(clue)];
        if (slot.clue == clue) {
            diagnostics.push_back(row.error(0, fmt::format("the clue '{}' has a weight already", row.text(0))));
            return;
        }
        slot = {clue, weight};
        if (++m_count * 2 > m_slots.size()) grow();
    });
}

float ClueWeights::weight(std::uint64_t clue) const { return m_slots[place(clue)].weight; }

float ClueWeights::score(const Clues& clues) const {
    float sum = 0;
    for (const auto clue : clues.hashes()) sum += weight(clue);
    return sum;
}

float ClueWeights::score(const Clues& clues, ClueWord answer) const {
    float sum = 0;
    for (const auto clue : clues.hashes()) sum += weight(join_clue(clue, answer.hash));
    return sum;
}

}  // namespace isnad
