#include "isnad/core/event_type.hpp"

#include <algorithm>
#include <array>

namespace isnad {

namespace {

constexpr std::array<EventTypeInfo, 28> table{{
    {EventType::meeting, "meeting", "consult", "CONSULT", "", "040"},
    {EventType::visit, "visit", "consult", "CONSULT", "visit", "042"},
    {EventType::call, "call", "consult", "CONSULT", "phone", "041"},
    {EventType::talks, "talks", "consult", "CONSULT", "multilateral", "046"},
    {EventType::mediation, "mediation", "consult", "CONSULT", "third-party", "045"},
    {EventType::statement, "statement", "statement", "", "", "010"},
    {EventType::decline_comment, "decline_comment", "statement", "", "", "011"},
    {EventType::denial, "denial", "statement", "", "", "010"},
    {EventType::promise, "promise", "statement", "AGREE", "", "030"},
    {EventType::proposal, "proposal", "propose", "AGREE", "", "036"},
    {EventType::demand, "demand", "request", "REQUEST", "", "100"},
    {EventType::support, "support", "support", "SUPPORT", "", "051"},
    {EventType::criticism, "criticism", "accuse", "ACCUSE", "disapprove", "111"},
    {EventType::warning, "warning", "threaten", "THREATEN", "", "130"},
    {EventType::rejection, "rejection", "reject", "REJECT", "", "120"},
    {EventType::agreement, "agreement", "agree", "AGREE", "", "057"},
    {EventType::truce, "truce", "agree", "RETREAT", "ceasefire", "0871"},
    {EventType::truce_violation, "truce_violation", "conflict", "ASSAULT", "", "196"},
    {EventType::cooperation, "cooperation", "cooperate", "COOPERATE", "", "060"},
    {EventType::aid, "aid", "aid", "AID", "", "070"},
    {EventType::vote, "vote", "institution", "AGREE", "", "050"},
    {EventType::attack, "attack", "conflict", "ASSAULT", "", "190"},
    {EventType::seizure, "seizure", "conflict", "COERCE", "seize", "192"},
    {EventType::protest, "protest", "conflict", "PROTEST", "", "140"},
    {EventType::coercion, "coercion", "coerce", "COERCE", "", "170"},
    {EventType::sanction, "sanction", "sanction", "SANCTION", "", "163"},
    {EventType::withdrawal, "withdrawal", "retreat", "RETREAT", "withdraw", "087"},
    {EventType::mobilization, "mobilization", "mobilize", "MOBILIZE", "", "150"},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].type) != i) return false;
    return true;
}
static_assert(in_order(), "the table stands in the order of the enumeration");

}  // namespace

std::span<const EventTypeInfo> event_types() { return table; }

const EventTypeInfo& info(EventType type) { return table[static_cast<std::size_t>(type)]; }

std::optional<EventType> parse_event_type(std::string_view name) {
    const auto* found = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.name == name; });
    if (found == table.end()) return std::nullopt;
    return found->type;
}

}  // namespace isnad
