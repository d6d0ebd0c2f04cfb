#pragma once
// The closed set of event types with their codes in PLOVER
// and CAMEO (codebook 1.1b3). PLOVER dropped public statements: those have an empty plover code here.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace isnad {

enum class EventType : std::uint8_t {
    meeting,
    visit,
    call,
    talks,
    mediation,
    statement,
    decline_comment,
    denial,
    promise,
    proposal,
    demand,
    support,
    criticism,
    warning,
    rejection,
    agreement,
    truce,
    truce_violation,
    cooperation,
    aid,
    vote,
    attack,
    seizure,
    protest,
    coercion,
    sanction,
    withdrawal,
    mobilization,
};

struct EventTypeInfo {
    EventType type;
    std::string_view name;         ///< as written in records, the store and lexicons
    std::string_view family;       ///< types of one family may tell the same event
    std::string_view plover;       ///< PLOVER event type, empty for statements
    std::string_view plover_mode;  ///< PLOVER mode, often empty
    std::string_view cameo;        ///< CAMEO code
};

[[nodiscard]] std::span<const EventTypeInfo> event_types();
[[nodiscard]] const EventTypeInfo& info(EventType type);
[[nodiscard]] std::optional<EventType> parse_event_type(std::string_view name);

}  // namespace isnad
