// A procedure: regions with their states, events, the guide and the properties, as read from one file.
//
// Names are resolved to numbers once, when the file is read (codec/procedure/procedure_json.h); everything here is a
// plain value and may be shared between threads once it is made.
#pragma once

#include "base/text.h"
#include "procedure/card.h"
#include "procedure/event.h"
#include "procedure/guard.h"
#include "procedure/property.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

struct Transition {
    std::optional<std::uint8_t> target;  // without one the step is recorded and the state stays
    std::optional<Guard> guard;
    std::vector<std::size_t> raises;  // events that follow, in order
};

// The transitions of one state on one event, in the order of the file.
struct Handler {
    std::size_t event = 0;
    std::vector<Transition> transitions;
};

// In the text of an alert: the time at which its state began, "20:14:05".
inline constexpr const char* since_placeholder = "since";

// A line that stands on the screen while a state lasts and its condition holds, with the button that ends it, and
// perhaps another answer. Of a state's lines the first that is meant stands.
struct Alert {
    std::optional<Condition> only_for;
    Wording text;  // may name {since}
    Button button;
    std::optional<Button> other;
};

// How long a state should last at most. It reminds and never acts.
struct Limit {
    enum class Of { Statement } of = Of::Statement;  // which of the settings' limits it is
    LocalText label;                                 // beside the running time
    LocalText over;                                  // said once the time has passed
};

struct State {
    std::string id;
    LocalText label;
    Tone tone = Tone::Normal;
    bool timed = false;  // the screen shows how long it has lasted
    std::optional<Limit> limit;
    bool rest = false;    // nothing is pending in this region
    bool open = false;    // the meeting is going on
    bool closed = false;  // the meeting is over
    std::vector<Alert> alerts;
    std::vector<Handler> on;
};

struct Region {
    std::string id;
    LocalText label;
    bool in_band = false;
    std::uint8_t initial = 0;
    std::vector<State> states;
};

// The protocol's own words behind an article number.
struct Source {
    std::string id;
    LocalText title;
    LocalText text;
};

// One of the protocol's items, in its order: the screen's trail shows where one is.
struct TrailItem {
    std::string source;             // the article; it is the present one while the card is of this article
    LocalText label;                // a word or two
    std::vector<std::size_t> done;  // events that fulfil it
    std::optional<Guard> applies;   // without it: always. While it does not hold and nothing was done: not applicable
    bool rule = false;              // holds all the while and is never done or skipped
};

struct Procedure {
    std::string id;
    int revision = 0;
    LocalText title;
    std::vector<Source> sources;
    std::vector<Region> regions;
    std::vector<Event> events;
    std::vector<Card> guide;
    std::vector<Button> corner;        // the red corner: the first that can be used
    std::vector<TrailItem> trail;      // may be empty
    std::vector<std::string> numbers;  // telephone numbers that its texts name besides the usual ones
    std::vector<Property> properties;

    [[nodiscard]] Configuration initial() const;
    [[nodiscard]] std::optional<std::size_t> event(std::string_view id) const;
    [[nodiscard]] std::optional<StateRef> state(std::string_view region, std::string_view state) const;
    [[nodiscard]] std::optional<StateRef> state(std::string_view region_dot_state) const;
    [[nodiscard]] const State& active(const Configuration& configuration, std::size_t region) const {
        return regions[region].states[configuration[region]];
    }
    [[nodiscard]] const Source* source(std::string_view id) const;
    [[nodiscard]] const Event* event_meaning(Meaning meaning) const;
    // The region in which an event of this meaning can be recorded; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> region_of(Meaning meaning) const;

    [[nodiscard]] bool is_open(const Configuration& configuration) const;    // the meeting is going on
    [[nodiscard]] bool is_closed(const Configuration& configuration) const;  // the meeting is over
    // The meeting is over and nothing is pending anywhere.
    [[nodiscard]] bool is_at_rest(const Configuration& configuration) const;
};

}  // namespace hamer
