// What an event means to the incident record. A procedure file names its events as it likes; by its meaning the program
// knows that one of them opens an incident or calls the police. A closed set; each meaning belongs to one event at
// most.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace hamer {

enum class Meaning {
    MeetingOpened,
    MeetingSuspended,
    MeetingResumed,
    MeetingClosed,
    RoomCleared,
    RoomReentered,
    BroadcastPlanned,
    BroadcastStarted,
    BroadcastPauseAsked,
    BroadcastPaused,
    BroadcastResumeAsked,
    BroadcastResumed,
    BroadcastEnded,
    IncidentOpened,
    ScenarioA,
    ScenarioB,
    RequestSpoken,
    RequestRefused,
    RequestHeeded,
    IncidentEnded,
    MemberReported,
    MemberOrdered,
    MemberProposed,
    MemberExcluded,
    MemberKept,
    SecurityCalled,
    SecurityRemoved,
    PoliceCalled,
    PoliceArrived,
    PoliceHandedOver,
    EmergencyDeclared,
    ForceUsed,
    EmergencyOver,
    ChargesDecided,
};

// In the order of the enumeration; the words of the file.
inline constexpr std::array<std::string_view, 34> meaning_words = {
    "meeting-opened",
    "meeting-suspended",
    "meeting-resumed",
    "meeting-closed",
    "room-cleared",
    "room-reentered",
    "broadcast-planned",
    "broadcast-started",
    "broadcast-pause-asked",
    "broadcast-paused",
    "broadcast-resume-asked",
    "broadcast-resumed",
    "broadcast-ended",
    "incident-opened",
    "scenario-a",
    "scenario-b",
    "request-spoken",
    "request-refused",
    "request-heeded",
    "incident-ended",
    "member-reported",
    "member-ordered",
    "member-proposed",
    "member-excluded",
    "member-kept",
    "security-called",
    "security-removed",
    "police-called",
    "police-arrived",
    "police-handed-over",
    "emergency-declared",
    "force-used",
    "emergency-over",
    "charges-decided",
};

[[nodiscard]] constexpr std::string_view word(Meaning meaning) {
    return meaning_words[static_cast<std::size_t>(meaning)];
}

// A new disturbance: of the public, or of a member.
[[nodiscard]] constexpr bool opens_disturbance(Meaning meaning) {
    return meaning == Meaning::IncidentOpened || meaning == Meaning::MemberReported;
}
// What ends one.
[[nodiscard]] constexpr bool ends_disturbance(Meaning meaning) {
    return meaning == Meaning::IncidentEnded || meaning == Meaning::RequestHeeded || meaning == Meaning::MemberKept;
}

[[nodiscard]] constexpr std::optional<Meaning> meaning_from(std::string_view text) {
    for (std::size_t i = 0; i < meaning_words.size(); ++i) {
        if (meaning_words[i] == text) return static_cast<Meaning>(i);
    }
    return std::nullopt;
}

}  // namespace hamer
