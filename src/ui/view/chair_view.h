// What the chair's screen shows, as values: built from the desk after every change; what the clock alone changes is
// told each second by `tell_time`, which looks at nothing else.
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
struct Record {
    Command command;
    std::string key;  // of the widget that asks, for the answer when it is refused
};
struct BeginMeeting {
    Meeting meeting;
};
struct PutAway {};
struct SwitchLanguage {};
struct SwitchFace {};  // light or dark
using Action = std::variant<Record, BeginMeeting, PutAway, SwitchLanguage, SwitchFace>;

// One of the five facts at the top: vergadering, uitzending, zaal, politie, timer.
struct BandFact {
    std::string key;
    std::string label;
    std::string value;
    hamer::Tone tone = hamer::Tone::Normal;
};

// The button that puts the closed meeting away; it is the program's, not the procedure's, and has no event.
inline constexpr std::string_view put_away_key = "put-away";

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
    std::optional<Instant> last_request;
    std::vector<ButtonView> quiet;
    std::optional<ButtonView> corner;  // NOOD 112
    std::string undo;                  // what Herstel would take back; empty: nothing
    std::string meeting;               // "Raadsvergadering – Raadzaal"
    std::string notice;                // "Heropend: …" after a crash
    bool drill = false;
    std::optional<Instant> began;  // the disturbance that goes on: its timer changes the band every second
};

[[nodiscard]] ChairView chair_view(const Desk& desk, Language language);
// The timer and the time since the last request.
void tell_time(ChairView& view, Instant now);
// Changes whenever a view that was built before may read otherwise.
struct ViewStamp {
    std::size_t entries = 0;
    std::uint64_t revisions = 0;
    std::uint64_t unrecorded = 0;
    bool register_problem = false;
    Language language = Language::Dutch;

    bool operator==(const ViewStamp&) const = default;
};
[[nodiscard]] ViewStamp view_stamp(const Desk& desk, Language language);

}  // namespace hamer::ui
