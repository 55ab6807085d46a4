// What the chair's screen shows, as values: built from the desk after every change and every second of the timer.
//
// Views only read this and emit actions; nothing here draws. Log lines are made when a row is drawn, as there may be
// ten thousand of them.
#pragma once

#include "desk/desk.h"
#include "procedure/event.h"
#include "report/log_lines.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hamer::ui {

// What a view asks for.
struct BeginMeeting {
    Meeting meeting;
};
struct PutAway {};
struct SwitchLanguage {};
struct SwitchFace {};  // light or dark
using Action = std::variant<Command, BeginMeeting, PutAway, SwitchLanguage, SwitchFace>;

// One of the five facts at the top: vergadering, uitzending, zaal, politie, timer.
struct BandFact {
    std::string key;
    std::string label;
    std::string value;
    hamer::Tone tone = hamer::Tone::Normal;
};

struct ButtonView {
    std::string key{};  // the event's id; a second button of the same event has "#2" behind it
    std::string label;
    hamer::Tone tone = hamer::Tone::Normal;
    std::string event;
    Fields with;      // what one tap records besides the defaults
    std::string say;  // the words that go with this button in place of the card's
    bool enabled = true;
    std::string why;    // when not enabled
    bool asks = false;  // a required field has no value yet: a panel asks for it
};

struct AlertView {
    std::string key;
    std::string text;
    hamer::Tone tone = hamer::Tone::Attention;
    std::optional<ButtonView> button;
};

struct ChairView {
    std::vector<BandFact> band;
    std::vector<AlertView> alerts;  // storage and register first; they stay until they are solved
    std::string card;               // its id; "outside" where no card applies after a deviation
    std::string title;
    std::string say;
    std::vector<std::string> notes;
    std::string source;  // the article's title, "6.1.4 Lokaalvredebreuk en politie"
    std::vector<ButtonView> buttons;
    bool hero = false;
    bool at_rest = false;              // the meeting is over and nothing is asked any more
    std::vector<std::string> records;  // in the register, for the last card
    std::string register_place;
    int requests = 0;           // to leave, spoken in this disturbance
    std::string since_request;  // "0:42", since the last one
    std::vector<ButtonView> quiet;
    std::optional<ButtonView> corner;  // NOOD 112
    std::string undo;                  // what Herstel would take back; empty: nothing
    std::string meeting;               // "Raadsvergadering – Raadzaal"
    std::string notice;                // "Heropend: …" after a crash
    bool drill = false;
    bool timer_runs = false;  // the band changes every second
};

[[nodiscard]] ChairView chair_view(const Desk& desk, Language language, Instant now);

// The fields of an event for a panel that asks for them, with what stands in them now.
struct FieldView {
    std::string id;
    std::string label;
    FieldKind kind = FieldKind::Text;
    bool required = false;
    FieldValue value;
    std::vector<std::pair<std::string, std::string>> choices;  // id, label
    std::vector<std::string> suggestions;
};
// For an amendment of a recorded step; none when it cannot be amended.
[[nodiscard]] std::vector<FieldView> amendable_fields(const Desk& desk, std::uint64_t seq, Language language);
// For an event that cannot be recorded with one tap.
[[nodiscard]] std::vector<FieldView> asked_fields(const Desk& desk, const ButtonView& button, Language language);

// For a deviation: each region with its states, the present one marked.
struct RegionView {
    std::string id;
    std::string label;
    std::string present;
    std::vector<std::pair<std::string, std::string>> states;  // id, label
};
[[nodiscard]] std::vector<RegionView> deviation_regions(const Desk& desk, Language language);

}  // namespace hamer::ui
