// The incident record: what happened in one disturbance (or one emergency without a disturbance), as far as the
// journal tells. A plain value; made by incidents.h, written as JSON by codec/record/record_json.h.
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

// Reported: outside a meeting, by the person it happened to (6.2). Signal: what somebody in office tells of before
// anything happened (2). Estimate: of the risks of a meeting or gathering (5.1). Learning: what was held to learn from
// (5.2). Those four have no session.
enum class IncidentKind { Disturbance, Emergency, Reported, Signal, Estimate, Learning };
inline constexpr std::array<std::string_view, 6> incident_kind_words = {"disturbance", "emergency", "reported",
                                                                        "signal",      "estimate",  "learning"};
// Something happened. What is not counts in no number, and goes to no register of incidents.
[[nodiscard]] bool is_incident(IncidentKind kind);
[[nodiscard]] bool is_of_a_meeting(IncidentKind kind);

// Withdrawn: the steps behind it were taken back after the record had been stored.
// Complete: the clerk said so, and nothing was missing.
enum class IncidentStatus { Open, Ended, Withdrawn, Complete };
inline constexpr std::array<std::string_view, 4> incident_status_words = {"open", "ended", "withdrawn", "complete"};

// Scenarios A and B of 6.1.2.
enum class Scenario { None, A, B, AThenB };
inline constexpr std::array<std::string_view, 4> scenario_words = {"none", "a", "b", "a-then-b"};

enum class Approach { A, B };
inline constexpr std::array<std::string_view, 2> approach_words = {"a", "b"};

// Of words there are two kinds, and the parts below keep them apart. `said`: the step itself says that they were
// spoken. `proposed`: they stood on the screen; whether they were spoken nobody told.

// How the chair spoke to the disturber.
struct Address {
    Approach scenario = Approach::B;
    Moment at;
    std::string said;
    std::string agreement;  // in scenario A
    std::string proposed{};
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
    std::string proposed{};
    bool operator==(const SpokenRequest&) const = default;
};

// Kept: the meeting rejected the proposal to exclude the member.
enum class EndedBy { Report, Heeded, EmergencyOver, Deviation, Kept };
inline constexpr std::array<std::string_view, 5> ended_by_words = {"report", "heeded", "emergency-over", "deviation",
                                                                   "kept"};

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
    std::string proposed{};
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
    std::string proposed{};
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
    std::string proposed{};
    bool operator==(const Emergency&) const = default;
};

// Step against a member of the council who hinders the meeting (article 26(1) and (3) of the Gemeentewet).
struct MemberStep {
    Moment at{};
    std::string said{};
    std::string proposed{};
    bool operator==(const MemberStep&) const = default;
};

// What the meeting decided about the proposal.
enum class VoteOutcome { Excluded, Kept };
inline constexpr std::array<std::string_view, 2> vote_outcome_words = {"excluded", "kept"};

struct MemberVote {
    Moment at{};
    VoteOutcome outcome = VoteOutcome::Excluded;
    std::string until{};  // up to and including, where excluded
    bool operator==(const MemberVote&) const = default;
};

struct MemberProceeding {
    std::vector<MemberStep> ordered{};     // called to order
    std::optional<MemberStep> proposal{};  // to exclude
    std::optional<MemberVote> vote{};
    bool operator==(const MemberProceeding&) const = default;
};

// Whether somebody was asked for advice, as was told. "Not asked" is an answer of its own: nobody told.
enum class Consulted { NotAsked, Yes, No };
inline constexpr std::array<std::string_view, 3> consulted_words = {"not-asked", "yes", "no"};

inline constexpr std::string_view charges_later = "later";  // the decision to decide later

struct ChargesDecision {
    Moment at{};
    std::string decision{};
    Consulted clerk_consulted = Consulted::NotAsked;
    Consulted adviser_consulted = Consulted::NotAsked;
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
    std::string who;  // as the procedure names it: audience, speaker…; "member" where a member hinders the meeting
    Moment started;
    std::optional<Ending> ended;
    std::vector<Address> addressed;
    std::vector<SpokenRequest> requests;
    std::optional<MemberProceeding> member;  // where a member hinders the meeting
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
// The decision on charges that counts, as the procedure names it: the journal's, and where that says "later" or nothing
// the one that the clerk added. Empty: none.
[[nodiscard]] const std::string& charges_decision(const IncidentRecord& record);
[[nodiscard]] IncidentStatus status(const IncidentRecord& record);

}  // namespace hamer
