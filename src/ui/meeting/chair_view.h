// What the chair's screen shows, as values: built after every change; what the clock alone changes is told
// each second by `tell_time`, which looks at nothing else.
//
// Views only read this and emit actions; nothing here draws. Log lines are made when a row is drawn, as there may be
// ten thousand of them.
#pragma once

#include "procedure/event.h"
#include "report/log_lines.h"
#include "service/meeting/meeting_facts.h"
#include "ui/meeting/action.h"
#include "ui/meeting/button_view.h"
#include "ui/meeting/trail_view.h"
#include "ui/meeting/trainer_view.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

// One of the five facts at the top: vergadering, uitzending, zaal, politie, timer.
struct BandFact {
    std::string key;
    std::string label;
    std::string value;
    Tone tone = Tone::Normal;
    std::string detail{};  // how long it has been so, "4:12 min", or since when, "sinds 20:14"
};

struct AlertView {
    std::string key;
    std::string text;
    Tone tone = Tone::Attention;
    std::optional<ButtonView> button;
    std::optional<ButtonView> other{};  // another answer, beside it
};

// What the card says once one has listened: after the time that was given, or as soon as the chair asks.
struct AfterwardsView {
    std::string title;
    std::string say;
    std::string now;        // the button that asks
    std::uint64_t seq = 0;  // of the entry with which the listening began
};

// How long something may last. It reminds and never acts.
struct LimitView {
    std::string label{};    // "Statement"
    std::string elapsed{};  // "1:12"
    std::string limit{};    // "2:00"
    std::string words{};    // said once it is over
    double share = 0;       // of the limit that has passed; above 1 once it is over
    bool over = false;
    std::int64_t since_ms = 0;
    std::int64_t limit_ms = 0;
    std::uint64_t seq = 0;  // of the entry with which it began
};

// A fact of the band that shows how long it has been so.
struct RunningTime {
    std::size_t fact = 0;
    std::int64_t since_ms = 0;
};

// What runs is counted from moments on the clock of this machine that never goes back (Stamp::monotonic_ms), so that a
// wall clock which is put right during the meeting neither stops a timer nor makes it leap.
struct ChairView {
    std::vector<BandFact> band;
    std::vector<AlertView> alerts;  // storage and register first; they stay until they are solved
    std::string card;               // its id; "outside" where no card applies after a deviation
    std::string title;
    std::string say;
    std::string telephone;                     // what is said on the telephone, by whoever calls
    std::optional<AfterwardsView> afterwards;  // while one listens
    bool after_all = false;                    // it is what the card says now
    std::vector<std::string> notes;
    std::string source;  // the article's title, "6.1.4 Lokaalvredebreuk en politie"
    std::vector<ButtonView> buttons;
    bool hero = false;
    bool alarm = false;                // an emergency: it looks unlike any other screen
    bool equal = false;                // no button is filled
    bool answers = false;              // its buttons answer what was just said, and wait for the settings' time
    int answer_wait = 0;               // so many seconds more, before they take a tap
    bool counted = false;              // of requests and their answers: its buttons stand in places for three
    std::size_t first_place = 0;       // of the first button; a place before it stays free
    bool at_rest = false;              // the meeting is over and nothing is asked any more
    std::vector<std::string> records;  // in the register, for the last card
    std::string register_place;
    int requests = 0;           // to leave, spoken in this disturbance
    int requests_of = 0;        // how many there can be
    std::string since_request;  // "0:42", since the last one
    std::optional<std::int64_t> last_request_ms;
    std::vector<ButtonView> quiet;
    std::optional<ButtonView> corner;  // NOOD 112
    // The way to the records, in the same place of every card: for whom they are, once the meeting is closed.
    std::optional<ButtonView> dossier;
    std::string undo;       // what Herstel would take back; empty: nothing
    std::string meeting;    // "Raadsvergadering – Raadzaal"
    std::string elsewhere;  // where the log is, besides here; empty: nowhere
    std::string notice;     // "Heropend: …" after a crash
    bool drill = false;
    std::optional<TrainerView> trainer;  // where the trainer's panel is open
    std::vector<TrailItemView> trail;
    std::optional<std::int64_t> began_ms;  // the incident that goes on
    std::vector<RunningTime> running;
    std::optional<LimitView> limit;
    // What the seconds on the screen are counted from: all of them change together, once a second. Without it the clock
    // changes nothing.
    std::optional<std::int64_t> ticks_ms;
};

// Where there is a clerk's place. Its key goes before one that the procedure has under the same letter.
void offer_dossier(ChairView& view);
// One listened: the card says what it says afterwards.
void end_listening(ChairView& view);
// The line's button that ends it early; it is the program's, not the procedure's, and has no event.
inline constexpr std::string_view afterwards_key = "afterwards";

[[nodiscard]] ChairView chair_view(const MeetingFacts& seen, Language language);
// Everything that the clock changes.
void tell_time(ChairView& view, std::int64_t monotonic_ms);
// Changes whenever a view that was built before may read otherwise.
struct ViewStamp {
    std::size_t entries = 0;
    std::uint64_t revisions = 0;
    std::uint64_t unrecorded = 0;
    bool register_problem = false;
    std::size_t records = 0;
    std::size_t missing = 0;  // of them all
    std::uint64_t broadcast = 0;
    std::uint64_t practice = 0;
    std::string elsewhere{};
    std::chrono::seconds statement_limit{};
    std::string day{};  // today: what began on another one names its own
    Language language = Language::Dutch;

    bool operator==(const ViewStamp&) const = default;
};
[[nodiscard]] ViewStamp view_stamp(const MeetingFacts& seen, Language language);

}  // namespace hamer::ui
