// The values that go with a step, and the facts that texts may name.
#pragma once

#include <map>
#include <optional>
#include <string>
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

    bool operator==(const Municipality&) const = default;
};

// The placeholders that a procedure's texts may use besides the field ids of its events.
inline constexpr const char* known_placeholders[] = {
    "municipality", "address",          "meeting",       "room",         "chair",          "clerk",
    "date",         "emergency_number", "police_number", "regie_number", "security_number"};

}  // namespace hamer
