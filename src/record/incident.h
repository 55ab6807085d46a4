// The incident record: what happened in one disturbance (or one emergency without a disturbance), as far as the
// journal tells. A plain value; made by incidents.h, written as JSON by codec/record_json.h.
//
// But for `dossier` it holds facts of the journal only. What the clerk adds stands there, beside these parts, so that
// the record can be made again from a journal that grew (docs/decisions/0004-incident-record.md).
#pragma once

#include "base/time.h"
#include "record/dossier.h"
#include "session/values.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// When something happened, and the journal entry that says so.
struct Moment {
    std::uint64_t seq = 0;
    Instant at;                       // when it happened
    std::optional<Instant> recorded;  // when it was recorded, where that differs

    bool operator==(const Moment&) const = default;
};

// Reported: outside a meeting, by the person it happened to (6.2). Such a record has no session.
enum class IncidentKind { Disturbance, Emergency, Reported };
inline constexpr std::array<std::string_view, 3> incident_kind_words = {"disturbance", "emergency", "reported"};

// Withdrawn: the steps behind it were taken back after the record had been stored.
// Complete: the clerk said so, and nothing was missing.
enum class IncidentStatus { Open, Ended, Withdrawn, Complete };
inline constexpr std::array<std::string_view, 4> incident_status_words = {"open", "ended", "withdrawn", "complete"};

// Scenarios A and B of 6.1.2.
enum class Scenario { None, A, B, AThenB };
inline constexpr std::array<std::string_view, 4> scenario_words = {"none", "a", "b", "a-then-b"};

enum class Approach { A, B };
inline constexpr std::array<std::string_view, 2> approach_words = {"a", "b"};

// How the chair spoke to the disturber.
struct Address {
    Approach scenario = Approach::B;
    Moment at;
    std::string said;
    std::string agreement;  // in scenario A
    bool operator==(const Address&) const = default;
};

enum class Answer { None, Refused, Heeded };
inline constexpr std::array<std::string_view, 3> answer_words = {"none", "refused", "heeded"};

// A request to leave.
struct SpokenRequest {
    int number = 0;  // 1, 2, 3 in the incident
    Moment at;
    std::string speaker;  // chair or clerk
    std::string to;
    std::string said;
    Answer answer = Answer::None;
    std::optional<Moment> answered;
    bool operator==(const SpokenRequest&) const = default;
};

enum class EndedBy { Report, Heeded, EmergencyOver, Deviation };
inline constexpr std::array<std::string_view, 4> ended_by_words = {"report", "heeded", "emergency-over", "deviation"};

struct Ending {
    Moment at;
    EndedBy by = EndedBy::Report;
    std::string how;
    std::optional<int> request;  // the number of the request that was heeded
    bool operator==(const Ending&) const = default;
};

// The parts below have a beginning that is missing only when a deviation recorded a later stage alone.

struct Suspension {
    Moment from;
    std::string reason;
    std::string said;
    std::optional<Moment> resumed;
    bool operator==(const Suspension&) const = default;
};

struct RoomClearing {
    Moment from;
    std::optional<Moment> reentered;
    bool operator==(const RoomClearing&) const = default;
};

struct BroadcastPause {
    std::optional<Moment> asked;
    std::optional<Moment> paused;  // confirmed
    std::optional<Moment> resume_asked;
    std::optional<Moment> resumed;  // confirmed
    std::optional<Moment> ended;    // the broadcast ended instead
    bool operator==(const BroadcastPause&) const = default;
};

struct SecurityCall {
    std::optional<Moment> called;
    std::optional<Moment> removed;
    std::string who;  // was removed
    bool operator==(const SecurityCall&) const = default;
};

struct PoliceCall {
    std::string number;
    std::string by;
    std::string said;
    std::optional<Moment> called;
    std::optional<Moment> arrived;
    std::optional<Moment> handed_over;
    bool operator==(const PoliceCall&) const = default;
};

struct Force {
    Moment at;
    std::string purpose;  // rescue or protect
    std::string who;
    bool operator==(const Force&) const = default;
};

struct Emergency {
    std::string what;
    std::string said;
    std::optional<Moment> declared;
    std::vector<Force> force;
    std::optional<Moment> over;
    bool operator==(const Emergency&) const = default;
};

struct ChargesDecision {
    Moment at{};
    std::string decision{};
    bool clerk_consulted = false;
    bool adviser_consulted = false;
    bool operator==(const ChargesDecision&) const = default;
};

struct Note {
    Moment at;
    std::string by;
    std::string text;
    bool operator==(const Note&) const = default;
};

struct TakenBack {
    Moment at;  // of the correction
    std::string by;
    std::string why;
    Moment step;        // what was taken back
    std::string event;  // its event; empty for a deviation
    Fields fields;
    bool operator==(const TakenBack&) const = default;
};

struct Amendment {
    Moment at;
    std::string by;
    std::uint64_t step = 0;  // the seq of the step that was amended
    std::string event;
    Fields before;  // the fields as they stood, as far as they changed
    Fields after;
    bool operator==(const Amendment&) const = default;
};

// What happened outside the procedure.
struct Deviation {
    Moment at;
    std::string by;
    std::map<std::string, std::string> to;
    std::string why;
    bool operator==(const Deviation&) const = default;
};

// A step, deviation or note that was recorded later than it happened.
struct LateAddition {
    Moment at;
    std::string what;  // the event's id, "deviation" or "note"
    bool operator==(const LateAddition&) const = default;
};

// The machine's clock was changed: times before and after it are not of the same clock. Entries keep their order.
struct ClockChange {
    Moment at;                      // the first moment by the new clock
    std::int64_t milliseconds = 0;  // how far it went; negative: back
    bool operator==(const ClockChange&) const = default;
};

// Where the facts come from.
struct RecordSource {
    std::string session;
    std::string head;  // hash of the last journal entry when this was made
    std::string procedure;
    int procedure_revision = 0;
    std::string procedure_sha256;
    std::string program;  // version
    bool operator==(const RecordSource&) const = default;
};

struct IncidentRecord {
    std::string id;
    int revision = 0;  // given by the register; 0 before that
    bool withdrawn = false;
    bool drill = false;
    IncidentKind kind = IncidentKind::Disturbance;
    std::string municipality;
    std::string address;
    Meeting meeting;
    std::optional<Moment> meeting_opened;
    std::optional<Moment> meeting_closed;

    std::string what;
    std::string who;
    Moment started;
    std::optional<Ending> ended;
    std::vector<Address> addressed;
    std::vector<SpokenRequest> requests;
    std::vector<Suspension> suspensions;
    std::vector<RoomClearing> room_clearings;
    std::vector<BroadcastPause> broadcast_pauses;
    std::vector<SecurityCall> security;
    std::vector<PoliceCall> police;
    std::vector<Emergency> emergencies;
    std::optional<ChargesDecision> charges;

    std::vector<Note> notes;
    std::vector<TakenBack> taken_back;
    std::vector<Amendment> amendments;
    std::vector<Deviation> deviations;
    std::vector<LateAddition> late_additions;
    std::vector<ClockChange> clock_changes;
    RecordSource source;
    std::optional<Dossier> dossier;  // nothing as long as the clerk added nothing

    bool operator==(const IncidentRecord&) const = default;
};

// How long it lasted, whatever was done to the clock meanwhile; nothing as long as it goes on.
[[nodiscard]] std::optional<std::int64_t> lasted_ms(const IncidentRecord& record);
[[nodiscard]] Scenario scenario(const IncidentRecord& record);
[[nodiscard]] IncidentStatus status(const IncidentRecord& record);

}  // namespace hamer
