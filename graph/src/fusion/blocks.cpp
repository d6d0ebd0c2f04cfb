// Blocks: a partition of event mentions such that mentions of different blocks never tell one event. It lets a batch
// be fused at the cost of the blocks it touches, so blocks stay small: of one month at most, but for truces and
// agreements, which last.

#include "digest.hpp"
#include "fusion/fusion.hpp"

#include <fmt/format.h>

#include <set>

namespace isnad::graph {

namespace {

std::int64_t block_of_name(std::string_view name) { return number_of(Digest().text(name).finish()); }

/// The month in which an event was, as far as the mention knows; else that of its publication.
std::string month(const FusionMention& m) {
    const auto day = precision(m.when) == Precision::tight ? *m.when.from : m.published;
    return to_string(day).substr(0, 7);
}

std::string by_agents(const FusionBlock& document, const FusionMention& m) {
    const auto agents = actors_in(m, {Role::agent});
    std::string out(info(m.type).name);
    if (agents.empty()) return out + "#" + m.document;
    for (const auto actor : agents) out += "|" + document.actors[actor].key;
    return out + "|" + month(m);
}

std::string name(const FusionBlock& document, const FusionMention& m) {
    const auto kind = kind_of(m.type);
    if (kind == Kind::state) return "state";  // an agreement goes by the truce it made
    if (kind != Kind::clash || !m.place) return by_agents(document, m);
    const auto& place = document.actors[*m.place];
    return fmt::format("{}@{}|{}", info(m.type).name, place.country.empty() ? place.key : place.country, month(m));
}

}  // namespace

std::int64_t block_of(const FusionBlock& document, const FusionMention& mention) {
    return block_of_name(name(document, mention));
}

std::int64_t consultation_block(EventType type, std::optional<Day> day, std::int64_t first_pair,
                                std::string_view document) {
    const auto kind = static_cast<int>(kind_of(type));
    if (day) return block_of_name(fmt::format("day|{}|{}", kind, to_string(*day)));
    if (first_pair != 0) return block_of_name(fmt::format("open|{}|{}", kind, first_pair));
    return block_of_name(fmt::format("alone|{}|{}", kind, document));
}

}  // namespace isnad::graph
