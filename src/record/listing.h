// What a register of records lists: rows made of the latest revisions, and what it knows besides the records.
#pragma once

#include "record/incident.h"
#include "record/marks.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

struct RecordSummary {
    std::string id;
    int revision = 0;  // the latest
    IncidentKind kind = IncidentKind::Disturbance;
    IncidentStatus status = IncidentStatus::Open;
    std::string date;     // of the meeting; of the incident where there was none
    std::string meeting;  // its name
    std::string what;
    std::string place;
    std::optional<Conduct> conduct;  // the governing one
    std::optional<Repetition> repetition;
    std::string disturbers;  // names, as far as known
    int missing = 0;         // items that keep it from being complete
    Instant started;
    std::optional<Instant> ended;
    Instant made_at;  // of the latest revision
};

// What began before these moments was kept for long enough.
struct RetentionLimits {
    Instant otherwise{};                    // of a class that has none of its own, or of no class
    std::map<Conduct, Instant> of_class{};  // of the governing one
};

struct StoredRecord {
    std::string id;
    int revision = 0;
    bool is_new = false;  // stored by this call
};

struct DueDuty {
    std::string record;
    std::string what;  // the incident, in its own words
    DutyKind kind = DutyKind::FirstTalk;
    std::string person;  // as in Duty
    Instant from;
    Instant due;
    bool advice = false;
    std::optional<Instant> done;
    std::string done_by;
    std::string owner;  // who was named for it; empty: nobody
};

// Delivered: the other side has it. Parked: it was refused, and waits for a person.
enum class DeliveryState { Waiting, Delivered, Parked };
inline constexpr std::array<std::string_view, 3> delivery_state_words = {"waiting", "delivered", "parked"};

inline constexpr std::string_view folder_target = "folder";
inline constexpr std::string_view https_target = "https";
inline constexpr std::string_view zgw_target = "zgw";

// One revision of a complete record on its way to one target.
struct Delivery {
    std::string record;
    int revision = 0;
    std::string target;  // folder_target, https_target, zgw_target
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    Instant next;         // not before; when waiting
    std::string problem;  // of the last attempt; it may quote the receiver
    std::optional<Instant> delivered;
};

struct Access {
    Instant at;
    std::string who;
    std::string what;  // "open", "search", "export", "erase"
    std::string record;
};

// How many records there are of a kind, for the trends.
struct Count {
    std::string month;  // "2026-03"
    std::string conduct;
    std::string place;
    std::string repetition;
    int records = 0;
};

}  // namespace hamer
