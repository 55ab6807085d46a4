// The values that go with a step, and the facts that texts may name.
#pragma once

#include "procedure/meeting_kind.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hamer {

// A text or a choice's id, or a flag.
using FieldValue = std::variant<std::string, bool>;
using Fields = std::map<std::string, FieldValue, std::less<>>;

// The meeting as it was prepared.
struct Meeting {
    std::string name;
    std::string date;  // 2026-03-12
    std::string chair;
    std::string clerk;
    std::string room;
    bool broadcast = true;  // is there a livestream at all?
    MeetingKind kind = MeetingKind::Council;
    std::string place;    // "Stadhuis"; where place and address are both empty, the municipality's hold
    std::string address;  // "Stadhuisplein 1, Leiden"

    bool operator==(const Meeting&) const = default;
};

// The municipality's names and numbers, for texts such as {emergency_number}. From config/hamer.json.
struct Municipality {
    std::string name;
    std::string address;
    std::string emergency_number = "112";
    std::string police_number = "0900-8844";
    std::string regie_number;
    std::string security_number;
    std::string place;  // the building of the address: "Stadhuis"; may be empty, as where the address names it
    // Extra telephone numbers by the name that texts give them: bhv_number → "toestel 4112".
    std::map<std::string, std::string, std::less<>> numbers;
    int statement_limit_seconds = 120;  // as texts name it: "twee minuten"

    bool operator==(const Municipality&) const = default;
};

// The placeholders that a procedure's texts may use besides the field ids of its events.
inline constexpr const char* known_placeholders[] = {
    "municipality",    "place", "address",  "meeting",          "meeting_kind",  "room",
    "chair",           "clerk", "date",     "emergency_number", "police_number", "regie_number",
    "security_number", "nth",   "incident", "statement_time"};

// The meeting with the municipality's place and address where it has none of its own. The two belong together: a place
// elsewhere never gets the municipality's address, which would send the police to the wrong door.
[[nodiscard]] Meeting located(Meeting meeting, const Municipality& municipality);
// Both in one line: "Stadhuis, Stadhuisplein 1, Leiden".
[[nodiscard]] std::string whereabouts(const Meeting& meeting, const Municipality& municipality);

}  // namespace hamer
